import { describe, expect, it } from 'vitest';
import { newId, systemClock, systemRandom } from '../../base/deps.ts';
import { StreamId } from '../../base/ids.ts';
import type { SoundSlice } from '../../interview/model/sound-slice.ts';
import { childrenOf, ID, joined } from '../../interview/model/webm.ts';
import { RECORDING, secondOf, SOUND_HEAD } from '../../interview/sound-fixture.ts';
import { openMemoryVault } from '../../../tests/setup/memory-vault.ts';
import { createVault, memoryDevice } from '../../../tests/setup/vault.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import { partsOfSound, takeSound } from './contents-sound.ts';
import { openSoundDesk } from './sound-desk.ts';

const INTERVIEW = newId(StreamId, systemRandom);
async function kept(vault: Awaited<ReturnType<typeof openMemoryVault>>, seconds: number) {
  const fact = {
    type: 'SoundKept',
    version: 1,
    data: { interview: INTERVIEW, mime: 'audio/webm' },
  };
  await vault.journal.append(RECORDING, 'sound', [fact], { interview: INTERVIEW });
  const sound = await vault.sound();
  await sound.begin(RECORDING, INTERVIEW);
  await sound.append(RECORDING, { n: 0, from: 0, to: 0, bytes: SOUND_HEAD });
  for (let n = 1; n <= seconds; n += 1) await sound.append(RECORDING, secondOf(n));
  return sound;
}

const deps = { clock: systemClock(), random: systemRandom };

async function parts(vault: Awaited<ReturnType<typeof openMemoryVault>>) {
  const found = new Map<string, Uint8Array>();
  for await (const { path, bytes } of partsOfSound(await vault.sound(), RECORDING)) {
    found.set(path, bytes.slice());
  }
  return found;
}
/** As an opened parcel hands them out. */
const longOf = (found: ReadonlyMap<string, Uint8Array>) => ({
  long: [...found.keys()],
  part: async (path: string) => found.get(path)?.slice(),
});

async function heard(vault: Pick<OpenVault, 'sound'>) {
  const slices: SoundSlice[] = [];
  for await (const slice of (await vault.sound()).slices(RECORDING)) slices.push(slice);
  return slices;
}

describe('the parts of a recording', () => {
  it('of ninety minutes stay below 4 MiB each, and each plays alone', async () => {
    const vault = await openMemoryVault(deps);
    await kept(vault, 5600);
    const found = await parts(vault);
    expect([...found.keys()]).toEqual(
      Array.from({ length: found.size }, (_, i) => `sound/${`${i}`.padStart(4, '0')}.webm`),
    );
    expect(found.size).toBeGreaterThan(4);
    for (const bytes of found.values()) {
      expect(bytes.length).toBeLessThan(4 * 1024 * 1024);
      expect(childrenOf(bytes).map(({ id }) => id)).toEqual(
        expect.arrayContaining([ID.ebml, ID.tracks, ID.cluster]),
      );
    }
  });

  it('come to the same sound with whoever takes them in, and a later parcel replaces them', async () => {
    const sender = await openMemoryVault(deps);
    await kept(sender, 150);
    // With real seals and keys.
    const vault = await createVault(memoryDevice().start());
    const fact = {
      type: 'SoundKept',
      version: 1,
      data: { interview: INTERVIEW, mime: 'audio/webm' },
    };
    await vault.journal.append(RECORDING, 'sound', [fact], { interview: INTERVIEW });
    expect(await takeSound(vault, RECORDING, longOf(await parts(sender)))).toEqual({
      ok: true,
      value: 'taken',
    });
    const timesOf = (slices: readonly SoundSlice[]) => slices.map(({ from, to }) => [from, to]);
    const there = await heard(vault);
    expect(timesOf(there)).toEqual(timesOf(await heard(sender)));

    await (await sender.sound()).strike(RECORDING, 30_000, 80_000);
    await takeSound(vault, RECORDING, longOf(await parts(sender)));
    const after = await heard(vault);
    expect(timesOf(after)).toEqual(timesOf(await heard(sender)));
    expect(after.some(({ from }) => from > 31_000 && from < 79_000)).toBe(false);
  });

  it('are refused without the stream that says whose they are', async () => {
    const vault = await openMemoryVault(deps);
    expect(await takeSound(vault, RECORDING, longOf(new Map()))).toEqual({
      ok: false,
      error: { type: 'badContents' },
    });
  });
});

it('what is struck out is in no later part, and no parcel packed before it is kept', async () => {
  const vault = await openMemoryVault(deps);
  await kept(vault, 100);
  const gone: StreamId[] = [];
  const desk = openSoundDesk(vault, {
    packAgain: (stream) => gone.push(stream),
    soundWay: () => Promise.reject(new Error('not used')),
    loop: { wake: () => undefined },
    retention: { vault, deliveries: async () => [], retention: async () => null },
  });
  const before = await vault.journal.open(RECORDING);
  expect(await desk.soundStrike(RECORDING, 10_000, 60_000)).toEqual({ ok: true, value: 'both' });
  expect(gone).toEqual([RECORDING]);
  const all = joined([...(await parts(vault)).values()]);
  for (const n of [15, 30, 60]) {
    expect(find(all, new Uint8Array(60).fill(n)), `second ${n}`).toBe(false);
  }
  expect(find(all, new Uint8Array(60).fill(5))).toBe(true);
  // The stream says that a stretch is gone: what was being packed meanwhile is older than it.
  const after = await vault.journal.open(RECORDING);
  expect(after?.events.map(({ type }) => type)).toEqual(['SoundKept', 'SoundCut']);
  expect(before?.events).toHaveLength(1);
  const piece = await desk.soundRead(RECORDING, 0);
  expect(piece.more).toBe(false);
  expect(piece.slices[0]?.n).toBe(0);
});

const find = (bytes: Uint8Array, words: Uint8Array): boolean =>
  Buffer.from(bytes).includes(Buffer.from(words));
