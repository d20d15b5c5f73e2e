import { IDBObjectStore as FakeStore } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import { newId, systemRandom } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import { RETRACTED, type NewEvent } from '../journal/model/event.ts';
import { storedRows } from '../../tests/setup/vault-rows.ts';
import { createVault, memoryDevice, must, unlockVault } from '../../tests/setup/vault.ts';
import type { SyncFile } from './files.ts';
import { decodeKeyFile } from './key-file.ts';

const said = (text: string): NewEvent => ({ type: 'QuestionAnswered', version: 1, data: { text } });
const newStream = (): StreamId => newId(StreamId, systemRandom);

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
      (await storedRows(device, vault.vault, 'rows')).map((row) => keyName(row['bytes'])),
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
    await vault.settle(events.map((event) => event.id));
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
      (await storedRows(device, vault.vault, 'rows')).map((row) => keyName(row['bytes'])),
    );
    expect(ids.size).toBe(1);
  });

  test('a draft that was being sealed meanwhile is sealed again, with the key that stays', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const stream = newStream();
    const { events } = must(
      await vault.journal.append(stream, 'interview', [said('bort'), said('kvar')], null),
    );
    must(await vault.journal.draft(stream, 'interview', 'a', 'o'));
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
    const slow = vi.spyOn(crypto.subtle, 'encrypt').mockImplementationOnce(async (...args) => {
      const sealed = await encrypt(...args);
      await held;
      return sealed;
    });
    const draft = vault.journal.draft(stream, 'interview', 'a', 'ord');
    await vi.waitFor(() => expect(slow).toHaveBeenCalledTimes(1));
    const fact = { type: RETRACTED, version: 1, data: { events: [events[0]?.id] } };
    expect(must(await vault.journal.append(stream, 'interview', [fact], null)).saved).toBe('both');
    goOn();
    must(await draft);
    slow.mockRestore();
    device.files.powerCut();
    const again = await unlockVault(device.start(), vault.vault);
    expect((await again.journal.open(stream))?.drafts).toMatchObject([{ key: 'a', value: 'ord' }]);
    expect(again.status().damaged).toBe(0);
  });

  test('when a key file fails at the end, what is written after it is there after a crash', async () => {
    const device = memoryDevice();
    const first = await createVault(device.start());
    await first.close();
    let failing = 0;
    let keyWrites = 0;
    const files = {
      ...device.files,
      open: async (id: typeof first.vault, name: string): Promise<SyncFile> => {
        const file = await device.files.open(id, name);
        if (name !== 'key-b') return file;
        return {
          ...file,
          write: (bytes: Uint8Array, options: { at: number }): number => {
            keyWrites += 1;
            if (keyWrites === failing) throw new DOMException('io', 'InvalidStateError');
            return file.write(bytes, options);
          },
        };
      },
    };
    const vault = await unlockVault(device.start({ files }), first.vault);
    const stream = newStream();
    const { events } = must(
      await vault.journal.append(stream, 'interview', [said('bort'), said('kvar')], null),
    );
    // The new key is written first; destroying the old one is the second.
    failing = keyWrites + 2;
    const fact = { type: RETRACTED, version: 1, data: { events: [events[0]?.id] } };
    await vault.journal.append(stream, 'interview', [fact], null);
    expect(keyWrites).toBeGreaterThan(failing);
    must(await vault.journal.draft(stream, 'interview', 'a', 'skriver'));
    device.files.powerCut();
    const again = await unlockVault(device.start(), first.vault);
    const opened = await again.journal.open(stream);
    expect(opened?.drafts).toMatchObject([{ key: 'a', value: 'skriver' }]);
    expect(opened?.events.map((event) => event.body === null)).toEqual([true, false, false]);
    expect(again.status().damaged).toBe(0);
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
    expect(await storedRows(device, vault.vault, 'rows')).toEqual([]);
    await vault.close();
    const again = await unlockVault(device.start(), vault.vault);
    expect(again.status()).toMatchObject({ restored: 0, damaged: 0 });
    expect(await again.journal.list('interview')).toEqual([]);
  });
});

const keyName = (bytes: unknown): string =>
  bytes instanceof Uint8Array ? [...bytes.subarray(1, 9)].join() : 'none';
