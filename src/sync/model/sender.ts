import type { MemberId, Millis, SignKey } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import type { Manifest, ParcelKind } from '../../parcel/model/manifest.ts';
import { isInterviewersOwn } from '../../people/model/assignment.ts';
import { isCertified, isSupervisor, type Directory, type Member } from './directory.ts';
import { MAY_SEND } from './recipients.ts';

/**
 * The member behind a parcel, if their tablet was in use when the office received it. What was said and handed over
 * before a tablet was lost must not be lost with it; a file has no such time (null), so there only today counts.
 * The time is the office's word: whoever has both the lost tablet and the office could date a parcel back.
 */
export function senderOf(
  directory: Directory,
  sender: Manifest['sender'],
  receivedAt: Millis | null,
): Member | undefined {
  const member = directory.members.find((each) => each.member === sender.member);
  const device = member?.devices.find(
    (each) => each.device === sender.device && each.key === sender.key,
  );
  if (!member || !device) return undefined;
  const wasBefore = (end: Millis | undefined) =>
    end === undefined || (receivedAt !== null && receivedAt < end);
  return wasBefore(member.leftAt) && wasBefore(device.revokedAt) ? member : undefined;
}

/** A supervisor's word counts only from a key that the root has certified for her. */
export const maySend = (
  directory: Directory,
  kind: ParcelKind,
  sender: Member,
  key: SignKey,
): boolean =>
  MAY_SEND[kind].some((role) =>
    role === 'supervisor' ? isCertified(directory, sender, key) : role === sender.role,
  );

/** Streams that several people write in: the register and what is given out of it (docs/decisions/0019). */
const SHARED: ReadonlySet<ParcelKind> = new Set(['shared', 'assignment', 'incident']);
/** The same among trainers: groups and cases outlive the trainer who began them. */
const TRAINERS: ReadonlySet<ParcelKind> = new Set(['case', 'group']);
/**
 * Several write in it, and each parcel speaks for its sender alone: that somebody may hold interviews is believed from
 * the key of the trainer who says so, and from no colleague who says that they have said so.
 */
const EACH_FOR_THEMSELVES: ReadonlySet<ParcelKind> = new Set(['signoff']);

/** What of a stream goes into its member's own parcel of this kind; `mayBring` refuses the rest where it arrives. */
export const toBring = <E extends JournalEvent>(
  kind: ParcelKind,
  events: readonly E[],
  member: MemberId,
): readonly E[] =>
  EACH_FOR_THEMSELVES.has(kind) ? events.filter(({ author }) => author === member) : events;

/**
 * True when a parcel speaks only for its sender: every event is theirs, from a tablet of theirs, and a stream that is
 * here already is theirs from its first event. Else anybody who may send could put words into a colleague's
 * interview, or take over the id of somebody else's stream. Such a stream has one author (DESIGN section 5).
 *
 * In a shared stream a supervisor may also pass on what a colleague wrote, so that a new supervisor gets the register
 * from whoever is there; anyone else brings only their own words to what is here already. In a trainers' stream a
 * trainer passes on what trainers wrote, and nothing of anybody else's. A sign-off is passed on by nobody.
 */
export function mayBring(
  kind: ParcelKind,
  events: readonly JournalEvent[],
  here: readonly JournalEvent[],
  sender: Member,
  directory: Directory,
): boolean {
  const known = new Set(here.map(({ id }) => id));
  const devices = new Set(sender.devices.map(({ device }) => device));
  const isOwn = (event: JournalEvent) =>
    event.author === sender.member && devices.has(event.device);
  if (EACH_FOR_THEMSELVES.has(kind)) {
    return events.every((event) => known.has(event.id) || isOwn(event));
  }
  if (!SHARED.has(kind) && !TRAINERS.has(kind)) {
    const [first] = here;
    return (first === undefined || first.author === sender.member) && events.every(isOwn);
  }
  const mayPassOn = ({ role }: Member) =>
    TRAINERS.has(kind)
      ? role === 'trainer' && sender.role === 'trainer'
      : isSupervisor(directory, sender);
  const isColleagues = ({ author, device }: JournalEvent) =>
    directory.members.some(
      (each) =>
        each.member === author &&
        each.devices.some((own) => own.device === device) &&
        mayPassOn(each),
    );
  // An assignment is begun, passed on and ended by supervisors: whoever holds it answers, and begins the talk.
  const isTheirs = (event: JournalEvent) =>
    isOwn(event) &&
    (kind !== 'assignment' || isSupervisor(directory, sender) || isInterviewersOwn(event));
  return events.every((event) => known.has(event.id) || isTheirs(event) || isColleagues(event));
}
