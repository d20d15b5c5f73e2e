import { beforeEach, expect, it } from 'vitest';
import { fixedDeps, newId } from '../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../base/ids.ts';
import { err, ok } from '../base/result.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import { giveAssignment, listAssignments, writeAssignment } from './assignments.ts';
import { ELIN, TEN_YEARS } from './fixture.ts';
import { batchesOf, undoImport } from './import-undo.ts';
import { briefOf } from './model/givable.ts';
import { ParticipantSummary, type ParticipantFact } from './model/participant.ts';
import { PROGRAM_DEFAULTS } from './model/program.ts';
import { nextCode, type Known } from './model/register.ts';
import { heldBy } from './model/waves.ts';
import { listRemoved, removePerson, type RemovePorts } from './remove.ts';
import { addParticipant } from './write.ts';

const deps = fixedDeps(Date.parse('2026-11-22T10:00:00Z'));
const me = newId(MemberId, deps.random);
const tore = newId(MemberId, deps.random);
const WHY = { why: 'asked', decision: '', rules: PROGRAM_DEFAULTS } as const;
const PLACED: ParticipantFact = {
  type: 'PlacementWritten',
  version: 1,
  data: { placement: TEN_YEARS },
};

let journal: ReturnType<typeof openMemoryJournal>;
let delivered: (readonly [string, StreamId])[];
let ports: RemovePorts;
beforeEach(() => {
  journal = openMemoryJournal({ author: me, device: newId(DeviceId, deps.random) }, deps);
  delivered = [];
  ports = {
    journal,
    me,
    deliver: async (...what) => delivered.push(what),
    erase: async () => ok(1),
  };
});

async function person(code = 'K-017', batch: string | null = null): Promise<Known> {
  const stream = newId(StreamId, deps.random);
  const added = { code, details: ELIN, batch, more: [PLACED] };
  const kept = await addParticipant(journal, stream, added, deps.clock);
  if (!kept.ok) throw new Error(kept.error.type);
  return { ...kept.value, stream, held: heldBy(kept.value, new Map()) };
}
const given = async (elin: Known) => {
  const held = [...elin.held];
  const brief = briefOf(
    { person: { ...elin, held }, wave: 1 },
    { due: null, topics: [], relation: 'own', way: 'Sms' },
  );
  const kept = await giveAssignment(journal, { to: tore, brief, wish: 'none' }, me, deps);
  if (!kept.ok) throw new Error(kept.error.type);
  return kept.value;
};
const remove = (who: Known, own: Partial<RemovePorts> = {}) =>
  removePerson({ ...ports, ...own }, who, WHY, deps);

it('keeps a line with numbers for the supervisors, and for everyone a random id alone', async () => {
  const elin = await person();
  expect(await remove(elin)).toEqual(ok('removed'));
  expect(delivered.map(([kind]) => kind)).toEqual(['shared', 'erasure']);
  const [line, word] = delivered.map(([, stream]) => stream);
  if (!line || !word) throw new Error('nothing was said');
  const said = JSON.stringify((await journal.open(word))?.events.map(({ body }) => body?.data));
  expect(said).toBe(JSON.stringify([{ participant: elin.stream }]));
  const kept = JSON.stringify((await journal.open(line))?.events);
  for (const secret of [ELIN.name, ELIN.contact.value, ELIN.birthMonth]) {
    expect(kept).not.toContain(secret);
  }
  await journal.erase(elin.stream);
  expect(await listRemoved(journal)).toMatchObject([
    { code: 'K-017', why: 'asked', by: me, past: { waves: [{ standing: 'notAsked' }] } },
  ]);
});

it('is refused while a talk is given, and not once that is ended', async () => {
  const elin = await person();
  const talk = await given(elin);
  expect(await remove(elin)).toEqual(err({ type: 'given', to: tore }));
  expect(await listRemoved(journal)).toEqual([]);
  expect(await journal.list('erasure')).toEqual([]);
  const ended = { type: 'AssignmentEnded', version: 1, data: { how: 'cancelled' } } as const;
  await writeAssignment(journal, talk, ended, me);
  expect(await listAssignments(journal)).toHaveLength(1);
  expect(await remove(elin)).toEqual(ok('removed'));
});

it('stopped half-way the person stands in the register, and counts once when it is done again', async () => {
  const elin = await person();
  const append: typeof journal.append = async (stream, kind, ...rest) =>
    kind === 'erasure'
      ? err({ type: 'storeFailed', name: 'disk' })
      : journal.append(stream, kind, ...rest);
  expect(await remove(elin, { journal: { ...journal, append } })).toMatchObject({ ok: false });
  expect(await listRemoved(journal)).toEqual([]);
  expect(await remove(elin)).toEqual(ok('removed'));
  await journal.erase(elin.stream);
  expect(await listRemoved(journal)).toHaveLength(1);
});

it('says when the entry could not be erased at once', async () => {
  const elin = await person();
  const erase = async () => err({ type: 'diskFull' });
  expect(await remove(elin, { erase })).toEqual(ok('waits'));
});

it('a code is never given again, and an import that is undone leaves the numbers', async () => {
  const [elin] = [await person('K-017', 'aaaaaaaa'), await person('K-016', 'aaaaaaaa')];
  await remove(elin);
  await journal.erase(elin.stream);
  const removed = await listRemoved(journal);
  const left = (await journal.list('participant')).flatMap(
    ({ data }) => ParticipantSummary.safeParse(data).data ?? [],
  );
  expect(nextCode(left)).toBe('K-017');
  expect(nextCode([...left, ...removed])).toBe('K-018');
  expect(batchesOf(left)).toMatchObject([{ people: 1 }]);
  const goOn = async () => true;
  const undone = await undoImport('aaaaaaaa', { journal, me, deliver: async () => 0, goOn });
  expect(undone).toEqual({ erased: 1, left: [], problem: null });
  expect(await listRemoved(journal)).toEqual(removed);
});
