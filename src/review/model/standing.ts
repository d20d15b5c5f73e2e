/** Where a delivered interview stands with the supervisors. */
/** `halfApproved`: by one of the two whom the programme asks for. */
export const STANDINGS = ['toReview', 'revised', 'halfApproved', 'returned', 'approved'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The part of a decision that standing rests on; summaries have no more. */
export type Verdict =
  | { readonly type: 'none' }
  | { readonly type: 'returned'; readonly revision: number }
  | {
      readonly type: 'approved';
      readonly revision: number;
      readonly approvers?: 1 | 2 | undefined;
    };

/**
 * A decision counts for the revision it names and no other: a new revision replaces the old and asks again.
 * Among several supervisors a return of the same revision stands over an approval, whichever came first. Where one
 * of them approved under the rule of two, it takes another one to approve.
 * @param reviews one a supervisor.
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
  const needed = Math.max(
    ...now.map((verdict) => (verdict.type === 'approved' ? (verdict.approvers ?? 1) : 1)),
  );
  if (now.length > 0) return now.length >= needed ? 'approved' : 'halfApproved';
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
