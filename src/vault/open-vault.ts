import type { Deps } from '../base/deps.ts';
import type { VaultId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { StoreProblem } from '../journal/model/port.ts';
import { passkeyKey, wrap, wrappingKey, type DataKey } from './data-key.ts';
import type { Database } from './database.ts';
import {
  deriveSecret,
  isRefusedDerivation,
  isWeakPassphrase,
  RECOMMENDED,
  type Derivation,
} from './derive.ts';
import { errorName } from './files.ts';
import { ageOf, openSigner, type VaultIdentity } from './identity.ts';
import type { KeyFile } from './key-file.ts';
import type { Keys } from './keys.ts';
import { openKeyring } from './keyring.ts';
import type { OpenVault, StoreStatus } from './model/port.ts';
import { openOutbox } from './outbox.ts';
import { assertOneClass, sealForRecovery } from './recovery.ts';
import { openReserve, type HeldRow, type ReserveSize } from './reserve.ts';
import type { SyncFile } from './files.ts';
import type { ClosableSound, SoundDeps } from './sound-store.ts';
import { restoreFromReserve } from './restore.ts';
import { sealedJournal } from './sealed-journal.ts';
import { openRecords } from './sealed-records.ts';
import { openStreams } from './streams.ts';
import { keepTwoCopies, mustKeep } from './two-copies.ts';
import { hex } from '../base/bytes.ts';

export interface OpenParts extends Deps {
  readonly vault: VaultId;
  readonly keys: Keys;
  readonly dataKey: DataKey;
  readonly identity: VaultIdentity;
  readonly reserveFiles: readonly [SyncFile, SyncFile];
  readonly reserveSize: ReserveSize;
  readonly database: Database;
  readonly persisted: boolean;
  readonly draftIdleMs: number;
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
  const copies = keepTwoCopies(reserve, database);
  const { restored, unreadable } = await restoreFromReserve(copies, ring);

  const listeners = new Set<(status: StoreStatus) => void>();
  const tell = (): void => listeners.forEach((listener) => listener(status()));
  const { device } = identity;
  const deps = { clock, random, ring, copies, dataKey };
  const streams = await openStreams({ ...deps, device, onDamage: tell });
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
  let sound: Promise<ClosableSound> | undefined;
  const openSound = (): Promise<ClosableSound> => {
    sound ??= import('./sound-store.ts').then(({ openSoundStore }) =>
      openSoundStore({ vault, keys, dataKey, random, ...parts.sound }),
    );
    return sound;
  };
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

  /** Both key files are overwritten and flushed before this answers. */
  function saveKeys(change: (content: KeyFile) => KeyFile): Result<'both', StoreProblem> {
    try {
      keys.save(change);
      return ok('both');
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return err({ type: 'storeFailed', name: errorName(error) });
    }
  }

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
    async setPasskey(passkey) {
      if (!passkey) {
        return saveKeys((content) => ({
          ...content,
          passkey: null,
          card: { ...content.card, passkey: null },
        }));
      }
      const { credential, salt, output } = passkey;
      const key = await passkeyKey(output, vault);
      const wrapped = await dataKey.lend((bytes) => wrap(bytes, 'dataKey', vault, key, random));
      return saveKeys((content) => ({
        ...content,
        passkey: wrapped,
        card: { ...content.card, passkey: { credential, salt } },
      }));
    },
    async changePassphrase(passphrase) {
      if (isWeakPassphrase(passphrase)) return err({ type: 'weakPassphrase' });
      const chosen = isRefusedDerivation(parts.derivation) ? RECOMMENDED : parts.derivation;
      const derivation = { ...chosen, salt: hex(random.bytes(16)) };
      const key = await wrappingKey(await deriveSecret(passphrase, derivation.salt, derivation));
      const wrapped = await dataKey.lend((bytes) => wrap(bytes, 'dataKey', vault, key, random));
      return saveKeys((content) => ({ ...content, derivation, passphrase: wrapped }));
    },
    async setRecovery(recipients) {
      assertOneClass(recipients);
      const recovery = await dataKey.lend((bytes) => sealForRecovery(bytes, recipients));
      return saveKeys((content) => ({
        ...content,
        recovery,
        card: { ...content.card, recoverable: true },
      }));
    },
    async close() {
      isClosing = true;
      await (await sound)?.close();
      await checked;
      await swept;
      await journal.rest();
      await rest();
      database.close();
      reserve.close();
      parts.release();
    },
  };
}
