import { expect, it } from 'vitest';
import { memoryRecords } from '../../../tests/setup/memory-vault.ts';
import { fixedDeps, newId, systemRandom } from '../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../base/ids.ts';
import { ok } from '../../base/result.ts';
import { erasureStreamOf, type ErasureSummary } from '../../interview/model/withdrawal.ts';
import { openMemoryJournal } from '../../journal/memory.ts';
import { wasErased } from '../../sync/erasures.ts';
import { eraseApproved } from './erasing.ts';

const deps = fixedDeps();
const id = () => newId(StreamId, systemRandom);
const anything = { type: 'X', version: 1, data: {} };

/** An interview's sound and transcript, which two supervisors have said are to be erased. */
async function approved() {
  const [interview, sound, transcript] = [id(), id(), id()];
  const [karin, maja] = [newId(MemberId, systemRandom), newId(MemberId, systemRandom)];
  const writer = { author: karin, device: newId(DeviceId, systemRandom) };
  const journal = openMemoryJournal(writer, deps, 'real');
  await journal.append(sound, 'sound', [anything], { interview });
  await journal.append(transcript, 'transcript', [anything], { interview, begunAt: 1 });
  for (const by of [karin, maja]) {
    const summary: ErasureSummary = {
      interview,
      code: 'K-017',
      materials: ['sound', 'transcript'],
      decision: 'SN 1',
      why: 'retention',
      leftBehind: [],
      by,
      at: 1,
    };
    const fact = { type: 'ErasureApproved', version: 1, data: summary };
    await journal.append(erasureStreamOf(interview, by), 'erasure', [fact], summary);
  }
  return { vault: { journal, records: memoryRecords() }, sound, transcript };
}

it('erases what two have approved, and the office is asked for it', async () => {
  const { vault, sound, transcript } = await approved();
  const takingBack = async () => ({ erase: vault.journal.erase });
  expect(await eraseApproved(vault, takingBack, deps.clock)).toEqual(ok(2));
  for (const stream of [sound, transcript]) {
    expect(await vault.journal.open(stream)).toBeUndefined();
    expect(await wasErased(vault.records, stream)).toBe(true);
  }
  expect(await eraseApproved(vault, takingBack, deps.clock)).toEqual(ok(0));
});

it('is not forgotten at the office when everything stops between the two', async () => {
  const { vault, sound, transcript } = await approved();
  const dying = async () => ({
    erase: async (stream: StreamId) => {
      await vault.journal.erase(stream);
      throw new Error('the tablet is out of power');
    },
  });
  await expect(eraseApproved(vault, dying, deps.clock)).rejects.toThrow('out of power');
  await eraseApproved(vault, async () => ({ erase: vault.journal.erase }), deps.clock);
  for (const stream of [sound, transcript]) {
    expect(await vault.journal.open(stream)).toBeUndefined();
    expect(await wasErased(vault.records, stream)).toBe(true);
  }
});

it('is finished when everything stopped just before', async () => {
  const { vault, sound } = await approved();
  const dying = async () => ({
    erase: async () => {
      throw new Error('the tablet is out of power');
    },
  });
  await expect(eraseApproved(vault, dying, deps.clock)).rejects.toThrow('out of power');
  await eraseApproved(vault, async () => ({ erase: vault.journal.erase }), deps.clock);
  expect(await vault.journal.open(sound)).toBeUndefined();
});
