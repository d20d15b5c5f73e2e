import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import { newId, systemRandom } from '../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../base/ids.ts';
import type { NewEvent } from '../journal/model/event.ts';
import { changeRow, storedRows } from '../../tests/setup/vault-rows.ts';
import {
  createVault,
  memoryDevice,
  must,
  PASSPHRASE,
  unlockVault,
} from '../../tests/setup/vault.ts';
import { scanLog } from './reserve-log.ts';

const said = (text: string): NewEvent => ({ type: 'QuestionAnswered', version: 1, data: { text } });
const newStream = (): StreamId => newId(StreamId, systemRandom);

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
    expect(await storedRows(device, vault.vault, 'rows')).toHaveLength(3);
  });

  test('what the office has received leaves the reserve; if the database is lost then, the loss is named', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const stream = newStream();
    const { events } = must(
      await vault.journal.append(stream, 'interview', [said('ett')], { name: 'A' }),
    );
    await vault.settle(events.map((event) => event.id));
    await vault.close();
    const rows = scanLog(device.files.bytes(vault.vault, 'reserve-b'))?.rows ?? [];
    expect(rows.map((each) => each.row.store)).toEqual(['head']);
    device.indexedDB = new IDBFactory();
    const again = await unlockVault(device.start(), vault.vault);
    const opened = await again.journal.open(stream);
    expect(opened?.faults).toMatchObject([{ type: 'gap', seq: 1 }]);
    expect(again.status().damaged).toBe(1);
  });

  test('a row that is damaged in one copy is read from the other', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const stream = newStream();
    const facts = [said('ett'), said('två')];
    const { events } = must(await vault.journal.append(stream, 'interview', facts, null));
    await vault.close();
    const [first] = events;
    if (!first) throw new Error('no event');
    await changeRow(device, vault.vault, first.id, (row) => {
      row['bytes'] = new Uint8Array(300);
    });
    const again = await unlockVault(device.start(), vault.vault);
    const opened = await again.journal.open(stream);
    expect(opened?.events).toEqual(events);
    expect(opened?.faults).toEqual([]);
  });

  test('a big record lies in the reserve only until the database has it', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const guide = 'En lång fråga. '.repeat(4000);
    must(await vault.records.put('identity', 'kvar'));
    must(await vault.records.put('guide', guide));
    await vault.close();
    const logs = ['reserve-a', 'reserve-b'].map((name) =>
      scanLog(device.files.bytes(vault.vault, name)),
    );
    const newest = logs.toSorted((a, b) => (b?.tail.epoch ?? 0) - (a?.tail.epoch ?? 0))[0];
    expect(newest?.rows.map((each) => each.row.store)).toEqual(['record']);
    const again = await unlockVault(device.start(), vault.vault);
    expect(await again.records.get('guide')).toBe(guide);
    expect(await again.records.get('identity')).toBe('kvar');
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
    await vault.settle(events.map((event) => event.id));
    await vault.close();
    const [first, second] = events;
    if (!first || !second) throw new Error('no events');
    const other = (await storedRows(device, vault.vault, 'rows')).find(
      (row) => row['id'] === first.id,
    );
    await changeRow(device, vault.vault, second.id, (row) => {
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
    await vault.settle(events.map((event) => event.id));
    await vault.close();
    const last = events.at(-1);
    if (!last) throw new Error('no event');
    await changeRow(device, vault.vault, last.id);
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
    await changeRow(device, vault.vault, stream);
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
