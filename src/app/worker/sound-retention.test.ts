import { beforeEach, expect, it } from 'vitest';
import { newId, systemClock, systemRandom } from '../../base/deps.ts';
import { MemberId, ParcelId, StreamId, type Millis } from '../../base/ids.ts';
import { err, ok } from '../../base/result.ts';
import { INTERVIEW } from '../../interview/fixture.ts';
import { RECORDING, secondsOf } from '../../interview/sound-fixture.ts';
import type { DeliveryRow } from '../../sync/states.ts';
import { openMemoryVault } from '../../../tests/setup/memory-vault.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import { keepingOf, weedSound, type RetentionDeps } from './sound-retention.ts';

const DAY_MS = 24 * 60 * 60_000;
const RETENTION = { decision: 'SN 2026/114', days: 30 };
const TRANSCRIPT = newId(StreamId, systemRandom);

let vault: OpenVault;
let rows: DeliveryRow[];
let retention: typeof RETENTION | null;

const row = (kind: 'sound' | 'transcript', stream: StreamId, at: Millis | null): DeliveryRow => ({
  stream,
  kind,
  parcel: newId(ParcelId, systemRandom),
  revision: 1,
  packedAt: 0,
  waitingSince: null,
  state: at === null ? { type: 'onTablet' } : { type: 'received', at },
});
const begin = (kind: 'interview' | 'transcript' | 'review', stream: StreamId, data: unknown) =>
  vault.journal.append(stream, kind, [{ type: 'Begun', version: 1, data: {} }], data);
const interviewOf = (interviewer: MemberId) => ({
  code: 'K-017',
  interviewer,
  guide: { id: 'default', version: '1.0' },
  track: 'full',
  status: 'completed',
  startedAt: 0,
  completedAt: 0,
  done: 1,
  of: 1,
  flags: 0,
  revision: 1,
});
const deps = (): RetentionDeps => ({
  vault,
  deliveries: async () => rows,
  retention: async () => retention,
});
const here = async () => (await (await vault.sound()).cards()).length;
const kept = async () => (await keepingOf(deps())).get(RECORDING);

beforeEach(async () => {
  vault = await openMemoryVault({ clock: systemClock(), random: systemRandom });
  rows = [];
  retention = RETENTION;
  const sound = await vault.sound();
  await sound.begin(RECORDING, INTERVIEW);
  for (const slice of secondsOf(3, 8)) await sound.append(RECORDING, slice);
});

it('own sound goes by itself, the decision’s days after the receipt, and leaves a line', async () => {
  await begin('interview', INTERVIEW, interviewOf(vault.member));
  rows = [row('sound', RECORDING, 1000)];
  expect(await kept()).toEqual({ state: 'due', at: 1000 + 30 * DAY_MS });
  expect(await weedSound(deps(), 1000 + 30 * DAY_MS - 1)).toEqual(ok([]));
  expect(await here()).toBe(1);
  const now = 1000 + 30 * DAY_MS;
  expect(await weedSound(deps(), now)).toEqual(ok([RECORDING]));
  expect(await here()).toBe(0);
  expect(await kept()).toEqual({ state: 'weeded', at: now, decision: 'SN 2026/114' });
  expect(await vault.records.get(`weeded/${RECORDING}`)).toEqual({
    recording: RECORDING,
    interview: INTERVIEW,
    at: now,
    retention: RETENTION,
  });
  expect(await weedSound(deps(), now + DAY_MS)).toEqual(ok([]));
});

it('never goes before the office has it, nor before the transcript that was begun has arrived', async () => {
  await begin('interview', INTERVIEW, interviewOf(vault.member));
  const late = 1000 * DAY_MS;
  expect(await weedSound(deps(), late)).toEqual(ok([]));
  rows = [row('sound', RECORDING, null)];
  expect(await weedSound(deps(), late)).toEqual(ok([]));
  await begin('transcript', TRANSCRIPT, { interview: INTERVIEW, begunAt: 1 });
  rows = [row('sound', RECORDING, 1000)];
  expect(await weedSound(deps(), late)).toEqual(ok([]));
  expect(await kept()).toEqual({ state: 'kept' });
  rows = [row('sound', RECORDING, 1000), row('transcript', TRANSCRIPT, 5000)];
  expect(await kept()).toEqual({ state: 'due', at: 5000 + 30 * DAY_MS });
  expect(await weedSound(deps(), late)).toEqual(ok([RECORDING]));
});

it('a colleague’s sound goes from the supervisor’s device after the approval', async () => {
  await begin('interview', INTERVIEW, interviewOf(newId(MemberId, systemRandom)));
  const review = newId(StreamId, systemRandom);
  const reviewOf = (decision: unknown) => ({
    interview: INTERVIEW,
    reviewer: vault.member,
    revision: 1,
    open: 0,
    comments: 0,
    handled: [],
    decision,
  });
  await begin('review', review, reviewOf({ type: 'returned', revision: 1, at: 500 }));
  expect(await weedSound(deps(), 1000 * DAY_MS)).toEqual(ok([]));
  await begin('review', review, reviewOf({ type: 'approved', revision: 1, at: 2000 }));
  expect(await kept()).toEqual({ state: 'due', at: 2000 + 30 * DAY_MS });
  expect(await weedSound(deps(), 2000 + 31 * DAY_MS)).toEqual(ok([RECORDING]));
});

it('stays where there is no decision, and where the line can not be written', async () => {
  await begin('interview', INTERVIEW, interviewOf(vault.member));
  rows = [row('sound', RECORDING, 1000)];
  retention = null;
  expect(await weedSound(deps(), 1000 * DAY_MS)).toEqual(ok([]));
  retention = RETENTION;
  const full = err({ type: 'diskFull' } as const);
  const records = { ...vault.records, put: () => Promise.resolve(full) };
  expect(await weedSound({ ...deps(), vault: { ...vault, records } }, 1000 * DAY_MS)).toEqual(full);
  expect(await here()).toBe(1);
});
