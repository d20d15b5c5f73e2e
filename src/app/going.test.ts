import { expect, it } from 'vitest';
import { newId, systemRandom } from '../base/deps.ts';
import { MemberId, StreamId } from '../base/ids.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import { DeviceId } from '../base/ids.ts';
import { erasureStreamOf, type ErasureSummary } from '../interview/model/withdrawal.ts';
import { systemClock } from '../base/deps.ts';
import type { Material } from '../people/model/program.ts';
import { goingHere, isErased, streamsToErase } from './going.ts';

const interview = newId(StreamId, systemRandom);
const [karin, maja] = [newId(MemberId, systemRandom), newId(MemberId, systemRandom)];
const sound = newId(StreamId, systemRandom);
const transcript = newId(StreamId, systemRandom);

async function approved(...each: readonly (readonly [MemberId, readonly Material[]])[]) {
  const journal = openMemoryJournal(
    { author: karin, device: newId(DeviceId, systemRandom) },
    { clock: systemClock(), random: systemRandom },
  );
  const beside = { interview };
  await journal.append(sound, 'sound', [{ type: 'X', version: 1, data: {} }], beside);
  await journal.append(transcript, 'transcript', [{ type: 'X', version: 1, data: {} }], {
    ...beside,
    begunAt: 1,
  });
  for (const [by, materials] of each) {
    const data: ErasureSummary = {
      interview,
      code: 'K-017',
      materials: [...materials],
      decision: 'SN 1',
      why: 'retention',
      leftBehind: [],
      by,
      at: 1,
    };
    const fact = { type: 'ErasureApproved', version: 1, data };
    await journal.append(erasureStreamOf(interview, by), 'erasure', [fact], data);
  }
  const going = (await goingHere(journal)).get(interview);
  return {
    journal,
    erased: going?.erased ?? [],
    streams: going && (await streamsToErase(journal, going)),
  };
}

it('erases what both have approved and no more', async () => {
  expect((await approved([karin, ['sound']])).erased).toEqual([]);
  expect((await approved([karin, ['sound']], [maja, ['transcript']])).erased).toEqual([]);
  const both = await approved([karin, ['sound', 'transcript']], [maja, ['sound']]);
  expect(both.erased).toEqual(['sound']);
  expect(both.streams).toEqual([sound]);
});

it('who erases the interview erases its sound and transcript, the interview last', async () => {
  const all = await approved([karin, ['interview']], [maja, ['interview']]);
  expect(all.erased).toEqual(['sound', 'transcript', 'interview']);
  expect(all.streams?.at(-1)).toBe(interview);
  expect(all.streams).toEqual(expect.arrayContaining([sound, transcript]));
});

it('refuses only the kinds that hold what was erased, and never a report of concern or a message of danger', async () => {
  const { journal } = await approved([karin, ['interview']], [maja, ['interview']]);
  const erased = (kind: Parameters<typeof isErased>[1]) => isErased(journal, kind, interview, []);
  expect(await erased('interview')).toBe(true);
  expect(await erased('draft')).toBe(true);
  expect(await erased('safety')).toBe(false);
  expect(await erased('concern')).toBe(false);
  expect(await isErased(journal, 'interview', sound, [])).toBe(false);
});

it('a month of the log is a stream of its own', async () => {
  const { streams } = await approved([karin, ['log']], [maja, ['log']]);
  expect(streams).toEqual([interview]);
});
