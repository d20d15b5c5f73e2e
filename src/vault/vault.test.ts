import { IDBFactory, IDBObjectStore as FakeStore, IDBRequest as FakeRequest } from 'fake-indexeddb';
import {
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fixedDeps, newId, systemRandom } from '../base/deps.ts';
import { sha256, utf8 } from '../base/bytes.ts';
import { DeviceId, MemberId, ParcelId, StreamId, VaultId } from '../base/ids.ts';
import { RETRACTED, type NewEvent } from '../journal/model/event.ts';
import {
  CHEAP,
  createVault,
  memoryDevice,
  must,
  PASSPHRASE,
  unlockVault,
  type Device,
} from '../../tests/setup/vault.ts';
import { decodeKeyFile, encodeKeyFile } from './key-file.ts';
import { scanLog } from './reserve-log.ts';

const said = (text: string): NewEvent => ({ type: 'QuestionAnswered', version: 1, data: { text } });
const newStream = (): StreamId => newId(StreamId, systemRandom);
const wrong = { type: 'passphrase', passphrase: 'helt fel ord här' } as const;

/** The database as it lies on disk, opened beside the vault. */
function stored(device: Device, vault: VaultId, table: string): Promise<Record<string, unknown>[]> {
  return new Promise((resolve, reject) => {
    const request = device.indexedDB.open(`vault-${vault}`);
    request.addEventListener('error', () => reject(request.error));
    request.addEventListener('success', () => {
      const all = request.result.transaction(table).objectStore(table).getAll();
      all.addEventListener('success', () => {
        request.result.close();
        resolve(all.result);
      });
    });
  });
}

function change(
  device: Device,
  vault: VaultId,
  id: string,
  to?: (row: Record<string, unknown>) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = device.indexedDB.open(`vault-${vault}`);
    request.addEventListener('error', () => reject(request.error));
    request.addEventListener('success', () => {
      const transaction = request.result.transaction('rows', 'readwrite');
      const rows = transaction.objectStore('rows');
      const found = rows.get(id);
      found.addEventListener('success', () => {
        if (!to) rows.delete(id);
        else {
          to(found.result);
          rows.put(found.result);
        }
      });
      transaction.addEventListener('complete', () => {
        request.result.close();
        resolve();
      });
    });
  });
}

describe('ways in', () => {
  test('what was kept is there after closing and unlocking', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const stream = newStream();
    must(await vault.journal.append(stream, 'interview', [said('granit')], { name: 'A' }));
    must(await vault.records.put('identity', { role: 'interviewer' }));
    await vault.close();
    const again = await unlockVault(device.start(), vault.vault);
    expect((await again.journal.list('interview')).map((each) => each.data)).toEqual([
      { name: 'A' },
    ]);
    expect(await again.records.get('identity')).toEqual({ role: 'interviewer' });
    expect([again.member, again.device]).toEqual([vault.member, vault.device]);
    expect(again.signer.key).toBe(vault.signer.key);
    expect(again.age).toEqual(vault.age);
    expect(again.status()).toMatchObject({ breaker: 'closed', restored: 0, damaged: 0 });
  });

  test('wrong secrets all get the same answer, slow down, and the delay survives a restart', async () => {
    const deps = fixedDeps();
    const device = memoryDevice({ clock: deps.clock, random: systemRandom });
    const vault = await createVault(device.start());
    await vault.close();
    const host = device.start();
    expect(await host.unlock(vault.vault, wrong)).toEqual({
      ok: false,
      error: { type: 'wrongSecret', waitMs: 1000 },
    });
    expect(await device.start().unlock(vault.vault, wrong)).toEqual({
      ok: false,
      error: { type: 'mustWait', waitMs: 1000 },
    });
    deps.clock.advance(1000);
    const passkey = { type: 'passkey', output: systemRandom.bytes(32) } as const;
    expect(await host.unlock(vault.vault, passkey)).toEqual({
      ok: false,
      error: { type: 'wrongSecret', waitMs: 2000 },
    });
    deps.clock.advance(2000);
    const recovery = { type: 'recovery', identity: 'AGE-SECRET-KEY-1' } as const;
    expect(await host.unlock(vault.vault, recovery)).toEqual({
      ok: false,
      error: { type: 'wrongSecret', waitMs: 4000 },
    });
    deps.clock.advance(4000);
    const open = await unlockVault(host, vault.vault);
    await open.close();
    expect(await host.unlock(vault.vault, wrong)).toEqual({
      ok: false,
      error: { type: 'wrongSecret', waitMs: 1000 },
    });
    const nobody = await host.unlock(newId(VaultId, systemRandom), wrong);
    expect(nobody).toEqual({ ok: false, error: { type: 'wrongSecret', waitMs: 1000 } });
  });

  test('passkey, changed passphrase and recovery open the same vault; mixed classes are refused', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const output = systemRandom.bytes(32);
    must(await vault.records.put('guide', 'v1'));
    must(await vault.setPasskey({ credential: 'cred', salt: '00', output: output.slice() }));
    const hybrid = await generateHybridIdentity();
    const x25519 = await generateX25519Identity();
    const [a, b] = [await identityToRecipient(hybrid), await identityToRecipient(x25519)];
    await expect(vault.setRecovery([a, b])).rejects.toThrow('mixed classes');
    must(await vault.setRecovery([a]));
    expect(await vault.changePassphrase('1234')).toEqual({
      ok: false,
      error: { type: 'weakPassphrase' },
    });
    must(await vault.changePassphrase('helt andra ord nu'));
    await vault.close();
    const ways = [
      { type: 'passkey', output } as const,
      { type: 'recovery', identity: hybrid } as const,
      { type: 'passphrase', passphrase: 'helt andra ord nu' } as const,
    ];
    for (const way of ways) {
      const open = must(await device.start().unlock(vault.vault, way));
      expect(await open.records.get('guide')).toBe('v1');
      await open.close();
    }
    const old = await device
      .start()
      .unlock(vault.vault, { type: 'passphrase', passphrase: PASSPHRASE });
    expect(old.ok).toBe(false);
    expect(await device.start().cards()).toMatchObject([
      { label: 'AB', recoverable: true, passkey: { credential: 'cred' } },
    ]);
  });

  test('lowered derivation parameters, weak passphrases and damaged key files are refused', async () => {
    const device = memoryDevice();
    const host = device.start();
    const vault = await createVault(host);
    const input = {
      label: 'A',
      passphrase: '1234',
      member: newId(MemberId, systemRandom),
      device: newId(DeviceId, systemRandom),
      recovery: [],
    };
    expect(await host.create(input)).toEqual({ ok: false, error: { type: 'weakPassphrase' } });
    const low = device.start({ derivation: { ...CHEAP, iterations: 1 } });
    expect(await low.create({ ...input, passphrase: PASSPHRASE })).toEqual({
      ok: false,
      error: { type: 'weakDerivation' },
    });
    await vault.close();
    const found = decodeKeyFile(device.files.bytes(vault.vault, 'key-a'));
    if (!found) throw new Error('no key file');
    const { content } = found;
    const lowered = { ...content, derivation: { ...content.derivation, iterations: 1 } };
    for (const name of ['key-a', 'key-b']) {
      device.files.put(vault.vault, name, new Uint8Array(encodeKeyFile(lowered, 99, 0)));
    }
    const secret = { type: 'passphrase', passphrase: PASSPHRASE } as const;
    expect(await device.start().unlock(vault.vault, secret)).toEqual({
      ok: false,
      error: { type: 'weakDerivation' },
    });
    device.files.put(vault.vault, 'key-a', new Uint8Array(encodeKeyFile(content, 100, 0)));
    device.files.put(vault.vault, 'key-b', new Uint8Array(64));
    await (await unlockVault(device.start(), vault.vault)).close();
    for (const name of ['key-a', 'key-b']) device.files.put(vault.vault, name, new Uint8Array(64));
    expect(await device.start().unlock(vault.vault, secret)).toEqual({
      ok: false,
      error: { type: 'vaultDamaged' },
    });
  });

  test('one writer: a second tab is told, and gets the vault when the first closes', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const second = device.start();
    const secret = { type: 'passphrase', passphrase: PASSPHRASE } as const;
    expect(await second.unlock(vault.vault, secret)).toEqual({
      ok: false,
      error: { type: 'openElsewhere' },
    });
    expect(await second.cards()).toHaveLength(1);
    await vault.close();
    expect((await second.unlock(vault.vault, secret)).ok).toBe(true);
  });

  test('a destroyed vault is gone', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    await expect(device.start().destroy(vault.vault)).rejects.toThrow('openElsewhere');
    await vault.close();
    const host = device.start();
    await host.destroy(vault.vault);
    expect(await host.cards()).toEqual([]);
  });
});

describe('two copies', () => {
  test('a power cut in mid-typing loses nothing that was acknowledged', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start({ limits: { draftIdleMs: 60_000 } }));
    const stream = newStream();
    must(await vault.journal.append(stream, 'interview', [said('ett')], null));
    must(await vault.journal.draft(stream, 'interview', 's1q1', 'halva menin'));
    device.files.powerCut();
    const again = await unlockVault(device.start(), vault.vault);
    const opened = await again.journal.open(stream);
    expect(opened?.drafts).toMatchObject([{ key: 's1q1', value: 'halva menin' }]);
    expect(opened?.events).toHaveLength(1);
    expect(again.status()).toMatchObject({ restored: 1, damaged: 0 });
  });

  test('an empty database is filled from the reserve, never started afresh', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const stream = newStream();
    must(
      await vault.journal.append(stream, 'interview', [said('ett'), said('två')], { name: 'A' }),
    );
    must(await vault.records.put('identity', 'kvar'));
    await vault.close();
    device.indexedDB = new IDBFactory();
    const again = await unlockVault(device.start(), vault.vault);
    expect((await again.journal.open(stream))?.events).toHaveLength(2);
    expect(await again.records.get('identity')).toBe('kvar');
    expect(again.status()).toMatchObject({ restored: 4, damaged: 0 });
    expect(await stored(device, vault.vault, 'rows')).toHaveLength(3);
  });

  test('what the office has received leaves the reserve; if the database is lost then, the loss is named', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const stream = newStream();
    must(await vault.journal.append(stream, 'interview', [said('ett')], { name: 'A' }));
    await vault.settle(stream);
    await vault.close();
    const rows = scanLog(device.files.bytes(vault.vault, 'reserve-b'))?.rows ?? [];
    expect(rows.map((each) => each.row.store)).toEqual(['head']);
    device.indexedDB = new IDBFactory();
    const again = await unlockVault(device.start(), vault.vault);
    const opened = await again.journal.open(stream);
    expect(opened?.faults).toMatchObject([{ type: 'gap', seq: 1 }]);
    expect(again.status().damaged).toBe(1);
  });

  test('a row swapped for another is a fault, and the rest stays readable and goes on', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const stream = newStream();
    const { events } = must(
      await vault.journal.append(
        stream,
        'interview',
        [said('ett'), said('två'), said('tre')],
        null,
      ),
    );
    await vault.settle(stream);
    await vault.close();
    const [first, second] = events;
    if (!first || !second) throw new Error('no events');
    const other = (await stored(device, vault.vault, 'rows')).find((row) => row['id'] === first.id);
    await change(device, vault.vault, second.id, (row) => {
      row['bytes'] = other?.['bytes'];
    });
    const again = await unlockVault(device.start(), vault.vault);
    const opened = await again.journal.open(stream);
    expect(opened?.events.map((event) => event.seq)).toEqual([1, 3]);
    expect(opened?.faults).toMatchObject([{ type: 'gap', seq: 2 }]);
    expect(again.status().damaged).toBe(1);
    must(await again.journal.append(stream, 'interview', [said('fyra')], null));
    expect((await again.journal.open(stream))?.events.at(-1)?.seq).toBe(4);
  });

  test('a cut-off tail shows: the head row knows how many there were', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const stream = newStream();
    const { events } = must(
      await vault.journal.append(stream, 'interview', [said('ett'), said('två')], null),
    );
    await vault.settle(stream);
    await vault.close();
    const last = events.at(-1);
    if (!last) throw new Error('no event');
    await change(device, vault.vault, last.id);
    const again = await unlockVault(device.start(), vault.vault);
    await vi.waitFor(() => expect(again.status().damaged).toBe(1));
    expect((await again.journal.open(stream))?.faults).toMatchObject([{ type: 'gap', seq: 2 }]);
    must(await again.journal.take(stream, 'interview', events, null));
    expect((await again.journal.open(stream))?.faults).toEqual([]);
    expect(again.status().damaged).toBe(0);
  });

  test('a stream whose head row is lost goes on without a fork', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const stream = newStream();
    must(await vault.journal.append(stream, 'interview', [said('ett'), said('två')], null));
    await vault.close();
    for (const name of ['reserve-a', 'reserve-b'])
      device.files.put(vault.vault, name, new Uint8Array(64));
    // The stream has begun, as the start after its first session notes.
    await (await unlockVault(device.start(), vault.vault)).close();
    await change(device, vault.vault, stream);
    const again = await unlockVault(device.start(), vault.vault);
    expect(again.status().damaged).toBe(1);
    expect((await again.journal.open(stream))?.events).toHaveLength(2);
    must(await again.journal.draft(stream, 'interview', 'a', 'mer'));
    must(await again.journal.append(stream, 'interview', [said('tre')], null, ['a']));
    const opened = await again.journal.open(stream);
    expect(opened?.events.map((event) => event.seq)).toEqual([1, 2, 3]);
    expect(opened?.faults).toEqual([]);
  });

  test('a vault that could not be made does not stand on the lock screen', async () => {
    const device = memoryDevice();
    device.files.fillDisk(true);
    const input = {
      label: 'A',
      passphrase: PASSPHRASE,
      member: newId(MemberId, systemRandom),
      device: newId(DeviceId, systemRandom),
      recovery: [],
    };
    const made = await device.start().create(input);
    expect(made).toEqual({ ok: false, error: { type: 'diskFull' } });
    expect(await device.files.vaults()).toEqual([]);
  });
});

describe('the breaker', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** Puts fail, or never answer, from now on. */
  function breakPuts(how: 'fails' | 'hangs'): { heal(): void; readonly calls: () => number } {
    let isBroken = true;
    let calls = 0;
    const put = FakeStore.prototype.put;
    vi.spyOn(FakeStore.prototype, 'put').mockImplementation(function broken(
      this: InstanceType<typeof FakeStore>,
      ...args
    ) {
      if (!isBroken) return put.apply(this, args);
      calls += 1;
      if (how === 'fails') throw new DOMException('full', 'QuotaExceededError');
      return new FakeRequest();
    });
    return { heal: () => (isBroken = false), calls: () => calls };
  }

  test.for(['fails', 'hangs'] as const)(
    'a write that %s: on in the reserve, said so, restored at the next start',
    async (how) => {
      const device = memoryDevice();
      const vault = await createVault(device.start());
      const stream = newStream();
      must(await vault.journal.append(stream, 'interview', [said('ett')], null));
      const heard: string[] = [];
      vault.onStatus((status) => heard.push(status.breaker));
      const broken = breakPuts(how);
      const second = must(await vault.journal.append(stream, 'interview', [said('två')], null));
      expect(second.saved).toBe('reserve');
      const calls = broken.calls();
      expect(must(await vault.journal.draft(stream, 'interview', 'a', 'skriver'))).toBe('reserve');
      expect(
        must(await vault.journal.append(newStream(), 'interview', [said('ny')], null)).saved,
      ).toBe('reserve');
      expect(must(await vault.records.put('namn', 1))).toBe('reserve');
      expect(await vault.journal.take(stream, 'interview', [], null)).toMatchObject({ ok: false });
      expect(broken.calls()).toBe(calls);
      expect(heard).toEqual(['open']);
      expect(vault.status().cause).toBe(how === 'fails' ? 'QuotaExceededError' : 'TimeoutError');
      expect((await vault.journal.open(stream))?.events).toHaveLength(2);
      device.files.powerCut();
      broken.heal();
      const again = await unlockVault(device.start(), vault.vault);
      expect(again.status()).toMatchObject({ breaker: 'closed', damaged: 0 });
      expect(again.status().restored).toBeGreaterThanOrEqual(5);
      const opened = await again.journal.open(stream);
      expect(opened?.events).toHaveLength(2);
      expect(opened?.faults).toEqual([]);
      expect(opened?.drafts).toMatchObject([{ value: 'skriver' }]);
      expect(await again.records.get('namn')).toBe(1);
    },
  );

  test('time while hidden does not count as no answer', async () => {
    const device = memoryDevice();
    const host = device.start({ limits: { watchdogMs: 200, draftIdleMs: 20 } });
    const vault = await createVault(host);
    host.setVisible(false);
    breakPuts('hangs');
    const append = vault.journal.append(newStream(), 'interview', [said('ett')], null);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(vault.status().breaker).toBe('closed');
    host.setVisible(true);
    expect(must(await append).saved).toBe('reserve');
  });

  test('without free space the database is not even opened', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const stream = newStream();
    must(await vault.journal.append(stream, 'interview', [said('ett')], null));
    await vault.close();
    device.files.fillDisk(true);
    const open = vi.spyOn(device.indexedDB, 'open');
    const again = await unlockVault(device.start(), vault.vault);
    expect(again.status()).toMatchObject({ breaker: 'open', cause: 'NoFreeSpace' });
    expect(must(await again.journal.append(stream, 'interview', [said('två')], null)).saved).toBe(
      'reserve',
    );
    expect((await again.journal.open(stream))?.events).toHaveLength(2);
    expect(open).not.toHaveBeenCalled();
  });
});

describe('taking back', () => {
  test('a retraction leaves no row, in either copy, that the keys in the key file open', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const stream = newStream();
    const { events } = must(
      await vault.journal.append(stream, 'interview', [said('hemligt'), said('kvar')], null),
    );
    const keyOf = (): string | undefined =>
      decodeKeyFile(device.files.bytes(vault.vault, 'key-a'))?.content.streams[0]?.now.key;
    const before = keyOf();
    const [taken] = events;
    const fact = { type: RETRACTED, version: 1, data: { events: [taken?.id] } };
    expect(must(await vault.journal.append(stream, 'interview', [fact], null)).saved).toBe('both');
    for (const name of ['key-a', 'key-b']) {
      const text = new TextDecoder().decode(device.files.bytes(vault.vault, name));
      expect(text).not.toContain(before);
      expect(text).toContain(keyOf());
    }
    const ids = new Set(
      (await stored(device, vault.vault, 'rows')).map((row) => keyName(row['bytes'])),
    );
    expect(ids.size).toBe(1);
    await vault.close();
    const again = await unlockVault(device.start(), vault.vault);
    const opened = await again.journal.open(stream);
    expect(opened?.events.map((event) => event.body === null)).toEqual([true, false, false]);
    expect(again.status()).toMatchObject({ restored: 0, damaged: 0 });
  });

  test('with a failing database too: the next start finds no words', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const stream = newStream();
    const { events } = must(
      await vault.journal.append(stream, 'interview', [said('hemligt'), said('kvar')], null),
    );
    await vault.settle(stream);
    await vault.journal.open(stream);
    const put = vi.spyOn(FakeStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const fact = { type: RETRACTED, version: 1, data: { events: [events[0]?.id] } };
    expect(must(await vault.journal.append(stream, 'interview', [fact], null)).saved).toBe(
      'reserve',
    );
    put.mockRestore();
    device.files.powerCut();
    const again = await unlockVault(device.start(), vault.vault);
    const opened = await again.journal.open(stream);
    expect(opened?.events.map((event) => event.body === null)).toEqual([true, false, false]);
    expect(opened?.faults).toEqual([]);
    const ids = new Set(
      (await stored(device, vault.vault, 'rows')).map((row) => keyName(row['bytes'])),
    );
    expect(ids.size).toBe(1);
  });

  test('erasing destroys the key in both files and the rows in both copies', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const stream = newStream();
    must(await vault.journal.append(stream, 'interview', [said('bort')], null));
    must(await vault.journal.draft(stream, 'interview', 'a', 'bort'));
    must(await vault.journal.erase(stream));
    for (const name of ['key-a', 'key-b']) {
      expect(new TextDecoder().decode(device.files.bytes(vault.vault, name))).not.toContain(stream);
    }
    expect(await stored(device, vault.vault, 'rows')).toEqual([]);
    await vault.close();
    const again = await unlockVault(device.start(), vault.vault);
    expect(again.status()).toMatchObject({ restored: 0, damaged: 0 });
    expect(await again.journal.list('interview')).toEqual([]);
  });
});

describe('records and outbox', () => {
  test('records are found by name, their names are nowhere on disk, and removed ones stay away', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    must(await vault.records.put('sent/a', 1));
    must(await vault.records.put('sent/b', { deep: ['å'] }));
    must(await vault.records.put('sent/b', 3));
    must(await vault.records.put('cursor', 7));
    must(await vault.records.remove('sent/a'));
    expect(await vault.records.names('sent/')).toEqual(['sent/b']);
    await vault.close();
    const again = await unlockVault(device.start(), vault.vault);
    expect(await again.records.names('')).toEqual(['cursor', 'sent/b']);
    expect(await again.records.get('sent/b')).toBe(3);
    expect(await again.records.get('sent/a')).toBeUndefined();
    const disk = new TextDecoder('latin1').decode(device.files.bytes(vault.vault, 'reserve-a'));
    expect(disk + JSON.stringify(await stored(device, vault.vault, 'records'))).not.toContain(
      'cursor',
    );
  });

  test('the outbox works while locked, adds once, and drops objects nobody names', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const [one, two] = [utf8('ett'), utf8('två')];
    const objects = new Map([one, two].map((bytes) => [sha256(bytes), bytes]));
    const item = (hashes: readonly Uint8Array[], addedAt: number) => ({
      parcel: newId(ParcelId, systemRandom),
      consignment: { v: 1 },
      objects: hashes.map((bytes) => sha256(bytes)),
      addedAt,
      receipt: null,
    });
    const [first, second] = [item([one, two], 1), item([two], 2)];
    for (const each of [second, first, first]) must(await vault.outbox.add(each, objects));
    await vault.close();
    const outbox = await device.start().outbox(vault.vault);
    expect((await outbox.list()).map((each) => each.parcel)).toEqual([first.parcel, second.parcel]);
    must(await outbox.receive(first.parcel, { at: 5 }));
    expect((await outbox.list())[0]?.receipt).toEqual({ at: 5 });
    await outbox.drop(first.parcel);
    expect(await outbox.object(sha256(one))).toBeUndefined();
    expect(await outbox.object(sha256(two))).toEqual(two);
  });
});

const keyName = (bytes: unknown): string =>
  bytes instanceof Uint8Array ? [...bytes.subarray(1, 9)].join() : 'none';
