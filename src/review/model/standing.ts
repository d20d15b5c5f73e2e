import type { Decision } from './state.ts';

/** Where a delivered interview stands with the supervisors. */
export const STANDINGS = ['toReview', 'revised', 'returned', 'approved'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The part of a decision that standing rests on; summaries have no more. */
export type Verdict =
  | { readonly type: 'none' }
  | { readonly type: Exclude<Decision['type'], 'none'>; readonly revision: number };

/**
 * A decision counts for the revision it names and no other: a new revision replaces the old and asks again.
 * Among several supervisors a return of the same revision stands over an approval.
 * @returns null when no revision has been completed, e.g. when only a safety flag has come.
 */
export function standingOf(
  revision: number,
  reviews: readonly { readonly decision: Verdict }[],
): Standing | null {
  if (revision === 0) return null;
  const verdicts = reviews.flatMap(({ decision }) => (decision.type === 'none' ? [] : [decision]));
  const now = verdicts.filter((verdict) => verdict.revision === revision);
  if (now.some((verdict) => verdict.type === 'returned')) return 'returned';
  if (now.length > 0) return 'approved';
  return verdicts.some((verdict) => verdict.revision < revision) ? 'revised' : 'toReview';
}

/** The latest revision before this one that someone decided about; 0 when there is none. */
export const decidedBefore = (
  revision: number,
  reviews: readonly { readonly decision: Verdict }[],
): number =>
  reviews.reduce(
    (latest, { decision }) =>
      decision.type !== 'none' && decision.revision < revision
        ? Math.max(latest, decision.revision)
        : latest,
    0,
  );
