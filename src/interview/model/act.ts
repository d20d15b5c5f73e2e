import type { QuestionId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Guide, GuardianPolicy, MemoField, SignaturePolicy } from '../../guide/model/guide.ts';
import { routeOf, type Route } from '../../guide/model/route.ts';
import type { Answer, AskedQuestion, InterviewFact, Outcome } from './event.ts';
import { NO_ANSWER, saysYes, type InterviewState, type Status } from './state.ts';

/** What a person can do with an interview, and in which states it may be done. */
const MAY = {
  begin: ['preparing'],
  write: ['talking', 'writing', 'reopened'],
  ask: ['talking'],
  end: ['talking', 'writing', 'reopened'],
  consent: ['talking'],
  withdraw: ['talking', 'paused', 'writing', 'completed', 'reopened'],
  pause: ['talking'],
  resume: ['paused'],
  changeTrack: ['talking'],
  openCard: ['talking', 'paused', 'writing', 'reopened'],
  flag: ['talking', 'paused', 'writing', 'reopened'],
  /** Also in an official document: who has taken over is told when it happens (domain.md section 4). */
  settleCard: ['talking', 'paused', 'writing', 'completed', 'reopened'],
  stop: ['talking', 'paused'],
  finishTalk: ['talking'],
  writeMemo: ['writing', 'reopened'],
  takeBack: ['talking', 'paused', 'writing', 'reopened'],
  complete: ['writing', 'reopened'],
  aftercare: ['writing', 'completed', 'reopened'],
  erase: ['preparing', 'talking', 'paused', 'writing'],
} as const satisfies Record<string, readonly Status[]>;
export type Act = keyof typeof MAY;

export function may(state: InterviewState, act: Act): boolean {
  const states: readonly Status[] = MAY[act];
  return states.includes(state.status);
}

/** Why completing waits: each with the place to go to. */
export type Obstacle =
  | { readonly type: 'noConsent'; readonly question: QuestionId }
  | { readonly type: 'questionOpen'; readonly question: QuestionId }
  | { readonly type: 'memoMissing'; readonly field: string };

/** What still stands in the way of completing; empty when nothing does. */
export function obstacles(state: InterviewState, guide: Guide): Obstacle[] {
  const route = routeOf(guide, state.track);
  const open: Obstacle[] = [];
  if (!hasConsent(state, guide)) open.push({ type: 'noConsent', question: route.gate });
  for (const { question } of askedQuestions(state, guide)) {
    if (outcomeOf(state, question) === null) open.push({ type: 'questionOpen', question });
  }
  for (const field of packedMemoFields(guide)) {
    if (field.required && isEmpty(state.memo.get(field.id))) {
      open.push({ type: 'memoMissing', field: field.id });
    }
  }
  return open;
}

/** Parts A and B of the memo. Part C is private and lives in a stream of its own. */
export const packedMemoFields = (guide: Guide): MemoField[] =>
  guide.memoTemplate.fields.filter((field) => field.part !== 'C');

export function isEmpty(value: string | number | readonly string[] | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === 'number') return false;
  return typeof value === 'string'
    ? value.trim() === ''
    : value.every((line) => line.trim() === '');
}

/**
 * The office's rule on guardians for this interview: the one of the day of the consent, and before it the present one,
 * which the guide carries. A guide that says nothing asks for permission, as the method does (domain.md section 3).
 */
export const guardianRule = ({ consent }: InterviewState, guide: Guide): GuardianPolicy =>
  consent?.guardianRule ?? guide.programDefaults?.guardianPolicy ?? 'required';

/** A spoken yes is as good as a drawn one (domain.md section 3), unless the office wants it otherwise. */
export const signaturePolicy = (guide: Guide): SignaturePolicy =>
  guide.programDefaults?.signature ?? 'either';

/** True when somebody of this age may be asked: under 15 nobody, under 18 as the guardian rule says. */
export function mayBeAsked(state: InterviewState, guide: Guide): boolean {
  const { age, guardian, consent, endedAt } = state;
  if (age !== 'from15to17') return age === 'adult';
  // The rule was not always noted. Such a talk passed its gate by a rule that nobody knows any more, and after it nobody
  // can pass it again: what has been decided since does not hold back what was said.
  if (consent && !consent.guardianRule && endedAt !== null) return true;
  const met = { required: guardian === 'permitted', informed: guardian !== null, none: true };
  return met[guardianRule(state, guide)];
}

/** True when the person may be asked, every required consent item has a yes and the rules were said back. */
export function hasConsent(state: InterviewState, guide: Guide): boolean {
  return (
    mayBeAsked(state, guide) &&
    state.consent !== null &&
    state.consent.saidBack &&
    guide.consent.items.every((item) => !item.required || saysYes(state, item.id))
  );
}

export const outcomeOf = (state: InterviewState, question: QuestionId): Outcome | null =>
  (state.questions.get(question) ?? NO_ANSWER).outcome;

/** True when there are words or a value; an answer that was emptied again says nothing. */
export const saysSomething = (answer: Answer | null): boolean =>
  answer !== null && (answer.text.trim() !== '' || answer.value !== null);

/**
 * Facts that end every question without an outcome: those with an answer stay partly, the rest were not reached.
 * Also those that were asked in another track, since the record keeps them too.
 */
export function endOpenQuestions(state: InterviewState, route: Route): InterviewFact[] {
  const known = new Set<QuestionId>([...route.order, ...state.questions.keys()]);
  return [...known]
    .filter((question) => outcomeOf(state, question) === null)
    .map((question) => {
      const { answer } = state.questions.get(question) ?? NO_ANSWER;
      const outcome: Outcome = saysSomething(answer) ? 'partly' : 'notReached';
      return { type: 'QuestionEnded', version: 1, data: { question, outcome } };
    });
}

/** The questions as they were asked, for the record (DESIGN section 6). */
export function askedQuestions(state: InterviewState, guide: Guide): AskedQuestion[] {
  const route = routeOf(guide, state.track);
  const order = new Set<QuestionId>(route.order);
  const others = guide.sections
    .flatMap((section) => section.questions)
    .filter((question) => !order.has(question.id) && state.questions.has(question.id));
  return [...route.order.flatMap((id) => route.find(id)?.question ?? []), ...others].map(
    ({ id, text }) => ({ question: id, text }),
  );
}

export type Blocked = { readonly type: 'blocked'; readonly obstacles: readonly Obstacle[] };

/** Completing makes the record an official document (TF 2 kap. 10 §), so it waits until nothing is open. */
export function complete(
  state: InterviewState,
  guide: Guide,
  language: 'sv' | 'en',
): Result<InterviewFact[], Blocked> {
  const open = obstacles(state, guide);
  if (open.length > 0 || !may(state, 'complete')) return err({ type: 'blocked', obstacles: open });
  return ok([
    {
      type: 'InterviewCompleted',
      version: 1,
      data: { asked: askedQuestions(state, guide), language },
    },
  ]);
}

/** How many of the route's questions have an outcome, and how many there are. Derived, never stored. */
export function progress(state: InterviewState, route: Route): { done: number; of: number } {
  const done = route.order.filter((question) => outcomeOf(state, question) !== null).length;
  return { done, of: route.order.length };
}
