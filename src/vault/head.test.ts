import { describe, expect, test } from 'vitest';
import { newId, systemClock, systemRandom } from '../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../base/ids.ts';
import { stamp, type JournalEvent } from '../journal/model/event.ts';
import { headsOf } from '../journal/model/merge.ts';
import { createVault, memoryDevice, must, unlockVault } from '../../tests/setup/vault.ts';
import { faultsOf, headAfterAppend, newHead } from './head.ts';

const deps = { clock: systemClock(), random: systemRandom };
const stream = newId(StreamId, systemRandom);
const writer = { author: newId(MemberId, systemRandom), device: newId(DeviceId, systemRandom) };
const fact = (text: string) => ({ type: 'AnswerWritten', version: 1, data: { text } });

const three = stamp([fact('ett'), fact('två'), fact('tre')], stream, [], writer, deps);
const [first, second, third] = three;
if (!first || !second || !third) throw new Error('three facts make three events');
const heads = headsOf(three);

describe('what the head row knows of its chains', () => {
  test('chains that end as it says were whole and are taken as they are', () => {
    expect(faultsOf(three, { heads, whole: true })).toEqual([]);
    expect(faultsOf(three, { heads, whole: undefined })).toEqual([]);
  });

  test.each([
    ['the first', [second, third], [{ type: 'gap', seq: 1, to: 1 }]],
    ['one between', [first, third], [{ type: 'gap', seq: 2, to: 2 }]],
    ['the last', [first, second], [{ type: 'gap', seq: 3, to: 3 }]],
    ['all', [], [{ type: 'gap', seq: 1, to: 3 }]],
  ] as const)('a row that is missing shows all the same: %s', (_which, left, faults) => {
    expect(faultsOf(left, { heads, whole: true })).toMatchObject(faults);
  });

  test('a head row from before this was noted has every event hashed', () => {
    const altered: JournalEvent[] = [
      first,
      { ...second, body: { salt: '0'.repeat(32), data: { text: 'annat' } } },
      third,
    ];
    expect(faultsOf(altered, { heads, whole: undefined })).toEqual([
      { type: 'altered', event: second.id },
    ]);
  });

  test('a chain that begins here is whole, and stays so while it is appended to', () => {
    const begun = newHead('interview', 0);
    const tip = heads[writer.device]?.[1] ?? null;
    expect(headAfterAppend(begun, three, { seq: 3, tip, order: 3 }, writer.device)).toMatchObject({
      heads,
      whole: true,
    });
  });

  test('a fork that somebody sent is told at every start', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const fork = stamp([fact('annat')], stream, [first], writer, deps);
    must(await vault.journal.take(stream, 'interview', [...three, ...fork], null));
    await vault.close();
    const again = await unlockVault(device.start(), vault.vault);
    expect((await again.journal.open(stream))?.faults).toContainEqual(
      expect.objectContaining({ type: 'fork', seq: 2, device: writer.device }),
    );
    expect(again.status().damaged).toBe(1);
  });
});
