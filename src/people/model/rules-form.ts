import { canonical } from '../../base/canonical.ts';
import { eligibilityOf, type Judged, type Rules } from './eligibility.ts';
import { Program } from './program.ts';
import { retentionOf, typedRetention, type TypedRetention } from './retention-form.ts';

/** The rules that are a whole number, by what they are about and in the order in which they are read. */
export const NUMBER_RULES = {
  who: ['minAge', 'monthsAfterClosing', 'offerWindowMonths', 'minPlacementMonths'],
  asking: ['reminders', 'followUpEveryMonths', 'followUpWindowMonths', 'cohortTarget'],
  interviewers: ['perWorkerMin', 'perWorkerMax'],
  review: ['memoDueHours', 'reviewDueDays', 'interviewDaysOnTablet', 'suppressBelow'],
} as const satisfies Record<string, readonly (keyof Program)[]>;
export type RuleGroup = keyof typeof NUMBER_RULES;
export type NumberRule = (typeof NUMBER_RULES)[RuleGroup][number];

export const ALL_NUMBERS: readonly NumberRule[] = Object.values(NUMBER_RULES).flat();

/** The rules as they are being typed. */
export type TypedRules = Readonly<Record<NumberRule, string>> &
  Pick<
    Program,
    | 'placementKinds'
    | 'excludeCustodyTransferred'
    | 'preferOwnWorker'
    | 'guardianPolicy'
    | 'twoApprovers'
    | 'readiness'
  > & { readonly retention: readonly TypedRetention[] };

export const typedRules = (program: Program): TypedRules => ({
  ...program,
  retention: typedRetention(program),
  minAge: String(program.minAge),
  monthsAfterClosing: String(program.monthsAfterClosing),
  offerWindowMonths: String(program.offerWindowMonths),
  minPlacementMonths: String(program.minPlacementMonths),
  reminders: String(program.reminders),
  followUpEveryMonths: String(program.followUpEveryMonths),
  followUpWindowMonths: String(program.followUpWindowMonths),
  cohortTarget: String(program.cohortTarget),
  perWorkerMin: String(program.perWorkerMin),
  perWorkerMax: String(program.perWorkerMax),
  memoDueHours: String(program.memoDueHours),
  reviewDueDays: String(program.reviewDueDays),
  interviewDaysOnTablet: String(program.interviewDaysOnTablet),
  suppressBelow: String(program.suppressBelow),
});

/** The lowest and highest number that the statute and the method allow; `Program` has the same and decides. */
export const RANGES: Readonly<Record<NumberRule, readonly [number, number]>> = {
  minAge: [15, 30],
  monthsAfterClosing: [0, 240],
  offerWindowMonths: [0, 240],
  minPlacementMonths: [0, 240],
  reminders: [0, 5],
  followUpEveryMonths: [1, 60],
  followUpWindowMonths: [0, 12],
  cohortTarget: [1, 1000],
  perWorkerMin: [0, 50],
  perWorkerMax: [1, 50],
  memoDueHours: [1, 1000],
  reviewDueDays: [1, 365],
  interviewDaysOnTablet: [1, 3650],
  suppressBelow: [5, 50],
};

/** The numbers that can't be kept as they are typed. */
export const wrongNumbers = (typed: TypedRules): readonly NumberRule[] =>
  ALL_NUMBERS.filter((rule) => {
    const [lowest, highest] = RANGES[rule];
    const n = Number(typed[rule]);
    const isTooMany = rule === 'perWorkerMin' && n > Number(typed.perWorkerMax);
    return !/^\d{1,4}$/.test(typed[rule].trim()) || n < lowest || n > highest || isTooMany;
  });

/** What a form without wrong numbers and rows changes: only that is said, so that a colleague's other change stays. */
export function changesIn(typed: TypedRules, program: Program): Partial<Program> {
  const numbers = Object.fromEntries(ALL_NUMBERS.map((rule) => [rule, Number(typed[rule])]));
  const { placementKinds, excludeCustodyTransferred, preferOwnWorker, guardianPolicy } = typed;
  const now = Program.parse({
    ...program,
    ...numbers,
    placementKinds,
    excludeCustodyTransferred,
    preferOwnWorker,
    guardianPolicy,
    twoApprovers: typed.twoApprovers,
    readiness: typed.readiness,
    retention: retentionOf(typed.retention),
  });
  const before = new Map(Object.entries(program));
  return Object.fromEntries(
    Object.entries(now).filter(([rule, value]) => canonical(value) !== canonical(before.get(rule))),
  );
}

/**
 * True when rules would leave nobody who can be asked, though somebody can be asked today or could have been later: a
 * slip of the finger must not stop the work unseen.
 */
export function leavesNobody(
  people: readonly Judged[],
  before: Rules,
  after: Rules,
  today: string,
): boolean {
  const judged = (rules: Rules) => people.map((person) => eligibilityOf(person, rules, today));
  const [then, now] = [judged(before), judged(after)];
  if (now.some((each) => each.now)) return false;
  return (
    then.some((each) => each.now) ||
    (then.some(({ from }) => from !== null) && now.every(({ from }) => from === null))
  );
}
