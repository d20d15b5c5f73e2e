import type { Millis, MemberId } from '../../base/ids.ts';
import { EventId } from '../../base/ids.ts';
import type { NewEvent } from '../../journal/model/event.ts';
import { saysWhatToMend } from './act.ts';
import { missingChecks, type Checklist } from './checklist.ts';
import type { ReviewFact } from './event.ts';
import type { ReviewEvent } from './reply.ts';
import { openComments, type ReviewState } from './state.ts';

/** Sends a revision back to be mended: it needs an open comment of one's own, or a note; else undefined. */
export function returning(
  own: ReviewState | undefined,
  revision: number,
  note: string,
): ReviewFact[] | undefined {
  const open = own ? openComments(own).length : 0;
  if (!saysWhatToMend(open, note)) return undefined;
  return [{ type: 'InterviewReturned', version: 1, data: { revision, note: note.trim() } }];
}

/** Approves a revision; nothing more to say when one has approved it, and undefined while required points wait. */
export function approving(
  own: ReviewState | undefined,
  revision: number,
  approvers: 1 | 2,
  checklist: Checklist,
): ReviewFact[] | undefined {
  const decision = own?.decision;
  if (decision?.type === 'approved' && decision.revision === revision) return [];
  if (missingChecks(checklist, own?.checks.get(revision)).length > 0) return undefined;
  const rule = approvers === 2 ? { approvers } : {};
  return [{ type: 'InterviewApproved', version: 1, data: { revision, ...rule } }];
}

/** Every point as it was marked for the revision before; what is marked already stays. */
export function checkingAsBefore(
  own: ReviewState | undefined,
  before: number,
  revision: number,
): ReviewFact[] {
  const now = own?.checks.get(revision);
  return [...(own?.checks.get(before) ?? [])].flatMap(([item, mark]): ReviewFact[] =>
    now?.has(item) ? [] : [{ type: 'ChecklistMarked', version: 1, data: { revision, item, mark } }],
  );
}

/** The facts as events, for the summary that is sealed in the same write. */
export const foreseen = (facts: readonly NewEvent[], author: MemberId, at: Millis): ReviewEvent[] =>
  facts.map(({ type, version, data }, i) => ({
    id: EventId.parse((i + 1).toString(16).padStart(32, '0')),
    author,
    at,
    type,
    version,
    body: { salt: '', data },
  }));
