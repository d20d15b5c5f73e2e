import type { Judged } from './question-kind.ts';

const ASKS =
  /\?|^(och |men |så |and |but |so )?(berätta|beskriv|säg|visa|hjälp mig|ta mig|tell|describe|say|show|help me|take me|vad|hur|var|vem|vilk|när|varför|what|how|where|who|which|when|why)/iu;
/** "Vad bra att du säger det" and "när du vill" only begin like a question. */
const ONLY_SOUNDS =
  /^(vad (bra|kul|roligt|fint|snällt|skönt|tråkigt|jobbigt|modigt|starkt|klokt)|hur som helst|(när|hur|var) (du|jag|vi)|what a|how (good|brave|kind)|(when|where) (you|i|we))(?![\p{L}])[^?]*$/iu;

/** A sentence such as "Tack för att du berättar" asks nothing; the person only hears it. */
const asksInForm = (text: string): boolean =>
  text
    .split(/(?<=[.!?])\s+/u)
    .some((each) => ASKS.test(each.trim()) && !ONLY_SOUNDS.test(each.trim()));

/** Without the form of a question, but asking for a yes: "Du måste ha varit ledsen." */
const ASKS_FOR_YES: ReadonlySet<string> = new Set(['assumes', 'tag']);

/** True for what waits for an answer, whatever its form. */
export const asksSomething = (text: string, judged: Judged | null): boolean =>
  asksInForm(text) || (judged !== null && ASKS_FOR_YES.has(judged.why));

/** The kind of own words, and null for what was said and not asked: thanks and honest words are no bad question. */
export const askedAs = (text: string, judged: Judged): Judged | null =>
  asksSomething(text, judged) ? judged : null;
