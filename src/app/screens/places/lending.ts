import { newId, type Random } from '../../../base/deps.ts';
import { StreamId, type MemberId } from '../../../base/ids.ts';
import { recordTexts } from '../../../i18n/record.ts';
import type { Language } from '../../../i18n/catalogue.ts';
import { foldInterview } from '../../../interview/model/state.ts';
import {
  lastTalkOf,
  summariseLastTalk,
  type LastTalk,
  type LastTalkFact,
} from '../../../interview/model/last-talk.ts';
import type { JournalEvent } from '../../../journal/model/event.ts';
import { merge } from '../../../journal/model/merge.ts';
import { writeAssignment } from '../../../people/assignments.ts';
import { goingHere } from '../../going.ts';
import type { Desk } from '../../port.ts';

/** What the next interviewer may read of an interview that came in; undefined when the person has not allowed it. */
export async function lendable(
  desk: Pick<Desk, 'guide' | 'journal'>,
  interview: StreamId | null,
): Promise<LastTalk | undefined> {
  const opened = interview && (await desk.journal.open(interview));
  const events = opened ? merge(opened.events) : [];
  const state = foldInterview(events);
  const guide = state && (await desk.guide(state.guide));
  if (!interview || !guide || (await goingHere(desk.journal)).has(interview)) return undefined;
  const language = languageOf(events);
  return lastTalkOf(events, guide, language, recordTexts[language]);
}

/**
 * Lends it to whoever holds the assignment: the assignment says so first, so that it can be recalled wherever it is.
 * @returns false when it could not be kept; what cannot be packed now is packed in a later round.
 */
export async function lendLastTalk(
  desk: Pick<Desk, 'deliver' | 'journal' | 'me'>,
  given: { readonly assignment: StreamId; readonly to: MemberId; readonly talk: LastTalk },
  random: Random,
): Promise<boolean> {
  const { assignment, talk } = given;
  const { interview } = talk;
  const allowed = { type: 'LastTalkAllowed', version: 1, data: { interview } } as const;
  const said = await writeAssignment(desk.journal, assignment, allowed, desk.me.member);
  if (!said.ok) return false;
  const stream = newId(StreamId, random);
  const lent: LastTalkFact = { type: 'LastTalkLent', version: 1, data: given };
  const kept = await desk.journal.append(stream, 'lastTalk', [lent], summariseLastTalk(given));
  if (!kept.ok) return false;
  await desk.deliver('assignment', assignment);
  // What is lent to oneself is here already.
  if (given.to !== desk.me.member) await desk.deliver('lastTalk', stream);
  return true;
}

/** The language it was completed in: that of the questions as they were asked. */
function languageOf(events: readonly JournalEvent[]): Language {
  const data = events.findLast(({ type }) => type === 'InterviewCompleted')?.body?.data;
  const isEnglish =
    typeof data === 'object' && data !== null && 'language' in data && data.language === 'en';
  return isEnglish ? 'en' : 'sv';
}
