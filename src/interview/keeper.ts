import type { StreamId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { JournalEvent, NewEvent, StreamKind } from '../journal/model/event.ts';
import { inOrder, merge } from '../journal/model/merge.ts';
import type { Journal, OpenedStream, Saved, StoreProblem } from '../journal/model/port.ts';
import { Saves } from './save-state.ts';

/** What is decided when its turn comes: the facts, and what lists show of the stream with them. */
export interface Decided {
  readonly facts: readonly NewEvent[];
  readonly summary: unknown;
}

/** A write of a draft under way; `again` when a newer value waits behind it. */
interface Flight {
  again: boolean;
  landed: Promise<void>;
}

const FACTS = 'facts';

/**
 * One open stream with what is being typed in it: drafts go out on every input, at most one write a key is under way,
 * facts are kept one append after the other, and the save state is never better than the worst of them.
 */
export class Keeper {
  readonly stream: StreamId;
  #kind: StreamKind;
  #journal: Journal;
  #events: readonly JournalEvent[];
  #drafts = new Map<string, unknown>();
  #flights = new Map<string, Flight>();
  #saves = new Saves();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(journal: Journal, stream: StreamId, opened: OpenedStream) {
    this.#journal = journal;
    this.stream = stream;
    this.#kind = opened.kind;
    this.#events = [...opened.events].sort(inOrder);
    for (const draft of opened.drafts) this.#drafts.set(draft.key, draft.value);
  }

  /** All events in reading order; the same list until something is added. */
  events = (): readonly JournalEvent[] => this.#events;
  saveState = this.#saves.state;
  subscribeSaving = this.#saves.subscribe;
  draftOf = (key: string): unknown => this.#drafts.get(key);
  hasDraft = (key: string): boolean => this.#drafts.has(key);
  /** The keys of all drafts, also of those that a crash left behind. */
  drafts = (): readonly string[] => [...this.#drafts.keys()];

  /** Called on every input. The newest value is sealed and flushed. */
  draft(key: string, value: unknown): void {
    this.#drafts.set(key, value);
    const flight = this.#flights.get(key);
    if (flight) {
      flight.again = true;
      return;
    }
    const started: Flight = { again: false, landed: Promise.resolve() };
    this.#flights.set(key, started);
    started.landed = this.#fly(key, started);
  }

  /**
   * One append after the other: each is decided and stamped on top of the one before. `settled` names the drafts that
   * the facts settle; one that was typed on meanwhile stays. `taken` is called with what the journal stamped.
   */
  append(
    decide: () => Decided | null,
    settled: readonly string[],
    taken: (events: readonly JournalEvent[]) => void,
  ): Promise<Result<Saved, StoreProblem>> {
    const run = this.#queue.then(() => this.#appendNow(decide, settled, taken));
    this.#queue = run;
    return run;
  }

  async #appendNow(
    decide: () => Decided | null,
    settled: readonly string[],
    taken: (events: readonly JournalEvent[]) => void,
  ): Promise<Result<Saved, StoreProblem>> {
    // A draft still on its way would be written after it has settled, and come back as if typed again.
    await Promise.all(settled.flatMap((key) => this.#flights.get(key)?.landed ?? []));
    const decided = decide();
    if (!decided) return this.#saves.unchanged();
    const values = settled.map((key) => [key, this.#drafts.get(key)] as const);
    this.#saves.begin();
    const { facts, summary } = decided;
    const result = await this.#journal.append(this.stream, this.#kind, facts, summary, settled);
    const kept = result.ok ? ok(result.value.saved) : err(result.error);
    this.#saves.note(FACTS, kept);
    if (result.ok) {
      this.#events = merge(this.#events, result.value.events);
      for (const [key, value] of values) {
        if (this.#drafts.get(key) !== value) continue;
        this.#drafts.delete(key);
        this.#saves.settled(key);
      }
      taken(result.value.events);
    }
    this.#saves.end();
    return kept;
  }

  async #fly(key: string, flight: Flight): Promise<void> {
    this.#saves.begin();
    do {
      flight.again = false;
      const value = this.#drafts.get(key);
      this.#saves.note(key, await this.#journal.draft(this.stream, this.#kind, key, value));
    } while (flight.again && this.#drafts.has(key));
    this.#flights.delete(key);
    this.#saves.end();
  }
}
