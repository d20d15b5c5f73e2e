import * as z from 'zod/mini';
import { Millis } from '../base/ids.ts';

/** A sealed draft: which field is said inside only. */
export const DraftRow = z.object({ key: z.string(), value: z.unknown(), at: Millis });
export type DraftRow = z.infer<typeof DraftRow>;
