import { expect, it } from 'vitest';
import { memoryRecords } from '../../../tests/setup/memory-vault.ts';
import { fixedDeps, newId, systemRandom } from '../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../base/ids.ts';
import { ok } from '../../base/result.ts';
import { erasureStreamOf, type ErasureSummary } from '../../interview/model/withdrawal.ts';
import type { LastTalkSummary } from '../../interview/model/last-talk.ts';
import { stamp } from '../../journal/model/event.ts';
import { openMemoryJournal } from '../../journal/memory.ts';
import { givenNow, type Brief } from '../../people/model/assignment.ts';
import type { EntryErasedSummary } from '../../people/model/removal.ts';
import { wasErased } from '../../sync/erasures.ts';
import { isOfRemoved } from '../removed.ts';
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

/** Somebody who was removed from the register, with a talk that was given, and somebody who was not. */
async function removed() {
  const [elin, other, talk, otherTalk] = [id(), id(), id(), id()];
  const karin = newId(MemberId, systemRandom);
  const writer = { author: karin, device: newId(DeviceId, systemRandom) };
  const journal = openMemoryJournal(writer, deps, 'real');
  for (const stream of [elin, other]) await journal.append(stream, 'participant', [anything], {});
  for (const [stream, participant] of [
    [talk, elin],
    [otherTalk, other],
  ] as const) {
    const brief: Brief = {
      participant,
      code: 'K-017',
      name: 'Elin Exempel',
      contact: '',
      contactNote: '',
      language: 'sv',
      interpreter: false,
      protectedData: false,
      wave: 1,
      due: null,
      topics: [],
      relation: 'own',
    };
    const summary = givenNow({ to: karin, brief, wish: 'none' }, karin, 1);
    await journal.append(stream, 'assignment', [anything], summary);
  }
  const lent: LastTalkSummary = { to: karin, assignment: talk, interview: id() };
  const lastTalk = id();
  await journal.append(lastTalk, 'lastTalk', [anything], lent);
  const said: EntryErasedSummary = { participant: elin, by: karin, at: 1 };
  await journal.append(id(), 'erasure', [anything], said);
  return { vault: { journal, records: memoryRecords() }, elin, other, talk, otherTalk, lastTalk };
}

it('erases whoever was removed from the register, and the talks given for them', async () => {
  const { vault, elin, other, talk, otherTalk, lastTalk } = await removed();
  const takingBack = async () => ({ erase: vault.journal.erase });
  expect(await eraseApproved(vault, takingBack, deps.clock)).toEqual(ok(3));
  for (const stream of [elin, talk, lastTalk]) {
    expect(await vault.journal.open(stream)).toBeUndefined();
    expect(await wasErased(vault.records, stream)).toBe(true);
  }
  for (const stream of [other, otherTalk]) {
    expect(await vault.journal.open(stream)).toBeDefined();
    expect(await wasErased(vault.records, stream)).toBe(false);
  }
  expect(await eraseApproved(vault, takingBack, deps.clock)).toEqual(ok(0));
});

it('goes on with a removal where everything stopped, and erases what came back since', async () => {
  const { vault, elin, talk, lastTalk } = await removed();
  let calls = 0;
  const dying = async () => ({
    erase: async (stream: StreamId) => {
      calls += 1;
      if (calls > 1) throw new Error('the tablet is out of power');
      return vault.journal.erase(stream);
    },
  });
  await expect(eraseApproved(vault, dying, deps.clock)).rejects.toThrow('out of power');
  const takingBack = async () => ({ erase: vault.journal.erase });
  await eraseApproved(vault, takingBack, deps.clock);
  for (const stream of [elin, talk, lastTalk]) {
    expect(await vault.journal.open(stream)).toBeUndefined();
    expect(await wasErased(vault.records, stream)).toBe(true);
  }
  // Something was still being written in the entry while it went.
  await vault.journal.append(elin, 'participant', [anything], {});
  expect(await eraseApproved(vault, takingBack, deps.clock)).toEqual(ok(1));
  expect(await vault.journal.open(elin)).toBeUndefined();
});

it('what was lent for a talk with them is not taken in, once that talk is erased', async () => {
  const { vault, talk, otherTalk } = await removed();
  await eraseApproved(vault, async () => ({ erase: vault.journal.erase }), deps.clock);
  const lend = (assignment: StreamId) => {
    const writer = {
      author: newId(MemberId, systemRandom),
      device: newId(DeviceId, systemRandom),
    };
    const said = { interview: id(), heldAt: 1, sections: [] };
    const data = { to: writer.author, assignment, talk: said };
    return stamp([{ type: 'LastTalkLent', version: 1, data }], id(), [], writer, deps);
  };
  const wasGone = (stream: StreamId) => wasErased(vault.records, stream);
  const isRefused = async (assignment: StreamId) => {
    const events = lend(assignment);
    return isOfRemoved(vault.journal, 'lastTalk', id(), events, wasGone);
  };
  expect([await isRefused(talk), await isRefused(otherTalk)]).toEqual([true, false]);
});
