import { expect, it } from 'vitest';
import { newId, systemRandom } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import { ACCESS_ACTS, foldLog, logStreamOf, monthOf } from '../review/model/access-log.ts';
import { createVault, memoryDevice, must, unlockVault } from '../../tests/setup/vault.ts';
import { noteAccess } from './note-access.ts';

it('is kept in the vault: unlocking, reading and taking out stand in the log after the next unlocking', async () => {
  const device = memoryDevice();
  const vault = await createVault(device.start());
  const read = newId(StreamId, systemRandom);
  const at = Date.now();
  for (const act of ACCESS_ACTS) {
    const stream = act === 'unlocked' ? null : read;
    must(await noteAccess(vault.journal, vault.member, { act, stream, at }));
  }
  await vault.close();

  const again = await unlockVault(device.start(), vault.vault);
  const opened = await again.journal.open(logStreamOf(vault.member, monthOf(at)));
  const { accesses } = foldLog([opened?.events ?? []]);
  expect(new Set(accesses.map(({ act, stream, by }) => `${act} ${stream} ${by}`))).toEqual(
    new Set([
      `unlocked null ${vault.member}`,
      `read ${read} ${vault.member}`,
      `exported ${read} ${vault.member}`,
    ]),
  );
  expect(opened?.faults).toEqual([]);
  // One stream a member and month: it is listed for the place that shows it, and goes out with the next parcel.
  const [listed] = await again.journal.list('log');
  expect(listed?.own).toBe(3);
  await again.close();
});

it('says when it could not be kept', async () => {
  const device = memoryDevice();
  const vault = await createVault(device.start());
  await vault.close();
  const note = { act: 'read', stream: null, at: Date.now() } as const;
  expect(await noteAccess(vault.journal, vault.member, note)).toMatchObject({ ok: false });
});
