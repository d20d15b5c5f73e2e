import * as z from 'zod/mini';
import type { Clause, Cutting } from './question-text.ts';

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

/** Reasons for which a question leads. */
export type Lead = 'assumes' | 'statement' | 'blames' | 'negated' | 'loaded';

/** What one clause does in the turn. */
export type Read =
  | {
      readonly is: 'open';
      readonly why: 'invites' | 'broad' | 'goOn' | 'ownWords';
      /** More than one thing is asked for in one request: "tell me who was there and what they said". */
      readonly more?: boolean;
    }
  | { readonly is: 'focused'; readonly why: 'oneThing' | 'why'; readonly more?: boolean }
  | {
      readonly is: 'option';
      readonly why: 'yesNo' | 'choice' | 'knows';
      /** Offers an answer to what was asked just before: "or has it passed?", "…, sad or scared?" */
      readonly offers?: 'clause' | 'word';
    }
  | { readonly is: 'leading'; readonly why: Lead }
  /** Asks to agree with what stands before it. */
  | { readonly is: 'tag' }
  /** Says something about the person's life: `leads` by its words, or because nothing else is asked. */
  | { readonly is: 'statement'; readonly leads: boolean }
  /** A greeting, a subordinate clause, a word in passing. */
  | { readonly is: 'aside' };

/** The rules of one language. */
export interface KindRules extends Cutting {
  /** `before` are the clauses already read. */
  readonly read: (clause: Clause, before: readonly Read[]) => Read;
  /** True when the clause takes up what the person has said. */
  readonly takesUp: (words: readonly string[]) => boolean;
}
