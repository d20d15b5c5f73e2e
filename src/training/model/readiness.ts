import type { GuideRef } from '../../guide/model/guide.ts';
import { addMonths, dayAt } from '../../people/model/days.ts';
import { isModuleDone, type Done, type ModuleNeeds } from './exercises.ts';
import type { SignoffState } from './signoff.ts';

/** What the office says of readiness: it stops, it warns, or nobody is asked. */
export type ReadinessPolicy = 'required' | 'warning' | 'off';

/**
 * Why no sign-off counts: there is none, a trainer has taken it back, it has become too old, or it was for an older
 * major version of the guide.
 */
export type SignoffLack = 'none' | 'takenBack' | 'old' | 'otherVersion';

/** One thing that is lacking before the first interview. */
export type Missing =
  | { readonly type: 'module'; readonly module: string }
  /** No practice case was played to its end with this version of the guide. */
  | { readonly type: 'practice' }
  | { readonly type: 'signoff'; readonly why: SignoffLack };

export interface ReadinessState {
  readonly ready: boolean;
  readonly missing: readonly Missing[];
  /** YYYY-MM-DD until which the sign-off holds; null without one for this guide. */
  readonly renewBy: string | null;
}

/**
 * The rule of the training's data (`readiness`): the modules it names, a practice run by this version of the guide and
 * a trainer's sign-off that is not too old.
 * @param input.signoff what trainers have said, as `foldSignoff` has it; undefined before any has.
 * @param input.today YYYY-MM-DD
 */
export function readinessOf(input: {
  readonly progress: Done;
  readonly signoff: Pick<SignoffState, 'standing' | 'takenBack'> | undefined;
  readonly training: {
    readonly readiness: {
      readonly requiredModules: readonly string[];
      readonly renewAfterMonths: number;
    };
  };
  readonly needs: ModuleNeeds;
  readonly guide: GuideRef;
  readonly today: string;
}): ReadinessState {
  const { progress, signoff, needs, guide, today } = input;
  const { requiredModules, renewAfterMonths } = input.training.readiness;
  const modules = requiredModules
    .filter((module) => !isModuleDone(needs, module, progress))
    .map((module): Missing => ({ type: 'module', module }));
  const practised = progress.finished.some((each) => isSameMajor(each.guide, guide));
  const standing = signoff?.standing ?? [];
  const ours = standing
    .filter((each) => isSameMajor(each.guide, guide))
    .map(({ at }) => addMonths(dayAt(at), renewAfterMonths))
    .toSorted();
  const renewBy = ours.at(-1) ?? null;
  const lack = signoff?.takenBack ? 'takenBack' : lackOf(standing.length, renewBy, today);
  const missing: readonly Missing[] = [
    ...modules,
    ...(practised ? [] : [{ type: 'practice' } as const]),
    ...(lack ? [{ type: 'signoff', why: lack } as const] : []),
  ];
  return { ready: missing.length === 0, missing, renewBy };
}

/** The day named in `renewBy` is the last on which the sign-off holds. */
function lackOf(signed: number, renewBy: string | null, today: string): SignoffLack | null {
  if (signed === 0) return 'none';
  if (renewBy === null) return 'otherVersion';
  return today > renewBy ? 'old' : null;
}

/**
 * The same guide in the same major version: 1.4.0 asks what 1.0.0 asks, 2.0.0 need not (semver.org). A version that is
 * no number is only the same as itself.
 */
export function isSameMajor(a: GuideRef, b: GuideRef): boolean {
  return a.id === b.id && (a.version === b.version || majorOf(a.version) === majorOf(b.version));
}

const majorOf = (version: string): string => /^(\d+)(\.|$)/.exec(version)?.[1] ?? version;

/** What stands before an interview: nothing, a reminder that lets one go on, or a stop with what is missing. */
export type Gate =
  | { readonly type: 'open' }
  | { readonly type: 'warn' | 'stop'; readonly missing: readonly Missing[] };

/**
 * Whether somebody may begin an interview. It stops only at the first one with this version of the guide, and only
 * where somebody can sign: a person must never stand in a kitchen, with somebody waiting, because an office has no
 * trainer.
 * @param input.hasInterviewed they have held one with this major version before, as far as the device knows.
 * @param input.canBeSigned the office has a trainer, other than themselves.
 */
export function gateOf(input: {
  readonly state: ReadinessState;
  readonly policy: ReadinessPolicy;
  readonly hasInterviewed: boolean;
  readonly canBeSigned: boolean;
}): Gate {
  const { state, policy } = input;
  if (policy === 'off' || state.ready) return { type: 'open' };
  const stops = policy === 'required' && input.canBeSigned && !input.hasInterviewed;
  // Whoever interviews already is reminded when the sign-off runs out or is taken back, and of nothing else.
  const lacksRenewal = state.missing.some((each) => each.type === 'signoff' && each.why !== 'none');
  if (input.hasInterviewed && !lacksRenewal) return { type: 'open' };
  return { type: stops ? 'stop' : 'warn', missing: state.missing };
}
