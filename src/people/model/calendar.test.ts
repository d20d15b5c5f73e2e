import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../base/bytes.ts';
import { MemberId, StreamId } from '../../base/ids.ts';
import { ELIN, TEN_YEARS } from '../fixture.ts';
import { givenNow } from './assignment.ts';
import { calendarOf, type CalendarTexts } from './calendar.ts';
import { dueItems, type Ahead, type DueItem } from './due.ts';
import { PROGRAM_DEFAULTS } from './program.ts';

const TODAY = '2024-06-20';
const NOW = Date.UTC(2024, 5, 20, 9, 30, 15, 500);
const stream = (sign: string) => StreamId.parse(sign.repeat(32));
const person = (
  sign: string,
  more: Partial<Ahead['people'][number]> = {},
): Ahead['people'][number] => ({
  stream: stream(sign),
  code: `BJ-${sign}`,
  details: ELIN,
  placements: [TEN_YEARS],
  offers: [],
  notAsked: [],
  held: [],
  batch: null,
  addedAt: 0,
  ...more,
});
const ME = MemberId.parse('1'.repeat(32));
const due = (
  people: readonly Ahead['people'][number][],
  assignments: Ahead['assignments'] = [],
  months = 3,
) => dueItems({ people, assignments, cameIn: new Map() }, PROGRAM_DEFAULTS, TODAY, months);
const ends = (to: string) => ({ placements: [{ ...TEN_YEARS, to }] });

describe('what lies ahead', () => {
  it('is who can be offered an interview, now or within the months that are looked at', () => {
    const people = [
      person('1'),
      person('2', ends('2022-09-01')),
      person('3', ends('2023-09-01')),
      person('4', ends('2020-01-31')),
      person('5', { placements: [{ ...TEN_YEARS, to: null, ending: null }] }),
    ];
    expect(due(people).map(({ code, from, standing }) => [code, from, standing])).toEqual([
      ['BJ-4', '2022-01-31', 'late'],
      ['BJ-1', '2024-06-10', 'now'],
      ['BJ-2', '2024-09-01', 'later'],
    ]);
    expect(due(people, [], 24).map(({ code }) => code)).toContain('BJ-3');
  });

  it('is not who has been asked or set aside', () => {
    const offer = { offer: 'aaaaaaaa', wave: 1, way: 'letter', on: '2024-06-12', by: ME } as const;
    const asked = person('1', { offers: [{ ...offer, reminders: [], answer: null }] });
    const aside = person('2', { notAsked: [{ wave: 1, reason: 'illness', on: '2024-06-12' }] });
    expect(due([asked, aside])).toEqual([]);
  });

  it('is the follow-up after the last talk, with its window', () => {
    const talked = person('1', { held: [{ wave: 1, interview: null, on: '2023-11-01' }] });
    expect(due([talked])).toEqual([
      {
        kind: 'followUp',
        stream: stream('1'),
        code: 'BJ-1',
        wave: 2,
        from: '2024-06-01',
        until: '2024-08-01',
        standing: 'now',
      },
    ]);
  });

  it('is a talk that should be held by a day, until it is held', () => {
    const brief = {
      participant: stream('1'),
      code: 'BJ-1',
      name: 'Elin',
      contact: '',
      contactNote: '',
      language: 'sv',
      interpreter: false,
      protectedData: false,
      wave: 1,
      due: '2024-06-01',
      topics: [],
      relation: 'own',
    } as const;
    const given = {
      ...givenNow({ to: ME, brief: { ...brief, topics: [] }, wish: 'none' }, ME, 0),
      stream: stream('a'),
    };
    expect(due([], [given]).map(({ kind, from, standing }) => [kind, from, standing])).toEqual([
      ['talk', '2024-06-01', 'late'],
    ]);
    expect(due([], [{ ...given, ended: 'held' }])).toEqual([]);
  });
});

const TEXTS: CalendarTexts = {
  name: 'Återblick',
  summary: (kind, code) => `${kind}: ${code}`,
  description: ({ until }) => `Senast ${until}; sedan, kanske\nockså \\ senare`,
};
const ITEM: DueItem = {
  kind: 'offer',
  stream: stream('1'),
  code: 'BJ-1',
  wave: 1,
  from: '2024-07-01',
  until: '2025-07-01',
  standing: 'later',
};

describe('the calendar file', () => {
  it('is as RFC 5545 has it', () => {
    const past: DueItem = { ...ITEM, kind: 'followUp', wave: 2, code: 'BJ-2', from: '2024-02-29' };
    expect(calendarOf([ITEM, past], TEXTS, TODAY, NOW).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Aterblick//Due list//SV',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Återblick',
      'BEGIN:VEVENT',
      `UID:offer-1-${'1'.repeat(32)}@aterblick`,
      'DTSTAMP:20240620T093015Z',
      'DTSTART;VALUE=DATE:20240701',
      'DTEND;VALUE=DATE:20240702',
      'SUMMARY:offer: BJ-1',
      'DESCRIPTION:Senast 2025-07-01\\; sedan\\, kanske\\nockså \\\\ senare',
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'BEGIN:VEVENT',
      `UID:followUp-2-${'1'.repeat(32)}@aterblick`,
      'DTSTAMP:20240620T093015Z',
      'DTSTART;VALUE=DATE:20240620',
      'DTEND;VALUE=DATE:20240621',
      'SUMMARY:followUp: BJ-2',
      'DESCRIPTION:Senast 2025-07-01\\; sedan\\, kanske\\nockså \\\\ senare',
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('holds no name, and has the same UID whenever it is made', () => {
    const items = due([person('1', ends('2022-09-01'))]);
    const file = calendarOf(items, TEXTS, TODAY, NOW);
    expect(file).not.toContain('Elin');
    const uid = /UID:.*/.exec(file)?.[0];
    expect(/UID:.*/.exec(calendarOf(items, TEXTS, '2024-09-15', NOW + 1e9))?.[0]).toBe(uid);
  });

  it('folds every line at 75 octets, and unfolded it says the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const plain = text.replace(/[\r\n\\;,]/g, '');
        const file = calendarOf([ITEM], { ...TEXTS, summary: () => plain }, TODAY, NOW);
        for (const line of file.split('\r\n')) expect(utf8(line).length).toBeLessThanOrEqual(75);
        expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${plain}\r\n`);
      }),
    );
  });
});
