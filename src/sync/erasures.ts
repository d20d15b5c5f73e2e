import * as z from 'zod/mini';
import { MemberId, Millis, ParcelId, StreamId } from '../base/ids.ts';
import type { Clock } from '../base/deps.ts';
import type { Result } from '../base/result.ts';
import type { Saved, StoreProblem } from '../journal/model/port.ts';
import { ParcelKind } from '../parcel/model/manifest.ts';
import type { Records } from '../vault/model/port.ts';
import { readRecord, type Ledger } from './ledger.ts';
import { cursorOf } from './mail.ts';
import type { MemberOffice } from './model/office.ts';
import { FINE, later, type Round } from './model/problem.ts';
import { MAX_ERASED_AT_ONCE } from './model/protocol.ts';

/*
 * What was erased on a device, or taken back in a later parcel, must go from the office too: it holds nothing it could
 * read, but who has a recovery key could. Which streams are gone is remembered by their random ids alone.
 */
const GONE = 'erased/';
const REPLACED = 'replaced/';

/** A parcel after which the older ones of the same sender and stream may not be kept: words in them were taken back. */
const Replacing = z.object({
  parcel: ParcelId,
  stream: StreamId,
  kind: ParcelKind,
  sender: MemberId,
  revision: z.int(),
  at: Millis,
});
export type Replacing = z.infer<typeof Replacing>;

/** A completed interview replaces the copies of its draft too. */
export const replacedKinds = (kind: ParcelKind): readonly ParcelKind[] =>
  kind === 'interview' ? ['interview', 'draft'] : [kind];

/** A recording is packed anew only when a stretch of it was struck out. */
export const isReplacing = (kind: ParcelKind, tombstones: number): boolean =>
  tombstones > 0 || kind === 'sound';

/** Remembers that this parcel takes the place of the older ones. */
export const markReplacing = (
  records: Pick<Records, 'put'>,
  replacing: Replacing,
): Promise<Result<Saved, StoreProblem>> => records.put(replacedName(replacing), replacing);

const replacedName = ({ kind, sender, stream }: Pick<Replacing, 'kind' | 'sender' | 'stream'>) =>
  `${REPLACED}${kind}/${sender}/${stream}`;

/** True when a later parcel has taken this one's place: what was taken back or struck out stands in it still. */
export async function isReplaced(
  records: Pick<Records, 'get'>,
  older: Pick<Replacing, 'kind' | 'sender' | 'stream' | 'revision'>,
): Promise<boolean> {
  const newer = Replacing.safeParse(await records.get(replacedName(older))).data;
  return newer !== undefined && newer.revision > older.revision;
}

/**
 * What the office was asked to erase, and in which epoch: one restored from a backup has to be asked again. `parcels`
 * are gone there, or never were; those that wait for a second person are asked for again, since somebody may have
 * joined or left, and a parcel of one's own may still have been on its way.
 */
const Asked = z.object({
  epoch: z.int(),
  parcels: z.array(ParcelId),
  waiting: z._default(z.array(z.object({ parcel: ParcelId, at: Millis })), []),
});

const ASK_AGAIN_MS = 6 * 60 * 60_000;

/** Remembers that a stream was erased for good. */
export const markErased = (
  records: Pick<Records, 'put'>,
  stream: StreamId,
  at: Millis,
): Promise<Result<Saved, StoreProblem>> => records.put(`${GONE}${stream}`, { at });

export const wasErased = async (
  records: Pick<Records, 'get'>,
  stream: StreamId,
): Promise<boolean> => ((await records.get(`${GONE}${stream}`)) ?? null) !== null;

/** Asks the office to erase what it still has of erased streams, as far as this device knows of it. */
export async function askToErase(
  records: Records,
  ledger: Pick<Ledger, 'allSent' | 'allImported' | 'asides' | 'removeAside'>,
  office: Pick<MemberOffice, 'erase'>,
  me: MemberId,
  { now }: Clock,
): Promise<Round> {
  const gone = new Set(
    (await records.names(GONE)).flatMap(
      (name) => StreamId.safeParse(name.slice(GONE.length)).data ?? [],
    ),
  );
  const replacing = await readReplacing(records, ledger);
  const { epoch } = await cursorOf(records);
  const before = await readRecord(records, 'erasures', Asked);
  const isSameOffice = before?.epoch === epoch;
  const asked = new Set(isSameOffice ? before.parcels : []);
  const waiting = new Map(
    (isSameOffice ? before.waiting : []).map(({ parcel, at }) => [parcel, at]),
  );
  const sent = (await ledger.allSent()).map((each) => ({ ...each, sender: me }));
  const known = [...sent, ...(await ledger.allImported())]
    .filter(
      (each) =>
        // A message that a child may be at risk is not the interview: it stays (domain.md section 4).
        (gone.has(each.stream) && each.kind !== 'safety') ||
        replacing.some((newer) => isReplacedBy(each, newer)),
    )
    .map(({ parcel }) => parcel);
  // Put aside, and never taken in: the office has it all the same.
  const aside = (await ledger.asides()).flatMap(({ signed, about }) =>
    about && about.kind !== 'safety' && gone.has(about.stream) ? [signed.consignment.parcel] : [],
  );
  const onTheWay = new Set(
    sent.flatMap(({ parcel, receivedAt }) => (receivedAt === null ? [parcel] : [])),
  );
  const open = [...new Set([...known, ...aside])].filter(
    (parcel) => !asked.has(parcel) && now() - (waiting.get(parcel) ?? 0) >= ASK_AGAIN_MS,
  );
  for (let from = 0; from < open.length; from += MAX_ERASED_AT_ONCE) {
    const batch = open.slice(from, from + MAX_ERASED_AT_ONCE);
    const answer = await office.erase(batch);
    if (!answer.ok) return later(answer.error);
    const undone = new Set(answer.value.waiting);
    const done = new Set(answer.value.erased);
    for (const parcel of batch) {
      const isOpen = undone.has(parcel) || (onTheWay.has(parcel) && !done.has(parcel));
      if (isOpen) waiting.set(parcel, now());
      else {
        waiting.delete(parcel);
        asked.add(parcel);
      }
    }
    const kept = await records.put('erasures', {
      epoch,
      parcels: [...asked],
      waiting: [...waiting].map(([parcel, at]) => ({ parcel, at })),
    });
    if (!kept.ok) return later(kept.error);
    for (const parcel of aside.filter((each) => done.has(each))) {
      const removed = await ledger.removeAside(parcel);
      if (!removed.ok) return later(removed.error);
    }
  }
  return FINE;
}

/** One's own count only from the receipt on: until then the older parcel is all that the office has. */
async function readReplacing(
  records: Records,
  ledger: Pick<Ledger, 'allSent'>,
): Promise<readonly Replacing[]> {
  const found: Replacing[] = [];
  for (const name of await records.names(REPLACED)) {
    const replacing = await readRecord(records, name, Replacing);
    if (replacing) found.push(replacing);
  }
  const waiting = new Set(
    (await ledger.allSent()).flatMap(({ parcel, receivedAt }) =>
      receivedAt === null ? [parcel] : [],
    ),
  );
  return found.filter(({ parcel }) => !waiting.has(parcel));
}

type Known = Pick<Replacing, 'parcel' | 'stream' | 'kind' | 'sender' | 'revision' | 'at'>;

function isReplacedBy(older: Known, newer: Replacing): boolean {
  const isSameStream = older.stream === newer.stream && older.sender === newer.sender;
  if (!isSameStream || older.parcel === newer.parcel) return false;
  if (older.kind === newer.kind) return older.revision < newer.revision;
  // Numbers run within a kind; a draft's copy that was made afterwards is newer.
  return replacedKinds(newer.kind).includes(older.kind) && older.at <= newer.at;
}
