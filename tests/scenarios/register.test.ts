import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId, systemRandom } from '../../src/base/deps.ts';
import { StreamId } from '../../src/base/ids.ts';
import { startOffice, type RunningOffice } from '../../src/office/start.ts';
import { ELIN, TEN_YEARS } from '../../src/people/fixture.ts';
import { ParticipantSummary, type ParticipantFact } from '../../src/people/model/participant.ts';
import { foldProgram, programStreamOf } from '../../src/people/model/program.ts';
import { addParticipant, writeParticipant } from '../../src/people/write.ts';
import type { Role } from '../../src/sync/model/directory.ts';
import { newPerson, testClock, value, type Person, type TestClock } from '../setup/person.ts';

/* The register with two supervisors and a real office: it is the same with both, and with no one else. */

let folder: string;
let office: RunningOffice;
let clock: TestClock;
let karin: Person;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aterblick-register-'));
  clock = testClock();
  office = await startOffice({ data: join(folder, 'data'), port: 0, clock });
  karin = await person();
  const input = { secret: office.secret ?? '', officeName: 'Storby', name: 'Karin' };
  value(await karin.sync.found({ ...input, recipientClass: 'x25519' }));
});
afterEach(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

const person = () => newPerson({ clock, url: () => office.url });
const round = async (...people: Person[]) => {
  for (const each of people) expect(await each.sync.round(true)).toEqual({ type: 'fine' });
};

async function joined(name: string, role: Role): Promise<Person> {
  const guest = await person();
  const link = value(await karin.sync.invite({ name, role, days: 7 }));
  value(await guest.sync.join(link, name));
  expect(value(await karin.sync.admitJoins()).admitted).toMatchObject([{ name, role }]);
  return guest;
}

/** Written and not handed over, as when a crash comes in between. */
async function added(by: Person, code: string): Promise<StreamId> {
  const stream = newId(StreamId, systemRandom);
  const placed: ParticipantFact = {
    type: 'PlacementWritten',
    version: 1,
    data: { placement: TEN_YEARS },
  };
  const details = { ...ELIN, ownWorkers: [] };
  value(
    await addParticipant(
      by.vault.journal,
      stream,
      { code, details, batch: null, more: [placed] },
      clock,
    ),
  );
  return stream;
}

const register = async (of: Person) =>
  (await of.vault.journal.list('participant'))
    .map(({ data }) => ParticipantSummary.parse(data))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
const codes = async (of: Person) => (await register(of)).map(({ code }) => code);
const offer = (by: Person): ParticipantFact => ({
  type: 'OfferMade',
  version: 1,
  data: { offer: 'bbbbbbbb', wave: 1, way: 'letter', on: '2026-10-01', by: by.vault.member },
});

it('what a crash left unpacked reaches the other supervisor in the next round, and no interviewer', async () => {
  const maja = await joined('Maja', 'supervisor');
  const nils = await joined('Nils', 'interviewer');
  const elin = await added(karin, 'K-017');
  await round(karin, maja, nils);
  expect(await register(maja)).toEqual(await register(karin));
  expect(await codes(nils)).toEqual([]);

  value(await writeParticipant(maja.vault.journal, elin, [offer(maja)]));
  await round(maja, karin, nils);
  expect(await register(karin)).toMatchObject([{ offers: [{ by: maja.vault.member }] }]);
  expect(await register(karin)).toEqual(await register(maja));
  expect(await codes(nils)).toEqual([]);
});

it('what is packed is not packed again, round after round', async () => {
  await joined('Maja', 'supervisor');
  await added(karin, 'K-017');
  await round(karin);
  const before = await karin.vault.records.names('sent/');
  await round(karin, karin);
  expect(await karin.vault.records.names('sent/')).toEqual(before);
});

it('who joins as a supervisor later gets the whole register, also more than goes in one round', async () => {
  const all = Array.from({ length: 30 }, (_, n) => `K-${String(n + 100)}`);
  for (const code of all) await added(karin, code);
  await round(karin, karin);
  const maja = await joined('Maja', 'supervisor');
  await round(karin);
  await round(maja);
  expect((await codes(maja)).length).toBeLessThan(all.length);
  await round(karin, maja);
  expect(await codes(maja)).toEqual(all);
});

it('what somebody wrote who has left reaches a new supervisor by a colleague', async () => {
  const maja = await joined('Maja', 'supervisor');
  await added(maja, 'M-001');
  await round(maja, karin);
  expect(await codes(karin)).toEqual(['M-001']);
  value(await karin.sync.revokeDevice(maja.vault.device));
  const lena = await joined('Lena', 'supervisor');
  await round(karin, lena);
  expect(await codes(lena)).toEqual(['M-001']);
});

it('the programme reaches everyone, also an interviewer who joins later', async () => {
  const nils = await joined('Nils', 'interviewer');
  const { office: id } = value(await karin.sync.refreshDirectory()).identity;
  const stream = programStreamOf(id, karin.vault.member);
  const changed = { type: 'ProgramChanged', version: 1, data: { program: { minAge: 16 } } };
  value(await karin.vault.journal.append(stream, 'program', [changed], { by: karin.vault.member }));
  await round(karin, nils);
  const olle = await joined('Olle', 'interviewer');
  await round(karin, olle);
  for (const each of [nils, olle]) {
    const said = (await each.vault.journal.open(stream))?.events ?? [];
    expect(foldProgram([said]).minAge).toBe(16);
  }
});

it('an interviewer who sends a register or rules is not believed', async () => {
  const nils = await joined('Nils', 'interviewer');
  await round(karin, nils);
  await added(nils, 'X-1');
  const { office: id } = value(await nils.sync.refreshDirectory()).identity;
  const changed = { type: 'ProgramChanged', version: 1, data: { program: { minAge: 30 } } };
  const stream = programStreamOf(id, nils.vault.member);
  value(await nils.vault.journal.append(stream, 'program', [changed], { by: nils.vault.member }));
  await round(nils, karin);
  expect(await codes(karin)).toEqual([]);
  expect(await karin.vault.journal.open(stream)).toBeUndefined();
  expect((await karin.sync.asides()).map(({ problem }) => problem)).toEqual([
    'badContents',
    'badContents',
  ]);
});
