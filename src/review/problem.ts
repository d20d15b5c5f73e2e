import type { StoreProblem } from '../journal/model/port.ts';

/** Why an act did not go all the way. After `notSent` it is kept here and waits to be sent. */
export type ReviewProblem =
  | { readonly type: 'notAllowed' }
  /** Required points of the checklist have no mark. */
  | { readonly type: 'checksMissing' }
  | { readonly type: 'notSaved'; readonly problem: StoreProblem }
  | { readonly type: 'notSent' };
