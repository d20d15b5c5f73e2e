import type { GuideRef } from '../../guide/model/guide.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { InterviewFact } from './event.ts';

/** The guide that an interview's first event pins; undefined when these are no interview's events. */
export function pinnedGuide([first]: readonly JournalEvent[]): GuideRef | undefined {
  if (!first) return undefined;
  const { type, version, body } = first;
  const begin = InterviewFact.safeParse({ type, version, data: body?.data }).data;
  return begin?.type === 'InterviewStarted' ? begin.data.guide : undefined;
}
