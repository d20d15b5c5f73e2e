import type { FieldPolicy } from '../../parcel/model/rights.ts';
import type { GroupFact } from './group.ts';
import type { DebriefFact } from './kept-debrief.ts';
import type { CaseFact } from './own-case.ts';
import type { SurveyFact, TrainingFact } from './progress.ts';
import type { PracticeFact } from './run.ts';
import type { SignoffFact } from './signoff.ts';

/** How far somebody is: to the trainers, once the trainee lets them see it. */
export const TRAINING_POLICY = {
  ExerciseDone: { module: 'parcel', exercise: 'parcel', right: 'parcel', of: 'parcel' },
  ModuleConfirmed: { module: 'report', how: 'report', note: 'parcel' },
  PracticeFinished: {
    case: 'report',
    caseVersion: 'report',
    guide: { id: 'report', version: 'report' },
    reached: 'parcel',
    of: 'parcel',
    allMet: 'parcel',
  },
  Shared: {},
} as const satisfies FieldPolicy<TrainingFact>;

/** What a run has come to: to the trainers, if the trainee sends it. */
export const DEBRIEF_POLICY = {
  DebriefKept: {
    debrief: {
      case: 'parcel',
      caseVersion: 'parcel',
      alias: 'parcel',
      guide: { id: 'parcel', version: 'parcel' },
      by: 'parcel',
      startedAt: 'parcel',
      seconds: 'parcel',
      course: 'parcel',
      marks: 'parcel',
      counts: {
        guide: 'parcel',
        probe: 'parcel',
        own: {
          open: 'parcel',
          cued: 'parcel',
          focused: 'parcel',
          option: 'parcel',
          leading: 'parcel',
          several: 'parcel',
        },
        silences: 'parcel',
        pauses: 'parcel',
      },
      own: 'parcel',
      checkpoints: 'parcel',
      reached: 'parcel',
      of: 'parcel',
      allMet: 'parcel',
      reflect: 'parcel',
      reflections: 'parcel',
    },
  },
  ReflectionAdded: { question: 'parcel', text: 'parcel' },
} as const satisfies FieldPolicy<DebriefFact>;

/** The run itself: it is in memory, and no row of a parcel's table can take these. */
export const PRACTICE_POLICY = {
  RunBegun: {
    case: 'tablet',
    caseVersion: 'tablet',
    interview: 'tablet',
    guide: { id: 'tablet', version: 'tablet' },
    by: 'tablet',
  },
  QuestionPut: {
    question: 'tablet',
    how: 'tablet',
    probe: 'tablet',
    text: 'tablet',
    judged: 'tablet',
  },
  SilenceKept: { question: 'tablet', seconds: 'tablet' },
  ReplyGiven: { question: 'tablet', reply: 'tablet', cue: 'tablet' },
  CaseAsked: { question: 'tablet', wants: 'tablet' },
  RunEnded: {},
  ReflectionWritten: { question: 'tablet', text: 'tablet' },
} as const satisfies FieldPolicy<PracticeFact>;

/** Expectations and fears stay with the one who has them: no row of a parcel's table can take these. */
export const SURVEY_POLICY = {
  SurveyAnswered: { when: 'tablet', answers: 'tablet' },
} as const satisfies FieldPolicy<SurveyFact>;

export const SIGNOFF_POLICY = {
  SignedOff: { trainee: 'parcel', guide: { id: 'report', version: 'report' }, note: 'parcel' },
  SignoffTakenBack: { trainee: 'parcel', reason: 'parcel' },
} as const satisfies FieldPolicy<SignoffFact>;

/** An invented person's answers: a trainer's work, and nobody's life. */
export const CASE_POLICY = {
  CaseWritten: { case: 'parcel' },
  CasePublished: { version: 'report' },
  CaseWithdrawn: {},
} as const satisfies FieldPolicy<CaseFact>;

export const GROUP_POLICY = {
  GroupNamed: { name: 'parcel' },
  MemberAdded: { member: 'parcel' },
  MemberRemoved: { member: 'parcel' },
} as const satisfies FieldPolicy<GroupFact>;
