import { saysSomething } from './act.ts';
import { Use, type ReadBack, type ReadBackItem } from './read-back.ts';
import { saysYes, type InterviewState } from './state.ts';

/* What an answer may be used for: what the person chose, within what they have consented to. */

/** The consent item without which nothing is quoted. */
const QUOTES = 'quotes';

/** What can be chosen for an answer: quoting only where the person has said yes to quotes at all. */
export const usesOffered = (state: InterviewState): readonly Use[] =>
  Use.options.filter((use) => use !== 'quote' || saysYes(state, QUOTES));

/** What holds for an answer now: a yes to quoting ends with the consent to quotes. Null: not asked yet. */
export function useOf(state: InterviewState, item: ReadBackItem | undefined): Use | null {
  const chosen = item?.chosen ?? null;
  return chosen === 'quote' && !saysYes(state, QUOTES) ? 'noQuote' : chosen;
}

/** How many answers nobody has asked the person about. */
export const notAskedAbout = (state: InterviewState, read: ReadBack): number =>
  [...state.questions].filter(
    ([id, { answer }]) => saysSomething(answer) && !read.questions.get(id)?.chosen,
  ).length;
