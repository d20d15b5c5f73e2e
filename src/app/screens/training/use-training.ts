import { useCallback } from 'react';
import type { Clock } from '../../../base/deps.ts';
import { dayAt } from '../../../people/model/days.ts';
import type { TrainingFact } from '../../../training/model/progress.ts';
import { noteTraining } from '../../../training/progress-stream.ts';
import type { Desk } from '../../port.ts';
import { useAsked } from '../use-desk.ts';
import { readTrainingHere, type TrainingHere } from './training-here.ts';

/** How far this person has come; asked again after every change. Undefined until the first answer. */
export function useTraining(desk: Desk, clock: Clock): TrainingHere | undefined {
  return useAsked(
    desk,
    useCallback(() => readTrainingHere(desk, dayAt(clock.now())), [desk, clock]),
  );
}

/** Lets the trainers see how far this person has come, now and from now on. */
export const share = (desk: Desk): Promise<boolean> =>
  note(desk, { type: 'Shared', version: 1, data: {} });

/**
 * Notes what was done, and sends it on when the trainers may see it.
 * @returns false when it could not be kept.
 */
export async function note(desk: Desk, fact: TrainingFact): Promise<boolean> {
  const kept = await noteTraining(desk.journal, desk.me.member, fact);
  // What cannot be packed now is packed in a later round; it is kept here all the same.
  if (kept.ok && kept.value.shared) void desk.deliver('training', kept.value.stream);
  return kept.ok;
}
