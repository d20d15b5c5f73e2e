import { expect, it } from 'vitest';
import { fixedDeps, newId } from '../../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../../base/ids.ts';
import { openMemoryJournal } from '../../../journal/memory.ts';
import { ELIN } from '../../../people/fixture.ts';
import { addParticipant, writeParticipant } from '../../../people/write.ts';
import { peopleIn } from './register.ts';

const deps = fixedDeps();

it('lists everyone by code, parsed once, and a change at once', async () => {
  const writer = { author: newId(MemberId, deps.random), device: newId(DeviceId, deps.random) };
  const journal = openMemoryJournal(writer, deps);
  const add = async (code: string) => {
    const stream = newId(StreamId, deps.random);
    await addParticipant(journal, stream, { code, details: ELIN, batch: null }, deps.clock);
    return stream;
  };
  const tenth = await add('K-10');
  await add('K-9');
  // Somebody whose first word has not come yet: only a draft is here.
  await journal.draft(newId(StreamId, deps.random), 'participant', 'new', { form: null });
  const before = await peopleIn(journal);
  expect(before.map(({ code }) => code)).toEqual(['K-9', 'K-10']);

  await writeParticipant(journal, tenth, [
    { type: 'ParticipantChanged', version: 1, data: { details: { municipality: 'Lillby' } } },
  ]);
  const after = await peopleIn(journal);
  expect(after.map(({ details }) => details.municipality)).toEqual(['Storby', 'Lillby']);
  expect(after[0]).toBe(before[0]);
});
