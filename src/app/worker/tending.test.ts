import { expect, it, vi } from 'vitest';
import { fixedDeps, newId, systemRandom } from '../../base/deps.ts';
import { ParcelId, StreamId } from '../../base/ids.ts';
import { err } from '../../base/result.ts';
import { INTERVIEW } from '../../interview/fixture.ts';
import { RECORDING, secondsOf } from '../../interview/sound-fixture.ts';
import type { DeliveryRow } from '../../sync/states.ts';
import { openMemoryVault } from '../../../tests/setup/memory-vault.ts';
import { openTending } from './tending.ts';

const DAY_MS = 24 * 60 * 60_000;

it('sound goes on its day, also where what was handed over cannot be cleared away', async () => {
  const deps = { ...fixedDeps(), random: systemRandom };
  const vault = await openMemoryVault(deps);
  const handover = newId(StreamId, systemRandom);
  const begin = (kind: 'interview' | 'sound' | 'handover', stream: StreamId, data: unknown) =>
    vault.journal.append(stream, kind, [{ type: 'Begun', version: 1, data: {} }], data);
  await begin('interview', INTERVIEW, {
    code: 'K-017',
    interviewer: vault.member,
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
  await begin('sound', RECORDING, null);
  await begin('handover', handover, null);
  const sound = await vault.sound();
  await sound.begin(RECORDING, INTERVIEW);
  for (const slice of secondsOf(3, 8)) await sound.append(RECORDING, slice);
  const at = deps.clock.now();
  const rows = (
    [
      ['sound', RECORDING],
      ['handover', handover],
    ] as const
  ).map(([kind, stream]): DeliveryRow => ({
    stream,
    kind,
    parcel: newId(ParcelId, systemRandom),
    revision: 1,
    packedAt: 0,
    waitingSince: null,
    state: { type: 'received', at },
  }));
  deps.clock.advance(31 * DAY_MS);
  vi.stubGlobal('self', { postMessage: () => undefined });
  const full = err({ type: 'diskFull' } as const);
  const records = { ...vault.records, put: () => Promise.resolve(full) };
  const tending = openTending({
    vault: { ...vault, records },
    sync: {
      deliveryStates: async () => rows,
      membership: async () => undefined,
      openFile: async () => full,
    },
    packAgain: () => undefined,
    retention: {
      vault,
      deliveries: async () => rows,
      retention: async () => ({ decision: 'SN 2026/114', days: 30 }),
    },
    office: { card: async () => err({ type: 'unreachable' }) },
    filesReady: async () => undefined,
    clock: deps.clock,
  });
  expect(await tending.round()).toEqual(full);
  expect(await sound.cards()).toEqual([]);
  expect(await vault.journal.list('handover')).toHaveLength(1);
  vi.unstubAllGlobals();
});
