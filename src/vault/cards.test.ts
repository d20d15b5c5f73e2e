import { expect, test, vi } from 'vitest';
import { newId, systemRandom } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import { createVault, memoryDevice, must } from '../../tests/setup/vault.ts';
import type { VaultFiles } from './files.ts';

/*
 * The settings ask for the cards whenever something on the device changes, and the same worker may write its key file
 * while it is being read: a new stream has a new key. Browsers then refuse the file that they handed out before.
 */
const changed = () => new DOMException('the file has changed', 'NotReadableError');

test('a key file that is written while its card is read is read once more', async () => {
  const device = memoryDevice();
  const vault = await createVault(device.start());
  let reads = 0;
  const read: VaultFiles['read'] = async (...where) => {
    reads += 1;
    if (reads > 3) return device.files.read(...where);
    // Its first words in a new stream: the key is written while the card is read.
    const stream = newId(StreamId, systemRandom);
    must(await vault.journal.append(stream, 'log', [{ type: 'X', version: 1, data: {} }], null));
    throw changed();
  };
  const cards = await device.start({ files: { ...device.files, read } }).cards();
  expect(cards.map((card) => card.vault)).toEqual([vault.vault]);
  expect(reads).toBe(5);
  await vault.close();
});

test('a disk that cannot be read at all is not waited for for ever, and no vault is left out without a word', async () => {
  const device = memoryDevice();
  const vault = await createVault(device.start());
  const read = vi.fn<VaultFiles['read']>(() => Promise.reject(changed()));
  const cards = device.start({ files: { ...device.files, read } }).cards();
  await expect(cards).rejects.toThrow('the file has changed');
  expect(read.mock.calls.length).toBeGreaterThan(20);
  await vault.close();
});
