import * as z from 'zod/mini';
import type { Language } from '../../i18n/catalogue.ts';
import { english } from './question-english.ts';
import { KindReason, type Read } from './question-reading.ts';
import { rephraseEnglish } from './question-rephrase-english.ts';
import { rephraseSwedish } from './question-rephrase-swedish.ts';
import { swedish } from './question-swedish.ts';
import { cut, type Clause } from './question-text.ts';

/**
 * The kinds of question of interviewing craft (domain.md section 2.2): an open invitation, a cued invitation in the
 * person's own words, a focused question, one that offers the options, a leading one, and several at once.
 */
export const QuestionKind = z.enum(['open', 'cued', 'focused', 'option', 'leading', 'several']);
export type QuestionKind = z.infer<typeof QuestionKind>;

/** How it could be asked instead: the sentences are `better_…` in i18n/training-kinds.ts. */
export const BetterWording = z.enum([
  'tellAbout',
  'howWasIt',
  'howCome',
  'oneFirst',
  'focused',
  'why',
  'option',
  'leading',
  'several',
]);
export type BetterWording = z.infer<typeof BetterWording>;

/** What the rules say of one question: a hint to who asked it, never a score of a person. */
export const Judged = z.object({
  kind: QuestionKind,
  why: KindReason,
  better: z.nullable(BetterWording),
  /** Words of the question itself that the better wording is made of; null where it is a general example. */
  found: z.nullable(z.string()),
});
export type Judged = z.infer<typeof Judged>;

const LANGUAGES = {
  sv: { rules: swedish, rephrase: rephraseSwedish },
  en: { rules: english, rephrase: rephraseEnglish },
} as const;

/**
 * Tells what kind of question a text is, by rules for each language. It never fails: a text in which no question is
 * found is `focused` for the reason `unclear`.
 */
export function judgeQuestion(text: string, language: Language): Judged {
  const { rules } = LANGUAGES[language];
  const { clauses, quotes } = cut(text, rules);
  const reads: Read[] = [];
  for (const clause of clauses) reads.push(rules.read(clause, reads));
  const takesUp = quotes || clauses.some(({ words }) => rules.takesUp(words));
  const joined = clauses.map(({ words }) => rules.joins.has(words[0] ?? ''));
  const judged = together(reads, takesUp, joined);
  return { ...judged, ...betterOf(judged, clauses, reads, language) };
}

/** A wording out of the question's own words where the rules can make one, otherwise an example. */
function betterOf(
  { kind, why }: Pick<Judged, 'kind' | 'why'>,
  clauses: readonly Clause[],
  reads: readonly Read[],
  language: Language,
): Pick<Judged, 'better' | 'found'> {
  if (kind === 'open' || kind === 'cued') return { better: null, found: null };
  if (kind === 'several') {
    const found = oneOf(clauses, reads, LANGUAGES[language].rules.joins);
    return { better: found === null ? kind : 'oneFirst', found };
  }
  for (const clause of clauses) {
    const rephrased = LANGUAGES[language].rephrase(clause);
    if (rephrased) return rephrased;
  }
  return { better: why === 'why' ? 'why' : kind, found: null };
}

/** The question to begin with: the first broad one, otherwise the first that asks for one thing. */
function oneOf(
  clauses: readonly Clause[],
  reads: readonly Read[],
  joins: ReadonlySet<string>,
): string | null {
  for (const wanted of ['open', 'focused']) {
    for (const [i, read] of reads.entries()) {
      const clause = clauses[i];
      if (read.is !== wanted || !clause || ('more' in read && read.more)) continue;
      const raw = joins.has(clause.words[0] ?? '') ? clause.raw.slice(1) : clause.raw;
      if (raw.length < 3) continue;
      const line = raw.join(' ');
      const invites = read.is === 'open' && read.why === 'invites';
      return `${line.charAt(0).toUpperCase()}${line.slice(1)}${invites ? '.' : '?'}`;
    }
  }
  return null;
}

/** One kind for the whole turn, in the order of docs/training/question-kinds.md. */
function together(
  reads: readonly Read[],
  takesUp: boolean,
  joined: readonly boolean[],
): Pick<Judged, 'kind' | 'why'> {
  const asked = asks(reads, joined);
  const more = asked.some((read) => 'more' in read && read.more);
  if (asked.length > 1 || more) return { kind: 'several', why: 'many' };
  const leading = asked.find(({ is }) => is === 'leading');
  if (leading) return { kind: 'leading', why: leading.why };
  const statements = reads.filter((read) => read.is === 'statement');
  if (statements.some(({ leads }) => leads)) return { kind: 'leading', why: 'assumes' };
  const stated = statements.length > 0;
  if (stated && reads.some(({ is }) => is === 'tag')) return { kind: 'leading', why: 'tag' };
  const [one] = asked;
  if (!one) {
    if (takesUp && stated) return { kind: 'cued', why: 'ownWords' };
    return stated ? { kind: 'leading', why: 'statement' } : { kind: 'focused', why: 'unclear' };
  }
  if (one.is === 'open') {
    const cued = takesUp || stated || one.why === 'ownWords';
    return cued ? { kind: 'cued', why: 'ownWords' } : { kind: 'open', why: one.why };
  }
  return { kind: one.is, why: one.why };
}

type Ask = Exclude<Read, { is: 'tag' | 'statement' | 'aside' }>;

/** What wants an answer of its own: an invitation and a broad question beside it want the same one. */
function asks(reads: readonly Read[], joined: readonly boolean[]): readonly Ask[] {
  const asked: Ask[] = [];
  for (const [i, read] of reads.entries()) {
    if (read.is === 'tag' || read.is === 'statement' || read.is === 'aside') continue;
    const last = asked.at(-1);
    if (read.is === 'open' && sameStory(read, asked, joined[i])) continue;
    const offers = read.is === 'option' && last ? read.offers : undefined;
    if (offers === 'word' || (offers === 'clause' && last?.is === 'option')) {
      asked.pop();
      asked.push({ is: 'option', why: 'choice' });
    } else {
      asked.push(read);
    }
  }
  return asked;
}

/** "Describe the kitchen, what did it look like?" asks once; "what happened, and how did you feel?" twice. */
function sameStory(
  read: Extract<Read, { is: 'open' }>,
  asked: readonly Ask[],
  joined: boolean | undefined,
): boolean {
  const other = asked.find((each) => each.is === 'open');
  if (!other) return false;
  return read.why === 'goOn' || (!joined && !(read.why === 'broad' && other.why === 'broad'));
}
