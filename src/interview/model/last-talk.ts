import * as z from 'zod/mini';
import { MemberId, Millis, StreamId, type QuestionId } from '../../base/ids.ts';
import type { Guide } from '../../guide/model/guide.ts';
import type { Language } from '../../i18n/catalogue.ts';
import type { RecordTexts } from '../../i18n/record.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact, Words } from '../../journal/model/fact.ts';
import { foldConsent } from './consent-items.ts';
import { ABOUT_OTHERS, rangesOf } from './marks.ts';
import { participantCopy, withoutOthers } from './participant-copy.ts';
import { foldReadBack } from './read-back.ts';
import { foldInterview, saysYes } from './state.ts';
import { useOf } from './use.ts';

/** The item of consent by which the next interviewer may read what the person said. */
const NEXT_INTERVIEWER = 'nextInterviewer';

const Said = z.object({
  question: Words,
  /** The scale, choice or period in words; null when there is none. */
  value: z.nullable(Words),
  paragraphs: z.array(Words).check(z.maxLength(2000)),
  leftOut: z.boolean(),
  ownWords: z.array(Words).check(z.maxLength(2000)),
});

/** What a person said in one talk, as far as the next interviewer may read it. */
export const LastTalk = z.object({
  interview: StreamId,
  heldAt: Millis,
  sections: z.array(z.object({ title: Words, items: z.array(Said).check(z.maxLength(1000)) })),
});
export type LastTalk = z.infer<typeof LastTalk>;

/**
 * Lent by a supervisor to one interviewer, for one assignment. A stream of its own beside the assignment, so that it
 * is sealed to that interviewer and not to those who had the assignment before, and goes by destroying its key.
 */
export const LastTalkFact = z.discriminatedUnion('type', [
  fact('LastTalkLent', { to: MemberId, assignment: StreamId, talk: LastTalk }),
]);
export type LastTalkFact = z.infer<typeof LastTalkFact>;
export type LentTalk = LastTalkFact['data'];

/** What lists know of it: nothing of what was said. */
export const LastTalkSummary = z.object({
  to: MemberId,
  assignment: StreamId,
  interview: StreamId,
});
export type LastTalkSummary = z.infer<typeof LastTalkSummary>;

/** Undefined when the events lend nothing. @param events in reading order. */
export function foldLastTalk(events: readonly JournalEvent[]): LentTalk | undefined {
  const [first] = events;
  return LastTalkFact.safeParse({ ...first, data: first?.body?.data }).data?.data;
}

export const summariseLastTalk = ({ to, assignment, talk }: LentTalk): LastTalkSummary => ({
  to,
  assignment,
  interview: talk.interview,
});

/**
 * True while the person's yes holds, and the yes to the interview itself. One that was made before there was such an
 * item was never asked about it, and nobody reads it. @param events in reading order.
 */
export function mayBeLent(events: readonly JournalEvent[]): boolean {
  const state = foldInterview(events);
  if (!state || state.revision === 0 || !saysYes(state, 'participate')) return false;
  return foldConsent(events).items.get(NEXT_INTERVIEWER)?.state === 'yes';
}

/**
 * The answers that the next interviewer may read: without what the person keeps between the two, what is marked as
 * being about somebody else (OSL 26 kap. 5 §) and what was taken back, and nothing of the memo, the cards, the
 * placements or the sound.
 * @param events of the interview, in reading order.
 * @returns undefined when the person has not allowed it, or said nothing that goes along.
 */
export function lastTalkOf(
  events: readonly JournalEvent[],
  guide: Guide,
  language: Language,
  t: RecordTexts,
): LastTalk | undefined {
  const state = foldInterview(events);
  const [first] = events;
  if (!state || !first || !mayBeLent(events)) return undefined;
  const read = foldReadBack(events);
  const without = [...state.questions].flatMap(([id, { takenBack }]): QuestionId[] =>
    takenBack || useOf(state, read.questions.get(id)) === 'betweenUs' ? [id] : [],
  );
  const own = new Map([...read.questions].map(([id, { ownWords }]) => [id, ownWords]));
  const copy = participantCopy(state, guide, {
    language,
    without,
    ownWords: own,
    timeline: [],
    t,
  });
  const sections = copy.sections.flatMap(({ title, items }) => {
    const said = items.filter(({ declined }) => !declined).map(lentItem);
    return said.length > 0 ? [{ title, items: said }] : [];
  });
  return sections.length > 0
    ? { interview: first.stream, heldAt: copy.heldAt, sections }
    : undefined;
}

type Copied = ReturnType<typeof participantCopy>['sections'][number]['items'][number];

function lentItem({ text, value, paragraphs, leftOut, ownWords }: Copied): z.infer<typeof Said> {
  const own = withoutOthers({ text: ownWords, thirdPerson: rangesOf(ownWords, ABOUT_OTHERS) });
  return {
    question: text,
    value,
    paragraphs: [...paragraphs],
    leftOut: leftOut || own.leftOut,
    ownWords: [...own.paragraphs],
  };
}
