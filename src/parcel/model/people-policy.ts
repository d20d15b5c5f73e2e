import type { HandoverFact } from '../../interview/model/handover.ts';
import type { LastTalkFact } from '../../interview/model/last-talk.ts';
import type { AssignmentFact } from '../../people/model/assignment.ts';
import type { IncidentFact } from '../../people/model/incident.ts';
import type { ParticipantFact } from '../../people/model/participant.ts';
import type { EntryErasedFact, RemovalFact } from '../../people/model/removal.ts';
import type { ProgramFact } from '../../people/model/program.ts';
import type { FieldPolicy } from './rights.ts';

const DETAILS = {
  name: 'parcel',
  contact: { way: 'parcel', value: 'parcel', note: 'parcel' },
  birthMonth: 'parcel',
  municipality: 'parcel',
  protectedData: 'parcel',
  language: 'parcel',
  interpreter: 'parcel',
  ownWorkers: 'parcel',
  otherWorkers: 'parcel',
  siblings: 'parcel',
} as const;

/** The register goes to supervisors alone; a report counts offers and answers, never who. */
export const PARTICIPANT_POLICY = {
  ParticipantAdded: { code: 'parcel', details: DETAILS, batch: 'parcel' },
  ParticipantChanged: { details: DETAILS },
  PlacementWritten: {
    placement: {
      placement: 'parcel',
      kind: 'parcel',
      from: 'parcel',
      to: 'parcel',
      municipality: 'parcel',
      ending: 'parcel',
    },
  },
  PlacementRemoved: { placement: 'parcel' },
  OfferMade: { offer: 'parcel', wave: 'report', way: 'report', on: 'report', by: 'parcel' },
  ReminderSent: { offer: 'parcel', on: 'report' },
  OfferAnswered: {
    offer: 'parcel',
    answer: 'report',
    on: 'report',
    heard: { assignment: 'parcel', answer: 'parcel' },
  },
  OfferRemoved: { offer: 'parcel' },
  NotAsked: { wave: 'report', reason: 'report', on: 'report' },
  InterviewHeld: { wave: 'report', interview: 'parcel', on: 'report' },
  // The line that is kept instead of an entry: numbers, and the code.
  PersonRemoved: {
    participant: 'parcel',
    code: 'parcel',
    why: 'report',
    decision: 'report',
    past: { waves: 'report', years: 'report' },
  },
} as const satisfies FieldPolicy<ParticipantFact | RemovalFact>;

/** Whose entry is to be erased goes to everyone, as a random id and nothing else. */
export const ENTRY_ERASED_POLICY = {
  EntryErased: { participant: 'parcel' },
} as const satisfies FieldPolicy<EntryErasedFact>;

/** What one interviewer needs of one person. */
export const ASSIGNMENT_POLICY = {
  AssignmentGiven: {
    to: 'parcel',
    brief: {
      participant: 'parcel',
      code: 'parcel',
      name: 'parcel',
      contact: 'parcel',
      contactNote: 'parcel',
      language: 'parcel',
      interpreter: 'parcel',
      protectedData: 'parcel',
      wave: 'parcel',
      due: 'parcel',
      topics: 'parcel',
      relation: 'parcel',
    },
    wish: 'parcel',
  },
  AssignmentHandedOver: { to: 'parcel', why: 'parcel' },
  AssignmentAnswered: { answer: 'parcel', on: 'parcel' },
  AssignmentBegun: { interview: 'parcel' },
  AssignmentEnded: { how: 'parcel' },
  LastTalkAllowed: { interview: 'parcel' },
  LastTalkRecalled: {},
} as const satisfies FieldPolicy<AssignmentFact>;

/** A half-done interview on its way from one colleague to another; each of its facts left its tablet in a draft. */
export const HANDOVER_POLICY = {
  DraftHandedOver: {
    to: 'parcel',
    from: 'parcel',
    interview: 'parcel',
    code: 'parcel',
    keptAt: 'parcel',
    facts: 'parcel',
  },
} as const satisfies FieldPolicy<HandoverFact>;

/** What the person said last time and allowed the next interviewer to read, on its way to that one. */
export const LAST_TALK_POLICY = {
  LastTalkLent: {
    to: 'parcel',
    assignment: 'parcel',
    talk: { interview: 'parcel', heldAt: 'parcel', sections: 'parcel' },
  },
} as const satisfies FieldPolicy<LastTalkFact>;

/** What supervisors note about a lost tablet; a report counts such events, never whose. */
export const INCIDENT_POLICY = {
  TabletReportedLost: {
    member: 'parcel',
    device: 'parcel',
    discoveredAt: 'report',
    locked: 'report',
    note: 'parcel',
  },
  IncidentStepDone: { step: 'report', at: 'report' },
  IncidentClosed: {},
} as const satisfies FieldPolicy<IncidentFact>;

/** The office's rules: everyone works by them. */
export const PROGRAM_POLICY = {
  ProgramChanged: {
    program: {
      minAge: 'report',
      monthsAfterClosing: 'report',
      offerWindowMonths: 'report',
      minPlacementMonths: 'report',
      placementKinds: 'report',
      excludeCustodyTransferred: 'report',
      perWorkerMin: 'report',
      perWorkerMax: 'report',
      preferOwnWorker: 'report',
      reminders: 'report',
      followUpEveryMonths: 'report',
      followUpWindowMonths: 'report',
      cohortTarget: 'report',
      guardianPolicy: 'report',
      memoDueHours: 'report',
      reviewDueDays: 'report',
      interviewDaysOnTablet: 'report',
      suppressBelow: 'report',
      twoApprovers: 'report',
      readiness: 'report',
      retention: 'report',
      earlierYears: 'report',
      placeholders: 'parcel',
    },
  },
} as const satisfies FieldPolicy<ProgramFact>;
