import * as z from 'zod/mini';
import { ParcelId, StreamId, type Millis } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { Saved, StoreProblem } from '../journal/model/port.ts';
import type { Records } from '../vault/model/port.ts';
import { readRecord, type Ledger } from './ledger.ts';
import { cursorOf } from './mail.ts';
import type { MemberOffice } from './model/office.ts';
import { FINE, later, type Round } from './model/problem.ts';
import { MAX_ERASED_AT_ONCE } from './model/protocol.ts';

/*
 * What was erased on a device must go from the office too: it holds nothing it could read, but who has a recovery
 * key could. Which streams are gone is remembered by their random ids alone.
 */
const GONE = 'erased/';

/** What the office was asked to erase, and in which epoch: one restored from a backup has to be asked again. */
const Asked = z.object({ epoch: z.int(), parcels: z.array(ParcelId) });

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
  ledger: Pick<Ledger, 'allSent' | 'allImported'>,
  office: Pick<MemberOffice, 'erase'>,
): Promise<Round> {
  const gone = new Set(
    (await records.names(GONE)).flatMap(
      (name) => StreamId.safeParse(name.slice(GONE.length)).data ?? [],
    ),
  );
  if (gone.size === 0) return FINE;
  const { epoch } = await cursorOf(records);
  const before = await readRecord(records, 'erasures', Asked);
  const asked = new Set(before?.epoch === epoch ? before.parcels : []);
  const known = [...(await ledger.allSent()), ...(await ledger.allImported())]
    // A message that a child may be at risk is not the interview: it stays (domain.md section 4).
    .filter(({ stream, kind }) => gone.has(stream) && kind !== 'safety')
    .map(({ parcel }) => parcel);
  const open = [...new Set(known)].filter((parcel) => !asked.has(parcel));
  for (let from = 0; from < open.length; from += MAX_ERASED_AT_ONCE) {
    const batch = open.slice(from, from + MAX_ERASED_AT_ONCE);
    const answer = await office.erase(batch);
    if (!answer.ok) return later(answer.error);
    for (const parcel of batch) asked.add(parcel);
    const kept = await records.put('erasures', { epoch, parcels: [...asked] });
    if (!kept.ok) return later(kept.error);
  }
  return FINE;
}
