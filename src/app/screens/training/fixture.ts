import { fixedDeps } from '../../../base/deps.ts';
import { DeviceId, MemberId, SignKey } from '../../../base/ids.ts';
import { ok } from '../../../base/result.ts';
import { GUIDE } from '../../../interview/fixture.ts';
import { openMemoryJournal } from '../../../journal/memory.ts';
import type { Journal } from '../../../journal/model/port.ts';
import { changeProgram } from '../../../people/program-stream.ts';
import type { Program } from '../../../people/model/program.ts';
import type { Directory } from '../../../sync/model/directory.ts';
import type { TrainingFact } from '../../../training/model/progress.ts';
import { noteTraining } from '../../../training/progress-stream.ts';
import { signOff } from '../../../training/signing.ts';
import type { Desk } from '../../port.ts';
import { DIRECTORY, fakeDesk, ME } from '../fixture.ts';

/* An interviewer's desk at an office with or without a trainer. Everybody is invented. */

export const TRAINER = MemberId.parse('6'.repeat(32));
const TRAINER_DEVICE = DeviceId.parse('7'.repeat(32));

export const TAUGHT: Directory = {
  ...DIRECTORY,
  members: [
    ...DIRECTORY.members,
    {
      member: TRAINER,
      name: 'Rut Sandell',
      role: 'trainer',
      recipients: { x25519: 'age1x', hybrid: 'age1pq1x' },
      devices: [{ device: TRAINER_DEVICE, key: SignKey.parse('e'.repeat(64)) }],
    },
  ],
};

const { id, version } = GUIDE;

/** A desk that tells of every change in its journal. */
export function trainee(own: Partial<Desk> = {}) {
  const deps = fixedDeps();
  const journal = openMemoryJournal({ author: ME.member, device: ME.device }, deps);
  const desk = fakeDesk({
    me: { ...ME, role: 'interviewer' },
    journal,
    guides: async () => [GUIDE],
    directory: async () => TAUGHT,
    subscribe: (listener) => journal.subscribe(listener),
    deliver: async () => ok('packed' as const),
    ...own,
  });
  return { desk, deps, journal };
}

export const said = (journal: Journal, fact: TrainingFact) =>
  noteTraining(journal, ME.member, fact);

/** Everything that the rule asks for but the sign-off. */
export async function doneAll(journal: Journal): Promise<void> {
  const guide = { id, version };
  for (const [module, how] of [
    ['m1', 'colleague'],
    ['m4', 'colleague'],
  ] as const) {
    await said(journal, {
      type: 'ModuleConfirmed',
      version: 1,
      data: { module, how, note: 'TL, 2026-11-20' },
    });
  }
  for (const [module, exercise, right] of [
    ['m2', 'sort', 8],
    ['m3', 'rewrite', 9],
    ['m4', 'motives', 5],
    ['m4', 'plan', 3],
    ['m5', 'restart', 3],
  ] as const) {
    await said(journal, {
      type: 'ExerciseDone',
      version: 1,
      data: { module, exercise, right, of: 10 },
    });
  }
  for (const name of ['case1', 'case2', 'case3']) {
    await said(journal, {
      type: 'PracticeFinished',
      version: 1,
      data: { case: name, caseVersion: 1, guide, reached: 5, of: 5, allMet: true },
    });
  }
}

/** A trainer signs, in a journal of theirs, and it arrives. */
export async function signed(journal: Journal): Promise<void> {
  const theirs = openMemoryJournal({ author: TRAINER, device: TRAINER_DEVICE }, fixedDeps());
  const kept = await signOff(theirs, TRAINER, {
    trainee: ME.member,
    guide: { id, version },
    note: '',
  });
  if (!kept.ok) throw new Error(kept.error.type);
  const events = (await theirs.open(kept.value))?.events ?? [];
  await journal.take(kept.value, 'signoff', events, { trainee: ME.member, standing: 1 });
}

export const rule = (journal: Journal, readiness: Program['readiness']) =>
  changeProgram(journal, ME, { readiness }, 1);
