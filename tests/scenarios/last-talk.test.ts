import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId, systemRandom } from '../../src/base/deps.ts';
import { OfficeId, StreamId } from '../../src/base/ids.ts';
import { err, ok } from '../../src/base/result.ts';
import { endAssignment } from '../../src/app/screens/places/assigning.ts';
import { handOver } from '../../src/app/screens/places/handing-over.ts';
import { lendable, lendLastTalk } from '../../src/app/screens/places/lending.ts';
import type { Desk } from '../../src/app/port.ts';
import { takeIn } from '../../src/app/take-in.ts';
import { contentsOf } from '../../src/app/worker/contents.ts';
import { openTending } from '../../src/app/worker/tending.ts';
import { GUIDE, ready, withdrew, wrote } from '../../src/interview/fixture.ts';
import { lastTalkFor } from '../../src/interview/last-talk.ts';
import { foldInterview } from '../../src/interview/model/state.ts';
import { summarise } from '../../src/interview/model/summary.ts';
import { withdrawInterview } from '../../src/interview/withdraw.ts';
import type { NewEvent } from '../../src/journal/model/event.ts';
import { startOffice, type RunningOffice } from '../../src/office/start.ts';
import { packParcel } from '../../src/parcel/pack.ts';
import { giveAssignment, listAssignments, writeAssignment } from '../../src/people/assignments.ts';
import type { Brief } from '../../src/people/model/assignment.ts';
import { wasErased } from '../../src/sync/erasures.ts';
import { openLedger } from '../../src/sync/ledger.ts';
import { newPerson, testClock, value, type Person } from '../setup/person.ts';

/* What a person said last time, where they let the next interviewer read it, with a real office in between. */

const WORDS = 'Kastanjen på gården var min.';

let folder: string;
let office: RunningOffice;
const clock = testClock();
const deps = { clock, random: systemRandom };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aterblick-last-talk-'));
  office = await startOffice({ data: join(folder, 'data'), port: 0 });
});
afterEach(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

const shelf = {
  all: () => Promise.resolve([GUIDE]),
  get: () => Promise.resolve(GUIDE),
  keep: () => Promise.resolve(ok('kept' as const)),
};

const tending = ({ vault, sync }: Pick<Person, 'vault' | 'sync'>) =>
  openTending({
    vault,
    sync,
    packAgain: () => undefined,
    retention: { vault, deliveries: sync.deliveryStates, retention: () => Promise.resolve(null) },
    office: { card: () => Promise.resolve(err({ type: 'unreachable' } as const)) },
    filesReady: () => Promise.resolve(),
    clock,
  });

async function person(supervises: boolean): Promise<Person> {
  const made: Person = await newPerson({
    clock,
    url: () => office.url,
    rooms: { partsOf: (vault) => contentsOf(vault.journal, shelf), pack: packParcel },
    importParcel:
      (vault) =>
      async ({ manifest: { kind, stream }, events }) => {
        const taken = await takeIn(vault.journal, vault.member, kind, stream, events, {
          supervises,
          now: clock.now(),
          wasErased: (gone) => wasErased(vault.records, gone),
        });
        if (taken.ok) value(await tending(made).after(kind, stream));
        return taken;
      },
  });
  return made;
}

async function fine(...people: readonly Person[]): Promise<void> {
  for (const each of people) {
    value(await tending(each).round());
    expect(await each.sync.round(true)).toEqual({ type: 'fine' });
  }
}

async function joined(karin: Person, name: string): Promise<Person> {
  const guest = await person(false);
  const link = value(await karin.sync.invite({ name, role: 'interviewer', days: 7 }));
  value(await guest.sync.join(link, name));
  value(await karin.sync.admitJoins());
  await fine(guest);
  return guest;
}

/** An office with a supervisor and three interviewers, and Nils's talk, in which the person allowed it or did not. */
async function held(yes: boolean) {
  const karin = await person(true);
  const secret = office.secret ?? '';
  const input = { secret, officeName: 'Storby', name: 'Karin', recipientClass: 'x25519' } as const;
  value(await karin.sync.found(input));
  const nils = await joined(karin, 'Nils');
  const sara = await joined(karin, 'Sara');
  const interview = newId(StreamId, systemRandom);
  const item = { item: 'nextInterviewer', yes, textVersion: '1.1.0' };
  await write(nils, interview, [
    ...ready(),
    wrote('s3q1', WORDS),
    { type: 'ConsentItemAnswered', version: 1, data: item },
    { type: 'InterviewCompleted', version: 1, data: { asked: [], language: 'sv' } },
  ]);
  value(await nils.sync.deliver('interview', interview));
  await fine(nils, karin);
  return { karin, nils, sara, interview };
}

async function write(at: Person, stream: StreamId, facts: readonly NewEvent[]): Promise<void> {
  value(await at.vault.journal.append(stream, 'interview', facts, {}));
  const state = foldInterview((await at.vault.journal.open(stream))?.events ?? []);
  if (!state) throw new Error('no interview');
  value(
    await at.vault.journal.append(stream, 'interview', [], summarise(state, { done: 0, of: 0 })),
  );
}

const brief: Brief = {
  participant: newId(StreamId, systemRandom),
  code: 'K-017',
  name: 'Elin Sand',
  contact: 'Telefon: 070-174 06 05',
  contactNote: '',
  language: 'sv',
  interpreter: false,
  protectedData: false,
  wave: 2,
  due: null,
  topics: [],
  relation: 'neverMet',
};

const deskOf = ({ vault, sync }: Person) => ({
  journal: vault.journal,
  guide: () => Promise.resolve(GUIDE),
  me: {
    member: vault.member,
    device: vault.device,
    name: 'Karin',
    role: 'supervisor' as const,
    office: newId(OfficeId, systemRandom),
    officeName: 'Storby',
    class: 'real' as const,
  },
  deliver: async (...args: Parameters<Desk['deliver']>) => {
    const packed = await sync.deliver(...args);
    return packed.ok ? ok('packed' as const) : packed;
  },
  handOverDrafts: () => Promise.resolve(ok([])),
});

/** The supervisor gives the next talk to somebody, as the place for it does. */
async function given(karin: Person, to: Person, interview: StreamId): Promise<StreamId> {
  const data = { to: to.vault.member, brief, wish: 'none' } as const;
  const { journal, member } = karin.vault;
  const assignment = value(await giveAssignment(journal, data, member, deps));
  value(await karin.sync.deliver('assignment', assignment));
  const desk = deskOf(karin);
  const talk = await lendable(desk, interview);
  const lent = talk && { assignment, to: to.vault.member, talk };
  expect(lent && (await lendLastTalk(desk, lent, systemRandom))).not.toBe(false);
  return assignment;
}

/** What is read in the preparation of the talk that is begun for an assignment. */
async function prepared({ vault }: Person, assignment: StreamId) {
  const interview = newId(StreamId, systemRandom);
  const begun = { type: 'AssignmentBegun', version: 1, data: { interview } } as const;
  value(await writeAssignment(vault.journal, assignment, begun, vault.member));
  return lastTalkFor(vault.journal, interview);
}
const lentAt = async ({ vault }: Person) => vault.journal.list('lastTalk');

/** How many of these parcels the office still hands out to somebody. */
async function atOfficeFor({ vault, sync }: Person): Promise<number> {
  const taken = (await openLedger(vault.records).allImported())
    .filter(({ kind }) => kind === 'lastTalk')
    .map(({ parcel }) => parcel);
  const current = await sync.membership();
  if (!current) throw new Error('no office');
  const { items } = value(await current.office.inbox(0));
  return items.filter(({ consignment }) => taken.includes(consignment.consignment.parcel)).length;
}

it('reaches the next interviewer alone, and stays neither at the office nor twice with the supervisor', async () => {
  const { karin, nils, sara, interview } = await held(true);
  const assignment = await given(karin, sara, interview);
  await fine(karin, nils, sara);
  const read = await prepared(sara, assignment);
  expect(read?.sections.flatMap(({ items }) => items.flatMap((each) => each.paragraphs))).toEqual([
    WORDS,
  ]);
  expect(await lentAt(nils)).toEqual([]);
  await fine(karin, sara, karin);
  expect(await lentAt(karin)).toEqual([]);
  expect(await lentAt(sara)).toHaveLength(1);
  expect(await atOfficeFor(sara)).toBe(0);
});

it('does not go along where the person said no', async () => {
  const { karin, sara, interview } = await held(false);
  const assignment = await given(karin, sara, interview);
  await fine(karin, sara);
  expect(await prepared(sara, assignment)).toBeNull();
  expect((await listAssignments(sara.vault.journal))[0]?.lastTalk).toBeNull();
});

it('goes when the person takes the yes back, and does not come again', async () => {
  const { karin, nils, sara, interview } = await held(true);
  const assignment = await given(karin, sara, interview);
  await fine(karin, sara);
  const [lent] = await lentAt(sara);
  const events = (lent && (await sara.vault.journal.open(lent.stream)))?.events ?? [];

  await write(nils, interview, [withdrew('nextInterviewer')]);
  value(await nils.sync.deliver('interview', interview));
  await fine(nils, karin, karin, sara);
  expect(await lentAt(sara)).toEqual([]);
  expect(lent && (await sara.vault.journal.open(lent.stream))).toBeUndefined();
  expect(await prepared(sara, assignment)).toBeNull();
  expect(await lendable(deskOf(karin), interview)).toBeUndefined();

  // Nor from an office that was restored, or an older file.
  if (!lent) throw new Error('nothing was lent');
  const { journal, member, records } = sara.vault;
  const more = { wasErased: (gone: StreamId) => wasErased(records, gone) };
  value(await takeIn(journal, member, 'lastTalk', lent.stream, events, more));
  value(await takeIn(journal, member, 'lastTalk', lent.stream, events));
  expect(await lentAt(sara)).toEqual([]);
});

it('is recalled also when it was taken back before the next interviewer has fetched it', async () => {
  const { karin, nils, sara, interview } = await held(true);
  await given(karin, sara, interview);
  await write(nils, interview, [withdrew('nextInterviewer')]);
  value(await nils.sync.deliver('interview', interview));
  await fine(nils);
  await fine(karin, karin, sara);
  expect(await lentAt(karin)).toEqual([]);
  expect(await lentAt(sara)).toEqual([]);
});

it('goes when the whole interview is withdrawn, without waiting for the supervisor', async () => {
  const { karin, nils, sara, interview } = await held(true);
  await given(karin, sara, interview);
  await fine(karin, sara);
  expect(await lentAt(sara)).toHaveLength(1);
  const ports = {
    journal: nils.vault.journal,
    deliver: (kind: 'withdrawal', stream: StreamId) => nils.sync.deliver(kind, stream),
  };
  const said = { interview, code: 'K-017', through: 'interviewer', by: nils.vault.member } as const;
  value(await withdrawInterview(ports, said, clock.now()));
  await fine(nils, sara);
  expect(await lentAt(sara)).toEqual([]);
});

it('passes on with the assignment, and goes from the one who had it', async () => {
  const { karin, nils, sara, interview } = await held(true);
  const assignment = await given(karin, sara, interview);
  await fine(karin, sara);
  const [known] = await listAssignments(karin.vault.journal);
  if (!known) throw new Error('no assignment');
  const choice = { to: nils.vault.member, why: 'left', recovery: null } as const;
  expect(await handOver(deskOf(karin), known, choice, systemRandom)).toBeNull();
  await fine(karin, sara, nils);
  expect(await lentAt(sara)).toEqual([]);
  expect(await prepared(nils, assignment)).not.toBeNull();
});

it.each(['held', 'cancelled'] as const)('goes when the assignment is %s', async (how) => {
  const { karin, sara, interview } = await held(true);
  const assignment = await given(karin, sara, interview);
  await fine(karin, sara);
  expect(await lentAt(sara)).toHaveLength(1);
  expect(await endAssignment(deskOf(karin), assignment, how)).toBe(true);
  await fine(karin, sara);
  expect(await lentAt(sara)).toEqual([]);
});

it('goes with an assignment that is erased, as when the person is removed from the register', async () => {
  const { karin, sara, interview } = await held(true);
  const assignment = await given(karin, sara, interview);
  await fine(karin, sara);
  value(await sara.vault.journal.erase(assignment));
  await fine(sara);
  expect(await lentAt(sara)).toEqual([]);
});

it('what an interviewer lends is refused', async () => {
  const { karin, nils, sara, interview } = await held(true);
  const assignment = await given(karin, sara, interview);
  await fine(karin, nils, sara);
  const talk = { interview, heldAt: clock.now(), sections: [] };
  const data = { to: sara.vault.member, assignment, talk };
  const stream = newId(StreamId, systemRandom);
  const lent = { type: 'LastTalkLent', version: 1, data };
  value(await nils.vault.journal.append(stream, 'lastTalk', [lent], { ...data, interview }));
  value(await nils.sync.deliver('lastTalk', stream));
  expect(await nils.sync.round(true)).toEqual({ type: 'fine' });
  await fine(sara);
  expect((await lentAt(sara)).map((each) => each.stream)).not.toContain(stream);
  expect(await sara.sync.asides()).toHaveLength(1);
});
