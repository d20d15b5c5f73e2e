import * as z from 'zod/mini';
import { LocalText } from '../../guide/model/guide.ts';

/** What to do with what was heard (module 2): pass it on at once, report a failing of ours, or only listen. */
export const SortingPlace = z.enum(['now', 'report', 'listen']);
export type SortingPlace = z.infer<typeof SortingPlace>;

/** Eight situations to sort, each with the reason for where it belongs. */
export const Sorting = z.object({
  situations: z.array(
    z.object({
      id: z.string().check(z.minLength(1)),
      text: LocalText,
      belongs: SortingPlace,
      why: LocalText,
    }),
  ),
});
export type Sorting = z.infer<typeof Sorting>;
