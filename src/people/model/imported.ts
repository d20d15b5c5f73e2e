import type { MemberId } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { RETRACTED } from '../../journal/model/event.ts';
import { ParticipantFact } from './participant.ts';

/** Why an entry that an import brought is left when the import is undone. */
export type LeftBecause =
  /** Somebody offered an interview, or noted why not. */
  | 'asked'
  /** Something was written or changed by hand. */
  | 'changed'
  /** A talk was given to an interviewer. */
  | 'assigned'
  /** A colleague read it in; only she can take her own words back. */
  | 'colleague';

/** Null when nothing has happened to a person since the import that brought them. */
export function changedSince(
  events: readonly JournalEvent[],
  batch: string,
  me: MemberId,
): Exclude<LeftBecause, 'assigned'> | null {
  const seen = new Set<string>();
  let changed = false;
  for (const event of events) {
    const { type, version, body, author } = event;
    const now = ParticipantFact.safeParse({ type, version, data: body?.data }).data;
    switch (now?.type) {
      case 'OfferMade':
      case 'OfferAnswered':
      case 'ReminderSent':
      case 'NotAsked':
      case 'InterviewHeld':
        return 'asked';
      case 'ParticipantAdded':
        if (author !== me) return 'colleague';
        break;
      case 'PlacementWritten': {
        const { placement } = now.data.placement;
        if (!placement.startsWith(batch) || seen.has(placement)) changed = true;
        seen.add(placement);
        break;
      }
      default:
        changed = true;
    }
  }
  return changed ? 'changed' : null;
}

/** True for a stream of which nothing is left but that it was there. */
export const isTakenBack = (events: readonly JournalEvent[]): boolean =>
  events.length > 0 && events.every(({ type, body }) => type === RETRACTED || body === null);
