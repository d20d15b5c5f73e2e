import type { Language } from '../../i18n/catalogue.ts';
import { circumstancesTexts } from '../../i18n/circumstances.ts';
import type { Guide } from '../../guide/model/guide.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { circumstancesOf, preparedItems } from './circumstances.ts';

/**
 * What surrounded a talk, a sentence each, for who reads it afterwards; none when nothing was noted.
 * @param events in reading order.
 */
export function circumstancesWords(
  events: readonly JournalEvent[],
  guide: Guide | undefined,
  language: Language,
): string[] {
  const t = circumstancesTexts[language];
  const { relation, choiceOffered, protectedData, interpreter } = circumstancesOf(events);
  const prepared = preparedItems(events);
  const list = guide?.preInterview?.fields.find(({ type }) => type === 'checklist')?.options;
  const lines: string[] = [];
  if (relation !== null)
    lines.push(t[`record_${relation}`], choiceOffered ? t.wasOffered : t.notOffered);
  if (protectedData) lines.push(t.protectedData);
  if (interpreter !== null) {
    lines.push(interpreter === 'authorised' ? t.authorised : t.otherInterpreter);
  }
  if (prepared.length > 0) lines.push(t.prepared(prepared.length, list?.length ?? prepared.length));
  return lines;
}
