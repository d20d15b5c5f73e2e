import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contentsOf } from '../../src/app/worker/contents.ts';
import { takeIn } from '../../src/app/take-in.ts';
import { newId, systemRandom } from '../../src/base/deps.ts';
import { QuestionId, StreamId } from '../../src/base/ids.ts';
import { err, ok } from '../../src/base/result.ts';
import { isLocked } from '../../src/interview/model/locked.ts';
import { foldInterview } from '../../src/interview/model/state.ts';
import type { NewEvent } from '../../src/journal/model/event.ts';
import { merge } from '../../src/journal/model/merge.ts';
import { startOffice } from '../../src/office/start.ts';
import { PARTING, withRetraction } from '../../src/parcel/model/policy.ts';
import { packWith } from '../../src/parcel/pack.ts';
import {
  checkAll,
  completed,
  FACTS,
  interviewEvents,
  interviewSummary,
} from '../../src/review/fixture.ts';
import { WHOLE } from '../../src/review/model/event.ts';
import { REPLY_POLICY, REVIEW_POLICY } from '../../src/review/model/policy.ts';
import { replyStreamOf } from '../../src/review/model/reply.ts';
import { standingOf } from '../../src/review/model/standing.ts';
import { answerComment } from '../../src/review/replies.ts';
import { reviewsOf } from '../../src/review/reviews.ts';
import { ReviewSession } from '../../src/review/session.ts';
import type { ParcelKind } from '../../src/parcel/model/manifest.ts';
import type { Role } from '../../src/sync/model/directory.ts';
import { newPerson, testClock, value, type Person, type TestClock } from '../setup/person.ts';

/*
 * A review with no server: the office is there once, to admit everybody, and is closed before the talk. From then on
 * everything goes as files, in both directions. Everyone and everything said is invented.
 */
let folder: string;
let clock: TestClock;
let karin: Person;
let maja: Person;
let nils: Person;
let stream: StreamId;
const MENDED = QuestionId.parse('s2q1');
const OTHER = QuestionId.parse('s2q2');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aterblick-review-'));
  clock = testClock();
  const office = await startOffice({ data: join(folder, 'data'), port: 0, clock });
  const person = () =>
    newPerson({
      clock,
      url: () => office.url,
      importParcel:
        (vault) =>
        ({ manifest, events }) =>
          takeIn(vault.journal, vault.member, manifest.kind, manifest.stream, events),
      rooms: {
        partsOf: ({ journal }) =>
          contentsOf(journal, {
            all: () => Promise.resolve([]),
            get: () => Promise.resolve(undefined),
            keep: () => Promise.resolve(ok('kept')),
          }),
        pack: packWith({
          ...PARTING,
          review: withRetraction(REVIEW_POLICY),
          reply: withRetraction(REPLY_POLICY),
        }),
      },
    });
  const joined = async (name: string, role: Role) => {
    const guest = await person();
    const link = value(await karin.sync.invite({ name, role, days: 7 }));
    value(await guest.sync.join(link, name));
    value(await karin.sync.admitJoins());
    return guest;
  };
  karin = await person();
  const input = { secret: office.secret ?? '', officeName: 'Storby', name: 'Karin' };
  value(await karin.sync.found({ ...input, recipientClass: 'x25519' }));
  maja = await joined('Maja', 'supervisor');
  nils = await joined('Nils', 'interviewer');
  for (const each of [maja, karin, nils]) await each.sync.round(true);
  await office.close();

  stream = newId(StreamId, systemRandom);
  await say(...FACTS);
});
afterEach(() => rm(folder, { recursive: true }));

/** Written on the tablet. */
async function say(...facts: readonly NewEvent[]): Promise<void> {
  const summary = { ...interviewSummary(interviewEvents()), interviewer: nils.vault.member };
  value(await nils.vault.journal.append(stream, 'interview', facts, summary));
}

/** From one to the others on a memory stick. */
async function carry(from: Person, kind: ParcelKind, what: StreamId, ...to: Person[]) {
  clock.advance(60_000);
  const { bytes } = value(await from.sync.saveFile(kind, what));
  for (const each of to) value(await each.sync.openFile(bytes));
}

async function reading(by: Person, approvers: 1 | 2 = 1): Promise<ReviewSession> {
  const session = await ReviewSession.open(
    {
      journal: by.vault.journal,
      me: { member: by.vault.member, name: '' },
      clock,
      deliver: (kind, what) => by.sync.deliver(kind, what),
      acknowledge: () => Promise.resolve(),
      approvers: () => Promise.resolve(approvers),
    },
    stream,
  );
  if (!session) throw new Error('the interview is not here');
  return session;
}

const onTablet = async () => {
  const state = foldInterview(merge((await nils.vault.journal.open(stream))?.events ?? []));
  if (!state) throw new Error('no interview');
  return state;
};
const standing = async (at: Person, revision: number) =>
  standingOf(
    revision,
    (await reviewsOf(at.vault.journal, stream)).map(({ state }) => state),
  );
const answered = (text: string) => ({
  type: 'AnswerWritten',
  version: 1,
  data: { question: MENDED, answer: { text, verbatim: [], value: null } },
});

it('is read, returned, answered, mended and approved by file alone', async () => {
  await carry(nils, 'interview', stream, karin);
  const desk = await reading(karin);
  value(await desk.comment({ kind: 'question', question: MENDED }, WHOLE, 'Vem hämtade?', 'd'));
  value(await desk.giveBack('', 'n'));
  await carry(karin, 'review', desk.review, nils);

  const open = await onTablet();
  expect(open.status).toBe('reopened');
  expect([isLocked(open, MENDED), isLocked(open, OTHER)]).toEqual([false, true]);
  const [comment] = (await reviewsOf(nils.vault.journal, stream)).flatMap(
    ({ state }) => state.comments,
  );
  if (!comment) throw new Error('no comment came');
  const ports = {
    journal: nils.vault.journal,
    me: nils.vault.member,
    deliver: nils.sync.deliver,
  };
  value(await answerComment(ports, stream, comment.id, 'Faster.'));
  await say(answered('Faster hämtade mig en kväll i november.'), completed);
  await carry(nils, 'reply', replyStreamOf(stream, nils.vault.member), karin);
  await carry(nils, 'interview', stream, karin);

  const again = await reading(karin);
  expect(again.snapshot()).toMatchObject({ standing: 'revised', before: 1 });
  expect(again.snapshot().answers).toMatchObject([{ comment: comment.id, text: 'Faster.' }]);
  value(await again.answer(comment.id, 'Tack!', 'a'));
  expect(await again.approve()).toEqual(err({ type: 'checksMissing' }));
  await checkAll(again);
  value(await again.approve());
  await carry(karin, 'review', again.review, nils);
  expect(await standing(nils, 2)).toBe('approved');
  const said = (await reviewsOf(nils.vault.journal, stream)).flatMap(({ state }) => state.answers);
  expect(said.map(({ text }) => text)).toEqual(['Tack!']);
});

it('two supervisors decide at once: the return stands in both orders, and both are told', async () => {
  await carry(nils, 'interview', stream, karin, maja);
  const [one, other] = [await reading(karin), await reading(maja)];
  await checkAll(one);
  value(await one.approve());
  value(await other.giveBack('Skriv mer om hösten.', 'n'));
  await carry(karin, 'review', one.review, maja, nils);
  expect((await onTablet()).status).toBe('completed');
  await carry(maja, 'review', other.review, karin, nils);

  for (const each of [karin, maja, nils]) expect(await standing(each, 1)).toBe('returned');
  for (const each of [one, other]) {
    await expect.poll(() => each.snapshot().reviews.length).toBe(2);
    expect(each.snapshot().standing).toBe('returned');
    expect(
      each
        .snapshot()
        .reviews.map(({ decision }) => decision.type)
        .sort(),
    ).toEqual(['approved', 'returned']);
  }
  // Words and no place: all is open again, although somebody had approved.
  const open = await onTablet();
  expect([open.status, isLocked(open, OTHER)]).toEqual(['reopened', false]);
});

it('two who return the same version open what either names', async () => {
  await carry(nils, 'interview', stream, karin, maja);
  for (const [by, question] of [
    [karin, MENDED],
    [maja, OTHER],
  ] as const) {
    const desk = await reading(by);
    value(await desk.comment({ kind: 'question', question }, WHOLE, 'Mer?', 'd'));
    value(await desk.giveBack('', 'n'));
    await carry(by, 'review', desk.review, nils);
  }
  const open = await onTablet();
  expect([MENDED, OTHER, QuestionId.parse('s3q1')].map((each) => isLocked(open, each))).toEqual([
    false,
    false,
    true,
  ]);
});

it('a return of a version that was replaced meanwhile opens nothing, and its author is asked anew', async () => {
  await carry(nils, 'interview', stream, karin, maja);
  const late = await reading(maja);
  value(await late.giveBack('Skriv mer.', 'n'));
  const desk = await reading(karin);
  value(await desk.giveBack('Skriv klart.', 'n'));
  await carry(karin, 'review', desk.review, nils);
  await say(answered('Mer att läsa.'), completed);
  await carry(maja, 'review', late.review, nils);
  expect(await onTablet()).toMatchObject({ status: 'completed', revision: 2 });
  await carry(nils, 'interview', stream, maja);
  await expect.poll(() => late.snapshot().standing).toBe('revised');
  expect(late.snapshot().before).toBe(1);
});

it('the rule of two waits for another supervisor, whoever is first', async () => {
  await carry(nils, 'interview', stream, karin, maja);
  const [one, other] = [await reading(karin, 2), await reading(maja, 2)];
  await checkAll(one);
  value(await one.approve());
  expect(one.snapshot().standing).toBe('halfApproved');
  // Approving twice is not two.
  value(await one.approve());
  expect(one.snapshot().standing).toBe('halfApproved');
  await carry(karin, 'review', one.review, maja, nils);
  expect(await standing(nils, 1)).toBe('halfApproved');
  expect(await other.approve()).toEqual(err({ type: 'checksMissing' }));
  await checkAll(other);
  value(await other.approve());
  await carry(maja, 'review', other.review, karin, nils);
  for (const each of [karin, maja, nils]) expect(await standing(each, 1)).toBe('approved');
});
