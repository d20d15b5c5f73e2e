import { expect, it } from 'vitest';
import { newId, systemRandom } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import type { SoundSlice } from '../interview/model/sound-slice.ts';
import { createVault, memoryDevice, must, unlockVault } from '../../tests/setup/vault.ts';
import { decodeKeyFile } from './key-file.ts';
import { soundFileOf } from './sound-store.ts';

const RECORDING = newId(StreamId, systemRandom);

const slice = (n: number, from: number, to: number): SoundSlice => ({
  n,
  from,
  to,
  bytes: new TextEncoder().encode(`stycke ${n}`),
});

// Keys go by the minute in which a slice begins.
it.each([
  ['a second, from one minute into the next', 60_400],
  ['minutes, where the device stood still', 200_000],
])('strikes out a slice that reaches into the stretch over %s', async (_, to) => {
  const vault = await createVault(memoryDevice().start());
  const sound = await vault.sound();
  must(await sound.begin(RECORDING, newId(StreamId, systemRandom)));
  const kept = [slice(0, 0, 0), slice(1, 58_400, 59_400)];
  must(await sound.append(RECORDING, ...kept, slice(2, 59_400, to)));
  must(await sound.strike(RECORDING, to - 300, to));
  const left: SoundSlice[] = [];
  for await (const each of sound.slices(RECORDING)) left.push(each);
  expect(left).toEqual(kept);
  await vault.close();
});

it('destroys the key of a second that only the database has, from one minute into the next', async () => {
  const device = memoryDevice();
  const first = await createVault(device.start());
  const sound = await first.sound();
  must(await sound.begin(RECORDING, newId(StreamId, systemRandom)));
  must(await sound.append(RECORDING, slice(0, 0, 0), slice(1, 59_400, 60_400)));
  await first.close();
  await device.files.discard(first.vault, soundFileOf(RECORDING));
  const keysOf = (file: string, slot: number) =>
    (decodeKeyFile(device.files.bytes(first.vault, file))?.content.sound?.[0]?.keys ?? [])
      .filter((key) => key.slot === slot)
      .map(({ id }) => id);
  const [before, ...others] = keysOf('key-a', 1);
  expect(before).toMatch(/^[0-9a-f]{16,}$/);
  expect(others).toEqual([]);
  const again = await unlockVault(device.start(), first.vault);
  must(await (await again.sound()).strike(RECORDING, 60_000, 60_400));
  for (const file of ['key-a', 'key-b']) {
    expect(keysOf(file, 1)).toHaveLength(1);
    expect(keysOf(file, 1)).not.toContain(before);
  }
  await again.close();
});
