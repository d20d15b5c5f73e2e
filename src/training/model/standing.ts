import type { MemberId, Millis } from '../../base/ids.ts';
import type { GuideRef } from '../../guide/model/guide.ts';

/** A finished practice talk, by the name its case has today. */
export interface HeldPractice {
  readonly case: string;
  readonly guide: GuideRef;
  readonly reached: number;
  readonly of: number;
  readonly at: Millis;
}

/** How far one person has come, as far as a trainer may see it. */
export interface Standing {
  readonly member: MemberId;
  readonly name: string;
  readonly hasLeft: boolean;
  /** False: the trainee lets nobody see it, and what follows is empty because it is not known. */
  readonly shared: boolean;
  /** The modules that are done. */
  readonly done: ReadonlySet<string>;
  /** Newest first; one for each case and guide version. */
  readonly held: readonly HeldPractice[];
  /** The sign-off that stands, of whichever version; null when none does. */
  readonly signed: {
    readonly by: MemberId;
    readonly at: Millis;
    readonly guide: GuideRef;
    /** YYYY-MM-DD until which it holds. */
    readonly renewBy: string | null;
    /** Too old, or of an older major version of the guide. */
    readonly isDue: boolean;
  } | null;
}

/** In the order of the alphabet and no other: a list of people is no league (domain.md K19). */
export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'sv');

/** Of each case and guide version the last talk, newest first. */
export function lastOfEach(held: readonly HeldPractice[]): readonly HeldPractice[] {
  const last = new Map<string, HeldPractice>();
  for (const each of [...held].sort((a, b) => a.at - b.at)) {
    last.set(`${each.case}\n${each.guide.id}\n${each.guide.version}`, each);
  }
  return [...last.values()].sort((a, b) => b.at - a.at);
}
