import { expect, test } from 'vitest';
import { newId, systemRandom } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import { noteOf, readNote, type SoundNote } from '../interview/model/sound-note.ts';
import type { SoundFact } from '../interview/model/sound.ts';
import { secondsOf } from '../interview/sound-fixture.ts';
import { createVault, memoryDevice, must, unlockVault } from '../../tests/setup/vault.ts';

const RECORDING = newId(StreamId, systemRandom);
const INTERVIEW = newId(StreamId, systemRandom);
const missing = (from: number): SoundFact => ({
  type: 'SoundMissing',
  version: 1,
  data: { recording: RECORDING, from, to: from, why: 'silentMicrophone', lasted: 7000 },
});

/** Three minutes of sound, of which the last two came behind a lock, with a note in each of them. */
async function recordedBehindLock() {
  const device = memoryDevice();
  const vault = await createVault(device.start());
  const sound = await vault.sound();
  must(await sound.begin(RECORDING, INTERVIEW));
  const all = secondsOf(180);
  for (const slice of all.slice(0, 60)) must(await sound.append(RECORDING, slice));
  const handOver = must(await sound.handOver(RECORDING));
  await vault.close();
  const kept = must(await device.start().keepSound(vault.vault, handOver));
  must(await kept.append(RECORDING, noteOf(missing(70_000), 0, 70_000)));
  for (const slice of all.slice(60)) must(await kept.append(RECORDING, slice));
  must(await kept.append(RECORDING, noteOf(missing(110_000), 1, 110_000)));
  await kept.close();
  const again = await unlockVault(device.start(), vault.vault);
  return { device, vault: vault.vault, sound: await again.sound(), all };
}

test('what was noted behind the lock is there when the vault is opened, and is no sound', async () => {
  const { sound, all } = await recordedBehindLock();
  expect((await sound.notes(RECORDING)).map(readNote)).toEqual([missing(70_000), missing(110_000)]);
  const heard: number[] = [];
  // The last minute too: the note is later than it by number, and earlier by its minute.
  for await (const { n } of sound.slices(RECORDING)) heard.push(n);
  expect(heard).toEqual(all.map(({ n }) => n));
  expect(await sound.cards()).toMatchObject([{ ms: all.at(-1)?.to, slices: all.length }]);
});

test('it goes with the stretch that is struck out around it, and stays outside it', async () => {
  const { sound } = await recordedBehindLock();
  must(await sound.strike(RECORDING, 60_000, 80_000));
  expect((await sound.notes(RECORDING)).map(readNote)).toEqual([missing(110_000)]);
  must(await sound.erase(RECORDING));
  expect(await sound.notes(RECORDING)).toEqual([]);
});

test('nothing of it lies readable on the disk', async () => {
  const { device, vault } = await recordedBehindLock();
  const bytes = device.files.bytes(vault, `sound-${RECORDING}`);
  expect(new TextDecoder().decode(bytes)).not.toContain('silentMicrophone');
});

test('a note at the very end is read also when its minute had no sound yet', async () => {
  const device = memoryDevice();
  const vault = await createVault(device.start());
  const sound = await vault.sound();
  must(await sound.begin(RECORDING, INTERVIEW));
  // The last slice reaches a little into the next minute.
  const slice = { n: 1, from: 59_500, to: 60_400, bytes: new Uint8Array([1]) };
  must(await sound.append(RECORDING, slice));
  const handOver = must(await sound.handOver(RECORDING));
  await vault.close();
  const kept = must(await device.start().keepSound(vault.vault, handOver));
  const begun: SoundNote = {
    type: 'SoundMissingSince',
    version: 1,
    data: { recording: RECORDING, at: 60_400, why: 'silentMicrophone' },
  };
  must(await kept.append(RECORDING, noteOf(begun, 0, 60_400)));
  await kept.close();
  const again = await unlockVault(device.start(), vault.vault);
  expect((await (await again.sound()).notes(RECORDING)).map(readNote)).toEqual([begun]);
});
