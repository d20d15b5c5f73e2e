import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId, systemRandom } from '../../src/base/deps.ts';
import { StreamId, type MemberId } from '../../src/base/ids.ts';
import { takeIn } from '../../src/app/take-in.ts';
import { contentsOf } from '../../src/app/worker/contents.ts';
import type { GuideShelf } from '../../src/app/worker/guides.ts';
import { clearHandedOver, handOverDrafts } from '../../src/app/worker/left-drafts.ts';
import { markErased } from '../../src/sync/erasures.ts';
import type { ParcelKind } from '../../src/parcel/model/manifest.ts';
import { openLedger } from '../../src/sync/ledger.ts';
import { continuedStreamOf } from '../../src/interview/model/continued.ts';
import { startOffice, type RunningOffice } from '../../src/office/start.ts';
import { packParcel } from '../../src/parcel/pack.ts';
import { giveAssignment, listAssignments, writeAssignment } from '../../src/people/assignments.ts';
import type { AssignmentFact, Brief } from '../../src/people/model/assignment.ts';
import {
  answer,
  hold,
  newPerson,
  testClock,
  value,
  wordsOf,
  type Person,
} from '../setup/person.ts';

/* Talks that are given, passed on and gone on with, with a real office. */

const WORDS = 'Jag fick välja tapet.';
const MORE = 'Och en egen nyckel.';

let folder: string;
let office: RunningOffice;
const clock = testClock();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aterblick-assign-'));
  office = await startOffice({ data: join(folder, 'data'), port: 0 });
});
afterEach(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

/** What is readable beside the events is not asked about here. */
const noGuides: GuideShelf = {
  all: () => Promise.resolve([]),
  get: () => Promise.resolve(undefined),
  keep: () => Promise.resolve({ ok: true, value: 'kept' }),
};

const person = (supervises: boolean): Promise<Person> =>
  newPerson({
    clock,
    url: () => office.url,
    rooms: { partsOf: (vault) => contentsOf(vault.journal, noGuides), pack: packParcel },
    importParcel:
      (vault) =>
      async ({ manifest: { kind, stream }, events }) =>
        takeIn(vault.journal, vault.member, kind, stream, events, {
          supervises,
          now: clock.now(),
        }),
  });

async function founded() {
  const karin = await person(true);
  const secret = office.secret ?? '';
  const input = { secret, officeName: 'Storby', name: 'Karin', recipientClass: 'x25519' } as const;
  return { karin, sheet: value(await karin.sync.found(input)) };
}

async function joined(karin: Person, name: string): Promise<Person> {
  const guest = await person(false);
  const link = value(await karin.sync.invite({ name, role: 'interviewer', days: 7 }));
  value(await guest.sync.join(link, name));
  value(await karin.sync.admitJoins());
  await fine(guest);
  return guest;
}

async function fine(...people: readonly Person[]): Promise<void> {
  for (const each of people) expect(await each.sync.round(true)).toEqual({ type: 'fine' });
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
  wave: 1,
  due: null,
  topics: [],
  relation: 'own',
};

async function given(karin: Person, to: MemberId): Promise<StreamId> {
  const data = { to, brief, wish: 'none' } as const;
  const deps = { clock, random: systemRandom };
  const stream = value(await giveAssignment(karin.vault.journal, data, karin.vault.member, deps));
  value(await karin.sync.deliver('assignment', stream));
  return stream;
}

async function say(by: Person, stream: StreamId, fact: AssignmentFact): Promise<void> {
  value(await writeAssignment(by.vault.journal, stream, fact, by.vault.member));
  value(await by.sync.deliver('assignment', stream));
}

const handedTo = (to: MemberId): AssignmentFact => ({
  type: 'AssignmentHandedOver',
  version: 1,
  data: { to, why: 'left' },
});
const listed = (at: Person) => listAssignments(at.vault.journal);

it('a talk reaches the one it is given to and nobody else, and what the person answers comes back', async () => {
  const { karin } = await founded();
  const nils = await joined(karin, 'Nils');
  const sara = await joined(karin, 'Sara');
  const stream = await given(karin, nils.vault.member);
  await fine(karin, nils, sara);
  expect(await listed(nils)).toMatchObject([{ stream, brief: { name: 'Elin Sand' } }]);
  expect(await listed(sara)).toEqual([]);

  const interview = newId(StreamId, systemRandom);
  await say(nils, stream, { type: 'AssignmentBegun', version: 1, data: { interview } });
  await fine(nils, karin);
  expect(await listed(karin)).toMatchObject([{ interview }]);
});

it('a talk that is passed on takes name and contact from the one who had it', async () => {
  const { karin } = await founded();
  const nils = await joined(karin, 'Nils');
  const sara = await joined(karin, 'Sara');
  const stream = await given(karin, nils.vault.member);
  await fine(karin, nils);
  await say(karin, stream, handedTo(sara.vault.member));
  await fine(karin, nils, sara);
  expect(await listed(sara)).toMatchObject([{ brief: { name: 'Elin Sand' } }]);
  const [gone] = await listed(nils);
  expect(gone).toMatchObject({ to: sara.vault.member, brief: { code: 'K-017', name: '' } });
  expect(JSON.stringify(await nils.vault.journal.open(stream))).not.toContain('174 06 05');
});

it('an interviewer can give nobody a talk', async () => {
  const { karin } = await founded();
  const nils = await joined(karin, 'Nils');
  const data = { to: nils.vault.member, brief, wish: 'none' } as const;
  const deps = { clock, random: systemRandom };
  const stream = value(await giveAssignment(nils.vault.journal, data, nils.vault.member, deps));
  value(await nils.sync.deliver('assignment', stream));
  await fine(nils, karin);
  expect(await listed(karin)).toEqual([]);
  expect(await karin.sync.asides()).toMatchObject([{ problem: 'badContents' }]);
});

/** How many parcels of a kind that this person took in the office still hands out. */
async function heldFor({ vault, sync }: Person, kind: ParcelKind): Promise<number> {
  const taken = (await openLedger(vault.records).allImported()).filter(
    (each) => each.kind === kind,
  );
  const page = value((await (await sync.membership())?.office.inbox(0)) ?? noOffice);
  return page.items.filter(({ consignment }) =>
    taken.some(({ parcel }) => parcel === consignment.consignment.parcel),
  ).length;
}
const noOffice = { ok: false, error: 'no office' } as const;

it('a half-done interview on a lost tablet goes on with a colleague, by the recovery sheet', async () => {
  const { karin, sheet } = await founded();
  const nils = await joined(karin, 'Nils');
  const sara = await joined(karin, 'Sara');
  const deps = { clock, random: systemRandom };
  const interview = newId(StreamId, systemRandom);
  await hold(nils.vault, interview, WORDS);
  value(await nils.sync.deliver('draft', interview));
  await fine(nils);
  await nils.vault.journal.append(interview, 'interview', [answer(MORE)], {});
  clock.advance(1000);
  value(await nils.sync.deliver('draft', interview));
  await fine(nils);

  const from = nils.vault.member;
  const to = sara.vault.member;
  const input = { from, to, recovery: sheet.recovery.x25519, interview };
  const hand = (more: Partial<typeof input> = {}) =>
    handOverDrafts(karin.vault, karin.sync, { ...input, ...more }, deps);
  // As long as the tablet is in use, nobody gets at it.
  expect(await hand()).toEqual({ ok: false, error: { type: 'noDraft' } });
  // What came after the tablet was lost is not believed; the office's clock has gone on meanwhile.
  clock.advance(60_000);
  value(await karin.sync.revokeDevice(nils.vault.device));
  expect(await hand({ recovery: 'AGE-SECRET-KEY-1FEL' })).toMatchObject({
    error: { type: 'badRecovery' },
  });
  // A supervisor may go on with it too: what is one's own needs no parcel.
  const karins = continuedStreamOf(interview, karin.vault.member);
  expect(value(await hand({ to: karin.vault.member }))).toEqual(['K-017']);
  expect((await wordsOf(karin, karins)).at(-1)).toBe(MORE);
  expect(await karin.vault.journal.list('handover')).toEqual([]);

  expect(value(await hand())).toEqual(['K-017']);
  await fine(karin, sara);

  const going = continuedStreamOf(interview, to);
  expect((await wordsOf(sara, going)).at(-1)).toBe(MORE);
  const events = (await sara.vault.journal.open(going))?.events ?? [];
  expect(new Set(events.map(({ author }) => author))).toEqual(new Set([to]));
  // The supervisor keeps nothing of it once the office has the parcel.
  const [handed] = await karin.vault.journal.list('handover');
  value(await clearHandedOver(karin.vault, karin.sync, clock));
  expect(await karin.vault.journal.list('handover')).toEqual([]);
  expect(await karin.vault.journal.open(interview)).toBeUndefined();

  // Nor does the office, once both have asked: the one who sent it, and the one who has it now.
  await fine(karin, karin);
  expect(await heldFor(sara, 'handover')).toBe(1);
  value(await markErased(sara.vault.records, handed?.stream ?? interview, clock.now()));
  await fine(sara);
  expect(await heldFor(sara, 'handover')).toBe(0);

  // It is Sara's now: what she delivers is taken in like any other.
  value(await sara.sync.deliver('interview', going));
  await fine(sara, karin);
  expect((await wordsOf(karin, going)).at(-1)).toBe(MORE);
});
