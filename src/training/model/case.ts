import * as z from 'zod/mini';
import { QuestionId, TrackId } from '../../base/ids.ts';
import { LocalText } from '../../guide/model/guide.ts';
import { PartialDate } from '../../journal/model/fact.ts';
import { About } from './about.ts';
import { happeningsOf, Predicate } from './predicate.ts';

/*
 * A practice case (övningsfall): an invented young person whose side of the talk is played by the tablet, or by a
 * colleague with the sheet in hand (domain.md section 5). Nobody in a case is or was a real person.
 */

/** The case, whatever version of it: `case1`, or the stream of one that a trainer wrote. */
export const CaseId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/))
  .brand<'CaseId'>();
export type CaseId = z.infer<typeof CaseId>;

/** What is seen while the person answers; the sentences are `cue_…` in i18n/training-case.ts. */
export const Cue = z.enum([
  'talkative',
  'short',
  'silence',
  'hesitates',
  'looksAway',
  'looksAtYou',
  'smiles',
  'sighs',
  'tearful',
  'praise',
  'humour',
  'irony',
  'asksBack',
  'skip',
  'pause',
  'withdrawAudio',
  'disclosure',
  'childAtRisk',
  'suicidalityHint',
]);
export type Cue = z.infer<typeof Cue>;

/** What the young person asks for in the middle of the talk, and the interviewer has to do. */
export const Wish = z.enum(['skip', 'pause', 'withdrawAudio', 'stop']);
export type Wish = z.infer<typeof Wish>;

const Seconds = z.int().check(z.positive(), z.maximum(60));

/** Something that the young person says. */
export const Reply = z.object({
  say: LocalText,
  behaviour: z.optional(Cue),
  /** It only comes when nobody has tapped for so long: silence is the tool here (domain.md section 2.2). */
  afterSilence: z.optional(Seconds),
  wants: z.optional(Wish),
});
export type Reply = z.infer<typeof Reply>;

/**
 * What only comes when it is asked for. With `about`: at any own question or sentence that is about it. Without: at
 * an open or cued invitation, and at a probe that has no reply of its own.
 */
export const ConditionalReply = z.extend(Reply, { about: z.optional(About) });
export type ConditionalReply = z.infer<typeof ConditionalReply>;

/** How the person would fill in a scale, a choice or a date. */
export const CaseValue = z.union([
  z.int(),
  z.string(),
  z.array(z.string()),
  z.object({ from: PartialDate, to: PartialDate }),
]);
export type CaseValue = z.infer<typeof CaseValue>;

/** All that a case says at one question of the guide; the reply itself is what the question as it stands brings. */
export const CaseAnswer = z.extend(Reply, {
  value: z.optional(CaseValue),
  /** What comes at a probe of the guide, by its place in the question's list: "0", "1" … */
  probes: z.optional(z.record(z.string().check(z.regex(/^\d{1,2}$/)), Reply)),
  ifAsked: z.optional(z.array(ConditionalReply).check(z.minLength(1), z.maxLength(6))),
  /** What follows the reply when ten seconds of silence are kept after it. */
  ifSilent: z.optional(Reply),
});
export type CaseAnswer = z.infer<typeof CaseAnswer>;

const Line = z.object({ say: LocalText, behaviour: z.optional(Cue) });
const Lines = z.array(Line).check(z.minLength(1), z.maxLength(6));

/**
 * What the person says where nothing is scripted, in their own voice, by what they were met with: a kind of question,
 * a probe, the same question `again`, something that asks nothing (`heard`), or more after a no (`refused`). Several
 * lines take turns. They must fit any question.
 */
export const Voice = z.object({
  open: Lines,
  cued: Lines,
  focused: Lines,
  option: Lines,
  leading: Lines,
  several: Lines,
  probe: Lines,
  again: Lines,
  heard: Lines,
  refused: Lines,
});
export type Voice = z.infer<typeof Voice>;

/** A place where the case shows something. `when` is looked for in what happened; `expect` and `motive` explain it. */
export const Checkpoint = z.object({
  id: z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/)),
  /** Where it belongs; `after` the talk. One that was not come to is neither reached nor missed. */
  at: z.union([z.literal('after'), QuestionId]),
  /** It only counts if this came about, e.g. that the person was asked what the checkpoint is about. */
  given: z.optional(Predicate),
  when: Predicate,
  expect: LocalText,
  motive: z.optional(LocalText),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

/** Checkpoints are gone through at once when the talk is looked back on, and a file can name very many moments. */
const MOST_HAPPENINGS = 1000;
const canBeGoneThrough = (checkpoints: readonly Checkpoint[]): boolean =>
  checkpoints
    .flatMap(({ given, when }) => [when, ...(given ? [given] : [])])
    .reduce((sum, each) => sum + happeningsOf(each).length, 0) <= MOST_HAPPENINGS;

export const PracticeCase = z.object({
  id: CaseId,
  /** One more each time it is published; a run keeps which one it was. */
  version: z.int().check(z.positive(), z.maximum(100_000)),
  /** Always true: who reads the file shall see it as well as the program. */
  fictional: z.literal(true),
  practiceOnly: z.literal(true),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  persona: z.object({
    alias: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
    age: z.int().check(z.minimum(15), z.maximum(99)),
    summary: LocalText,
  }),
  learningGoals: z.array(LocalText).check(z.minLength(1), z.maxLength(8)),
  setup: z.object({
    track: TrackId,
    /** The trainee plays the person's own former social worker. */
    ownWorker: z.boolean(),
    audio: z.boolean(),
    /** 15 to 17: the guardian's part of the consent comes up. */
    minor: z.optional(z.boolean()),
  }),
  checkpoints: z.array(Checkpoint).check(z.maxLength(30), z.refine(canBeGoneThrough)),
  answers: z.record(QuestionId, CaseAnswer),
  voice: Voice,
  /** Three questions to think about afterwards, alone or with the trainer. */
  reflect: z.tuple([LocalText, LocalText, LocalText]),
});
export type PracticeCase = z.infer<typeof PracticeCase>;
