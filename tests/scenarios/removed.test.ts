import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeIn } from '../../src/app/take-in.ts';
import { contentsOf } from '../../src/app/worker/contents.ts';
import { eraseApproved } from '../../src/app/worker/erasing.ts';
import type { GuideShelf } from '../../src/app/worker/guides.ts';
import { openTakingBack } from '../../src/app/worker/taking-back.ts';
import { newId, systemRandom } from '../../src/base/deps.ts';
import { StreamId, type MemberId } from '../../src/base/ids.ts';
import { backUp, restore } from '../../src/office/backup.ts';
import { startOffice, type RunningOffice } from '../../src/office/start.ts';
import { packParcel } from '../../src/parcel/pack.ts';
import { giveAssignment, listAssignments, writeAssignment } from '../../src/people/assignments.ts';
import { ELIN, TEN_YEARS } from '../../src/people/fixture.ts';
import { briefOf } from '../../src/people/model/givable.ts';
import { ParticipantSummary, type ParticipantFact } from '../../src/people/model/participant.ts';
import { PROGRAM_DEFAULTS } from '../../src/people/model/program.ts';
import { heldBy } from '../../src/people/model/waves.ts';
import { listRemoved, removePerson } from '../../src/people/remove.ts';
import { addParticipant, writeParticipant } from '../../src/people/write.ts';
import { markErased, wasErased } from '../../src/sync/erasures.ts';
import { openLedger } from '../../src/sync/ledger.ts';
import type { Role } from '../../src/sync/model/directory.ts';
import { newPerson, testClock, value, type Person } from '../setup/person.ts';

/* Somebody who was removed from the register comes back from nowhere. */

const clock = testClock();
const deps = { clock, random: systemRandom };
const WHY = { why: 'asked', decision: '', rules: PROGRAM_DEFAULTS } as const;
let folder: string;
let office: RunningOffice;
let karin: Person;
let maja: Person;
let nils: Person;
let elin: StreamId;
let talk: StreamId;

const noGuides: GuideShelf = {
  all: () => Promise.resolve([]),
  get: () => Promise.resolve(undefined),
  keep: () => Promise.resolve({ ok: true, value: 'kept' }),
};
const erase = (vault: Person['vault']) =>
  eraseApproved(vault, () => Promise.resolve(openTakingBack(vault, () => undefined, clock)), clock);

/** Somebody whose app takes in, erases and packs as the real one does. */
const person = (role: Role) =>
  newPerson({
    clock,
    url: () => office.url,
    rooms: { partsOf: (vault) => contentsOf(vault.journal, noGuides), pack: packParcel },
    importParcel:
      (vault) =>
      async ({ manifest: { kind, stream }, events }) => {
        const taken = await takeIn(vault.journal, vault.member, kind, stream, events, {
          supervises: role === 'supervisor',
          now: clock.now(),
          wasErased: (of) => wasErased(vault.records, of),
        });
        if (!taken.ok) return taken;
        if (taken.value === 'removed') return markErased(vault.records, stream, clock.now());
        return kind === 'erasure' ? erase(vault) : taken;
      },
  });
const fine = async (...people: readonly Person[]) => {
  for (const someone of people) {
    expect(await someone.sync.round(true)).toEqual({ type: 'fine' });
  }
};
const guest = async (name: string, role: Role) => {
  const joining = await person(role);
  const link = value(await karin.sync.invite({ name, role, days: 7 }));
  value(await joining.sync.join(link, name));
  value(await karin.sync.admitJoins());
  await fine(joining);
  return joining;
};

async function entry({ vault }: Person) {
  const listed = (await vault.journal.list('participant')).find(({ stream }) => stream === elin);
  const known = ParticipantSummary.safeParse(listed?.data).data;
  return known && { ...known, stream: elin, held: heldBy(known, new Map()) };
}

async function remove({ vault, sync }: Person) {
  const { journal, member: me } = vault;
  const who = await entry({ vault, sync });
  if (!who) throw new Error('not in the register here');
  const { deliver } = sync;
  const ports = { journal, me, deliver, erase: () => erase(vault) };
  expect(value(await removePerson(ports, who, WHY, deps))).toBe('removed');
}

async function giveTalk(to: MemberId): Promise<StreamId> {
  const who = await entry(karin);
  if (!who) throw new Error('not in the register here');
  const brief = briefOf(
    { person: who, wave: 1 },
    { due: null, topics: [], relation: 'own', way: 'Sms' },
  );
  const { journal, member } = karin.vault;
  const stream = value(await giveAssignment(journal, { to, brief, wish: 'none' }, member, deps));
  value(await karin.sync.deliver('assignment', stream));
  return stream;
}

/** Whether any stream on this device has the name. */
async function knowsHer({ vault: { journal } }: Person): Promise<boolean> {
  const kinds = ['participant', 'assignment', 'erasure'] as const;
  const lists = await Promise.all(kinds.map((kind) => journal.list(kind)));
  const words = await Promise.all(lists.flat().map(({ stream }) => journal.open(stream)));
  return JSON.stringify([lists, words]).includes(ELIN.name);
}
const who = async (...people: readonly Person[]) => Promise.all(people.map(knowsHer));

/** How many parcels about her that these people know of the office still hands out to them. */
async function atTheOffice(...people: readonly Person[]): Promise<number> {
  const about = new Set([elin, talk]);
  let found = 0;
  for (const { vault, sync } of people) {
    const ledger = openLedger(vault.records);
    const known = [...(await ledger.allImported()), ...(await ledger.allSent())].filter(
      ({ stream }) => about.has(stream),
    );
    const page = value((await (await sync.membership())?.office.inbox(0)) ?? noOffice);
    found += page.items.filter(({ consignment }) =>
      known.some(({ parcel }) => parcel === consignment.consignment.parcel),
    ).length;
  }
  return found;
}
const noOffice = { ok: false, error: 'no office' } as const;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aterblick-removed-'));
  office = await startOffice({ data: join(folder, 'data'), clock });
  karin = await person('supervisor');
  const input = { secret: office.secret ?? '', officeName: 'Storby', name: 'Karin' };
  value(await karin.sync.found({ ...input, recipientClass: 'x25519' }));
  maja = await guest('Maja', 'supervisor');
  nils = await guest('Nils', 'interviewer');
  elin = newId(StreamId, systemRandom);
  const placed: ParticipantFact = {
    type: 'PlacementWritten',
    version: 1,
    data: { placement: TEN_YEARS },
  };
  const added = { code: 'K-017', details: ELIN, batch: null, more: [placed] };
  value(await addParticipant(karin.vault.journal, elin, added, clock));
  talk = await giveTalk(nils.vault.member);
  await fine(karin, maja, nils, karin);
  // The talk is held; what was given for it lies on the tablet still.
  const ended = { type: 'AssignmentEnded', version: 1, data: { how: 'held' } } as const;
  value(await writeAssignment(karin.vault.journal, talk, ended, karin.vault.member));
  value(await karin.sync.deliver('assignment', talk));
});
afterEach(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

it('goes here at once, on every device at its next contact, and from the office', async () => {
  await fine(karin, maja, nils);
  expect(await who(karin, maja, nils)).toEqual([true, true, true]);
  await remove(karin);
  expect(await who(karin, maja, nils)).toEqual([false, true, true]);
  await fine(karin, maja, nils);
  expect(await who(karin, maja, nils)).toEqual([false, false, false]);
  expect(await listAssignments(nils.vault.journal)).toEqual([]);
  for (const supervisor of [karin, maja]) {
    expect(await listRemoved(supervisor.vault.journal)).toMatchObject([{ code: 'K-017' }]);
  }
  // No interviewer hears of more than the random id.
  expect(await nils.vault.journal.list('participant')).toEqual([]);
  await fine(karin, maja, nils, karin, maja);
  expect(await atTheOffice(karin, maja, nils)).toBe(0);
});

it('does not come back from the device of a colleague who was away and went on writing', async () => {
  await fine(maja, nils);
  await remove(karin);
  await fine(karin);
  const moved: ParticipantFact = {
    type: 'ParticipantChanged',
    version: 1,
    data: { details: { municipality: 'Lillby' } },
  };
  value(await writeParticipant(maja.vault.journal, elin, [moved]));
  value(await maja.sync.deliver('shared', elin));
  const answered = {
    type: 'AssignmentAnswered',
    version: 1,
    data: { answer: 'declined', on: '2026-11-01' },
  } as const;
  value(await writeAssignment(nils.vault.journal, talk, answered, nils.vault.member));
  value(await nils.sync.deliver('assignment', talk));
  await fine(maja, nils, karin, maja, nils);
  expect(await who(karin, maja, nils)).toEqual([false, false, false]);
  expect([await karin.sync.asides(), await maja.sync.asides()]).toEqual([[], []]);
  clock.advance(7 * 60 * 60_000);
  await fine(karin, maja, nils, karin, maja);
  expect(await atTheOffice(karin, maja, nils)).toBe(0);
});

it('a talk that a colleague gave meanwhile goes too, from the tablet it was given to', async () => {
  await fine(karin, maja, nils);
  await remove(maja);
  // Karin has not heard of it yet.
  talk = await giveTalk(nils.vault.member);
  await fine(karin);
  await fine(nils);
  expect(await knowsHer(nils)).toBe(true);
  await fine(maja, nils, karin);
  expect(await who(karin, maja, nils)).toEqual([false, false, false]);
});

it('removed by two at once it is one removal', async () => {
  await fine(karin, maja, nils);
  await remove(karin);
  await remove(maja);
  await fine(karin, maja, karin, maja);
  const lists = await Promise.all([karin, maja].map((each) => listRemoved(each.vault.journal)));
  expect(lists[0]).toHaveLength(1);
  expect(lists[0]).toEqual(lists[1]);
});

it('does not come back from a restored backup, nor to a supervisor who joins after it', async () => {
  await fine(karin, maja, nils, karin);
  const backup = join(folder, 'backup');
  value(await backUp(join(folder, 'data'), backup, clock));
  await remove(karin);
  await fine(karin, maja, nils, karin, maja, nils);
  await office.close();
  await rm(join(folder, 'data'), { recursive: true });
  value(await restore(backup, join(folder, 'data'), clock));
  office = await startOffice({ data: join(folder, 'data'), clock });
  await fine(karin, maja, nils, karin, maja, nils);
  expect(await who(karin, maja, nils)).toEqual([false, false, false]);
  expect(await atTheOffice(karin, maja, nils)).toBe(0);
  const olle = await guest('Olle', 'supervisor');
  await fine(karin, maja, nils, olle, karin, olle);
  expect(await knowsHer(olle)).toBe(false);
  expect(await listRemoved(olle.vault.journal)).toMatchObject([{ code: 'K-017' }]);
});

it('an interviewer who says that somebody is removed is not believed', async () => {
  await fine(karin, maja, nils);
  const { journal, member } = nils.vault;
  const stream = newId(StreamId, systemRandom);
  const fact = { type: 'EntryErased', version: 1, data: { participant: elin } };
  const summary = { participant: elin, by: member, at: clock.now() };
  value(await journal.append(stream, 'erasure', [fact], summary));
  value(await nils.sync.deliver('erasure', stream));
  await fine(nils, karin, maja);
  expect(await who(karin, maja)).toEqual([true, true]);
});
