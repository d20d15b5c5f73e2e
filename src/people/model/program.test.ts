import { expect, it } from 'vitest';
import guide from '../../guide/data/default-guide.json' with { type: 'json' };
import { fixedDeps, newId } from '../../base/deps.ts';
import { DeviceId, MemberId, OfficeId } from '../../base/ids.ts';
import { openMemoryJournal } from '../../journal/memory.ts';
import {
  foldProgram,
  PROGRAM_DEFAULTS,
  programStreamOf,
  summariseProgram,
  type Program,
  type ProgramFact,
} from './program.ts';

const deps = fixedDeps();
const office = newId(OfficeId, deps.random);

it('begins as the shipped guide proposes', () => {
  const { programDefaults: proposed } = guide;
  expect(PROGRAM_DEFAULTS).toMatchObject({
    minAge: proposed.minAge,
    monthsAfterClosing: proposed.monthsAfterClosing,
    offerWindowMonths: proposed.offerWindowMonths,
    minPlacementMonths: proposed.minPlacementMonths,
    placementKinds: proposed.placementTypes,
    excludeCustodyTransferred: proposed.excludeCustodyTransferred,
    perWorkerMin: proposed.perWorkerPerYear.min,
    perWorkerMax: proposed.perWorkerPerYear.max,
    preferOwnWorker: proposed.preferOwnWorker,
    reminders: proposed.reminders,
    followUpEveryMonths: proposed.followUpEveryMonths,
    cohortTarget: proposed.cohortTargetPerMunicipality,
    guardianPolicy: proposed.guardianPolicy,
    memoDueHours: proposed.memoDueHours,
    reviewDueDays: proposed.reviewDueDays,
    suppressBelow: proposed.suppressBelow,
  });
});

/** A supervisor's own stream after what they change, a minute apart. */
async function said(changes: readonly Partial<Program>[]) {
  const author = newId(MemberId, deps.random);
  const journal = openMemoryJournal({ author, device: newId(DeviceId, deps.random) }, deps);
  const stream = programStreamOf(office, author);
  for (const program of changes) {
    deps.clock.advance(60_000);
    const fact: ProgramFact = { type: 'ProgramChanged', version: 1, data: { program } };
    await journal.append(stream, 'program', [fact], { by: author });
  }
  return { author, stream, events: (await journal.open(stream))?.events ?? [] };
}

it('is what all supervisors have said, the last word counting for each rule', async () => {
  const karin = await said([{ minAge: 16, perWorkerMax: 3 }]);
  const maja = await said([{ minAge: 17 }]);
  expect(karin.stream).not.toBe(maja.stream);
  for (const streams of [
    [karin.events, maja.events],
    [maja.events, karin.events],
  ]) {
    expect(foldProgram(streams)).toEqual({ ...PROGRAM_DEFAULTS, minAge: 17, perWorkerMax: 3 });
  }
  expect(summariseProgram(karin.events)).toEqual({ by: karin.author, guardian: null });
  expect(summariseProgram([])).toBeUndefined();
});

it('takes no rule that the statute or the method forbids', async () => {
  const wrong = await said([{ minAge: 12 }, { suppressBelow: 2 }]);
  expect(foldProgram([wrong.events])).toEqual(PROGRAM_DEFAULTS);
});
