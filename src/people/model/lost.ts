import type { DeviceId, MemberId, Millis } from '../../base/ids.ts';
import type { AssignmentSummary } from './assignment.ts';

/** A tablet as the office's directory has it, with who it belongs to. */
export interface Tablet {
  readonly device: DeviceId;
  readonly member: MemberId;
  readonly name: string;
  /** When it was blocked; null while it is in use. */
  readonly blockedAt: Millis | null;
}

/** What the office knows of a blocked tablet. The copies are sealed: how many interviews they are of is not known. */
export interface LeftAt {
  readonly lastContact: Millis | null;
  readonly copies: number;
  readonly newest: Millis | null;
}

/** Whether the office has told what it knows; `said` is the sentence when it could not be asked. */
export type Asked =
  | { readonly type: 'notYet' | 'asking' }
  | { readonly type: 'told'; readonly left: LeftAt }
  | { readonly type: 'failed'; readonly said: string };

/** What may have lain on somebody's tablet, by what this desk knows; rather too much than too little. */
export interface WasOn<A> {
  /** Still open, and at some time theirs: also what has been handed over since the tablet was lost. */
  readonly assigned: readonly A[];
  /** How many that have ended: name and contact stay until the interviewer or the tablet removes them. */
  readonly earlier: number;
  /** What is still theirs and has to go to somebody else. */
  readonly toHandOver: readonly A[];
}

export function wasOn<A extends Pick<AssignmentSummary, 'ended' | 'hands' | 'to'>>(
  member: MemberId,
  assignments: readonly A[],
): WasOn<A> {
  const theirs = assignments.filter(({ hands }) => hands.includes(member));
  const assigned = theirs.filter(({ ended }) => ended === null);
  return {
    assigned,
    earlier: theirs.length - assigned.length,
    toHandOver: assigned.filter(({ to }) => to === member),
  };
}

/** The first signs of a device's random id: enough to tell two apart, as on the list of members. */
export const markOf = (device: DeviceId): string => device.slice(0, 4).toUpperCase();
