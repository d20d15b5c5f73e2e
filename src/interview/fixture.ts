import { fixedDeps, type Deps } from '../base/deps.ts';
import {
  CardId,
  DeviceId,
  EventId,
  MemberId,
  QuestionId,
  SectionId,
  StreamId,
  TrackId,
  type Millis,
} from '../base/ids.ts';
import { err, type Result } from '../base/result.ts';
import data from '../guide/data/default-guide.json' with { type: 'json' };
import { Guide } from '../guide/model/guide.ts';
import { routeOf } from '../guide/model/route.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import { stamp, type JournalEvent, type NewEvent, type Writer } from '../journal/model/event.ts';
import { merge } from '../journal/model/merge.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import { packedMemoFields } from './model/act.ts';
import type { Answer, FactData, InterviewFact, Outcome } from './model/event.ts';
import { foldInterview, type InterviewState } from './model/state.ts';
import { InterviewSession } from './session.ts';

/* An invented talk with the shipped guide, for the tests of this room and those that use it. */

export const GUIDE = Guide.parse(data);
export const INTERVIEW = StreamId.parse('a'.repeat(32));
export const IDA: Writer = {
  author: MemberId.parse('b'.repeat(32)),
  device: DeviceId.parse('1'.repeat(32)),
};
/** The same interviewer on another tablet. */
export const IDA_ELSEWHERE: Writer = { ...IDA, device: DeviceId.parse('2'.repeat(32)) };
export const q = (id: string): QuestionId => QuestionId.parse(id);
export const card = (id: string): CardId => CardId.parse(id);
export const event = (sign: string): EventId => EventId.parse(sign.repeat(32));
export const FULL = TrackId.parse('full');
export const CORE = TrackId.parse('core');
export const BRIEF = TrackId.parse('brief');

export const words = (text: string, value: Answer['value'] = null): Answer => ({
  text,
  verbatim: [],
  value,
});
export const started = (track = FULL): InterviewFact => ({
  type: 'InterviewStarted',
  version: 1,
  data: { code: 'K-017', guide: { id: GUIDE.id, version: GUIDE.version }, track },
});
export const wrote = (question: string, answer: Answer | string): InterviewFact => ({
  type: 'AnswerWritten',
  version: 1,
  data: {
    question: q(question),
    answer: typeof answer === 'string' ? words(answer) : answer,
  },
});
export const ended = (question: string, outcome: Outcome): InterviewFact => ({
  type: 'QuestionEnded',
  version: 1,
  data: { question: q(question), outcome },
});
export const agreed = (yes = ['participate', 'notes'], saidBack = true): InterviewFact => ({
  type: 'ConsentGiven',
  version: 1,
  data: { textVersion: GUIDE.consent.version, yes, saidBack },
});
export const aged = (age: FactData<'AgeStated'>['age'] = 'adult'): InterviewFact => ({
  type: 'AgeStated',
  version: 1,
  data: { age },
});
export const guardian = (how: FactData<'GuardianSettled'>['how']): InterviewFact => ({
  type: 'GuardianSettled',
  version: 1,
  data: { how },
});
export const withdrew = (...items: string[]): InterviewFact => ({
  type: 'ConsentWithdrawn',
  version: 1,
  data: { items },
});
export const talkEnded: InterviewFact = { type: 'TalkEnded', version: 1, data: {} };
export const memo = (field: string, value: string | string[] | number): InterviewFact => ({
  type: 'MemoWritten',
  version: 1,
  data: { field, value },
});

/** Everything that completing asks for, with every question of the track ended. */
export const ready = (track = FULL): InterviewFact[] => [
  started(track),
  aged(),
  agreed(),
  ...routeOf(GUIDE, track).order.map((question) => ended(question, 'answered')),
  talkEnded,
  ...packedMemoFields(GUIDE)
    .filter((field) => field.required)
    .map((field) => memo(field.id, field.answer.kind === 'list' ? ['Ett', '', ''] : 'Något')),
];

const shared = fixedDeps();

/** Events of one writer after what is known, each a minute after the one before. */
export function written(
  facts: readonly NewEvent[],
  known: readonly JournalEvent[] = [],
  writer: Writer = IDA,
): JournalEvent[] {
  let all = [...known];
  for (const fact of facts) {
    shared.clock.advance(60_000);
    all = merge(all, stamp([fact], INTERVIEW, all, writer, shared));
  }
  return all;
}

/** Events at given moments, as a clock that jumps would stamp them. */
export function writtenAt(facts: readonly (readonly [Millis, NewEvent])[]): JournalEvent[] {
  let all: JournalEvent[] = [];
  for (const [at, fact] of facts) {
    const deps: Deps = { clock: { now: () => at }, random: shared.random };
    all = merge(all, stamp([fact], INTERVIEW, all, IDA, deps));
  }
  return all;
}

export function folded(events: readonly JournalEvent[]): InterviewState {
  const state = foldInterview(events);
  if (!state) throw new Error('not an interview');
  return state;
}

export const stateAfter = (...facts: readonly NewEvent[]): InterviewState => folded(written(facts));

/** One clock and one row of ids for a journal and the session on it. */
export const memoryJournal = (deps: Deps = shared): Journal<'real'> =>
  openMemoryJournal(IDA, deps, 'real');

/** Opens what these facts tell, on the given journal (or one in memory). */
export async function openSession(
  facts: readonly NewEvent[] = [started()],
  journal: Journal = memoryJournal(),
  guide: Guide = GUIDE,
): Promise<InterviewSession> {
  await journal.append(INTERVIEW, 'interview', facts, null);
  return reopened(journal, guide);
}

/** Opens what the journal holds, as after a crash. */
export async function reopened(journal: Journal, guide: Guide = GUIDE): Promise<InterviewSession> {
  const session = await InterviewSession.open({ journal, clock: shared.clock }, INTERVIEW, () =>
    Promise.resolve(guide),
  );
  if (!session) throw new Error('the interview does not open');
  return session;
}

/** A journal that can be told to wait or to refuse, and that notes which drafts it was given. */
export function moodyJournal(inner: Journal = memoryJournal()) {
  const waiting: (() => void)[] = [];
  const given: { readonly key: string; readonly value: unknown }[] = [];
  let held = false;
  let problem: StoreProblem | null = null;
  let sick: string | null = null;
  const turn = async () => {
    if (held) await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const journal: Journal = {
    ...inner,
    async append(...args) {
      await turn();
      return problem && sick === null ? err(problem) : inner.append(...args);
    },
    async draft(stream, kind, key, value) {
      given.push({ key, value });
      await turn();
      return problem && (sick === null || sick === key)
        ? err(problem)
        : inner.draft(stream, kind, key, value);
    },
  };
  return {
    journal,
    given,
    hold: () => {
      held = true;
    },
    /** Lets what waits go on; what comes later waits again until `release`. */
    land: () => {
      for (const go of waiting.splice(0)) go();
    },
    release: () => {
      held = false;
      for (const go of waiting.splice(0)) go();
    },
    /** Refuses everything, or the drafts of one key only; null: well again. */
    refuse: (why: StoreProblem | null, key: string | null = null) => {
      problem = why;
      sick = key;
    },
  };
}

/** A guide with this many questions in one more section of the real one, for size. */
export function longGuide(questions: number): Guide {
  const [first, shape] = GUIDE.sections;
  const model = shape?.questions[0];
  if (!first || !shape || !model) throw new Error('the shipped guide is too short');
  const sections = Array.from({ length: Math.ceil(questions / 5) }, (_, s) => ({
    ...shape,
    id: SectionId.parse(`long${s + 1}`),
    questions: Array.from({ length: 5 }, (_question, i) => ({
      ...model,
      id: q(`long${s * 5 + i + 1}`),
    })),
  }));
  const all = [first, ...sections];
  const questionIds = all.flatMap((section) => section.questions.map((each) => each.id));
  return {
    ...GUIDE,
    sections: all,
    tracks: [{ id: FULL, name: GUIDE.title, minutes: 90, questionIds }],
  };
}

/** The value of what has to go well here. */
export function must<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`unexpected problem: ${JSON.stringify(result.error)}`);
  return result.value;
}
