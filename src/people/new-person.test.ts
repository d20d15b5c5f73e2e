import { expect, it } from 'vitest';
import { fixedDeps, newId } from '../base/deps.ts';
import { DeviceId, MemberId, OfficeId, StreamId } from '../base/ids.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import { ELIN, KARIN } from './fixture.ts';
import { detailsOf, emptyPerson } from './model/person-form.ts';
import { draftNewPerson, newPersonStreamOf, readNewPerson } from './new-person.ts';
import { addParticipant } from './write.ts';

const deps = fixedDeps();
const office = newId(OfficeId, deps.random);
const at = newPersonStreamOf(office, KARIN);
const opened = () =>
  openMemoryJournal({ author: KARIN, device: newId(DeviceId, deps.random) }, deps);
const begun = () => ({
  stream: newId(StreamId, deps.random),
  form: { ...emptyPerson('D-001', 'Storby'), name: 'Eli' },
});

it('gives back after a crash what was half typed', async () => {
  const journal = opened();
  const draft = begun();
  expect(await readNewPerson(journal, at)).toBeNull();
  expect(await draftNewPerson(journal, at, draft)).toBe(true);
  expect(await readNewPerson(journal, at)).toEqual(draft);
  await draftNewPerson(journal, at, { ...draft, form: { ...draft.form, name: 'Elin' } });
  expect((await readNewPerson(journal, at))?.form.name).toBe('Elin');
  await draftNewPerson(journal, at, null);
  expect(await readNewPerson(journal, at)).toBeNull();
});

it('is done with after a crash between keeping the person and throwing the draft away', async () => {
  const journal = opened();
  const draft = begun();
  await draftNewPerson(journal, at, draft);
  const person = {
    code: 'D-001',
    details: detailsOf({ ...draft.form, name: ELIN.name }),
    batch: null,
  };
  await addParticipant(journal, draft.stream, person, deps.clock);
  expect(await readNewPerson(journal, at)).toBeNull();
});

it('shows no colleague what somebody is typing', async () => {
  const journal = opened();
  await draftNewPerson(journal, at, begun());
  const other = newPersonStreamOf(office, newId(MemberId, deps.random));
  expect(await readNewPerson(journal, other)).toBeNull();
});
