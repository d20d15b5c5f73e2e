import * as z from 'zod/mini';
import { LocalText } from '../../guide/model/guide.ts';
import { CheckId, type CheckMark } from './event.ts';

/** What a point is about; the list is read under these headings. */
export const CHECK_GROUPS = ['formal', 'safety', 'privacy', 'quality', 'care', 'use'] as const;

/** What a supervisor looks at before approving: data, as every text and rule of the guide is. */
export const Checklist = z.object({
  id: z.string(),
  title: LocalText,
  items: z.array(
    z.object({
      id: CheckId,
      group: z.enum(CHECK_GROUPS),
      /** Without a mark here nothing is approved. */
      required: z.boolean(),
      label: LocalText,
    }),
  ),
  feedbackPrompt: LocalText,
});
export type Checklist = z.infer<typeof Checklist>;
export type CheckItem = Checklist['items'][number];

/** The required points that have no mark yet: each is a reason why approving waits. */
export const missingChecks = (
  { items }: Checklist,
  marks: ReadonlyMap<CheckId, CheckMark> | undefined,
): readonly CheckItem[] => items.filter((item) => item.required && !marks?.has(item.id));
