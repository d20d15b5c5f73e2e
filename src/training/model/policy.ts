import type { FieldPolicy } from '../../parcel/model/rights.ts';
import type { GroupFact } from './group.ts';
import type { DebriefFact } from './kept-debrief.ts';
import type { CaseFact } from './own-case.ts';
import type { SurveyFact, TrainingFact } from './progress.ts';
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

export const DEBRIEF_POLICY = {
  DebriefKept: { debrief: 'parcel' },
  ReflectionAdded: { question: 'parcel', text: 'parcel' },
} as const satisfies FieldPolicy<DebriefFact>;

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
