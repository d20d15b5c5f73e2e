import * as z from 'zod/mini';
import { Topic, touches } from './topic.ts';

/** Words are about it when the topic's rule says so, or when one of `words` begins a word of them. */
export const About = z.object({
  topic: z.optional(Topic),
  words: z.optional(
    z.array(z.string().check(z.minLength(2), z.maxLength(60))).check(z.maxLength(20)),
  ),
});
export type About = z.infer<typeof About>;

/** So far words are looked at: longer than any question, and short enough for every rule at once. */
const LOOKED_AT = 4000;

/** What a text is about, in Swedish or English whatever the language of the screen. */
export function isAbout(text: string, { topic, words = [] }: About): boolean {
  const low = text.slice(0, LOOKED_AT).toLowerCase();
  return (
    (topic !== undefined && sentencesOf(low).some((each) => touches(each, topic))) ||
    words.some((word) => beginsAWord(low, word.toLowerCase()))
  );
}

/** What is said after a "men" may take back what came before it, so each half stands for itself. */
const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?;\n])\s*|,?\s+(?:men|but)\s+/u).filter((each) => each !== '');

function beginsAWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  }
  return false;
}
