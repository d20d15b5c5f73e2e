import { expect, it } from 'vitest';
import { newId, systemRandom } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import type { SoundSlice } from '../interview/model/sound-slice.ts';
import { createVault, memoryDevice, must } from '../../tests/setup/vault.ts';

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
