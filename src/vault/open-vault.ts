import type { Deps } from '../base/deps.ts';
import type { VaultId } from '../base/ids.ts';
import { once } from '../base/once.ts';
import { ok } from '../base/result.ts';
import type { DataKey } from './data-key.ts';
import type { Database } from './database.ts';
import type { EarlyRows } from './early-rows.ts';
import type { Derivation } from './derive.ts';
import { ageOf, openSigner, type VaultIdentity } from './identity.ts';
import type { Keys } from './keys.ts';
import type { IndexLimits } from './kept-head.ts';
import { openKeyring } from './keyring.ts';
import type { OpenVault, StoreStatus } from './model/port.ts';
import { openOutbox } from './outbox.ts';
import { openReserve, type HeldRow, type ReserveSize } from './reserve.ts';
import { storing, type SyncFile } from './files.ts';
import type { ClosableSound, SoundDeps } from './sound-store.ts';
import { restoreFromReserve } from './restore.ts';
import { sealedJournal } from './sealed-journal.ts';
import { openRecords } from './sealed-records.ts';
import { openStreams } from './streams.ts';
import { keepTwoCopies, mustKeep } from './two-copies.ts';
import type { WaysIn } from './ways-in.ts';

export interface OpenParts extends Deps {
  readonly vault: VaultId;
  readonly keys: Keys;
  readonly dataKey: DataKey;
  readonly identity: VaultIdentity;
  readonly reserveFiles: readonly [SyncFile, SyncFile];
  readonly reserveSize: ReserveSize;
  readonly database: Database;
  readonly persisted: boolean;
  /** Whether a start would find the files. */
  readonly inPlace: () => Promise<boolean>;
  readonly draftIdleMs: number;
  readonly index: IndexLimits;
  readonly early: EarlyRows;
  readonly derivation: Derivation;
  readonly sound: Pick<SoundDeps, 'files' | 'database'>;
  /** Gives up the files and the lock. */
  readonly release: () => void;
}

/** Compares the two copies, reads the summaries, and hands out the unlocked vault. */
export async function assembleVault(parts: OpenParts): Promise<OpenVault> {
  const { vault, keys, dataKey, identity, database, clock, random } = parts;
  const received = new Set<string>();
  const stays = (row: HeldRow): boolean => mustKeep(row, (event) => received.has(event.id));
  const reserve = openReserve(parts.reserveFiles, parts.reserveSize, stays);
  const ring = openKeyring(keys, dataKey, random);
  const copies = keepTwoCopies(reserve, database, parts.inPlace);
  const { restored, unreadable } = await restoreFromReserve(copies, ring);

  const listeners = new Set<(status: StoreStatus) => void>();
  const tell = (): void => listeners.forEach((listener) => listener(status()));
  const { device } = identity;
  const deps = { clock, random, ring, copies, dataKey };
  const { index, early } = parts;
  const streams = await openStreams({ ...deps, index, early, device, onDamage: tell });
  const drafts = await copies.allOf('draft');
  // Whether a field has a draft is asked of the reserve; after damage to it the database may know more.
  const onlyInDatabase = drafts.filter((draft) => !reserve.find('draft', draft.id));
  if (onlyInDatabase.length > 0 && reserve.append(onlyInDatabase).ok) {
    reserve.confirm(onlyInDatabase);
  }
  const journal = sealedJournal({
    ...deps,
    streams,
    writer: { author: identity.member, device },
    draftIdleMs: parts.draftIdleMs,
    // The clock as well, in case the newest "gone" was let go of together with its draft.
    firstDraftRevision: Math.max(clock.now(), ...drafts.map((draft) => draft.revision)),
  });
  const { records, unreadable: lostRecords, rest } = await openRecords(deps);
  // Without the database nobody knows which streams began: what came from others lies there alone.
  if (database.breaker.cause() === null) {
    ring.tidy((stream) => streams.all.has(stream) || streams.damaged.has(stream));
  }
  await journal.finishResealing();
  database.breaker.onTrip(tell);
  const outbox = openOutbox(database);
  // A parcel that was being packed when everything stopped.
  const swept = outbox.sweep();
  const signer = await openSigner(identity);
  let isClosing = false;
  const checked = streams.checkCounts(() => isClosing);
  let sound: Promise<ClosableSound | undefined> | undefined;
  const openSound = once((): Promise<ClosableSound> => {
    const opening = import('./sound-store.ts').then(({ openSoundStore }) =>
      openSoundStore({ vault, keys, dataKey, random, ...parts.sound }),
    );
    // For closing: what did not open needs none, and who asked for it hears of it.
    sound = opening.catch(() => undefined);
    return opening;
  });
  // A stretch that was being struck out when everything stopped is gone before anyone can listen.
  if (keys.content().sound?.some(({ striking }) => striking)) await openSound();

  function status(): StoreStatus {
    const cause = database.breaker.cause();
    const breaker = cause === null ? 'closed' : 'open';
    const lost = lostRecords + unreadable.filter((row) => !isNamed(row)).length;
    return {
      breaker,
      cause,
      restored,
      persisted: parts.persisted,
      damaged: streams.damaged.size + lost,
    };
  }
  /** Counted as its stream or record already. */
  const isNamed = (row: HeldRow): boolean =>
    row.store === 'record' || [...streams.damaged].some((stream) => stream === row.stream);

  const waysIn = async (): Promise<WaysIn> => {
    const { openWaysIn } = await import('./ways-in.ts');
    return openWaysIn({ ...parts, keys, dataKey });
  };

  return {
    vault,
    member: identity.member,
    device,
    journal,
    records,
    outbox,
    sound: openSound,
    signer,
    age: ageOf(identity),
    status,
    onStatus(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async settle(events) {
      for (const event of events) received.add(event);
      reserve.compact(stays);
    },
    setPasskey: async (passkey) => (await waysIn()).setPasskey(passkey),
    changePassphrase: async (passphrase) => (await waysIn()).changePassphrase(passphrase),
    setRecovery: async (recipients) => (await waysIn()).setRecovery(recipients),
    async close() {
      isClosing = true;
      await (await sound)?.close();
      await checked;
      await swept;
      await journal.rest();
      await rest();
      await streams.rest();
      // Refused, it is as it was.
      await storing(async () => ok(keys.rest()));
      database.close();
      reserve.close();
      parts.release();
    },
  };
}
