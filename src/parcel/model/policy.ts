import type { ConcernFact } from '../../interview/model/concern.ts';
import type { ReflectionFact } from '../../interview/model/event.ts';
import type { AnyInterviewFact } from '../../interview/model/side-facts.ts';
import type { RecordingFact } from '../../interview/model/sound.ts';
import type { ErasureFact, WithdrawalFact } from '../../interview/model/withdrawal.ts';
import type { TranscriptFact } from '../../interview/model/transcript.ts';
import { RETRACTED, type JournalEvent, type Retracted } from '../../journal/model/event.ts';
import type { ParcelKind } from './manifest.ts';
import {
  ASSIGNMENT_POLICY,
  ENTRY_ERASED_POLICY,
  HANDOVER_POLICY,
  LAST_TALK_POLICY,
  INCIDENT_POLICY,
  PARTICIPANT_POLICY,
  PROGRAM_POLICY,
} from './people-policy.ts';
import type { FieldPolicy, Right } from './rights.ts';

/** A policy as the check reads it. */
export type Rows = { readonly [field: string]: Right | Rows };
/** What a parcel kind may take: a table in which nothing is bound to the tablet, so a reflection's does not fit. */
export type PartingRows = { readonly [field: string]: Exclude<Right, 'tablet'> | PartingRows };

/** Which event types each kind of parcel may carry, with their rows; null: none at all. */
export type PartingPolicy = Readonly<Record<ParcelKind, PartingRows | null>>;

/** Taking back is known to every kind of stream; it names events, never words. */
const RETRACTION = { [RETRACTED]: { events: 'parcel' } } as const satisfies FieldPolicy<{
  type: typeof RETRACTED;
  data: Retracted;
}>;

export const INTERVIEW_POLICY = {
  InterviewStarted: {
    code: 'parcel',
    guide: { id: 'report', version: 'report' },
    track: 'report',
    wave: 'report',
  },
  PreparationBegun: {},
  TalkBegun: {},
  TrackChanged: { track: 'report' },
  QuestionAsked: { question: 'report' },
  AnswerWritten: {
    question: 'report',
    // Words reach a report only as passages someone has coded and the participant has allowed (domain.md).
    answer: { text: 'parcel', verbatim: 'parcel', thirdPerson: 'parcel', value: 'report' },
  },
  AnswerTakenBack: { question: 'parcel' },
  QuestionEnded: { question: 'report', outcome: 'report' },
  ConsentGiven: {
    textVersion: 'parcel',
    yes: 'parcel',
    asked: 'parcel',
    saidBack: 'parcel',
    guardianRule: 'parcel',
  },
  ConsentWithdrawn: { items: 'parcel' },
  AgeStated: { age: 'report' },
  GuardianSettled: { how: 'parcel' },
  InterviewPaused: {},
  InterviewResumed: {},
  CardOpened: { card: 'parcel', question: 'parcel', critical: 'parcel' },
  CardClosed: {
    card: 'parcel',
    outcome: 'parcel',
    to: 'parcel',
    way: 'parcel',
    when: 'parcel',
    reason: 'parcel',
  },
  SafetyFlagged: { card: 'parcel', question: 'parcel', note: 'parcel' },
  InterviewStopped: { keep: 'parcel' },
  TalkEnded: {},
  AftercareDone: { task: 'parcel', note: 'parcel' },
  // Parts A and B of the memo. The private part C is a stream of its own: REFLECTION_POLICY.
  MemoWritten: { field: 'parcel', value: 'parcel' },
  InterviewCompleted: { asked: 'report', language: 'report' },
  InterviewReopened: { review: 'parcel', questions: 'report' },
  CardNoted: { card: 'parcel', question: 'parcel', verbatim: 'parcel', text: 'parcel' },
  PreparationChecked: { items: 'parcel' },
  CircumstancesNoted: {
    relation: 'report',
    choiceOffered: 'report',
    protectedData: 'parcel',
    interpreter: 'parcel',
  },
  ConsentSigned: { by: 'parcel', how: 'parcel', textVersion: 'parcel', path: 'parcel' },
  ConsentConfirmed: { moment: 'parcel', items: 'parcel' },
  ConsentItemAnswered: { item: 'parcel', yes: 'parcel', textVersion: 'parcel' },
  PlacementTold: {
    placement: 'parcel',
    from: 'parcel',
    to: 'parcel',
    home: 'report',
    move: 'report',
    words: 'parcel',
    last: 'report',
  },
  PlacementRemoved: { placement: 'parcel' },
  SectionReadBack: { section: 'report' },
  OwnWordsWritten: { question: 'parcel', text: 'parcel' },
  PassageTakenBack: { question: 'parcel' },
  UseChosen: { question: 'parcel', use: 'parcel' },
  MomentMarked: { question: 'parcel' },
  MomentWrittenOut: { moment: 'parcel', done: 'parcel' },
  ClosingChecked: { items: 'parcel' },
  TonightPlanned: { plan: 'parcel' },
  CopyReleased: { form: 'parcel', language: 'parcel', without: 'parcel', timeline: 'parcel' },
  RecordingStarted: { recording: 'parcel', mime: 'parcel' },
  RecordingEnded: { recording: 'parcel', ms: 'parcel' },
  SoundMarked: { recording: 'parcel', at: 'parcel', question: 'parcel' },
  SoundMissing: {
    recording: 'parcel',
    from: 'parcel',
    to: 'parcel',
    why: 'parcel',
    lasted: 'parcel',
  },
  SoundStruck: { recording: 'parcel', from: 'parcel', to: 'parcel', reason: 'parcel' },
} as const satisfies FieldPolicy<AnyInterviewFact>;

/** The interviewer's own reflection stays on the tablet: no row of PARTING can take it. */
export const REFLECTION_POLICY = {
  ReflectionWritten: { interview: 'tablet', field: 'tablet', value: 'tablet' },
} as const satisfies FieldPolicy<ReflectionFact>;

/** A draft for a report goes to the supervisors, apart from the interview; it never reaches a report of ours. */
export const CONCERN_POLICY = {
  ConcernBegun: { kind: 'parcel', interview: 'parcel', code: 'parcel' },
  ConcernWritten: { field: 'parcel', text: 'parcel' },
  ConcernHandedOver: { to: 'parcel', way: 'parcel', when: 'parcel' },
  ConcernRemoved: { kind: 'parcel' },
} as const satisfies FieldPolicy<ConcernFact>;

export const TRANSCRIPT_POLICY = {
  TranscriptBegun: { interview: 'parcel', language: 'parcel' },
  SegmentWritten: {
    segment: 'parcel',
    place: 'parcel',
    speaker: 'parcel',
    from: 'parcel',
    to: 'parcel',
    clock: 'parcel',
    text: 'parcel',
    remark: 'parcel',
    source: 'parcel',
    cutFrom: 'parcel',
  },
  SegmentChecked: { segment: 'parcel', written: 'parcel' },
  SegmentRemoved: { segment: 'parcel' },
  SegmentTakenBack: { segment: 'parcel', place: 'parcel' },
} as const satisfies FieldPolicy<TranscriptFact>;

/** The sound itself goes as parts beside these; they say whose talk it is and what is gone of it. */
export const SOUND_POLICY = {
  SoundKept: { interview: 'parcel', mime: 'parcel' },
  SoundCut: { from: 'parcel', to: 'parcel' },
} as const satisfies FieldPolicy<RecordingFact>;

/** That an interview is withdrawn goes to everyone who may have it; who said why is nobody's business. */
export const WITHDRAWAL_POLICY = {
  InterviewWithdrawn: { interview: 'parcel', code: 'parcel', through: 'report' },
  WithdrawalRecalled: { interview: 'parcel' },
} as const satisfies FieldPolicy<WithdrawalFact>;

export const ERASURE_POLICY = {
  ErasureApproved: {
    interview: 'parcel',
    code: 'parcel',
    materials: 'report',
    decision: 'report',
    why: 'report',
    leftBehind: 'report',
  },
} as const satisfies FieldPolicy<ErasureFact>;

/**
 * What may leave, by kind of parcel. A safety flag is sent at once with the code it concerns and not one word of
 * the interview but how a critical card was left. Rooms below this one (review) bring their own table: `packWith({ ...PARTING, review })`.
 */
export const PARTING = {
  interview: { ...RETRACTION, ...INTERVIEW_POLICY },
  draft: { ...RETRACTION, ...INTERVIEW_POLICY },
  safety: {
    ...RETRACTION,
    InterviewStarted: INTERVIEW_POLICY.InterviewStarted,
    SafetyFlagged: INTERVIEW_POLICY.SafetyFlagged,
    CardClosed: INTERVIEW_POLICY.CardClosed,
  },
  concern: { ...RETRACTION, ...CONCERN_POLICY },
  transcript: { ...RETRACTION, ...TRANSCRIPT_POLICY },
  sound: { ...RETRACTION, ...SOUND_POLICY },
  shared: { ...RETRACTION, ...PARTICIPANT_POLICY },
  assignment: { ...RETRACTION, ...ASSIGNMENT_POLICY },
  handover: { ...RETRACTION, ...HANDOVER_POLICY },
  lastTalk: { ...RETRACTION, ...LAST_TALK_POLICY },
  incident: INCIDENT_POLICY,
  policy: PROGRAM_POLICY,
  withdrawal: WITHDRAWAL_POLICY,
  erasure: { ...ERASURE_POLICY, ...ENTRY_ERASED_POLICY },
  review: null,
  reply: null,
  log: null,
  training: null,
  signoff: null,
  case: null,
  group: null,
  ack: null,
} as const satisfies PartingPolicy;

/** Puts the retraction's row into a table of a lower room. */
export const withRetraction = <R extends PartingRows>(rows: R): R & typeof RETRACTION => ({
  ...rows,
  ...RETRACTION,
});

/**
 * The last gate before sealing. Whatever comes here and may not leave is a bug of ours, so it throws and nothing
 * is sealed; the message names types and fields, never what they hold.
 * @throws Error when an event has no row, a field has none, or a field's right is the tablet.
 */
export function partingCheck(events: readonly JournalEvent[], rows: Rows | null): void {
  for (const event of events) {
    const row = rows && Object.hasOwn(rows, event.type) ? rows[event.type] : undefined;
    if (row === undefined || typeof row === 'string') {
      throw new Error(`policy: ${event.type} may not leave in this parcel`);
    }
    // A retracted event has no body: its words are gone, its place stays.
    if (event.body) checkFields(event.body.data, row, event.type);
  }
}

function checkFields(data: unknown, rows: Rows, at: string): void {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new Error(`policy: ${at} is not a record`);
  }
  for (const [field, value] of Object.entries(data)) {
    const right = Object.hasOwn(rows, field) ? rows[field] : undefined;
    if (right === undefined) throw new Error(`policy: ${at} has a field without a row`);
    if (right === 'tablet') throw new Error(`policy: ${at}.${field} stays on the tablet`);
    if (typeof right === 'object') checkFields(value, right, `${at}.${field}`);
  }
}
