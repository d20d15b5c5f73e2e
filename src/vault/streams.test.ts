import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import { newId, systemRandom } from '../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../base/ids.ts';
import { stamp, type NewEvent, type Writer } from '../journal/model/event.ts';
import {
  createVault,
  memoryDevice,
  must,
  unlockVault,
  type Device,
} from '../../tests/setup/vault.ts';
import { decodeKeyFile, encodeKeyFile } from './key-file.ts';
import type { OpenVault } from './model/port.ts';

const said = (text: string): NewEvent => ({ type: 'QuestionAnswered', version: 1, data: { text } });
const newStream = (): StreamId => newId(StreamId, systemRandom);
const colleague: Writer = {
  author: newId(MemberId, systemRandom),
  device: newId(DeviceId, systemRandom),
};

/** A vault that has taken in one interview of a colleague, and is closed. */
async function received(): Promise<{ device: Device; vault: OpenVault; stream: StreamId }> {
  const device = memoryDevice();
  const vault = await createVault(device.start());
  const stream = newStream();
  const deps = { clock: { now: () => 1_800_000_000_000 }, random: systemRandom };
  const events = stamp([said('mottaget')], stream, [], colleague, deps);
  must(await vault.journal.take(stream, 'interview', events, { name: 'A' }));
  await vault.close();
  return { device, vault, stream };
}

/** Unlocks while the database can't be opened. */
async function unlockWithoutDatabase(device: Device, vault: OpenVault): Promise<OpenVault> {
  const open = vi.spyOn(device.indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no', 'AbortError');
  });
  const opened = await unlockVault(device.start(), vault.vault);
  open.mockRestore();
  return opened;
}

describe('what came from others lies in the database alone', () => {
  test('a start without the database forgets no key: at the next one all is there', async () => {
    const { device, vault, stream } = await received();
    const blind = await unlockWithoutDatabase(device, vault);
    expect(blind.status()).toMatchObject({ breaker: 'open', damaged: 1 });
    await blind.close();
    const again = await unlockVault(device.start(), vault.vault);
    expect((await again.journal.open(stream))?.events).toMatchObject([
      { body: { data: { text: 'mottaget' } } },
    ]);
    expect(again.status()).toMatchObject({ breaker: 'closed', damaged: 0 });
  });

  test('a key of which no start has yet seen the rows stays too', async () => {
    const { device, vault, stream } = await received();
    // As an older version left it, or a crash between keeping the rows and noting that they are kept.
    for (const name of ['key-a', 'key-b']) {
      const found = decodeKeyFile(device.files.bytes(vault.vault, name));
      if (!found) throw new Error('a key file');
      const streams = found.content.streams.map((each) => ({ ...each, begun: false }));
      const bytes = encodeKeyFile({ ...found.content, streams }, found.generation, 0);
      device.files.put(vault.vault, name, new Uint8Array(bytes));
    }
    const blind = await unlockWithoutDatabase(device, vault);
    expect(blind.status().damaged).toBe(1);
    await blind.close();
    const again = await unlockVault(device.start(), vault.vault);
    expect((await again.journal.open(stream))?.events).toHaveLength(1);
    expect(again.status().damaged).toBe(0);
  });

  test('without the database nothing is written on top of it, and another stream can begin', async () => {
    const { device, vault, stream } = await received();
    const blind = await unlockWithoutDatabase(device, vault);
    const refused = { ok: false, error: { type: 'storeFailed' } };
    expect(await blind.journal.append(stream, 'interview', [said('ett')], null)).toMatchObject(
      refused,
    );
    expect(await blind.journal.draft(stream, 'interview', 'a', 'ett')).toMatchObject(refused);
    const other = newStream();
    expect(must(await blind.journal.draft(other, 'interview', 'a', 'nytt'))).toBe('reserve');
    expect(must(await blind.journal.append(other, 'interview', [said('nytt')], null)).saved).toBe(
      'reserve',
    );
    await blind.close();
    const again = await unlockVault(device.start(), vault.vault);
    must(await again.journal.append(stream, 'interview', [said('ett')], null));
    expect((await again.journal.open(stream))?.faults).toEqual([]);
    expect((await again.journal.open(stream))?.events).toHaveLength(2);
  });

  test('when the database is lost, the loss is named, and the office can bring it back', async () => {
    const { device, vault, stream } = await received();
    device.indexedDB = new IDBFactory();
    const again = await unlockVault(device.start(), vault.vault);
    expect(again.status()).toMatchObject({ breaker: 'closed', damaged: 1 });
    const deps = { clock: { now: () => 1_800_000_000_000 }, random: systemRandom };
    const events = stamp([said('igen')], stream, [], colleague, deps);
    must(await again.journal.take(stream, 'interview', events, null));
    expect(again.status().damaged).toBe(0);
  });

  test('a key is noted as begun with the first events, own or taken', async () => {
    const { device, vault } = await received();
    const begun = (): (boolean | undefined)[] | undefined =>
      decodeKeyFile(device.files.bytes(vault.vault, 'key-b'))?.content.streams.map(
        (each) => each.begun,
      );
    expect(begun()).toEqual([true]);
    const again = await unlockVault(device.start(), vault.vault);
    must(await again.journal.append(newStream(), 'interview', [said('eget')], null));
    expect(begun()).toEqual([true, true]);
  });
});

describe('a row that opens and is not what it should be', () => {
  test('is damage, named, and never keeps the vault shut', async () => {
    let now = 1_800_000_000_000;
    const device = memoryDevice({ clock: { now: () => now }, random: systemRandom });
    const vault = await createVault(device.start());
    const [sound, oddHead, oddEvent, oddDraft] = [
      newStream(),
      newStream(),
      newStream(),
      newStream(),
    ];
    const { journal } = vault;
    for (const stream of [sound, oddEvent, oddDraft]) {
      must(await journal.append(stream, 'interview', [said('kvar')], null));
    }
    // No row's time may be before 1970, so a clock that stands there makes rows that can't be read.
    now = -5;
    must(await journal.draft(oddDraft, 'interview', 'a', 'odd'));
    must(await journal.append(oddHead, 'interview', [said('odd')], null));
    must(await journal.append(oddEvent, 'interview', [said('odd')], null));
    now = 1_800_000_000_000;
    must(await journal.append(oddEvent, 'interview', [said('efter')], null));
    await vault.close();

    const again = await unlockVault(device.start(), vault.vault);
    expect(again.status().damaged).toBe(1);
    const texts = async (stream: StreamId): Promise<unknown[]> =>
      ((await again.journal.open(stream))?.events ?? []).map((event) => event.body?.data);
    expect(await texts(sound)).toEqual([{ text: 'kvar' }]);
    expect(await texts(oddDraft)).toEqual([{ text: 'kvar' }]);
    expect((await again.journal.open(oddDraft))?.drafts).toEqual([]);
    expect(await texts(oddEvent)).toEqual([{ text: 'kvar' }, { text: 'efter' }]);
    expect((await again.journal.open(oddEvent))?.faults).toMatchObject([
      { type: 'gap', seq: 2, to: 2 },
    ]);
    expect(again.status().damaged).toBe(3);
    for (const stream of [sound, oddHead, oddEvent, oddDraft]) {
      must(await again.journal.append(stream, 'interview', [said('mer')], null));
    }
  });
});
