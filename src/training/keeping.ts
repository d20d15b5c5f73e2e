import { newId, type Random } from '../base/deps.ts';
import { StreamId, type MemberId } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import { keptOf, type Debrief } from './model/debrief.ts';
import type { DebriefFact, DebriefSummary } from './model/kept-debrief.ts';
import { summariseTraining, trainingStreamOf, type TrainingFact } from './model/progress.ts';

/**
 * Keeps a debrief with its owner, in the vault: the debrief in a stream of its own, and in their progress that a
 * practice was finished. Of the run itself nothing is taken along.
 * @returns the stream of the debrief, which may be sent.
 */
export async function keepDebrief(
  journal: Pick<Journal, 'append' | 'open'>,
  me: MemberId,
  debrief: Debrief,
  random: Random,
): Promise<Result<StreamId, StoreProblem>> {
  const stream = newId(StreamId, random);
  const fact: DebriefFact = { type: 'DebriefKept', version: 1, data: { debrief: keptOf(debrief) } };
  const summary: DebriefSummary = { by: me };
  const kept = await journal.append(stream, 'debrief', [fact], summary);
  if (!kept.ok) return kept;
  const finished: TrainingFact = {
    type: 'PracticeFinished',
    version: 1,
    data: {
      case: debrief.case,
      caseVersion: debrief.caseVersion,
      guide: debrief.guide,
      reached: debrief.reached,
      of: debrief.of,
      allMet: debrief.allMet,
    },
  };
  const own = trainingStreamOf(me);
  const before = summariseTraining((await journal.open(own))?.events ?? []);
  const told = await journal.append(own, 'training', [finished], {
    by: me,
    shared: before?.shared ?? false,
  });
  return told.ok ? ok(stream) : told;
}
