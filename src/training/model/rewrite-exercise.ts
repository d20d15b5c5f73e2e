import * as z from 'zod/mini';
import { LocalText } from '../../guide/model/guide.ts';
import type { Language } from '../../i18n/catalogue.ts';
import { judgeQuestion, type Judged } from './question-kind.ts';

/** Ten closed questions to be made open (module 3), each with one way to do it. */
export const ClosedQuestions = z.object({
  questions: z.array(
    z.object({ id: z.string().check(z.minLength(1)), text: LocalText, example: LocalText }),
  ),
});
export type ClosedQuestions = z.infer<typeof ClosedQuestions>;

/** What came of one rewriting. */
export interface Rewritten {
  readonly id: string;
  readonly judged: Judged;
  readonly outcome: 'open' | 'notOpen' | 'again' | 'empty';
}

/**
 * Judges each rewriting. Open and cued invitations are open. The same words a second time do not count again: who
 * writes "berätta" ten times has not rewritten ten questions.
 */
export function rewritten(
  questions: ClosedQuestions,
  written: ReadonlyMap<string, string>,
  language: Language,
): readonly Rewritten[] {
  const before = new Set<string>();
  return questions.questions.map(({ id }) => {
    const text = (written.get(id) ?? '').trim();
    const judged = judgeQuestion(text, language);
    const same = text.toLowerCase().replace(/[\s.!?…]+/g, ' ');
    const again = before.has(same);
    before.add(same);
    if (text === '') return { id, judged, outcome: 'empty' };
    const isOpen = judged.kind === 'open' || judged.kind === 'cued';
    return { id, judged, outcome: isOpen ? (again ? 'again' : 'open') : 'notOpen' };
  });
}

/** How many of all were made open, for the check of the module: at least eight of ten. */
export const openOf = (all: readonly Rewritten[]): { right: number; of: number } => ({
  right: all.filter(({ outcome }) => outcome === 'open').length,
  of: all.length,
});
