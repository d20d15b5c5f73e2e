import { beforeEach, expect, it } from 'vitest';
import { fixedDeps, newId, systemRandom } from '../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../base/ids.ts';
import { ok } from '../../base/result.ts';
import { BESIDE, besideStreamOf, type Beside } from '../../interview/model/own-place.ts';
import { erasureStreamOf, withdrawalStreamOf } from '../../interview/model/withdrawal.ts';
import { withdrawInterview } from '../../interview/withdraw.ts';
import { stamp, type NewEvent, type Writer } from '../../journal/model/event.ts';
import type { Journal } from '../../journal/model/port.ts';
import { replyStreamOf } from '../../review/model/reply.ts';
import { reviewStreamOf } from '../../review/model/summary.ts';
import { ReviewSession } from '../../review/session.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import { openMemoryVault } from '../../../tests/setup/memory-vault.ts';
import { hold } from '../../../tests/setup/person.ts';
import { takeIn } from '../take-in.ts';
import { appendInOwnPlace } from './own-place.ts';

const deps = { clock: fixedDeps().clock, random: systemRandom };
const squatter: Writer = {
  author: newId(MemberId, systemRandom),
  device: newId(DeviceId, systemRandom),
};
const nothing: NewEvent = { type: 'Anything', version: 1, data: {} };

let vault: OpenVault;
let interview: StreamId;
beforeEach(async () => {
  vault = await openMemoryVault(deps);
  interview = newId(StreamId, systemRandom);
});

/** What a changed app of the interviewer's has put where a colleague's word belongs, before anyone could tell. */
async function squat(kind: Beside, member: MemberId): Promise<StreamId> {
  const place = besideStreamOf(kind, interview, member);
  const events = stamp([nothing], place, [], squatter, deps);
  expect(await vault.journal.take(place, 'concern', events, null)).toMatchObject({ ok: true });
  return place;
}

/** The journal as the worker hands it to the page. */
const journal = (): Journal => ({
  ...vault.journal,
  append: async (...args) => {
    const kept = await vault.journal.append(...args);
    if (kept.ok || kept.error.type !== 'otherKind') return kept;
    return appendInOwnPlace(vault, ...args);
  },
});
const kindOf = async (stream: StreamId) => (await vault.journal.open(stream))?.kind;

it('reckons each place as its room does', () => {
  const [a, b] = [interview, vault.member];
  expect(BESIDE.map((kind) => besideStreamOf(kind, a, b))).toEqual([
    reviewStreamOf(a, b),
    replyStreamOf(a, b),
    withdrawalStreamOf(a, b),
    erasureStreamOf(a, b),
  ]);
});

it.each(BESIDE)('lets my %s have its place, whatever was put there first', async (kind) => {
  const place = await squat(kind, vault.member);
  const word: NewEvent = { type: 'Said', version: 1, data: { interview } };
  expect(await vault.journal.append(place, kind, [word], null)).toEqual({
    ok: false,
    error: { type: 'otherKind' },
  });
  expect(await appendInOwnPlace(vault, place, kind, [word], null)).toMatchObject({ ok: true });
  expect(await kindOf(place)).toBe(kind);
  expect((await vault.journal.open(place))?.events.map(({ type }) => type)).toEqual(['Said']);
});

it('lets nothing give way to what does not belong there', async () => {
  const place = await squat('review', vault.member);
  const word = (about: StreamId): NewEvent => ({
    type: 'Said',
    version: 1,
    data: { interview: about },
  });
  const elsewhere = newId(StreamId, systemRandom);
  const refused = { ok: false, error: { type: 'otherKind' } };
  for (const [kind, fact] of [
    ['review', word(elsewhere)],
    ['erasure', word(interview)],
    ['interview', word(interview)],
    ['review', nothing],
  ] as const) {
    expect(await appendInOwnPlace(vault, place, kind, [fact], null)).toEqual(refused);
  }
  expect(await kindOf(place)).toBe('concern');
});

it('a supervisor reviews and withdraws an interview whose interviewer sits in both places', async () => {
  await hold(vault, interview, 'Jag minns köket.');
  const review = await squat('review', vault.member);
  const withdrawal = await squat('withdrawal', vault.member);
  const ports = {
    journal: journal(),
    me: { member: vault.member, name: 'Maja' },
    clock: deps.clock,
    deliver: async () => ok('packed'),
    acknowledge: async () => undefined,
  };
  const session = await ReviewSession.open(ports, interview);
  expect(await session?.draft('note', 'Fint')).toEqual(ok('saved'));
  expect(await kindOf(review)).toBe('review');
  const about = { interview, code: 'K-001', through: 'supervisor', by: vault.member } as const;
  expect(await withdrawInterview(ports, about, 5)).toEqual(ok('withdrawn'));
  expect(await kindOf(withdrawal)).toBe('withdrawal');
});

it('a colleague’s review takes its place here from whoever sits in it', async () => {
  const colleague = {
    author: newId(MemberId, systemRandom),
    device: newId(DeviceId, systemRandom),
  };
  const place = await squat('review', colleague.author);
  const started: NewEvent = {
    type: 'ReviewStarted',
    version: 1,
    data: { interview, revision: 1 },
  };
  const events = stamp([started], place, [], colleague, deps);
  expect(await takeIn(vault.journal, vault.member, 'review', place, events)).toEqual(ok('taken'));
  expect(await kindOf(place)).toBe('review');
});
