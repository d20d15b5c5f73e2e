import * as z from 'zod/mini';
import { changed } from '../../base/changed.ts';
import { MemberId, Millis, StreamId } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact } from '../../journal/model/fact.ts';
import { withAnswerHeard, withOffer, withoutOffer, type Heard } from './offered.ts';

const Line = z.string().check(z.maxLength(200));
const Lines = z.string().check(z.maxLength(2000));
/** Names a placement, an offer or an import within a stream; random, means nothing. */
const LocalId = z.string().check(z.regex(/^[0-9a-f]{8,32}$/));
export const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
export const Month = z.string().check(z.regex(/^\d{4}-\d{2}$/));

/** Where somebody was placed. Which of them count is the office's policy, never code (program.ts). */
export const PLACEMENT_KINDS = [
  'fosterHome',
  'kinship',
  'emergencyHome',
  'hvb',
  'supportedHousing',
  'other',
] as const;
export const PlacementKind = z.enum(PLACEMENT_KINDS);
export type PlacementKind = z.infer<typeof PlacementKind>;

export const ENDINGS = ['planned', 'unplanned', 'custodyTransferred', 'moved', 'unknown'] as const;
export const Ending = z.enum(ENDINGS);
export type Ending = z.infer<typeof Ending>;

/** One placement as the register knows it, to the month or the day. `to` is null while it goes on. */
export const Placement = z.object({
  placement: LocalId,
  kind: PlacementKind,
  from: z.union([Day, Month]),
  to: z.nullable(z.union([Day, Month])),
  municipality: Line,
  /** Null while it goes on. */
  ending: z.nullable(Ending),
});
export type Placement = z.infer<typeof Placement>;

/**
 * What the register holds of a person beside the placements. No identity number has a field here, and none may be
 * typed into one (identity-number.ts). All of it is asked anew by nobody: interviews know only the code.
 */
export const Details = z.object({
  name: Line,
  /** A way that is safe: what a parent, a partner or a foster home must not see is not used. */
  contact: z.object({
    way: z.enum(['letter', 'phone', 'text', 'mail', 'other']),
    value: Line,
    note: Lines,
  }),
  birthMonth: Month,
  municipality: Line,
  protectedData: z.boolean(),
  /** Language of the letters and the talk, BCP 47, e.g. `sv`, `so`. */
  language: z.string().check(z.maxLength(20)),
  interpreter: z.boolean(),
  /** Members of the office who were this person's social worker, and names of those who are not members. */
  ownWorkers: z.array(MemberId).check(z.maxLength(20)),
  otherWorkers: Lines,
  /** Siblings who are in the register too. */
  siblings: z.array(StreamId).check(z.maxLength(30)),
});
export type Details = z.infer<typeof Details>;

export const OFFER_WAYS = ['letter', 'phone', 'text', 'mail', 'inPerson'] as const;
export const ANSWERS = ['accepted', 'declined', 'notReached'] as const;
export type OfferAnswer = (typeof ANSWERS)[number];
/** Why somebody who could be asked was not: a class, never a story. */
export const NOT_ASKED_REASONS = [
  'illness',
  'crisis',
  'abroad',
  'protectedData',
  'noAddress',
  'deceased',
  'tooFewInterviewers',
  'other',
] as const;

/** What happens to a person in the register. Which wave an offer belongs to: 1 is the first interview. */
export const ParticipantFact = z.discriminatedUnion('type', [
  /** `batch` names the import that brought it; null when somebody typed it. */
  fact('ParticipantAdded', {
    code: z.string().check(z.minLength(1), z.maxLength(40)),
    details: Details,
    batch: z.nullable(LocalId),
  }),
  fact('ParticipantChanged', { details: z.partial(Details) }),
  fact('PlacementWritten', { placement: Placement }),
  fact('PlacementRemoved', { placement: LocalId }),
  fact('OfferMade', {
    offer: LocalId,
    wave: z.int().check(z.positive(), z.maximum(50)),
    way: z.enum(OFFER_WAYS),
    on: Day,
    by: MemberId,
  }),
  fact('ReminderSent', { offer: LocalId, on: Day }),
  /**
   * Said again, the last counts: a person may change their mind. Null when it was noted by mistake. `heard`
   * names the assignment this was answered in, and which of the answers there it is, counted from 1: every
   * supervisor's app may repeat it, and it counts once.
   */
  fact('OfferAnswered', {
    offer: LocalId,
    answer: z.nullable(z.enum(ANSWERS)),
    on: Day,
    heard: z.optional(z.object({ assignment: StreamId, answer: z.int().check(z.positive()) })),
  }),
  /** Noted by mistake: it was never made. */
  fact('OfferRemoved', { offer: LocalId }),
  fact('NotAsked', {
    wave: z.int().check(z.positive(), z.maximum(50)),
    /** Null when it was noted by mistake. */
    reason: z.nullable(z.enum(NOT_ASKED_REASONS)),
    on: Day,
  }),
  /** An interview of this wave was held; counted from the interview that came in, or noted by hand. */
  fact('InterviewHeld', {
    wave: z.int().check(z.positive(), z.maximum(50)),
    interview: z.nullable(StreamId),
    on: Day,
  }),
]);
export type ParticipantFact = z.infer<typeof ParticipantFact>;

export interface Offer {
  readonly offer: string;
  readonly wave: number;
  readonly way: (typeof OFFER_WAYS)[number];
  readonly on: string;
  readonly by: MemberId;
  readonly reminders: readonly string[];
  readonly answer: { readonly answer: OfferAnswer; readonly on: string } | null;
}

export interface ParticipantState extends Heard {
  readonly code: string;
  readonly details: Details;
  /** By when they began. */
  readonly placements: readonly Placement[];
  readonly offers: readonly Offer[];
  /** The last word on each wave. */
  readonly notAsked: readonly {
    readonly wave: number;
    readonly reason: (typeof NOT_ASKED_REASONS)[number];
    readonly on: string;
  }[];
  readonly held: readonly {
    readonly wave: number;
    readonly interview: StreamId | null;
    readonly on: string;
  }[];
  readonly batch: string | null;
  readonly addedAt: Millis;
  /** Events of a later version of the app. */
  readonly unknown: number;
}

/** Undefined when the events, in reading order, do not begin one. */
export function foldParticipant(events: readonly JournalEvent[]): ParticipantState | undefined {
  const [first, ...rest] = events;
  const begun = first && parsed(first);
  if (!first || begun?.type !== 'ParticipantAdded') return undefined;
  const { code, details, batch } = begun.data;
  let state: ParticipantState = {
    code,
    details,
    placements: [],
    offers: [],
    notAsked: [],
    held: [],
    batch,
    addedAt: first.at,
    unknown: 0,
  };
  for (const event of rest) state = afterFact(state, parsed(event));
  return state;
}

/** What a person's entry is after one more fact; a fact of a later version (undefined) is counted. */
export function afterFact(
  state: ParticipantState,
  fact: ParticipantFact | undefined,
): ParticipantState {
  const changeOffer = (offer: string, change: (known: Offer) => Offer): ParticipantState => ({
    ...state,
    offers: state.offers.map((each) => (each.offer === offer ? change(each) : each)),
  });
  switch (fact?.type) {
    case 'ParticipantChanged':
      return { ...state, details: changed(state.details, fact.data.details) };
    case 'PlacementWritten': {
      const { placement } = fact.data;
      const others = without(state.placements, placement.placement);
      const placements = [...others, placement].sort((a, b) => (a.from < b.from ? -1 : 1));
      return { ...state, placements };
    }
    case 'PlacementRemoved':
      return { ...state, placements: without(state.placements, fact.data.placement) };
    case 'OfferMade': {
      const made: Offer = { ...fact.data, reminders: [], answer: null };
      return withOffer(state, made);
    }
    case 'ReminderSent':
      return changeOffer(fact.data.offer, (known) => ({
        ...known,
        reminders: [...known.reminders, fact.data.on],
      }));
    case 'OfferAnswered': {
      const { offer, answer, on, heard } = fact.data;
      const said = answer && { answer, on };
      return heard
        ? withAnswerHeard(state, offer, said, heard)
        : changeOffer(offer, (known) => ({ ...known, answer: said }));
    }
    case 'OfferRemoved':
      return withoutOffer(state, fact.data.offer);
    case 'NotAsked': {
      const { wave, reason, on } = fact.data;
      const others = state.notAsked.filter((each) => each.wave !== wave);
      return { ...state, notAsked: reason === null ? others : [...others, { wave, reason, on }] };
    }
    case 'InterviewHeld':
      // Each supervisor's app may note the talk that came in: noted twice it is one.
      return state.held.some(
        ({ wave, interview }) => wave === fact.data.wave && interview === fact.data.interview,
      )
        ? state
        : { ...state, held: [...state.held, fact.data] };
    default:
      return { ...state, unknown: state.unknown + 1 };
  }
}

const without = (placements: readonly Placement[], gone: string): readonly Placement[] =>
  placements.filter(({ placement }) => placement !== gone);

const parsed = (event: JournalEvent): ParticipantFact | undefined =>
  ParticipantFact.safeParse({ type: event.type, version: event.version, data: event.body?.data })
    .data;

/**
 * What the list of the register works on: the whole entry but what a later version of the app wrote in it, so that
 * 2,000 people can be listed, filtered and counted without opening one stream.
 */
export const ParticipantSummary = z.object({
  code: z.string(),
  details: Details,
  placements: z.array(Placement),
  offers: z.array(
    z.object({
      offer: z.string(),
      wave: z.int(),
      way: z.enum(OFFER_WAYS),
      on: z.string(),
      by: MemberId,
      reminders: z.array(z.string()),
      answer: z.nullable(z.object({ answer: z.enum(ANSWERS), on: z.string() })),
    }),
  ),
  notAsked: z.array(z.object({ wave: z.int(), reason: z.enum(NOT_ASKED_REASONS), on: z.string() })),
  held: z.array(z.object({ wave: z.int(), interview: z.nullable(StreamId), on: z.string() })),
  batch: z.nullable(z.string()),
  addedAt: Millis,
  heard: z.optional(z.record(z.string(), z.int())),
});
export type ParticipantSummary = z.infer<typeof ParticipantSummary>;

/** Undefined when the events, in reading order, do not begin one. */
export function summariseParticipant(
  events: readonly JournalEvent[],
): ParticipantSummary | undefined {
  const state = foldParticipant(events);
  return state && summaryOf(state);
}

/** What lists keep of a person's entry. */
export function summaryOf(state: ParticipantState): ParticipantSummary {
  const { unknown: _, removed: _removed, heard, ...rest } = state;
  return {
    ...rest,
    ...(heard ? { heard: { ...heard } } : {}),
    placements: [...rest.placements],
    offers: rest.offers.map((offer) => ({ ...offer, reminders: [...offer.reminders] })),
    notAsked: [...rest.notAsked],
    held: [...rest.held],
  };
}
