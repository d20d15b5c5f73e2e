import * as z from 'zod/mini';
import { QuestionId } from '../../base/ids.ts';
import { fact, Words } from './fact.ts';

/** The end of the talk and what was promised for the time after it. */
export const ClosingFact = z.discriminatedUnion('type', [
  /** The items of the guide's closing checklist that are done; the whole list each time. */
  fact('ClosingChecked', { items: z.array(z.string()) }),
  fact('MoodNoted', { mood: z.string() }),
  /** Whom the person meets or can call tonight. */
  fact('TonightPlanned', { plan: Words }),
  fact('AftercareDone', { task: z.enum(['call', 'feedback']), note: Words }),
  /** The participant was given a copy; `without`: questions left out of it. */
  fact('CopyReleased', {
    form: z.enum(['print', 'pdf']),
    language: z.enum(['sv', 'en']),
    without: z.array(QuestionId),
  }),
]);
export type ClosingFact = z.infer<typeof ClosingFact>;
