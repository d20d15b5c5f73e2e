import type { JournalEvent } from '../../journal/model/event.ts';

/**
 * What of an interview goes along with a flag: also to whom a card was handed over, which the supervisor must know
 * first (domain.md section 3). A file of its own, since packing is loaded only when it is needed.
 */
export const inSafetyParcel = ({ type }: JournalEvent): boolean =>
  type === 'InterviewStarted' || type === 'SafetyFlagged' || type === 'CardClosed';
