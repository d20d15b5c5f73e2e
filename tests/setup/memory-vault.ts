import {
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption';
import { newId, systemRandom, type Deps } from '../../src/base/deps.ts';
import { DeviceId, MemberId, VaultId, type ParcelId, type Sha256 } from '../../src/base/ids.ts';
import { ok } from '../../src/base/result.ts';
import { openMemoryJournal } from '../../src/journal/memory.ts';
import { makeRoot } from '../../src/parcel/keys.ts';
import { memorySound } from './memory-sound.ts';
import type { OpenVault, Outbox, OutboxItem, Records } from '../../src/vault/model/port.ts';

/** An open vault in memory with real keys, for whole flows without a browser. What is kept lasts as the object does. */
export async function openMemoryVault(deps: Deps): Promise<OpenVault> {
  const member = newId(MemberId, systemRandom);
  const device = newId(DeviceId, systemRandom);
  const { signer } = await makeRoot(systemRandom);
  const identities = {
    x25519: await generateX25519Identity(),
    hybrid: await generateHybridIdentity(),
  };
  const sound = memorySound();
  return {
    vault: newId(VaultId, systemRandom),
    member,
    device,
    signer,
    journal: openMemoryJournal({ author: member, device }, deps, 'real'),
    records: memoryRecords(),
    outbox: memoryOutbox(),
    sound: () => Promise.resolve(sound),
    age: {
      identities,
      recipients: {
        x25519: await identityToRecipient(identities.x25519),
        hybrid: await identityToRecipient(identities.hybrid),
      },
    },
    status: () => ({ breaker: 'closed', cause: null, restored: 0, persisted: true, damaged: 0 }),
    onStatus: () => () => undefined,
    settle: () => Promise.resolve(),
    setPasskey: () => Promise.resolve(ok('both')),
    changePassphrase: () => Promise.resolve(ok('both')),
    setRecovery: () => Promise.resolve(ok('both')),
    close: () => Promise.resolve(),
  };
}

/** Everything goes through JSON, as it does when it is sealed: what JSON can't hold must not survive here either. */
export function memoryRecords(): Records {
  const rows = new Map<string, string>();
  return {
    get: (name) => {
      const row = rows.get(name);
      const value: unknown = row === undefined ? undefined : JSON.parse(row);
      return Promise.resolve(value);
    },
    put: (name, value) => {
      rows.set(name, JSON.stringify(value));
      return Promise.resolve(ok('both'));
    },
    remove: (name) => {
      rows.delete(name);
      return Promise.resolve(ok('both'));
    },
    names: (prefix) => Promise.resolve([...rows.keys()].filter((name) => name.startsWith(prefix))),
  };
}

export function memoryOutbox(): Outbox {
  const items = new Map<ParcelId, OutboxItem>();
  const objects = new Map<Sha256, Uint8Array<ArrayBuffer>>();
  return {
    stage: (hash, bytes) => {
      objects.set(hash, new Uint8Array(bytes));
      return Promise.resolve(ok('kept'));
    },
    sweep: () => {
      const named = new Set([...items.values()].flatMap((item) => item.objects));
      for (const hash of objects.keys()) if (!named.has(hash)) objects.delete(hash);
      return Promise.resolve();
    },
    add: (item, more) => {
      if (!items.has(item.parcel)) items.set(item.parcel, item);
      for (const [hash, bytes] of more) objects.set(hash, new Uint8Array(bytes));
      return Promise.resolve(ok('kept'));
    },
    list: () => Promise.resolve([...items.values()]),
    object: (hash) => Promise.resolve(objects.get(hash)?.slice()),
    receive: (parcel, receipt) => {
      const item = items.get(parcel);
      if (item) items.set(parcel, { ...item, receipt });
      return Promise.resolve(ok('kept'));
    },
    drop: (parcel) => {
      items.delete(parcel);
      const named = new Set([...items.values()].flatMap((item) => item.objects));
      for (const hash of objects.keys()) if (!named.has(hash)) objects.delete(hash);
      return Promise.resolve();
    },
  };
}
