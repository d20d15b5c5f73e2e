import * as z from 'zod/mini';
import type { Language } from '../../i18n/catalogue.ts';

/**
 * The kinds of question of interviewing craft (domain.md section 2.2): an open invitation, a cued invitation in the
 * person's own words, a focused question, one that offers the options, a leading one, and several at once.
 */
export const QuestionKind = z.enum(['open', 'cued', 'focused', 'option', 'leading', 'several']);
export type QuestionKind = z.infer<typeof QuestionKind>;

/** Why a question is of its kind: the sentences are `why_…` in i18n/training-kinds.ts. */
export const KindReason = z.enum([
  'invites',
  'broad',
  'goOn',
  'ownWords',
  'oneThing',
  'why',
  'unclear',
  'yesNo',
  'choice',
  'knows',
  'tag',
  'assumes',
  'statement',
  'blames',
  'negated',
  'loaded',
  'many',
]);
export type KindReason = z.infer<typeof KindReason>;

/** How it could be asked instead: the sentences are `better_…` in i18n/training-kinds.ts. */
export const BetterWording = z.enum(['tellAbout', 'focused', 'option', 'leading', 'several']);
export type BetterWording = z.infer<typeof BetterWording>;

/** What the rules say of one question: a hint to who asked it, never a score of a person. */
export const Judged = z.object({
  kind: QuestionKind,
  why: KindReason,
  better: z.nullable(BetterWording),
  /** Words of the question itself: what `tellAbout` invites to tell about, otherwise what decided the kind. */
  found: z.nullable(z.string()),
});
export type Judged = z.infer<typeof Judged>;

/**
 * Tells what kind of question a text is, by rules for each language. It never fails: a text in which no question is
 * found is `focused` for the reason `unclear`.
 */
export function judgeQuestion(text: string, language: Language): Judged {
  const asked = text.trim().toLowerCase();
  const said = (kind: QuestionKind, why: KindReason, better: BetterWording | null): Judged => ({
    kind,
    why,
    better,
    found: null,
  });
  if ((asked.match(/\?/g) ?? []).length > 1) return said('several', 'many', 'several');
  const { tag, invites, asks } = FIRST[language];
  if (tag.test(asked)) return said('leading', 'tag', 'leading');
  if (invites.test(asked)) return said('open', 'invites', null);
  if (asks.test(asked)) return said('focused', 'oneThing', 'focused');
  return asked.endsWith('?')
    ? said('option', 'yesNo', 'option')
    : said('focused', 'unclear', 'focused');
}

const FIRST = {
  sv: {
    tag: /\b(eller hur|inte sant)\W*$/,
    invites: /^(berätta|beskriv)/,
    asks: /^(vad|vem|vilk[ae]n?|vilket|när|var|hur|varför)\s/,
  },
  en: {
    tag: /\b(right|isn't it|didn't you)\W*$/,
    invites: /^(tell|describe)\b/,
    asks: /^(what|who|which|when|where|how|why)\s/,
  },
} as const;
