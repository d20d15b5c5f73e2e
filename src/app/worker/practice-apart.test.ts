import { expect, expectTypeOf, it } from 'vitest';
import { fixedDeps, newId, systemRandom } from '../../base/deps.ts';
import { DeviceId, MemberId } from '../../base/ids.ts';
import { openMemoryJournal } from '../../journal/memory.ts';
import { StreamKind } from '../../journal/model/event.ts';
import { merge } from '../../journal/model/merge.ts';
import type { EventOf, Journal, OpenedStream } from '../../journal/model/port.ts';
import { invented, testDeps, testOffice } from '../../parcel/fixture.ts';
import { ParcelKind } from '../../parcel/model/manifest.ts';
import type { PackInput } from '../../parcel/model/port.ts';
import { packParcel } from '../../parcel/pack.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import type { PartsOf } from '../../sync/delivery.ts';
import { mayCarry } from '../../sync/model/carries.ts';
import type { Contents } from '../../sync/packing.ts';
import type { contentsOf } from './contents.ts';

/* Promise 6 (DESIGN section 2): practice cannot become an interview, by a person or by the code. */

it('does not compile: a practice journal is no vault’s, and its events go into no parcel', () => {
  expectTypeOf<Journal<'real'>>().toExtend<OpenVault['journal']>();
  expectTypeOf<Journal<'practice'>>().not.toExtend<OpenVault['journal']>();
  // A journal of either class, as the screens take it, is not good enough for a parcel.
  expectTypeOf<Journal>().not.toExtend<OpenVault['journal']>();

  expectTypeOf<OpenedStream<'real'>>().toExtend<Parameters<PartsOf>[2]>();
  expectTypeOf<OpenedStream<'practice'>>().not.toExtend<Parameters<PartsOf>[2]>();
  expectTypeOf<OpenedStream>().not.toExtend<Parameters<PartsOf>[2]>();

  // What is readable beside the events is made out of the same journal.
  expectTypeOf<Journal<'real'>>().toExtend<Parameters<typeof contentsOf>[0]>();
  expectTypeOf<Journal<'practice'>>().not.toExtend<Parameters<typeof contentsOf>[0]>();

  expectTypeOf<EventOf<'real'>[]>().toExtend<Contents['events']>();
  expectTypeOf<EventOf<'practice'>[]>().not.toExtend<Contents['events']>();
  expectTypeOf<EventOf<'real'>[]>().toExtend<PackInput['events']>();
  expectTypeOf<EventOf<'practice'>[]>().not.toExtend<PackInput['events']>();
});

it('does not compile: packing what a practice run has said, also sorted, chosen or merged', async () => {
  const office = await testOffice();
  const writer = { author: newId(MemberId, systemRandom), device: newId(DeviceId, systemRandom) };
  const practice = openMemoryJournal(writer, fixedDeps());
  await practice.append(office.stream, 'interview', invented, null);
  const run = await practice.open(office.stream);
  if (!run) throw new Error('the run is gone');
  const pack = (input: PackInput) => packParcel(input, office.signer, testDeps());
  const input = office.input();
  // @ts-expect-error the events of a practice run
  const whole: PackInput = { ...input, events: run.events };
  // @ts-expect-error the same, in reading order
  const merged: PackInput = { ...input, events: merge(run.events) };
  // @ts-expect-error the same, chosen from
  const chosen: PackInput = { ...input, events: run.events.filter(({ seq }) => seq > 0) };
  expect([whole, merged, chosen].map(({ events }) => events.length)).toEqual([3, 3, 3]);
  // A real journal's do, so that nothing above fails for another reason.
  const real = openMemoryJournal(writer, fixedDeps(), 'real');
  await real.append(office.stream, 'interview', invented, null);
  const kept = await real.open(office.stream);
  const packed = await pack({ ...input, events: merge(kept?.events ?? []) });
  expect(packed.ok).toBe(true);
});

it('no parcel carries a practice run, an answer to the survey or a reflection', () => {
  for (const kind of ParcelKind.options) {
    for (const stream of ['practice', 'survey', 'reflection'] as const) {
      expect(mayCarry(kind, 'real', stream)).toBe(false);
    }
    for (const stream of StreamKind.options) expect(mayCarry(kind, 'practice', stream)).toBe(false);
  }
  expect(mayCarry('interview', 'real', 'interview')).toBe(true);
  expect(mayCarry('training', 'real', 'debrief')).toBe(true);
  expect(mayCarry('interview', 'real', 'debrief')).toBe(false);
  expect(mayCarry('training', 'real', 'interview')).toBe(false);
});
