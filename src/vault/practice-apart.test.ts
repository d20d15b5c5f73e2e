import { expect, test } from 'vitest';
import { fixedDeps, newId, systemRandom } from '../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../base/ids.ts';
import { stamp, type NewEvent } from '../journal/model/event.ts';
import { storedRows } from '../../tests/setup/vault-rows.ts';
import { createVault, memoryDevice, unlockVault } from '../../tests/setup/vault.ts';
import { scanLog } from './reserve-log.ts';

const said: NewEvent = { type: 'QuestionPut', version: 1, data: { text: 'blåklintsfältet' } };
const stream = newId(StreamId, systemRandom);

test('a vault keeps nothing of a practice run: not typed, not settled, not brought by others', async () => {
  const device = memoryDevice();
  const vault = await createVault(device.start());
  const { journal } = vault;
  expect(journal.class).toBe('real');
  await expect(journal.append(stream, 'practice', [said], null)).rejects.toThrow('memory only');
  await expect(journal.draft(stream, 'practice', 's1q1', 'blåklint')).rejects.toThrow(
    'memory only',
  );
  const writer = { author: newId(MemberId, systemRandom), device: newId(DeviceId, systemRandom) };
  const events = stamp([said], stream, [], writer, fixedDeps());
  await expect(journal.take(stream, 'practice', events, null)).rejects.toThrow('memory only');
  expect(await journal.open(stream)).toBeUndefined();
  await vault.close();
  const again = await unlockVault(device.start(), vault.vault);
  expect(await again.journal.list('practice')).toEqual([]);
  expect(await again.journal.open(stream)).toBeUndefined();
  // Not even sealed.
  expect(await storedRows(device, vault.vault, 'rows')).toEqual([]);
  for (const name of ['reserve-a', 'reserve-b'] as const) {
    expect(scanLog(device.files.bytes(vault.vault, name))?.rows ?? []).toEqual([]);
  }
});
