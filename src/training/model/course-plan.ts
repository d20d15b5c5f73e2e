import * as z from 'zod/mini';
import { LocalText } from '../../guide/model/guide.ts';

const Clock = z.string().check(z.regex(/^\d{2}\.\d{2}$/));

/** A ready plan for teaching the method to a group (domain.md V10): data, so that an office may bring its own. */
export const CoursePlan = z.object({
  version: z.string().check(z.minLength(1), z.maxLength(20)),
  title: LocalText,
  intro: LocalText,
  before: z.array(LocalText),
  days: z.array(
    z.object({
      title: LocalText,
      items: z.array(
        z.object({
          from: Clock,
          to: Clock,
          /** The module that the hour belongs to; null for rounds and breaks. */
          module: z.nullable(z.string()),
          title: LocalText,
          how: LocalText,
        }),
      ),
    }),
  ),
  after: z.array(LocalText),
});
export type CoursePlan = z.infer<typeof CoursePlan>;
