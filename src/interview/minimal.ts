import type { InterviewSession } from './session.ts';

/* Writing little: a big button instead of the field. A setting of this interview, kept as a draft that never settles. */

const MINIMAL = 'minimal';

export const isMinimal = (session: InterviewSession): boolean => session.draftOf(MINIMAL) === true;

export const setMinimal = (session: InterviewSession, minimal: boolean): void =>
  session.draft(MINIMAL, minimal);
