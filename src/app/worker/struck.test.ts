import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hex } from '../../base/bytes.ts';
import { newId, systemClock, systemRandom } from '../../base/deps.ts';
import { StreamId } from '../../base/ids.ts';
import { RECORDING, SECOND_MS, secondsOf } from '../../interview/sound-fixture.ts';
import { openMemoryVault } from '../../../tests/setup/memory-vault.ts';
import { storedRows } from '../../../tests/setup/vault-rows.ts';
import { createVault, memoryDevice, must } from '../../../tests/setup/vault.ts';
import { decodeKeyFile } from '../../vault/key-file.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import { partsOfSound, takeSound } from './contents-sound.ts';

const INTERVIEW = newId(StreamId, systemRandom);
/** Two minutes' keys, the second of them hardly used. */
const SECONDS = 66;
const ALL = secondsOf(SECONDS);

type Holder = Pick<OpenVault, 'journal' | 'sound'>;

async function begin(vault: Holder): Promise<void> {
  const data = { interview: INTERVIEW, mime: 'audio/webm' };
  must(
    await vault.journal.append(RECORDING, 'sound', [{ type: 'SoundKept', version: 1, data }], data),
  );
}

async function partsOf(vault: Holder): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for await (const { path, bytes } of partsOfSound(await vault.sound(), RECORDING)) {
    found.set(path, bytes.slice());
  }
  return found;
}

const take = (vault: Holder, parts: ReadonlyMap<string, Uint8Array>) =>
  takeSound(vault, RECORDING, {
    long: [...parts.keys()],
    part: async (path) => parts.get(path)?.slice(),
  });

async function timesOf(vault: Holder): Promise<number[]> {
  const times: number[] = [];
  for await (const { n, from } of (await vault.sound()).slices(RECORDING)) {
    if (n > 0) times.push(from);
  }
  return times;
}

/** Which seconds are to be heard in these bytes; each is filled with its own number. */
const heardIn = (parts: ReadonlyMap<string, Uint8Array>): number[] => {
  const bytes = Buffer.concat([...parts.values()]);
  return ALL.flatMap(({ n }) => (n > 0 && bytes.includes(Buffer.alloc(60, n)) ? [n] : []));
};

const strikes = fc.array(
  fc.record({ from: fc.nat(SECONDS * SECOND_MS), ms: fc.integer({ min: 1, max: 40_000 }) }),
  { minLength: 1, maxLength: 3 },
);

it('no second that was struck out can be opened, packed, or heard by who had an older copy', async () => {
  await fc.assert(
    fc.asyncProperty(strikes, async (all) => {
      const device = memoryDevice();
      const vault = await createVault(device.start());
      const colleague = await openMemoryVault({ clock: systemClock(), random: systemRandom });
      const sound = await vault.sound();
      await begin(vault);
      await begin(colleague);
      must(await sound.begin(RECORDING, INTERVIEW));
      for (const slice of ALL) must(await sound.append(RECORDING, slice));
      const older = await partsOf(vault);
      expect(heardIn(older)).toHaveLength(SECONDS);
      expect((await take(colleague, older)).ok).toBe(true);
      const sealed = await storedRows(device, vault.vault, 'slices');

      for (const { from, ms } of all) must(await sound.strike(RECORDING, from, from + ms));

      const isStruck = (at: number): boolean =>
        all.some(({ from, ms }) => at < from + ms && at + SECOND_MS > from);
      const left = ALL.filter(({ n, from }) => n > 0 && !isStruck(from));
      // Whatever a disk still has of the bytes that were sealed, no key to them is left.
      const file = decodeKeyFile(device.files.bytes(vault.vault, 'key-a'));
      const keys = new Set(file?.content.sound?.[0]?.keys.map(({ id }) => id));
      expect(keys.size).toBeGreaterThan(0);
      for (const { n, from, bytes } of sealed) {
        if (n === 0 || typeof from !== 'number' || !isStruck(from)) continue;
        expect(bytes instanceof Uint8Array && keys.has(hex(bytes.slice(1, 9)))).toBe(false);
      }
      expect(await timesOf(vault)).toEqual(left.map(({ from }) => from));
      const parts = await partsOf(vault);
      expect(heardIn(parts)).toEqual(left.map(({ n }) => n));
      expect((await take(colleague, parts)).ok).toBe(true);
      expect(await timesOf(colleague)).toEqual(await timesOf(vault));
      await vault.close();
    }),
    // The second that begins in one minute and ends in the next belongs to the first one's key.
    { numRuns: 4, examples: [[[{ from: 60_000, ms: 1 }]]] },
  );
});
