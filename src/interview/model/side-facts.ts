import type { CardNoteFact } from './card-note.ts';
import type { CircumstancesFact } from './circumstances.ts';
import type { ClosingFact } from './closing.ts';
import type { LaterConsentFact } from './later-consent.ts';
import type { MomentFact } from './moments.ts';
import type { ReadBackFact } from './read-back.ts';
import type { SoundFact } from './sound.ts';
import type { TimelineFact } from './timeline.ts';
import type { InterviewFact } from './event.ts';

/**
 * Facts that belong to one tool of the talk. Each tool folds its own from `session.events()`, so that nothing of it
 * is loaded before it is used; the talk itself only knows their names.
 */
export type SideFact =
  | CardNoteFact
  | CircumstancesFact
  | TimelineFact
  | ReadBackFact
  | MomentFact
  | ClosingFact
  | LaterConsentFact
  | SoundFact;

/** All that can happen in an interview. */
export type AnyInterviewFact = InterviewFact | SideFact;

const NAMES = {
  CardNoted: true,
  PreparationChecked: true,
  CircumstancesNoted: true,
  ConsentSigned: true,
  ConsentConfirmed: true,
  ConsentItemAnswered: true,
  PlacementTold: true,
  PlacementRemoved: true,
  SectionReadBack: true,
  OwnWordsWritten: true,
  PassageTakenBack: true,
  UseChosen: true,
  MomentMarked: true,
  MomentWrittenOut: true,
  ClosingChecked: true,
  TonightPlanned: true,
  CopyReleased: true,
  RecordingStarted: true,
  RecordingEnded: true,
  SoundMarked: true,
  SoundMissing: true,
  SoundStruck: true,
} as const satisfies Record<SideFact['type'], true>;

export const isSideFact = (type: string): boolean => Object.hasOwn(NAMES, type);
