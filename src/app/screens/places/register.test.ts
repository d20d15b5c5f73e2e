import { expect, it, vi } from 'vitest';
import { fixedDeps, newId } from '../../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../../base/ids.ts';
import { openMemoryJournal } from '../../../journal/memory.ts';
import { ELIN } from '../../../people/fixture.ts';
import { PROGRAM_DEFAULTS } from '../../../people/model/program.ts';
import { addParticipant, writeParticipant } from '../../../people/write.ts';
import { interviewsIn } from './assigning.ts';
import { prepareRegister, rowsOfRegister } from './register-rows.ts';
import { entriesIn, peopleIn } from './register.ts';

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

it('an unchanged register is neither sorted nor reckoned anew, and one of another day is', async () => {
  const journal = openMemoryJournal(
    { author: newId(MemberId, deps.random), device: newId(DeviceId, deps.random) },
    deps,
  );
  await addParticipant(
    journal,
    newId(StreamId, deps.random),
    { code: 'K-1', details: ELIN, batch: null },
    deps.clock,
  );
  // As over the line to the worker: what has not changed is the same array.
  const listed = await journal.list('participant');
  const same = { list: async () => listed };
  const entries = await entriesIn(same);
  expect(await entriesIn(same)).toBe(entries);
  const talks = new Map();
  const rows = rowsOfRegister(entries, talks, PROGRAM_DEFAULTS, '2026-11-22');
  const program = { ...PROGRAM_DEFAULTS };
  expect(rowsOfRegister(entries, talks, program, '2026-11-22')).toBe(rows);
  expect(rowsOfRegister(entries, talks, program, '2026-11-23')).not.toBe(rows);
  const stricter = { ...program, minAge: 30 };
  expect(rowsOfRegister(entries, talks, stricter, '2026-11-23')[0]?.standing).toBe('notEligible');
});

it('leaves out what was erased, and shows an entry that only a later version can read', async () => {
  const writer = { author: newId(MemberId, deps.random), device: newId(DeviceId, deps.random) };
  const journal = openMemoryJournal(writer, deps);
  const later = { code: 'K-2', details: { name: 'Ny form' } };
  const keep = (data: unknown) =>
    journal.append(
      newId(StreamId, deps.random),
      'participant',
      [{ type: 'ParticipantAdded', version: 2, data: {} }],
      data,
    );
  await keep(null);
  await keep(later);
  const entries = await entriesIn(journal);
  expect(entries.map(({ code, person }) => [code, person()])).toEqual([['K-2', null]]);
  expect(await peopleIn(journal)).toEqual([]);
});

it('finds ready what was prepared behind the inbox', async () => {
  const writer = { author: newId(MemberId, deps.random), device: newId(DeviceId, deps.random) };
  const journal = openMemoryJournal(writer, deps);
  const added = { code: 'K-1', details: ELIN, batch: null };
  await addParticipant(journal, newId(StreamId, deps.random), added, deps.clock);
  const lists = { participant: await journal.list('participant'), interview: [], none: [] };
  const same: typeof journal = {
    ...journal,
    list: async (kind) =>
      kind === 'participant' || kind === 'interview' ? lists[kind] : lists.none,
  };
  const [entry] = await entriesIn(same);
  if (!entry) throw new Error('nobody is listed');
  const read = vi.spyOn(entry, 'person');
  await prepareRegister(same, '2026-11-22');
  await vi.waitFor(() => expect(read).toHaveBeenCalledOnce());
  const [entries, talks] = [await entriesIn(same), await interviewsIn(same)];
  const rows = rowsOfRegister(entries, talks, PROGRAM_DEFAULTS, '2026-11-22');
  expect(rows.map(({ name }) => name)).toEqual([ELIN.name]);
  expect(read).toHaveBeenCalledOnce();
});
