import type { StoreProblem } from '../../journal/model/port.ts';
import type { PackProblem, ParcelProblem } from '../../parcel/model/port.ts';
import type { DirectoryProblem } from './directory.ts';
import type { OfficeProblem } from './office.ts';

/** Everything that can go wrong on the way out or in and that a person can act on; catalogue `problem.<type>`. */
export type SyncProblem =
  | OfficeProblem
  | StoreProblem
  | DirectoryProblem
  | PackProblem
  | ParcelProblem
  /** This vault belongs to no office yet. */
  | { readonly type: 'notEnrolled' }
  /** This vault already belongs to an office. */
  | { readonly type: 'alreadyEnrolled' }
  /** Somebody else has set up this office. */
  | { readonly type: 'officeTaken' }
  /** The invitation is cut off or altered. */
  | { readonly type: 'linkBroken' }
  /** The office behind this address is not the one that invited. */
  | { readonly type: 'linkForOtherOffice' }
  /** Only the founder's vault holds the root key. */
  | { readonly type: 'notFounder' }
  /** The directory no longer names this device: it was revoked, or its owner has left. */
  | { readonly type: 'deviceRevoked' }
  | { readonly type: 'noSuchDevice' }
  | { readonly type: 'noSuchStream' }
  /** What was typed is no recovery key, or not this office's. */
  | { readonly type: 'badRecovery' }
  /** The office has no copy of a half-done interview from this person. */
  | { readonly type: 'noDraft' }
  /** A part of the app that is needed for this has not been fetched yet. */
  | { readonly type: 'unfetched' }
  /** Everyone writes to the directory at once; try again. */
  | { readonly type: 'directoryBusy' };

/** How one round of work ended: `later` is tried again after a pause. */
export type Round =
  | { readonly type: 'fine' }
  | { readonly type: 'later'; readonly problem: SyncProblem };

export const FINE: Round = { type: 'fine' };
export const later = (problem: SyncProblem): Round => ({ type: 'later', problem });
