import type { Result } from '../../base/result.ts';
import type { Millis, StreamId } from '../../base/ids.ts';
import type { JournalEvent, NewEvent, StreamKind } from './event.ts';
import type { ChainFault } from './merge.ts';

/**
 * How safe something is. `both`: on disk in the reserve and in the database. `reserve`: on disk in the reserve
 * only, because the database fails; nothing is lost, the person is told. A draft is flushed to the reserve and goes to
 * the database within seconds or when it settles: for a draft, `both` says that this is well.
 */
export type Saved = 'both' | 'reserve';

/** Why something could not be kept. The screen keeps the text and says what to do. */
export type StoreProblem =
  | { readonly type: 'locked' }
  | { readonly type: 'openElsewhere' }
  | { readonly type: 'diskFull' }
  | { readonly type: 'storeFailed'; readonly name: string }
  /** The stream is here and is of another kind. */
  | { readonly type: 'otherKind' };

/** Why another copy was not taken in: it is not a copy of this stream, and nothing was changed. */
export type TakeProblem =
  | StoreProblem
  /** Events are numbered so high that one could not go on after them. */
  | { readonly type: 'notCountable' };

/** A text being written and not yet settled. `key` says which field, e.g. a question id; one row each. */
export interface Draft {
  readonly key: string;
  readonly value: unknown;
  readonly at: Millis;
}

/** A small record per stream, unsealed into memory at unlock: lists and search work on these. */
export interface StreamSummary {
  readonly stream: StreamId;
  readonly kind: StreamKind;
  readonly changed: Millis;
  /** How many of its events this device has written: what is not packed yet shows without opening it. */
  readonly own?: number;
  /** What the kind's room put there (`summarise`), parsed there again. */
  readonly data: unknown;
}

/** Kept for the office, or practice: in memory until it is left (docs/decisions/0020). */
export type JournalClass = 'real' | 'practice';

declare const CLASS: unique symbol;
/**
 * An event as a journal of this class hands it out. The class is in its type alone, and stays with it through sorting,
 * filtering and merging: what packs a parcel takes `EventOf<'real'>`, so a practice run does not compile there.
 */
export type EventOf<C extends JournalClass> = JournalEvent & { readonly [CLASS]?: C };

export interface OpenedStream<C extends JournalClass = JournalClass> {
  readonly kind: StreamKind;
  readonly events: readonly EventOf<C>[];
  readonly drafts: readonly Draft[];
  readonly faults: readonly ChainFault[];
}

/**
 * Where a person's streams are kept. Two implementations, one contract test: the sealed vault and a journal in
 * memory (practice and "Try it").
 */
export interface Journal<C extends JournalClass = JournalClass> {
  readonly class: C;
  /** All streams of a kind, newest change first. */
  list(kind: StreamKind): Promise<readonly StreamSummary[]>;
  open(stream: StreamId): Promise<OpenedStream<C> | undefined>;
  /**
   * Stamps the facts, keeps them and the summary, and forgets the drafts whose keys are named (they have settled).
   * Resolves when the events are flushed to disk. A stream that isn't there begins with this.
   */
  append(
    stream: StreamId,
    kind: StreamKind,
    facts: readonly NewEvent[],
    summary: unknown,
    settledDrafts?: readonly string[],
  ): Promise<
    Result<{ readonly events: readonly EventOf<C>[]; readonly saved: Saved }, StoreProblem>
  >;
  /** Keeps what is being typed. Resolves when this value (or a newer one of the same key) is flushed. */
  draft(
    stream: StreamId,
    kind: StreamKind,
    key: string,
    value: unknown,
  ): Promise<Result<Saved, StoreProblem>>;
  /** Takes in another copy of a stream; the outcome is `merge` of both. */
  take(
    stream: StreamId,
    kind: StreamKind,
    events: readonly JournalEvent[],
    summary: unknown,
  ): Promise<Result<Saved, TakeProblem>>;
  /** Erases a stream for good by destroying its key; what is left on disk can't be read by anyone. */
  erase(stream: StreamId): Promise<Result<Saved, StoreProblem>>;
  /** Called after every change of the named stream, also when it came from another device. */
  subscribe(listener: (stream: StreamId) => void): () => void;
}
