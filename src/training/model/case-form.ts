import * as z from 'zod/mini';
import { QuestionId, TrackId } from '../../base/ids.ts';
import { Cue, Wish, type PracticeCase } from './case.ts';
import { Predicate } from './predicate.ts';
import { ReadyKind, ReadyParams } from './ready-checkpoint.ts';
import { Topic } from './topic.ts';

/*
 * A case while a trainer writes it: every text may be empty, and nothing is refused. It is kept as drafts of the
 * case's stream, part by part, and becomes a `PracticeCase` when it is complete (`case-made.ts`).
 */

const Typed = z.string().check(z.maxLength(4000));

/** A text in both languages as it stands in the two fields. */
export const TypedText = z.object({ sv: Typed, en: Typed });
export type TypedText = z.infer<typeof TypedText>;

export const TypedReply = z.object({
  say: TypedText,
  behaviour: z.nullable(Cue),
  /** It comes only after so many seconds without a tap; null: at once. */
  seconds: z.nullable(z.int().check(z.positive(), z.maximum(60))),
  wants: z.nullable(Wish),
});
export type TypedReply = z.infer<typeof TypedReply>;

/** What only comes when it is asked for: by a subject, by words that begin so, or (neither) by an open question. */
export const TypedAsked = z.object({
  reply: TypedReply,
  topic: z.nullable(Topic),
  /** As they are typed, with commas between. */
  words: z.string().check(z.maxLength(1300)),
});
export type TypedAsked = z.infer<typeof TypedAsked>;

/** A scale, a choice, several, or dates as far as they are typed. */
export const TypedValue = z.union([
  z.int(),
  z.string().check(z.maxLength(60)),
  z.array(z.string()).check(z.maxLength(30)),
  z.object({ from: z.string().check(z.maxLength(10)), to: z.string().check(z.maxLength(10)) }),
]);
export type TypedValue = z.infer<typeof TypedValue>;

export const TypedAnswer = z.object({
  reply: TypedReply,
  value: z.nullable(TypedValue),
  /** By the place of the guide's probe. */
  probes: z.array(TypedReply).check(z.maxLength(100)),
  asked: z.array(TypedAsked).check(z.maxLength(6)),
  silent: TypedReply,
});
export type TypedAnswer = z.infer<typeof TypedAnswer>;

export const TypedAbout = z.object({
  alias: z.string().check(z.maxLength(40)),
  age: z.string().check(z.maxLength(3)),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  summary: TypedText,
  goals: z.array(TypedText).check(z.maxLength(8)),
  track: TrackId,
  ownWorker: z.boolean(),
  audio: z.boolean(),
  reflect: z.tuple([TypedText, TypedText, TypedText]),
});
export type TypedAbout = z.infer<typeof TypedAbout>;

export const TypedCheckpoint = z.object({
  id: z.string(),
  at: z.union([z.literal('after'), QuestionId]),
  /** Null: `kept` is one that the table of ready ones cannot say. */
  kind: z.nullable(ReadyKind),
  params: ReadyParams,
  expect: TypedText,
  motive: TypedText,
  kept: z.optional(Predicate),
  given: z.optional(Predicate),
});
export type TypedCheckpoint = z.infer<typeof TypedCheckpoint>;

export const VOICES = [
  'open',
  'cued',
  'focused',
  'option',
  'leading',
  'several',
  'probe',
  'again',
  'heard',
  'refused',
] as const satisfies readonly (keyof PracticeCase['voice'])[];
export const VoiceName = z.enum(VOICES);
export type VoiceName = z.infer<typeof VoiceName>;

/** Its parts, each of which is a draft of its own; an answer's key is `answers/` and the question. */
export const CaseForm = z.object({
  about: TypedAbout,
  answers: z.record(z.string(), TypedAnswer),
  checkpoints: z.array(TypedCheckpoint).check(z.maxLength(30)),
  voice: z.record(VoiceName, z.array(TypedReply).check(z.maxLength(6))),
});
export type CaseForm = z.infer<typeof CaseForm>;

export const NO_TEXT: TypedText = { sv: '', en: '' };
export const NO_REPLY: TypedReply = { say: NO_TEXT, behaviour: null, seconds: null, wants: null };
export const NO_ANSWER: TypedAnswer = {
  reply: NO_REPLY,
  value: null,
  probes: [],
  asked: [],
  silent: NO_REPLY,
};

/** Nothing is written in it in either language. */
export const isEmpty = ({ sv, en }: TypedText): boolean => sv.trim() === '' && en.trim() === '';

/** Something of the case is in English, its template's words among it. */
export function hasEnglish(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  return Object.entries(part).some(([key, value]) =>
    key === 'en' && typeof value === 'string' ? value.trim() !== '' : hasEnglish(value),
  );
}

/** A trainer writes this case in English too: what every case begins with does not say so. */
export const isWrittenInEnglish = ({ about, answers, checkpoints }: CaseForm): boolean =>
  hasEnglish([about.summary, about.goals, answers, checkpoints]);
