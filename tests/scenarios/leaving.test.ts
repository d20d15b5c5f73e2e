import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId, systemRandom } from '../../src/base/deps.ts';
import { StreamId } from '../../src/base/ids.ts';
import { err, ok } from '../../src/base/result.ts';
import { takeIn } from '../../src/app/take-in.ts';
import { contentsOf } from '../../src/app/worker/contents.ts';
import { openTending, type TendingDeps } from '../../src/app/worker/tending.ts';
import { GUIDE, ready, withdrew, wrote } from '../../src/interview/fixture.ts';
import { listLeft, writeLeft } from '../../src/interview/left.ts';
import { foldInterview } from '../../src/interview/model/state.ts';
import { summarise } from '../../src/interview/model/summary.ts';
import type { NewEvent } from '../../src/journal/model/event.ts';
import { merge } from '../../src/journal/model/merge.ts';
import { startOffice, type RunningOffice } from '../../src/office/start.ts';
import { PARTING, withRetraction } from '../../src/parcel/model/policy.ts';
import { packWith } from '../../src/parcel/pack.ts';
import { REVIEW_POLICY } from '../../src/review/model/policy.ts';
import { foldReview } from '../../src/review/model/state.ts';
import { reviewStreamOf, summariseReview } from '../../src/review/model/summary.ts';
import { openHttp } from '../../src/sync/http.ts';
import type { Role } from '../../src/sync/model/directory.ts';
import {
  newPerson,
  testClock,
  value,
  wordsOf,
  type Person,
  type TestClock,
} from '../setup/person.ts';

/* An approved interview leaves the tablet it was held on, and comes back when it has to; with a real office. */

const WORDS = 'Kastanjen på gården var min.';
const DAY = 24 * 60 * 60_000;

let folder: string;
let office: RunningOffice;
let officeClock: TestClock;
let clock: TestClock;
let karin: Person;
let nils: Person;
/** Whose interview it is. */
let holder: Person;
let interview: StreamId;
/** False: the office answers nothing when it is asked for the time. */
let tellsTime: boolean;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aterblick-leaving-'));
  officeClock = testClock();
  clock = testClock();
  tellsTime = true;
  office = await startOffice({ data: join(folder, 'data'), port: 0, clock: officeClock });
  karin = await person(true);
  const input = { secret: office.secret ?? '', officeName: 'Storby', name: 'Karin' };
  value(await karin.sync.found({ ...input, recipientClass: 'x25519' }));
  nils = await joined('Nils', 'interviewer');
  holder = nils;
  interview = newId(StreamId, systemRandom);
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

const person = (supervises: boolean): Promise<Person> =>
  newPerson({
    clock,
    url: () => office.url,
    rooms: {
      partsOf: (vault) => contentsOf(vault.journal, shelf),
      pack: packWith({ ...PARTING, review: withRetraction(REVIEW_POLICY) }),
    },
    importParcel:
      (vault) =>
      ({ manifest: { kind, stream }, events }) =>
        takeIn(vault.journal, vault.member, kind, stream, events, { supervises }),
  });

async function joined(name: string, role: Role): Promise<Person> {
  const guest = await person(role === 'supervisor');
  const link = value(await karin.sync.invite({ name, role, days: 7 }));
  value(await guest.sync.join(link, name));
  value(await karin.sync.admitJoins());
  await fine(guest);
  return guest;
}

async function fine(...people: readonly Person[]): Promise<void> {
  for (const each of people) expect(await each.sync.round(true)).toEqual({ type: 'fine' });
}

/** One more round of what a device does by itself. */
async function tended({ vault, sync }: Person): Promise<void> {
  const card: TendingDeps['office']['card'] = () =>
    tellsTime
      ? openHttp({ baseUrl: office.url, clock }).card()
      : Promise.resolve(err({ type: 'unreachable' }));
  const tending = openTending({
    vault,
    sync,
    packAgain: () => undefined,
    retention: { vault, deliveries: sync.deliveryStates, retention: () => Promise.resolve(null) },
    office: { card },
    filesReady: () => Promise.resolve(),
    clock,
  });
  value(await tending.round());
}

const called: NewEvent = { type: 'AftercareDone', version: 1, data: { task: 'call', note: '' } };
const completed: NewEvent = {
  type: 'InterviewCompleted',
  version: 1,
  data: { asked: [], language: 'sv' },
};

async function write(...facts: readonly NewEvent[]): Promise<void> {
  const { journal } = holder.vault;
  value(await journal.append(interview, 'interview', facts, {}));
  const state = foldInterview(merge((await journal.open(interview))?.events ?? []));
  if (!state) throw new Error('no interview');
  const summary = summarise(state, { done: 0, of: 0 });
  value(await journal.append(interview, 'interview', [], summary));
}

async function handIn(...more: readonly NewEvent[]): Promise<void> {
  await write(...ready(), wrote('s3q1', WORDS), completed, ...more);
  value(await holder.sync.deliver('interview', interview));
  await fine(holder);
}

/** A second supervisor, known to the interviewer before the interview is handed in. */
async function maja(): Promise<Person> {
  const second = await joined('Maja', 'supervisor');
  await fine(holder);
  return second;
}

async function decide(by: Person, ...facts: readonly NewEvent[]): Promise<void> {
  await fine(by);
  const { journal, member } = by.vault;
  const stream = reviewStreamOf(interview, member);
  const begun: NewEvent = { type: 'ReviewStarted', version: 1, data: { interview, revision: 1 } };
  value(await journal.append(stream, 'review', [begun, ...facts], {}));
  const state = foldReview(merge((await journal.open(stream))?.events ?? []));
  if (!state) throw new Error('no review');
  value(await journal.append(stream, 'review', [], summariseReview(state)));
  value(await by.sync.deliver('review', stream));
  await fine(by, holder);
}
const approved = (approvers: 1 | 2 = 1): NewEvent => ({
  type: 'InterviewApproved',
  version: 1,
  data: { revision: 1, approvers },
});
const returned: NewEvent = {
  type: 'InterviewReturned',
  version: 1,
  data: { revision: 1, note: 'Skriv om flytten.' },
};

/** As after so many days by the office's clock, at the next two contacts. */
async function after(days: number): Promise<void> {
  await tended(nils);
  officeClock.advance(days * DAY);
  await tended(nils);
}
const isHere = async () => (await nils.vault.journal.open(interview)) !== undefined;

it('leaves after approval, receipt and the days, and a line without a word stays', async () => {
  await handIn(called);
  await decide(karin, approved());
  await after(29);
  expect(await isHere()).toBe(true);
  await after(3);
  expect(await isHere()).toBe(false);
  const { journal, outbox } = nils.vault;
  expect(await journal.list('interview')).toEqual([]);
  expect(await journal.list('review')).toEqual([]);
  expect(await outbox.list()).toEqual([]);
  const [line] = await journal.list('left');
  expect(line?.data).toMatchObject({ interview, code: 'K-017', state: 'gone' });
  expect(JSON.stringify(line)).not.toContain('Kastanjen');
  // It is where it was handed in.
  expect(await wordsOf(karin, interview)).toContain(WORDS);
  await fine(nils);
  expect(await isHere()).toBe(false);
});

it.each([
  ['nobody has approved it', async () => handIn(called)],
  [
    'one of two has approved it',
    async () => {
      await handIn(called);
      await decide(karin, approved(2));
    },
  ],
  [
    'it was returned over an approval',
    async () => {
      const second = await maja();
      await handIn(called);
      await decide(karin, approved());
      await decide(second, returned);
    },
  ],
  [
    'the person has not been called',
    async () => {
      await handIn();
      await decide(karin, approved());
    },
  ],
  [
    'something was written since it was received',
    async () => {
      await handIn();
      await decide(karin, approved());
      await write(called);
    },
  ],
  [
    'what was written since waits in the outbox',
    async () => {
      await handIn();
      await decide(karin, approved());
      await write(called);
      value(await nils.sync.deliver('interview', interview));
    },
  ],
  [
    'the office does not answer',
    async () => {
      await handIn(called);
      await decide(karin, approved());
      tellsTime = false;
    },
  ],
  [
    'it is reopened',
    async () => {
      await handIn(called);
      await decide(karin, returned);
    },
  ],
] as const)('stays while %s', async (_why, story) => {
  await story();
  await after(400);
  expect(await isHere()).toBe(true);
  expect(await listLeft(nils.vault.journal)).toEqual([]);
});

it('stays while its sound has not reached the office', async () => {
  await handIn(called);
  await decide(karin, approved());
  const sound = await nils.vault.sound();
  value(await sound.begin(newId(StreamId, systemRandom), interview));
  await after(400);
  expect(await isHere()).toBe(true);
});

it('stays while its transcript has not reached the office', async () => {
  await handIn(called);
  await decide(karin, approved());
  const transcript = newId(StreamId, systemRandom);
  const begun = { type: 'TranscriptBegun', version: 1, data: { interview, language: 'sv' } };
  const summary = { interview, begunAt: clock.now() };
  value(await nils.vault.journal.append(transcript, 'transcript', [begun], summary));
  await after(400);
  expect(await isHere()).toBe(true);
  value(await nils.sync.deliver('transcript', transcript));
  await fine(nils);
  await after(32);
  expect(await isHere()).toBe(false);
  expect(await nils.vault.journal.open(transcript)).toBeUndefined();
});

it('stays with a supervisor who held it herself', async () => {
  const second = await maja();
  holder = karin;
  await handIn(called);
  await decide(second, approved());
  await tended(karin);
  officeClock.advance(400 * DAY);
  await tended(karin);
  expect(await wordsOf(karin, interview)).toContain(WORDS);
});

it('neither hurries nor waits when the tablet’s own clock is moved', async () => {
  await handIn(called);
  await decide(karin, approved());
  await tended(nils);
  clock.advance(400 * DAY);
  await tended(nils);
  expect(await isHere()).toBe(true);
  clock.advance(-800 * DAY);
  officeClock.advance(32 * DAY);
  await tended(nils);
  expect(await isHere()).toBe(false);
});

it('goes on where a crash left it half gone', async () => {
  await handIn(called);
  await decide(karin, approved());
  const streams = [{ kind: 'interview', stream: interview } as const];
  const data = { interview, code: 'K-017', revision: 1, at: 0, streams };
  value(
    await writeLeft(nils.vault.journal, interview, { type: 'InterviewLeft', version: 1, data }),
  );
  await after(32);
  expect(await isHere()).toBe(false);
  expect(await nils.vault.journal.list('review')).toEqual([]);
});

it('comes back when a supervisor returns it after all, and goes on without a fork', async () => {
  const second = await maja();
  await handIn(called);
  await decide(karin, approved());
  await after(32);
  expect(await isHere()).toBe(false);
  await decide(second, returned);
  await tended(nils);
  const opened = await nils.vault.journal.open(interview);
  expect(foldInterview(merge(opened?.events ?? []))?.status).toBe('reopened');
  expect(await wordsOf(nils, interview)).toContain(WORDS);

  await write(wrote('s6q1', 'Flytten kom en tisdag.'), completed);
  value(await nils.sync.deliver('interview', interview));
  await fine(nils, karin);
  expect((await nils.vault.journal.open(interview))?.faults).toEqual([]);
  expect((await karin.vault.journal.open(interview))?.faults).toEqual([]);
  expect(await wordsOf(karin, interview)).toContain('Flytten kom en tisdag.');
  expect(await listLeft(nils.vault.journal)).toMatchObject([{ state: 'back' }]);
});

it('comes back when its interviewer asks, so that the person can take something back, and leaves again', async () => {
  await handIn(called);
  await decide(karin, approved());
  await after(32);
  const wanted = { type: 'InterviewWanted', version: 1, data: {} } as const;
  value(await writeLeft(nils.vault.journal, interview, wanted));
  await tended(nils);
  expect(await isHere()).toBe(true);
  await write(withdrew('quotes'));
  value(await nils.sync.deliver('interview', interview));
  await fine(nils, karin);
  const state = foldInterview(merge((await karin.vault.journal.open(interview))?.events ?? []));
  expect(state?.withdrawn).toEqual(new Set(['quotes']));

  // The days count anew.
  await after(29);
  expect(await isHere()).toBe(true);
  await after(40);
  expect(await isHere()).toBe(false);
});

it('what a supervisor says later of one that has left stays only where it brings it back', async () => {
  await handIn(called);
  await decide(karin, approved());
  await after(32);
  const data = { revision: 1, item: 'privacy', mark: 'met' };
  await decide(karin, { type: 'ChecklistMarked', version: 1, data });
  expect(await nils.vault.journal.list('review')).toHaveLength(1);
  await tended(nils);
  expect(await nils.vault.journal.list('review')).toEqual([]);
  expect(await isHere()).toBe(false);
});
