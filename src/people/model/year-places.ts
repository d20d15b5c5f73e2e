import { NOT_ASKED_REASONS } from './participant.ts';

/**
 * Where everyone stands whose turn it was: who was interviewed, said yes and waits, declined, was not reached, has
 * not answered, was not asked. In the order in which neighbours are shown together when they are few.
 */
export const PLACES_OF_YEAR = [
  'interviewed',
  'waiting',
  'declined',
  'notReached',
  'pending',
  'notAsked',
] as const;
export type PlaceOfYear = (typeof PLACES_OF_YEAR)[number];

export const REASONS_OF_YEAR = [...NOT_ASKED_REASONS, 'none'] as const;
export type ReasonOfYear = (typeof REASONS_OF_YEAR)[number];

/** First interviews and follow-ups are counted apart. */
export const TURNS = ['first', 'followUp'] as const;
export type TurnOfYear = (typeof TURNS)[number];
