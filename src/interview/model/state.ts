import type { CardId, EventId, MemberId, Millis, QuestionId, TrackId } from '../../base/ids.ts';
import type { GuideRef } from '../../guide/model/guide.ts';
import type { JournalEvent, NewEvent } from '../../journal/model/event.ts';
import { RETRACTED } from '../../journal/model/event.ts';
import {
  InterviewFact,
  type AftercareTask,
  type Answer,
  type FactData,
  type Outcome,
} from './event.ts';
import { openedToo, type Reopened } from './reopened.ts';
import { isSideFact } from './side-facts.ts';

/** Where an interview stands. Approval is the supervisor's and lives in the review stream. */
export type Status = 'preparing' | 'talking' | 'paused' | 'writing' | 'completed' | 'reopened';

export interface QuestionState {
  readonly answer: Answer | null;
  readonly outcome: Outcome | null;
  /** The event that holds the answer shown; a comment on a passage is anchored to it. */
  readonly event: EventId | null;
  readonly asked: boolean;
  /** The participant took the words back; they are gone. */
  readonly takenBack: boolean;
}

/** A support card that was opened, and how it was left; only critical ones must be. */
export interface CardState {
  readonly openedAt: Millis;
  readonly critical: boolean;
  readonly closed: (FactData<'CardClosed'> & { readonly at: Millis }) | null;
}

export interface SafetyFlag {
  readonly event: EventId;
  readonly card: string;
  readonly question: QuestionId | null;
  readonly note: string;
  readonly at: Millis;
}

export interface InterviewState {
  readonly status: Status;
  /** Who started it. */
  readonly interviewer: MemberId;
  readonly code: string;
  readonly guide: GuideRef;
  readonly track: TrackId;
  /** Null when it was begun without an assignment. */
  readonly wave: number | null;
  readonly startedAt: Millis;
  readonly endedAt: Millis | null;
  readonly completedAt: Millis | null;
  readonly stopped: 'all' | 'parts' | null;
  readonly consent: (FactData<'ConsentGiven'> & { readonly at: Millis }) | null;
  /** What was said yes to and taken back later; a new consent says anew what holds. */
  readonly withdrawn: ReadonlySet<string>;
  readonly age: FactData<'AgeStated'>['age'] | null;
  readonly guardian: FactData<'GuardianSettled'>['how'] | null;
  readonly aftercare: ReadonlyMap<AftercareTask, { readonly at: Millis; readonly note: string }>;
  readonly cards: ReadonlyMap<CardId, CardState>;
  readonly questions: ReadonlyMap<QuestionId, QuestionState>;
  readonly flags: readonly SafetyFlag[];
  readonly memo: ReadonlyMap<string, FactData<'MemoWritten'>['value']>;
  /** Answers as they were written once and that were erased: what quotes them is shown no more. */
  readonly erased: ReadonlySet<EventId>;
  readonly asked: FactData<'InterviewCompleted'>['asked'];
  /** Time spent talking, pauses left out. `runningSince` is set while the talk goes on. */
  readonly talkedMs: number;
  readonly runningSince: Millis | null;
  /** How often it was completed: the revision a supervisor sees. */
  readonly revision: number;
  /** What a return opened again; null when nothing is closed. */
  readonly reopened: Reopened | null;
  /** Events of a later version of the app: shown as "not understood here", never dropped. */
  readonly unknown: number;
}

export const NO_ANSWER: QuestionState = {
  answer: null,
  outcome: null,
  event: null,
  asked: false,
  takenBack: false,
};

/** The state of an interview is a pure fold over its events, in reading order (`merge` gives that order). */
export function foldInterview(events: readonly JournalEvent[]): InterviewState | undefined {
  const [first] = events;
  const begin = first && InterviewFact.safeParse(factOf(first)).data;
  if (!first || begin?.type !== 'InterviewStarted') return undefined;
  const state: Building = {
    ...begin.data,
    wave: begin.data.wave ?? null,
    interviewer: first.author,
    status: 'talking',
    startedAt: first.at,
    endedAt: null,
    completedAt: null,
    stopped: null,
    consent: null,
    withdrawn: new Set(),
    age: null,
    guardian: null,
    aftercare: new Map(),
    cards: new Map(),
    questions: new Map(),
    flags: [],
    memo: new Map(),
    erased: new Set(),
    asked: [],
    talkedMs: 0,
    runningSince: first.at,
    revision: 0,
    reopened: null,
    unknown: 0,
  };
  for (const event of events.slice(1)) step(state, event);
  return state;
}

/**
 * The state after further events that come last in reading order; those before are not read again, so that the
 * hundredth answer costs what the first one did. Not for a retraction, which changes what was said before: fold then.
 */
export function continueInterview(
  before: InterviewState,
  further: readonly JournalEvent[],
): InterviewState {
  const state: Building = {
    ...before,
    questions: new Map(before.questions),
    cards: new Map(before.cards),
    flags: [...before.flags],
    memo: new Map(before.memo),
    erased: new Set(before.erased),
  };
  for (const event of further) step(state, event);
  return state;
}

/** The state as it will be with these facts after `last`, for the summary that is sealed in the same write. */
export function foresee(
  before: InterviewState,
  last: JournalEvent,
  facts: readonly NewEvent[],
  at: Millis,
): InterviewState {
  const coming = facts.map((fact, i) => {
    const order = last.order + 1 + i;
    return { ...last, ...fact, order, at, body: { salt: '', data: fact.data } };
  });
  return continueInterview(before, coming);
}

type Building = { -readonly [K in keyof InterviewState]: InterviewState[K] } & {
  questions: Map<QuestionId, QuestionState>;
  cards: Map<CardId, CardState>;
  flags: SafetyFlag[];
  memo: Map<string, FactData<'MemoWritten'>['value']>;
  erased: Set<EventId>;
};

const factOf = (event: JournalEvent) => ({
  type: event.type,
  version: event.version,
  data: event.body?.data,
});

function step(state: Building, event: JournalEvent): void {
  if (!event.body && event.type === 'AnswerWritten') state.erased.add(event.id);
  if (event.type === RETRACTED || !event.body || isSideFact(event.type)) return;
  const fact = InterviewFact.safeParse(factOf(event)).data;
  if (!fact) {
    state.unknown += 1;
    return;
  }
  switch (fact.type) {
    case 'InterviewStarted':
      return;
    case 'PreparationBegun':
      state.status = 'preparing';
      state.runningSince = null;
      return;
    case 'TalkBegun':
      state.status = 'talking';
      state.startedAt = event.at;
      state.runningSince = event.at;
      return;
    case 'TrackChanged':
      state.track = fact.data.track;
      return;
    case 'QuestionAsked':
      change(state, fact.data.question, { asked: true });
      return;
    case 'AnswerWritten':
      change(state, fact.data.question, {
        answer: fact.data.answer,
        event: event.id,
        asked: true,
        takenBack: false,
      });
      return;
    case 'AnswerTakenBack':
      // The mark stays, so that what was taken back is not asked for again.
      change(state, fact.data.question, { answer: null, event: null, takenBack: true });
      return;
    case 'QuestionEnded':
      change(state, fact.data.question, { outcome: fact.data.outcome });
      return;
    case 'ConsentGiven':
      state.consent = { ...fact.data, at: event.at };
      state.withdrawn = new Set();
      return;
    case 'ConsentWithdrawn':
      state.withdrawn = new Set([...state.withdrawn, ...fact.data.items]);
      return;
    case 'AgeStated':
      state.age = fact.data.age;
      return;
    case 'GuardianSettled':
      state.guardian = fact.data.how;
      return;
    case 'InterviewPaused':
      stopClock(state, event.at);
      state.status = 'paused';
      return;
    case 'InterviewResumed':
      state.status = 'talking';
      state.runningSince = event.at;
      return;
    case 'CardOpened':
      openCard(state, fact.data, event.at);
      return;
    case 'CardClosed':
      closeCard(state, fact.data, event.at);
      return;
    case 'SafetyFlagged':
      state.flags.push({ event: event.id, ...fact.data, at: event.at });
      return;
    case 'InterviewStopped':
      state.stopped = fact.data.keep;
      return;
    case 'TalkEnded':
      stopClock(state, event.at);
      state.endedAt = event.at;
      state.status = 'writing';
      return;
    case 'AftercareDone': {
      const { task, note } = fact.data;
      state.aftercare = new Map([...state.aftercare, [task, { at: event.at, note }]]);
      return;
    }
    case 'MemoWritten':
      state.memo.set(fact.data.field, fact.data.value);
      return;
    case 'InterviewCompleted':
      state.asked = fact.data.asked;
      state.completedAt = event.at;
      state.revision += 1;
      state.status = 'completed';
      state.reopened = null;
      return;
    case 'InterviewReopened':
      state.status = 'reopened';
      state.reopened = openedToo(state.reopened, fact.data);
      return;
  }
}

function change(state: Building, question: QuestionId, part: Partial<QuestionState>): void {
  state.questions.set(question, { ...(state.questions.get(question) ?? NO_ANSWER), ...part });
}

/** Reading a card again after it was handed over asks for nothing more. */
function openCard(state: Building, data: FactData<'CardOpened'>, at: Millis): void {
  const known = state.cards.get(data.card);
  const closed = known?.closed?.outcome === 'notNeeded' ? null : (known?.closed ?? null);
  const critical = data.critical ?? false;
  state.cards.set(data.card, { openedAt: known?.openedAt ?? at, critical, closed });
}

function closeCard(state: Building, data: FactData<'CardClosed'>, at: Millis): void {
  const known = state.cards.get(data.card) ?? { openedAt: at, critical: true };
  state.cards.set(data.card, { ...known, closed: { ...data, at } });
}

/** Elapsed time never runs backwards, whatever the wall clock did meanwhile. */
function stopClock(state: Building, at: Millis): void {
  if (state.runningSince !== null) state.talkedMs += Math.max(0, at - state.runningSince);
  state.runningSince = null;
}

/** True while the person's yes to a consent item holds. */
export const saysYes = (state: InterviewState, item: string): boolean =>
  state.consent !== null && state.consent.yes.includes(item) && !state.withdrawn.has(item);
