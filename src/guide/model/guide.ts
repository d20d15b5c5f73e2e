import * as z from 'zod/mini';
import { CardId, GuideId, QuestionId, SectionId, TrackId } from '../../base/ids.ts';

/* A guide is data (DESIGN section 6). What an interview needs is parsed here; other rooms parse their own parts. */

const Words = z.string().check(z.trim(), z.minLength(1), z.maxLength(4000));
/** A text in the guide's own languages; Swedish is always there. */
export const LocalText = z.object({ sv: Words, en: z.optional(Words) });
export type LocalText = z.infer<typeof LocalText>;

const Minutes = z.number().check(z.nonnegative(), z.maximum(600));
const Days = z.int().check(z.positive(), z.maximum(366));
const Sensitivity = z.union([z.literal(1), z.literal(2), z.literal(3)]);

export const Option = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(60)),
  label: LocalText,
});
export type Option = z.infer<typeof Option>;

/** How a question is answered. Every kind but `none` may also have free words. */
export const AnswerSpec = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('narrative'), notePrompt: z.optional(LocalText) }),
  z.object({
    kind: z.literal('scale'),
    min: z.int(),
    max: z.int(),
    minLabel: LocalText,
    maxLabel: LocalText,
    /** At or below this the interviewer is quietly reminded of the support cards. */
    attentionAtOrBelow: z.optional(z.int()),
  }),
  z.object({
    kind: z.literal('choice'),
    multiple: z.boolean(),
    options: z.array(Option).check(z.minLength(2), z.maxLength(30)),
  }),
  z.object({
    kind: z.literal('date'),
    range: z.boolean(),
    precision: z.array(z.enum(['year', 'month', 'day'])).check(z.minLength(1)),
    allowUnknown: z.optional(z.boolean()),
  }),
  z.object({ kind: z.literal('none') }),
]);
export type AnswerSpec = z.infer<typeof AnswerSpec>;

export const Question = z.object({
  id: QuestionId,
  text: LocalText,
  motive: z.optional(LocalText),
  guidance: z.optional(z.object({ do: LocalText, avoid: LocalText })),
  probes: z.array(LocalText).check(z.maxLength(12)),
  answer: AnswerSpec,
  /** The interviewer may leave it out. The participant may always skip. */
  optional: z.boolean(),
  core: z.boolean(),
  sensitivity: Sensitivity,
  minutes: Minutes,
  suggestedCodes: z.array(z.string()),
  /** Support cards to keep near, and `consentGate` for the question where consent is asked. */
  watch: z.optional(z.array(z.string())),
});
export type Question = z.infer<typeof Question>;

export const Section = z.object({
  id: SectionId,
  title: LocalText,
  purpose: LocalText,
  minutes: Minutes,
  sensitivity: Sensitivity,
  mayBeSkippedByInterviewer: z.boolean(),
  intro: LocalText,
  transition: z.optional(LocalText),
  questions: z.array(Question).check(z.minLength(1), z.maxLength(2000)),
});
export type Section = z.infer<typeof Section>;

export const Track = z.object({
  id: TrackId,
  name: LocalText,
  minutes: Minutes,
  questionIds: z.array(QuestionId).check(z.minLength(1)),
});
export type Track = z.infer<typeof Track>;

export const SupportCard = z.object({
  id: CardId,
  title: LocalText,
  priority: z.enum(['critical', 'high', 'normal']),
  signs: z.array(LocalText),
  sayNow: LocalText,
  doNow: z.array(LocalText),
  avoid: z.array(LocalText),
  toolActions: z.array(z.string()),
  afterwards: z.array(LocalText),
});
export type SupportCard = z.infer<typeof SupportCard>;

export const ConsentItem = z.object({
  id: z.string(),
  required: z.boolean(),
  /** `closing`: asked at the end of the talk, when the person knows what they have told; else at the gate. */
  ask: z.optional(z.literal('closing')),
  label: LocalText,
});
export type ConsentItem = z.infer<typeof ConsentItem>;

export const MemoAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text') }),
  z.object({ kind: z.literal('list'), count: z.int().check(z.positive(), z.maximum(10)) }),
  z.object({
    kind: z.literal('scale'),
    min: z.int(),
    max: z.int(),
    minLabel: z.optional(LocalText),
    maxLabel: z.optional(LocalText),
  }),
  z.object({ kind: z.literal('choice'), options: z.array(Option).check(z.minLength(2)) }),
]);
export const MemoField = z.object({
  id: z.string(),
  /** A facts, B reflection for the group, C private: C is never packed. */
  part: z.enum(['A', 'B', 'C']),
  required: z.boolean(),
  answer: MemoAnswer,
  label: LocalText,
  help: LocalText,
});
export type MemoField = z.infer<typeof MemoField>;

const SCRIPTS = [
  'secrecyLimits',
  'recordingStart',
  'pause',
  'stop',
  'thirdParty',
  'closing',
] as const;
export type ScriptId = (typeof SCRIPTS)[number];

/** Whether the guardian of somebody of 15 to 17 must permit the interview, must know of it, or neither. */
export const GuardianPolicy = z.enum(['required', 'informed', 'none']);
export type GuardianPolicy = z.infer<typeof GuardianPolicy>;

/** How the office wants a yes to be given: drawn on the screen, spoken, or as the participant likes. */
export const SignaturePolicy = z.enum(['drawn', 'spoken', 'either']);
export type SignaturePolicy = z.infer<typeof SignaturePolicy>;

/** What the interviewer thinks of before the two meet: `text` in own words, `checklist` to tick off. */
export const PreparationField = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(60)),
  /** Other kinds than these two have a place of their own on the screen, if any. */
  type: z.string(),
  label: LocalText,
  options: z.optional(z.array(Option).check(z.maxLength(30))),
});
export type PreparationField = z.infer<typeof PreparationField>;

export const Guide = z.object({
  id: GuideId,
  version: z.string().check(z.minLength(1), z.maxLength(40)),
  title: LocalText,
  sections: z.array(Section).check(z.minLength(2), z.maxLength(400)),
  tracks: z.array(Track).check(z.minLength(1)),
  scripts: z.object({
    groundRules: z.array(LocalText),
    secrecyLimits: LocalText,
    recordingStart: LocalText,
    pause: LocalText,
    stop: LocalText,
    thirdParty: LocalText,
    closing: LocalText,
  }),
  situations: z.array(SupportCard),
  consent: z.object({
    id: z.string(),
    version: z.string(),
    intro: LocalText,
    legalNote: LocalText,
    items: z.array(ConsentItem).check(z.minLength(1)),
    withdrawalText: LocalText,
    guardian: z.optional(z.object({ text: LocalText })),
  }),
  programDefaults: z.optional(
    z.object({
      guardianPolicy: z.optional(GuardianPolicy),
      signature: z.optional(SignaturePolicy),
    }),
  ),
  timeBudget: z.optional(z.object({ preparation: Minutes })),
  preInterview: z.optional(z.object({ fields: z.array(PreparationField) })),
  closing: z.object({
    checklist: z.optional(
      z.array(
        z.object({
          id: z.string(),
          required: z.boolean(),
          /** It is asked for also when the talk is short or was stopped. */
          short: z.boolean(),
          /** The question whose answer belongs to it. */
          question: z.optional(QuestionId),
          label: LocalText,
        }),
      ),
    ),
    aftercare: z.object({
      checkInWithinDays: z.optional(Days),
      /** Sooner, when something was told that somebody had to be handed. */
      afterFlagWithinDays: z.optional(Days),
      memoWithinHours: z.optional(z.int().check(z.positive(), z.maximum(1000))),
      feedbackWithinMonths: z.optional(z.int().check(z.positive(), z.maximum(60))),
      checkInScript: z.optional(LocalText),
      contacts: z.array(
        z.object({ id: z.string(), label: LocalText, phone: z.string(), local: z.boolean() }),
      ),
    }),
  }),
  memoTemplate: z.object({
    id: z.string(),
    dueWithinHours: z.number(),
    minutes: z.number(),
    visibility: LocalText,
    fields: z.array(MemoField).check(z.minLength(1)),
  }),
});
export type Guide = z.infer<typeof Guide>;

/** A guide by name and version: what an interview pins. */
export const GuideRef = z.object({ id: GuideId, version: z.string() });
export type GuideRef = z.infer<typeof GuideRef>;

/** The question at which the consent items are asked; the gate for everything after it. */
export const isConsentGate = (question: Question): boolean =>
  question.watch?.includes('consentGate') ?? false;
