import { IDBObjectStore as FakeStore } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import { newId, systemRandom } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import { RETRACTED, type NewEvent } from '../journal/model/event.ts';
import { storedRows } from '../../tests/setup/vault-rows.ts';
import { createVault, memoryDevice, must, unlockVault } from '../../tests/setup/vault.ts';
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
