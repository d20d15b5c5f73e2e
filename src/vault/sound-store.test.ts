import { describe, expect, test, vi } from 'vitest';
import { IDBFactory, IDBObjectStore as FakeStore } from 'fake-indexeddb';
import { hex } from '../base/bytes.ts';
import { newId, systemRandom } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import type { SoundSlice } from '../interview/model/sound-slice.ts';
import {
  createVault,
  memoryDevice,
  must,
  PASSPHRASE,
  unlockVault,
  type Device,
} from '../../tests/setup/vault.ts';
import { storedRows } from '../../tests/setup/vault-rows.ts';
import { decodeKeyFile } from './key-file.ts';
import type { SoundStore } from './model/sound.ts';
import type { OpenVault } from './model/port.ts';

const RECORDING = newId(StreamId, systemRandom);
const INTERVIEW = newId(StreamId, systemRandom);

/** A second of sound that says which one it is. */
const second = (n: number): SoundSlice => ({
  n,
  from: n === 0 ? 0 : (n - 1) * 1000,
  to: n === 0 ? 0 : n * 1000,
  bytes: new TextEncoder().encode(`sekund ${n} `.repeat(40)),
});

async function record(store: SoundStore, seconds: number, from = 0): Promise<void> {
  must(await store.begin(RECORDING, INTERVIEW));
  for (let n = from; n <= seconds; n += 1) must(await store.append(RECORDING, second(n)));
}

async function heard(store: SoundStore): Promise<number[]> {
  const numbers: number[] = [];
  for await (const slice of store.slices(RECORDING)) {
    expect(slice).toEqual(second(slice.n));
    numbers.push(slice.n);
  }
  return numbers;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

const keysOf = (device: Device, vault: OpenVault) =>
  decodeKeyFile(device.files.bytes(vault.vault, 'key-a'))?.content.sound?.[0];

/** Every sealed slice in both copies whose key is still in the key file. */
async function withKey(device: Device, vault: OpenVault): Promise<number> {
  const ids = new Set(keysOf(device, vault)?.keys.map(({ id }) => id));
  const rows = await storedRows(device, vault.vault, 'slices');
  return rows.filter((row) => {
    const bytes = row['bytes'];
    return bytes instanceof Uint8Array && ids.has(hex(bytes.slice(1, 9)));
  }).length;
}

describe('sound beside the journal', () => {
  test('a second that was acknowledged survives a power cut, and nothing is readable without the keys', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    await record(await vault.sound(), 130);
    // One key for the head, and one for each minute that was begun.
    expect(keysOf(device, vault)?.keys.map(({ slot }) => slot)).toEqual([0, 1, 2, 3]);
    device.files.powerCut();
    const bytes = device.files.bytes(vault.vault, `sound-${RECORDING}`);
    expect(new TextDecoder().decode(bytes)).not.toContain('sekund');
    const again = await unlockVault(device.start(), vault.vault);
    const sound = await again.sound();
    expect(await heard(sound)).toEqual(range(0, 130));
    expect(await sound.cards()).toEqual([
      { recording: RECORDING, interview: INTERVIEW, ms: 130_000, slices: 131 },
    ]);
    // And goes on where it was.
    await record(sound, 132, 131);
    expect((await heard(sound)).at(-1)).toBe(132);
  });

  test('a torn end is cut off; a file that is damaged is mended from the database', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    await record(await vault.sound(), 5);
    await vault.close();
    const name = `sound-${RECORDING}`;
    const whole = device.files.bytes(vault.vault, name);
    device.files.put(vault.vault, name, whole.slice(0, whole.length - 100));
    const torn = await unlockVault(device.start(), vault.vault);
    expect(await heard(await torn.sound())).toEqual(range(0, 5));
    await torn.close();
    const flipped = whole.slice();
    flipped[300] = (flipped[300] ?? 0) ^ 1;
    device.files.put(vault.vault, name, flipped);
    const mended = await unlockVault(device.start(), vault.vault);
    expect(await heard(await mended.sound())).toEqual(range(0, 5));
  });

  test('a full disk stops sound with a problem, and text goes on', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const sound = await vault.sound();
    await record(sound, 3);
    device.files.fillDisk(true);
    expect(await sound.append(RECORDING, second(4))).toEqual({
      ok: false,
      error: { type: 'diskFull' },
    });
    const fact = { type: 'QuestionAnswered', version: 1, data: { text: 'ord' } };
    expect(must(await vault.journal.append(INTERVIEW, 'interview', [fact], null)).saved).toBe(
      'both',
    );
    expect(vault.status().breaker).toBe('closed');
    device.files.fillDisk(false);
    must(await sound.append(RECORDING, second(5)));
    expect(await heard(sound)).toEqual([0, 1, 2, 3, 5]);
  });

  test('a database that fails leaves the text its own, and the sound its file', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const sound = await vault.sound();
    await record(sound, 1);
    const put = vi.spyOn(FakeStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(must(await sound.append(RECORDING, second(2)))).toBe('reserve');
    put.mockRestore();
    expect(vault.status().breaker).toBe('closed');
    expect(await heard(sound)).toEqual([0, 1, 2]);
  });

  test('a slice of one recording does not open in the place of another', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    await record(await vault.sound(), 2);
    await vault.close();
    const name = `sound-${RECORDING}`;
    const bytes = device.files.bytes(vault.vault, name);
    const length = new DataView(bytes.buffer).getUint32(16);
    const [one, two] = [
      24 + length,
      24 + length + 24 + new DataView(bytes.buffer).getUint32(24 + length + 16),
    ];
    const swapped = bytes.slice();
    swapped.set(bytes.slice(one + 24, two), two + 24);
    device.files.put(vault.vault, name, swapped);
    device.indexedDB = new IDBFactory();
    const again = await unlockVault(device.start(), vault.vault);
    expect(await heard(await again.sound())).toEqual([0, 1]);
  });
});

describe('striking out', () => {
  test('the keys of whole minutes go, the rest of a minute lies under a new key, and what remains plays', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const sound = await vault.sound();
    await record(sound, 250);
    const before = keysOf(device, vault);
    const file = () => device.files.bytes(vault.vault, `sound-${RECORDING}`);
    const sealedBefore = file();
    expect(must(await sound.strike(RECORDING, 50_000, 190_000))).toBe('both');
    const kept = [...range(0, 50), ...range(191, 250)];
    expect(await heard(sound)).toEqual(kept);
    const after = keysOf(device, vault);
    expect(after?.keys.map(({ slot }) => slot)).toEqual([0, 5, 1, 4]);
    expect(after).not.toHaveProperty('striking');
    // The keys that could open what is gone stand in neither key file.
    const old = before?.keys.filter(({ slot }) => slot > 0 && slot < 5) ?? [];
    expect(old).toHaveLength(4);
    for (const name of ['key-a', 'key-b']) {
      const text = new TextDecoder().decode(device.files.bytes(vault.vault, name));
      for (const { key } of old) expect(text).not.toContain(key);
    }
    expect(await storedRows(device, vault.vault, 'slices')).toHaveLength(kept.length);
    expect(await withKey(device, vault)).toBe(kept.length);
    // Not even the ciphertext is left in the file.
    const cipher = hex(sealedBefore.slice(24, 84));
    expect(hex(file())).toContain(cipher);
    const middle = find(sealedBefore, 100);
    expect(hex(file())).not.toContain(hex(middle));
    device.files.powerCut();
    const again = await unlockVault(device.start(), vault.vault);
    expect(await heard(await again.sound())).toEqual(kept);
  });

  test('goes on recording in the same minute, under the new key', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const sound = await vault.sound();
    await record(sound, 30);
    must(await sound.strike(RECORDING, 10_000, 30_000));
    await record(sound, 40, 31);
    expect(await heard(sound)).toEqual([...range(0, 10), ...range(31, 40)]);
    expect(keysOf(device, vault)?.keys).toHaveLength(2);
    must(await sound.strike(RECORDING, 0, 5000));
    expect(await heard(sound)).toEqual([0, ...range(6, 10), ...range(31, 40)]);
  });

  test.each([1, 2, 3, 5])(
    'is finished at the next start when everything stops at write %i',
    async (stop) => {
      const device = memoryDevice();
      const first = await createVault(device.start());
      await record(await first.sound(), 100);
      await first.close();
      let writes = Number.NEGATIVE_INFINITY;
      const files = {
        ...device.files,
        open: async (id: OpenVault['vault'], name: string) => {
          const file = await device.files.open(id, name);
          return {
            ...file,
            write: (bytes: Uint8Array, options: { at: number }): number => {
              writes += 1;
              if (writes > stop) throw new DOMException('gone', 'InvalidStateError');
              return file.write(bytes, options);
            },
          };
        },
      };
      const vault = await unlockVault(device.start({ files }), first.vault);
      const sound = await vault.sound();
      await heard(sound);
      writes = 0;
      // The first write to a key file names what must go; from then on it is finished.
      const struck = await sound.strike(RECORDING, 30_000, 80_000);
      expect(struck.ok).toBe(false);
      device.files.powerCut();
      const again = await unlockVault(device.start(), first.vault);
      const left = await heard(await again.sound());
      expect(left).toEqual([...range(0, 30), ...range(81, 100)]);
      expect(keysOf(device, again)).not.toHaveProperty('striking');
    },
  );

  test('erasing leaves no key, no file and no row', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const sound = await vault.sound();
    await record(sound, 70);
    must(await sound.erase(RECORDING));
    expect(await heard(sound)).toEqual([]);
    expect(await sound.cards()).toEqual([]);
    expect(await device.files.read(vault.vault, `sound-${RECORDING}`)).toBeUndefined();
    expect(await storedRows(device, vault.vault, 'slices')).toEqual([]);
    for (const name of ['key-a', 'key-b']) {
      const text = new TextDecoder().decode(device.files.bytes(vault.vault, name));
      expect(text).not.toContain(RECORDING);
    }
  });
});

/** Some of the sealed bytes of a slice, by its place in the file. */
function find(file: Uint8Array, n: number): Uint8Array {
  const view = new DataView(file.buffer);
  let at = 0;
  while (view.getUint32(at + 4) !== n) at += 24 + view.getUint32(at + 16);
  return file.slice(at + 24, at + 84);
}

test('a recording goes on beside the locked vault with keys of its own, and opens afterwards', async () => {
  const device = memoryDevice();
  const host = device.start();
  const vault = await createVault(host);
  const sound = await vault.sound();
  await record(sound, 90);
  const handOver = must(await sound.handOver(RECORDING));
  // From the running minute on: what was said before opens with none of them.
  expect(handOver.keys[0]?.slot).toBe(2);
  expect(handOver.keys).toHaveLength(240);
  for (const { key } of handOver.keys) expect(key.extractable).toBe(false);
  const opened = new Set(handOver.keys.map(({ id }) => id));
  const before = (await storedRows(device, vault.vault, 'slices')).filter(({ slot }) => slot === 1);
  expect(before.length).toBeGreaterThan(50);
  for (const { bytes } of before) {
    expect(bytes instanceof Uint8Array && opened.has(hex(bytes.slice(1, 9)))).toBe(false);
  }
  await vault.close();

  const fresh = device.start();
  const kept = must(await fresh.keepSound(vault.vault, handOver));
  for (let n = 91; n <= 200; n += 1) must(await kept.append(RECORDING, second(n)));
  // Nobody else has the vault meanwhile, and no other recording is taken.
  const elsewhere = await device.start().unlock(vault.vault, {
    type: 'passphrase',
    passphrase: PASSPHRASE,
  });
  expect(elsewhere).toMatchObject({ ok: false, error: { type: 'openElsewhere' } });
  expect((await kept.append(INTERVIEW, second(201))).ok).toBe(false);
  device.files.powerCut();

  const again = await unlockVault(device.start(), vault.vault);
  expect(await heard(await again.sound())).toEqual(range(0, 200));
  // Four hours of keys were made; those of minutes that never came are forgotten.
  expect(keysOf(device, vault)?.keys.map(({ slot }) => slot)).toEqual([0, 1, 2, 3, 4]);
});
