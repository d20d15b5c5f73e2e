import * as z from 'zod/mini';
import { EventId, QuestionId } from '../../base/ids.ts';
import { fact } from './fact.ts';

/** Minimal mode: a tap says that something important was said here, to be written out afterwards. */
export const MomentFact = z.discriminatedUnion('type', [
  fact('MomentMarked', { question: QuestionId }),
  fact('MomentWrittenOut', { moment: EventId }),
]);
export type MomentFact = z.infer<typeof MomentFact>;
