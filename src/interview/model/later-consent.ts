import * as z from 'zod/mini';
import { fact } from '../../journal/model/fact.ts';

/** An item of consent that is asked about by itself at the end of the talk; it says nothing of the others. */
export const LaterConsentFact = fact('ConsentItemAnswered', {
  item: z.string(),
  yes: z.boolean(),
  textVersion: z.string(),
});
export type LaterConsentFact = z.infer<typeof LaterConsentFact>;
