import { fixedDeps } from '../base/deps.ts';
import { CardId, DeviceId, MemberId, QuestionId, StreamId, TrackId } from '../base/ids.ts';
import data from '../guide/data/default-guide.json' with { type: 'json' };
import { Guide } from '../guide/model/guide.ts';
import type { InterviewFact } from '../interview/model/event.ts';
import { foldInterview } from '../interview/model/state.ts';
import { summarise, type InterviewSummary } from '../interview/model/summary.ts';
import { stamp, type JournalEvent, type NewEvent, type Writer } from '../journal/model/event.ts';
import { merge } from '../journal/model/merge.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import type { Journal } from '../journal/model/port.ts';
import { CHECKLIST } from './checklist.ts';
import type { ReviewFact } from './model/event.ts';
import type { ReviewSession } from './session.ts';

/* An invented interview and a journal in memory, for the tests of this room. */

export const GUIDE = Guide.parse(data);
export const KARIN: Writer = {
  author: MemberId.parse('c'.repeat(32)),
  device: DeviceId.parse('1'.repeat(32)),
};
export const OLLE: Writer = {
  author: MemberId.parse('d'.repeat(32)),
  device: DeviceId.parse('2'.repeat(32)),
};
export const NAMES = new Map([
  [KARIN.author, 'Karin Ek'],
  [OLLE.author, 'Olle Lind'],
]);
export const INTERVIEW = StreamId.parse('a'.repeat(32));
export const q = (id: string): QuestionId => QuestionId.parse(id);

export const STORY =
  'Jag kom dit en kväll i november. Ingen hade sagt hur länge. ”Du får sova här”, sa hon, och sedan blev det nio år.';

const answered = (id: string, text: string, more: object = {}): InterviewFact[] => [
  { type: 'QuestionAsked', version: 1, data: { question: q(id) } },
  {
    type: 'AnswerWritten',
    version: 1,
    data: { question: q(id), answer: { text, verbatim: [], value: null, ...more } },
  },
  { type: 'QuestionEnded', version: 1, data: { question: q(id), outcome: 'answered' } },
];

const asked = GUIDE.sections
  .flatMap((section) => section.questions)
  .map(({ id, text }) => ({ question: id, text }));

export const completed: InterviewFact = {
  type: 'InterviewCompleted',
  version: 1,
  data: { asked, language: 'sv' },
};

/** What happened in the invented interview, up to and with its first completion. */
export const FACTS: readonly InterviewFact[] = [
  {
    type: 'InterviewStarted',
    version: 1,
    data: {
      code: 'K-017',
      guide: { id: GUIDE.id, version: GUIDE.version },
      track: TrackId.parse('full'),
    },
  },
  { type: 'AgeStated', version: 1, data: { age: 'adult' } },
  {
    type: 'ConsentGiven',
    version: 1,
    data: { textVersion: '1.0.0', yes: ['participate', 'notes', 'quotes'], saidBack: true },
  },
  ...answered('s2q1', STORY, { verbatim: [[60, 77]] }),
  ...answered('s2q2', 'Minns inte riktigt. Det gick fort.'),
  { type: 'QuestionEnded', version: 1, data: { question: q('s3q1'), outcome: 'declined' } },
  {
    type: 'SafetyFlagged',
    version: 1,
    data: {
      card: CardId.parse('childAtRisk'),
      question: q('s2q1'),
      note: 'Berättade att en yngre pojke bor kvar och är rädd för kvällarna.',
    },
  },
  { type: 'TalkEnded', version: 1, data: {} },
  {
    type: 'MemoWritten',
    version: 1,
    data: { field: 'setting', value: 'På biblioteket, bara vi två.' },
  },
  { type: 'MemoWritten', version: 1, data: { field: 'documentation', value: 'notes' } },
  {
    type: 'MemoWritten',
    version: 1,
    data: { field: 'keyMessages', value: ['Berätta hur länge', 'Fråga mig själv', 'Ring efteråt'] },
  },
  { type: 'MemoWritten', version: 1, data: { field: 'surprises', value: 'Att ingen hade ringt.' } },
  completed,
];

/** One clock and one row of ids for all that a test makes, so that no two events have the same id. */
const shared = fixedDeps();

/** Events of one writer after what is known, each a minute after the one before. */
export function written(
  facts: readonly NewEvent[],
  stream: StreamId,
  known: readonly JournalEvent[],
  writer: Writer,
): JournalEvent[] {
  let all = [...known];
  for (const fact of facts) {
    shared.clock.advance(60_000);
    all = merge(all, stamp([fact], stream, all, writer, shared));
  }
  return all;
}

export const interviewEvents = (): JournalEvent[] => written(FACTS, INTERVIEW, [], OLLE);

export function interviewSummary(events: readonly JournalEvent[]): InterviewSummary {
  const state = foldInterview(events);
  if (!state) throw new Error('not an interview');
  return summarise(state, { done: 40, of: 40 });
}

/** A journal of one writer that keeps everything in memory. */
export const memoryJournal = (writer: Writer): Journal<'real'> =>
  openMemoryJournal(writer, shared, 'real');

/** Every required point of the checklist marked for this revision. */
export const allChecked = (revision = 1): ReviewFact[] =>
  CHECKLIST.items
    .filter((item) => item.required)
    .map(({ id }) => ({
      type: 'ChecklistMarked',
      version: 1,
      data: { revision, item: id, mark: 'met' },
    }));

/** Marks every required point as the reviewer does, one after the other. */
export async function checkAll(session: ReviewSession): Promise<void> {
  for (const { id, required } of CHECKLIST.items) if (required) await session.check(id, 'met');
}
