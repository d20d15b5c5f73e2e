import { utf8 } from '../../base/bytes.ts';
import type { Millis } from '../../base/ids.ts';
import { addDays } from './days.ts';
import type { DueItem } from './due.ts';

/** What the entries say; codes are put in, never names. */
export interface CalendarTexts {
  readonly name: string;
  readonly summary: (kind: DueItem['kind'], code: string) => string;
  readonly description: (item: DueItem) => string;
}

/**
 * The due list as a calendar file (RFC 5545). Whole days, free and private; nothing but codes, since calendars are
 * shared, synchronised and shown on telephones. The same matter has the same UID in every file, so that a calendar
 * that takes the file in again moves its entry instead of adding one.
 * @param today what could have been done before stands on this day.
 */
export function calendarOf(
  items: readonly DueItem[],
  texts: CalendarTexts,
  today: string,
  now: Millis,
): string {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Aterblick//Due list//SV',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(texts.name)}`,
    ...items.flatMap((item) => {
      const day = item.kind === 'talk' || item.from > today ? item.from : today;
      return [
        'BEGIN:VEVENT',
        `UID:${item.kind}-${item.wave}-${item.stream}@aterblick`,
        `DTSTAMP:${stamp}`,
        `DTSTART;VALUE=DATE:${compact(day)}`,
        `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
        `SUMMARY:${escaped(texts.summary(item.kind, item.code))}`,
        `DESCRIPTION:${escaped(texts.description(item))}`,
        'CLASS:PRIVATE',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
      ];
    }),
    'END:VCALENDAR',
  ];
  return lines.flatMap(folded).join('\r\n') + '\r\n';
}

const compact = (day: string): string => day.replaceAll('-', '');

/** RFC 5545 section 3.3.11. */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');

/** No line is longer than 75 octets (section 3.1), and no letter is cut in two. */
function folded(line: string): string[] {
  const lines: string[] = [];
  let part = '';
  let size = 0;
  for (const letter of line) {
    const octets = utf8(letter).length;
    if (size + octets > 75) {
      lines.push(part);
      part = ' ';
      size = 1;
    }
    part += letter;
    size += octets;
  }
  return [...lines, part];
}
