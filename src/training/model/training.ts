import * as z from 'zod/mini';
import { err, ok, type Result } from '../../base/result.ts';
import { GuideRef, LocalText } from '../../guide/model/guide.ts';
import { PracticeCase } from './case.ts';

export const ModuleId = z
  .string()
  .check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/))
  .brand<'ModuleId'>();
export type ModuleId = z.infer<typeof ModuleId>;

/** A part of the training: what one can do after it, what one does in it, and how that shows. */
export const TrainingModule = z.object({
  id: ModuleId,
  order: z.int().check(z.positive()),
  minutes: z.int().check(z.positive(), z.maximum(600)),
  title: LocalText,
  goal: LocalText,
  activity: LocalText,
  check: LocalText,
  /** What must be done before it. */
  requires: z.array(ModuleId),
});
export type TrainingModule = z.infer<typeof TrainingModule>;

/** When somebody is ready for a first real interview; the office's rules may soften it to a warning. */
export const Readiness = z.object({
  rule: LocalText,
  requiredModules: z.array(ModuleId),
  signOffRole: z.literal('trainer'),
  /** Months from the sign-off until it is renewed. */
  renewAfterMonths: z.int().check(z.positive(), z.maximum(240)),
});
export type Readiness = z.infer<typeof Readiness>;

/** The training that goes with one guide. It is data of its own, so that no start of the app has to read it. */
export const Training = z.object({
  guide: GuideRef,
  modules: z.array(TrainingModule).check(z.minLength(1)),
  readiness: Readiness,
  cases: z.array(PracticeCase).check(z.minLength(1)),
});
export type Training = z.infer<typeof Training>;

/** Reads the training file; the place of the first error is for whoever writes one. */
export function parseTraining(
  text: string,
): Result<Training, { readonly type: 'notATraining'; readonly place: string }> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return err({ type: 'notATraining', place: '' });
  }
  const parsed = Training.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return err({ type: 'notATraining', place: parsed.error.issues[0]?.path.join('.') ?? '' });
}
