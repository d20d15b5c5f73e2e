import { describe, expect, test } from 'vitest';
import { newId, systemRandom } from '../base/deps.ts';
import { sha256, utf8 } from '../base/bytes.ts';
import { ParcelId } from '../base/ids.ts';
import { storedRows } from '../../tests/setup/vault-rows.ts';
import { createVault, memoryDevice, must, unlockVault } from '../../tests/setup/vault.ts';

describe('records and outbox', () => {
  test('records are found by name, their names are nowhere on disk, and removed ones stay away', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    must(await vault.records.put('sent/a', 1));
    must(await vault.records.put('sent/b', { deep: ['å'] }));
    must(await vault.records.put('sent/b', 3));
    must(await vault.records.put('cursor', 7));
    must(await vault.records.remove('sent/a'));
    expect(await vault.records.names('sent/')).toEqual(['sent/b']);
    await vault.close();
    const again = await unlockVault(device.start(), vault.vault);
    expect(await again.records.names('')).toEqual(['cursor', 'sent/b']);
    expect(await again.records.get('sent/b')).toBe(3);
    expect(await again.records.get('sent/a')).toBeUndefined();
    const disk = new TextDecoder('latin1').decode(device.files.bytes(vault.vault, 'reserve-a'));
    expect(disk + JSON.stringify(await storedRows(device, vault.vault, 'records'))).not.toContain(
      'cursor',
    );
  });

  test('the outbox works while locked, adds once, and drops objects nobody names', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const [one, two] = [utf8('ett'), utf8('två')];
    const objects = new Map([one, two].map((bytes) => [sha256(bytes), bytes]));
    const item = (hashes: readonly Uint8Array[], addedAt: number) => ({
      parcel: newId(ParcelId, systemRandom),
      consignment: { v: 1 },
      objects: hashes.map((bytes) => sha256(bytes)),
      addedAt,
      receipt: null,
    });
    const [first, second] = [item([one, two], 1), item([two], 2)];
    for (const each of [second, first, first]) must(await vault.outbox.add(each, objects));
    await vault.close();
    const outbox = await device.start().outbox(vault.vault);
    expect((await outbox.list()).map((each) => each.parcel)).toEqual([first.parcel, second.parcel]);
    must(await outbox.receive(first.parcel, { at: 5 }));
    expect((await outbox.list())[0]?.receipt).toEqual({ at: 5 });
    await outbox.drop(first.parcel);
    expect(await outbox.object(sha256(one))).toBeUndefined();
    expect(await outbox.object(sha256(two))).toEqual(two);
  });

  test('a parcel of which a staged object was swept away is refused whole, and taken when it is packed anew', async () => {
    const vault = await createVault(memoryDevice().start());
    const [one, two] = [utf8('ett'), utf8('två')];
    const item = {
      parcel: newId(ParcelId, systemRandom),
      consignment: { v: 1 },
      objects: [one, two].map((bytes) => sha256(bytes)),
      addedAt: 1,
      receipt: null,
    };
    must(await vault.outbox.stage(sha256(one), one));
    await vault.outbox.sweep();
    const added = await vault.outbox.add(item, new Map([[sha256(two), two]]));
    expect(added).toEqual({ ok: false, error: { type: 'storeFailed', name: 'staged' } });
    expect(await vault.outbox.list()).toEqual([]);
    must(await vault.outbox.stage(sha256(one), one));
    must(await vault.outbox.add(item, new Map([[sha256(two), two]])));
    expect(await vault.outbox.list()).toHaveLength(1);
  });
});
