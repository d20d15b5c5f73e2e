import * as z from 'zod/mini';
import { QuestionId, SectionId } from '../../base/ids.ts';
import { fact, Words } from './fact.ts';

/** What the person allows for one answer: quoted, used without quoting, or kept between them and the interviewer. */
export const Use = z.enum(['quote', 'noQuote', 'betweenUs']);
export type Use = z.infer<typeof Use>;

/** What happens when the person reads what was written. */
export const ReadBackFact = z.discriminatedUnion('type', [
  fact('SectionReadBack', { section: SectionId }),
  /** The person's own words beside the interviewer's; empty when they were taken away again. */
  fact('OwnWordsWritten', { question: QuestionId, text: Words }),
  fact('UseChosen', { question: QuestionId, use: Use }),
]);
export type ReadBackFact = z.infer<typeof ReadBackFact>;
