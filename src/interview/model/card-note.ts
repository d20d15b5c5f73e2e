import * as z from 'zod/mini';
import { CardId, QuestionId, type Millis } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact, Words } from '../../journal/model/fact.ts';

/** What was written at a support card; its time is the clock that a critical card asks for (domain.md section 4). */
export const CardNoteFact = z.discriminatedUnion('type', [
  /** `verbatim`: what the person said at this question, word for word; otherwise what was done, at no question. */
  fact('CardNoted', {
    card: CardId,
    question: z.nullable(QuestionId),
    verbatim: z.boolean(),
    text: Words,
  }),
]);
export type CardNoteFact = z.infer<typeof CardNoteFact>;

export type CardNote = CardNoteFact['data'] & { readonly at: Millis };

/** All notes at cards, in the order in which they were written; what was taken back is gone. */
export function cardNotes(events: readonly JournalEvent[]): CardNote[] {
  return events.flatMap(({ type, version, body, at }) => {
    const fact = CardNoteFact.safeParse({ type, version, data: body?.data }).data;
    return fact ? [{ ...fact.data, at }] : [];
  });
}
