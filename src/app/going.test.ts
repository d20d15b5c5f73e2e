import { describe, expect, it } from 'vitest';
import { newId, systemRandom } from '../base/deps.ts';
import { MemberId, StreamId } from '../base/ids.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import { DeviceId } from '../base/ids.ts';
import { continuedStreamOf } from '../interview/model/continued.ts';
import {
  erasureStreamOf,
  withdrawalStreamOf,
  type ErasureSummary,
  type WithdrawalSummary,
} from '../interview/model/withdrawal.ts';
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

describe('a withdrawal', () => {
  const nils = newId(MemberId, systemRandom);

  /** A device with these interviews, to which somebody's word of a withdrawal has come. */
  async function withdrawn(
    held: readonly (readonly [StreamId, MemberId])[],
    by: MemberId,
    bySupervisor: boolean,
  ) {
    const { journal } = await approved();
    for (const [stream, interviewer] of held) {
      const begun = { type: 'InterviewStarted', version: 1, data: {} };
      await journal.append(stream, 'interview', [begun], { interviewer });
    }
    const summary: WithdrawalSummary = {
      interview,
      code: 'K-017',
      through: 'interviewer',
      by,
      at: 1,
      recalled: false,
      bySupervisor,
    };
    const fact = { type: 'InterviewWithdrawn', version: 1, data: {} };
    await journal.append(withdrawalStreamOf(interview, by), 'withdrawal', [fact], summary);
    return new Set((await goingHere(journal)).keys());
  }

  it('counts from the one who held the talk and from a supervisor, and from nobody else', async () => {
    const held = [[interview, nils]] as const;
    expect(await withdrawn(held, nils, false)).toEqual(new Set([interview]));
    expect(await withdrawn(held, karin, true)).toEqual(new Set([interview]));
    expect(await withdrawn(held, maja, false)).toEqual(new Set());
    // Not here yet: then it blocks nothing, and counts as soon as it can be told whose the talk was.
    expect(await withdrawn([], maja, false)).toEqual(new Set([interview]));
  });

  it('takes along the interview that goes on from it in other hands, and the one after that', async () => {
    const second = continuedStreamOf(interview, maja);
    const third = continuedStreamOf(second, nils);
    const other = newId(StreamId, systemRandom);
    const held = [
      [second, maja],
      [third, nils],
      [other, nils],
    ] as const;
    expect(await withdrawn(held, karin, true)).toEqual(new Set([interview, second, third]));
  });
});
