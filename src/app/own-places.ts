import type { MemberId, Millis, StreamId } from '../base/ids.ts';
import { BESIDE, besideStreamOf } from '../interview/model/own-place.ts';
import type { JournalEvent, StreamKind } from '../journal/model/event.ts';
import type { Journal } from '../journal/model/port.ts';
import type { ParcelKind } from '../parcel/model/manifest.ts';
import { addMonths } from '../people/model/days.ts';
import { logStreamOf, monthOf } from '../review/model/access-log.ts';
import { summariseDebrief } from '../training/model/kept-debrief.ts';
import { surveyStreamOf, trainingStreamOf } from '../training/model/progress.ts';
import { signoffStreamOf } from '../training/model/signoff.ts';

/*
 * Streams whose id follows from a member's, or from a member's and an interview's: anybody in the office, or whoever
 * held that interview, can reckon it. Something else put there first, by a changed app, would be in the way for good:
 * nobody could sign that member off, note what they did, or review or withdraw the interview. What came before its
 * interview did gives way later (worker/own-place.ts, take-in.ts).
 */

/** Clocks differ, and a squatter may think ahead; whoever is away longer than this has other trouble. */
const MONTHS_AHEAD = 36;

interface Owner {
  readonly journal: Pick<Journal, 'list' | 'subscribe'>;
  readonly member: MemberId;
}

/** Whether a parcel would put something into a place that belongs to something else. */
export type IsInTheWay = (
  parcel: {
    readonly kind: ParcelKind;
    readonly stream: StreamId;
    readonly events: readonly JournalEvent[];
  },
  members: readonly { readonly member: MemberId }[],
  now: Millis,
) => boolean;

/**
 * Reckons the places once for the same members and month: the first round of a new device takes in thousands.
 * @param vault whose owner's places beside each interview here are kept free; a colleague's are theirs to take back.
 */
export async function openOwnPlaces({ journal, member: me }: Owner): Promise<IsInTheWay> {
  const beside = new Map<StreamId, StreamKind>();
  const known = new Set<StreamId>();
  const keepFree = (interview: StreamId): void => {
    if (known.has(interview)) return;
    known.add(interview);
    for (const kind of BESIDE) beside.set(besideStreamOf(kind, interview, me), kind);
  };
  // Whatever kind it is that changed: beside what is no interview nobody has a place either.
  journal.subscribe(keepFree);
  for (const { stream } of await journal.list('interview')) keepFree(stream);
  let places: ReadonlyMap<StreamId, StreamKind> = new Map();
  let reckonedFor = '';
  return ({ kind, stream, events }, members, now) => {
    const wanted = [monthOf(now), ...members.map(({ member }) => member)].join();
    if (wanted !== reckonedFor) {
      places = placesOf(members, now);
      reckonedFor = wanted;
    }
    const place = places.get(stream) ?? beside.get(stream);
    const brought = kind === 'training' && summariseDebrief(events) ? 'debrief' : kind;
    return place !== undefined && place !== brought;
  };
}

function placesOf(
  members: readonly { readonly member: MemberId }[],
  now: Millis,
): ReadonlyMap<StreamId, StreamKind> {
  const first = `${monthOf(now)}-01`;
  const months = Array.from({ length: MONTHS_AHEAD + 2 }, (_, i) =>
    addMonths(first, i - 1).slice(0, 'YYYY-MM'.length),
  );
  return new Map(
    members.flatMap(({ member }): [StreamId, StreamKind][] => [
      [signoffStreamOf(member), 'signoff'],
      [trainingStreamOf(member), 'training'],
      [surveyStreamOf(member), 'survey'],
      ...months.map((month): [StreamId, StreamKind] => [logStreamOf(member, month), 'log']),
    ]),
  );
}
