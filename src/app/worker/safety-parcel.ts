import type { JournalEvent } from '../../journal/model/event.ts';

/** What of an interview goes along with a flag. A file of its own, since packing is loaded only when it is needed. */
export const inSafetyParcel = ({ type }: JournalEvent): boolean =>
  type === 'InterviewStarted' || type === 'SafetyFlagged';
