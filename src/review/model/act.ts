import type { Standing } from './standing.ts';

/** What a supervisor can do with a delivered interview, and how it must stand for that; null: not completed yet. */
const MAY = {
  comment: ['toReview', 'revised', 'halfApproved'],
  /** Also after a return: what was settled by word of mouth need not be mended. */
  resolve: ['toReview', 'revised', 'halfApproved', 'returned'],
  /** A thread goes on as long as somebody has something to say. */
  answer: ['toReview', 'revised', 'halfApproved', 'returned', 'approved'],
  check: ['toReview', 'revised', 'halfApproved'],
  return: ['toReview', 'revised', 'halfApproved'],
  approve: ['toReview', 'revised', 'halfApproved'],
  /** Somebody may be in danger: it never waits for the interview and never ends with the decision about it. */
  handleFlag: [null, 'toReview', 'revised', 'halfApproved', 'returned', 'approved'],
} as const satisfies Record<string, readonly (Standing | null)[]>;
export type ReviewAct = keyof typeof MAY;

export function may(standing: Standing | null, act: ReviewAct): boolean {
  const standings: readonly (Standing | null)[] = MAY[act];
  return standings.includes(standing);
}

/** A return must say what to mend: at least one open comment, or a note. */
export const saysWhatToMend = (openComments: number, note: string): boolean =>
  openComments > 0 || note.trim() !== '';
