import { err, ok, type Result } from '../base/result.ts';
import type { StreamId } from '../base/ids.ts';
import { RETRACTED } from '../journal/model/event.ts';
import type { StoreProblem } from '../journal/model/port.ts';
import type { ParcelKind } from '../parcel/model/manifest.ts';
import type { OpenVault, Outbox, OutboxItem } from '../vault/model/port.ts';
import { readRecord } from './ledger.ts';
import { Mark, Sent } from './model/kept.ts';
import type { PublicOffice } from './model/office.ts';

/*
 * Words that are erased or taken back must not leave after all (DESIGN section 2, promise 4): the parcels that still
 * hold them go from the outbox too, which is sent without any key while the vault is locked.
 */
type Sending = Pick<OpenVault, 'outbox' | 'records'>;

/** Which parcels of a stream go: of these kinds, and whether also those that the office has a receipt for. */
export interface Which {
  readonly kinds: readonly ParcelKind[] | 'all';
  readonly received: boolean;
}

/**
 * Drops parcels of the stream from the outbox and looks whether they are gone: an outbox that can't be written may
 * not be taken for an empty one.
 */
export async function dropStream(
  { outbox, records }: Sending,
  stream: StreamId,
  { kinds, received }: Which,
): Promise<Result<'dropped', StoreProblem>> {
  const goes = async (item: OutboxItem): Promise<boolean> => {
    const sent = await readRecord(records, `sent/${item.parcel}`, Sent);
    return (
      sent?.stream === stream &&
      (kinds === 'all' || kinds.includes(sent.kind)) &&
      (received || Mark.parse(item.receipt)?.type !== 'receipt')
    );
  };
  for (const item of await outbox.list()) {
    if (await goes(item)) await outbox.drop(item.parcel);
  }
  for (const item of await outbox.list()) {
    if (await goes(item)) return err({ type: 'storeFailed', name: 'outbox' });
  }
  return ok('dropped');
}

/**
 * The outbox for packing. A parcel takes a while to seal; if its stream was erased meanwhile, or words of it were
 * taken back, it is not kept.
 */
export function outboxWithoutTheGone(vault: Sending & Pick<OpenVault, 'journal'>): Outbox {
  const { outbox, records, journal } = vault;
  return {
    ...outbox,
    add: async (item, objects) => {
      const kept = await outbox.add(item, objects);
      const sent = await readRecord(records, `sent/${item.parcel}`, Sent);
      // After it is kept: whoever erases now, between this look and the next breath, finds it in the list.
      if (kept.ok && sent && (await isOvertaken(sent, journal))) await outbox.drop(item.parcel);
      return kept;
    },
  };
}

async function isOvertaken(sent: Sent, journal: OpenVault['journal']): Promise<boolean> {
  // What a flag carries is decided with the words it names; an acknowledgement carries no words at all.
  if (sent.kind === 'ack' || sent.kind === 'safety') return false;
  const opened = await journal.open(sent.stream);
  if (!opened) return true;
  return opened.events.some(
    (event) =>
      // Whatever is said of a recording after it was begun says that a stretch of it is gone.
      (event.type === RETRACTED || sent.kind === 'sound') &&
      event.seq > (sent.heads[event.device]?.[0] ?? 0),
  );
}

/** An office that is given only what still lies in the outbox: a round under way goes by an older list. */
export function onlyWhatIsKept<T extends Pick<PublicOffice, 'offer' | 'putObject' | 'commit'>>(
  office: T,
  outbox: Outbox,
): T {
  const isKept = async (parcel: OutboxItem['parcel']) =>
    (await outbox.list()).some((item) => item.parcel === parcel);
  const gone = err({ type: 'api', code: 'notFound' } as const);
  return {
    ...office,
    offer: async (signed) =>
      (await isKept(signed.consignment.parcel)) ? office.offer(signed) : gone,
    putObject: async (parcel, hash, bytes) =>
      (await isKept(parcel)) ? office.putObject(parcel, hash, bytes) : gone,
    commit: async (parcel) => ((await isKept(parcel)) ? office.commit(parcel) : gone),
  };
}
