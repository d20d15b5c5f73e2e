import { expect, it } from 'vitest';
import { fixedDeps, newId } from '../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../base/ids.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import { stamp } from '../journal/model/event.ts';
import { ELIN, TEN_YEARS } from './fixture.ts';
import { summariseParticipant, type ParticipantFact } from './model/participant.ts';
import { addParticipant, writeParticipant } from './write.ts';

const deps = fixedDeps();
const writer = () => ({
  author: newId(MemberId, deps.random),
  device: newId(DeviceId, deps.random),
});
const placed: ParticipantFact = {
  type: 'PlacementWritten',
  version: 1,
  data: { placement: TEN_YEARS },
};
const moved: ParticipantFact = {
  type: 'ParticipantChanged',
  version: 1,
  data: { details: { municipality: 'Lillby' } },
};

async function added() {
  const journal = openMemoryJournal(writer(), deps);
  const stream = newId(StreamId, deps.random);
  const person = { code: 'K-017', details: ELIN, batch: null, more: [placed] };
  await addParticipant(journal, stream, person, deps.clock);
  const listed = async () => (await journal.list('participant'))[0]?.data;
  const folded = async () => summariseParticipant((await journal.open(stream))?.events ?? []);
  return { journal, stream, listed, folded };
}

it('keeps the summary that its facts come to', async () => {
  const { journal, stream, listed, folded } = await added();
  expect(await listed()).toEqual(await folded());
  await journal.draft(stream, 'participant', 'details', { municipality: 'Lillby' });
  const written = await writeParticipant(journal, stream, [moved], ['details']);
  expect(written).toMatchObject({ ok: true, value: { details: { municipality: 'Lillby' } } });
  expect(await listed()).toEqual(await folded());
  expect((await journal.open(stream))?.drafts).toEqual([]);
});

it("a colleague's copy that comes in meanwhile is in the summary too", async () => {
  const { journal, stream, listed, folded } = await added();
  const here = (await journal.open(stream))?.events ?? [];
  const removed = { type: 'PlacementRemoved', version: 1, data: { placement: 'aaaaaaaa' } };
  const theirs = stamp([removed], stream, here, writer(), deps);
  const between = {
    ...journal,
    append: async (...args: Parameters<typeof journal.append>) => {
      await journal.take(stream, 'participant', theirs, await folded());
      return journal.append(...args);
    },
  };
  await writeParticipant(between, stream, [moved]);
  expect(await listed()).toEqual(await folded());
  expect(await listed()).toMatchObject({ placements: [], details: { municipality: 'Lillby' } });
});

it('writes nothing about somebody who is not there', async () => {
  const journal = openMemoryJournal(writer(), deps);
  const stream = newId(StreamId, deps.random);
  expect(await writeParticipant(journal, stream, [moved])).toEqual({
    ok: false,
    error: { type: 'noSuchPerson' },
  });
  expect(await journal.list('participant')).toEqual([]);
});
