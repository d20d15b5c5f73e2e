import * as z from 'zod/mini';
import { CONFIRMED_HOW, TrainingName, type Progress } from './progress.ts';

/** What shows that a part of a module is done. */
export const Need = z.discriminatedUnion('type', [
  /** An exercise of the app with at least so many right, in one go. */
  z.object({
    type: z.literal('exercise'),
    exercise: TrainingName,
    atLeast: z.int().check(z.positive(), z.maximum(1000)),
  }),
  /** What no program can check: the trainee says that it was done, with whom and when. */
  z.object({ type: z.literal('confirmed'), how: z.enum(CONFIRMED_HOW) }),
  /** A practice case played to its end; with `allMet` every checkpoint reached in one and the same run. */
  z.object({ type: z.literal('case'), case: TrainingName, allMet: z.boolean() }),
]);
export type Need = z.infer<typeof Need>;

/** What each module asks for. Data beside the modules' own texts (`check`), which say the same in words. */
export const ModuleNeeds = z.object({
  modules: z.array(
    z.object({ module: TrainingName, needs: z.array(Need).check(z.minLength(1), z.maxLength(20)) }),
  ),
});
export type ModuleNeeds = z.infer<typeof ModuleNeeds>;

/** What of somebody's progress shows that modules are done. Progress is derived, never stored. */
export type Done = Pick<Progress, 'exercises' | 'confirmed' | 'finished'>;

export const NOTHING_DONE: Done = { exercises: [], confirmed: [], finished: [] };

/** A part of a module and whether it is done. */
export interface Step {
  readonly need: Need;
  readonly met: boolean;
}

/** The parts of a module in the order of its data; none when the data does not know the module. */
export function stepsOf(needs: ModuleNeeds, module: string, done: Done): readonly Step[] {
  const asked = needs.modules.find((each) => each.module === module)?.needs ?? [];
  return asked.map((need) => ({ need, met: isMet(need, module, done) }));
}

/** A module whose data asks for nothing is never done by itself. */
export function isModuleDone(needs: ModuleNeeds, module: string, done: Done): boolean {
  const steps = stepsOf(needs, module, done);
  return steps.length > 0 && steps.every(({ met }) => met);
}

/** The modules that are done, e.g. for a trainer's table. */
export const modulesDone = (needs: ModuleNeeds, done: Done): ReadonlySet<string> =>
  new Set(
    needs.modules.flatMap(({ module }) => (isModuleDone(needs, module, done) ? [module] : [])),
  );

function isMet(need: Need, module: string, done: Done): boolean {
  switch (need.type) {
    case 'exercise':
      return done.exercises.some(
        (each) =>
          each.module === module &&
          each.exercise === need.exercise &&
          each.right >= need.atLeast &&
          each.right <= each.of,
      );
    case 'confirmed':
      return done.confirmed.some((each) => each.module === module && each.how === need.how);
    case 'case':
      return done.finished.some((each) => each.case === need.case && (each.allMet || !need.allMet));
  }
}
