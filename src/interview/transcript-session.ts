import * as z from 'zod/mini';
import { newId, type Deps } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import { RETRACTED, type JournalEvent, type NewEvent } from '../journal/model/event.ts';
import type { Journal, OpenedStream, Saved, StoreProblem } from '../journal/model/port.ts';
import { Keeper } from './keeper.ts';
import { timeOf, type Cue } from './model/cue.ts';
import {
  cutting,
  importing,
  restoringAll,
  takingBackSegments,
  writing,
} from './model/transcript-acts.ts';
import {
  changing,
  checking,
  goingOn,
  removing,
  restoring,
  segmentOf,
  timing,
} from './model/transcript-changes.ts';
import {
  SegmentId,
  TranscriptSummary,
  type SegmentData,
  type Speaker,
  type TranscriptFact,
} from './model/transcript.ts';
import {
  readTranscript,
  type Segment,
  type TranscriptReading,
  type TranscriptState,
} from './model/transcript-state.ts';
import { listen } from './save-state.ts';

export interface TranscriptPorts {
  readonly journal: Journal;
  readonly deps: Deps;
}

/** What is typed in a segment and lies as a draft until the field is left. */
const Typed = z.object({ text: z.string(), remark: z.string() });
type Typed = z.infer<typeof Typed>;

type Kept = Promise<Result<Saved, StoreProblem>>;

const wordsKey = (id: SegmentId): string => `words.${id}`;
const timeKey = (id: SegmentId): string => `time.${id}`;

/** The stream in which an interview is written out; undefined when nobody has begun. */
export async function transcriptOf(
  journal: Journal,
  interview: StreamId,
): Promise<StreamId | undefined> {
  const all = await journal.list('transcript');
  return all.find(({ data }) => TranscriptSummary.safeParse(data).data?.interview === interview)
    ?.stream;
}

/**
 * One open transcript: facts folded to a state, and words that are being typed. As in a talk, typing does not change
 * the snapshot, so a keystroke draws one field only.
 */
export class TranscriptSession {
  readonly stream: StreamId;
  #keeper: Keeper;
  #deps: Deps;
  #reading: TranscriptReading;
  #state: TranscriptState;
  #listeners = new Set<() => void>();

  private constructor(ports: TranscriptPorts, stream: StreamId, opened: OpenedStream) {
    this.#keeper = new Keeper(ports.journal, stream, opened);
    this.#deps = ports.deps;
    this.stream = stream;
    this.#reading = read(this.#keeper.events());
    this.#state = this.#reading.state();
  }

  /** Undefined when nobody has begun to write this interview out on this device. */
  static async open(
    ports: TranscriptPorts,
    interview: StreamId,
  ): Promise<TranscriptSession | undefined> {
    const stream = await transcriptOf(ports.journal, interview);
    const opened = stream && (await ports.journal.open(stream));
    return opened ? new TranscriptSession(ports, stream, opened) : undefined;
  }

  /** Begins one with its first, empty segment. */
  static async begin(
    ports: TranscriptPorts,
    interview: StreamId,
    language: 'sv' | 'en',
  ): Promise<Result<TranscriptSession, StoreProblem>> {
    const stream = newId(StreamId, ports.deps.random);
    const begun: TranscriptFact = {
      type: 'TranscriptBegun',
      version: 1,
      data: { interview, language },
    };
    const summary: TranscriptSummary = { interview, begunAt: ports.deps.clock.now() };
    const kept = await ports.journal.append(stream, 'transcript', [begun], summary);
    if (!kept.ok) return kept;
    const { events } = kept.value;
    const opened = { kind: 'transcript', events, drafts: [], faults: [] } as const;
    const session = new TranscriptSession(ports, stream, opened);
    await session.next(null);
    return ok(session);
  }

  snapshot = (): TranscriptState => this.#state;
  events = (): readonly JournalEvent[] => this.#keeper.events();
  subscribe = (listener: () => void): (() => void) => listen(this.#listeners, listener);
  saveState = (): ReturnType<Keeper['saveState']> => this.#keeper.saveState();
  subscribeSaving = (listener: () => void): (() => void) => this.#keeper.subscribeSaving(listener);

  /** What stands in the fields of a segment: what is being typed, else what was written. */
  words(segment: Segment): Typed {
    const { text, remark } = segment;
    return (
      Typed.safeParse(this.#keeper.draftOf(wordsKey(segment.segment))).data ?? { text, remark }
    );
  }

  /** Called on every input. */
  type(id: SegmentId, typed: Typed): void {
    this.#keeper.draft(wordsKey(id), typed);
  }

  /** A time that is being typed and could not be read, or not yet. */
  timeTyped(id: SegmentId): string | null {
    const typed = this.#keeper.draftOf(timeKey(id));
    return typeof typed === 'string' ? typed : null;
  }

  typeTime(id: SegmentId, text: string): void {
    this.#keeper.draft(timeKey(id), text);
  }

  /** When a field is left: what was typed becomes a fact, if it says anything new. */
  settle(id: SegmentId): Kept {
    return this.#act((state) => changing(state, id, this.#typed(id)), [wordsKey(id)]);
  }

  /** When the field of the time is left. Resolves to false, and keeps the draft, when it is no time. */
  async settleTime(id: SegmentId): Promise<boolean> {
    const typed = this.timeTyped(id);
    if (typed === null) return true;
    const from = typed.trim() === '' ? null : timeOf(typed);
    if (from === undefined) return false;
    await this.#act((state) => timing(state, id, from), [timeKey(id)]);
    return true;
  }

  /** What is picked and not typed: who speaks, and when. */
  change(
    id: SegmentId,
    given: Partial<Pick<SegmentData, 'speaker' | 'from' | 'to' | 'clock'>>,
  ): Kept {
    const settled = 'from' in given ? [timeKey(id)] : [];
    return this.#act((state) => changing(state, id, given), settled);
  }

  /** Ends one segment and begins the next; undefined when it could not be kept. */
  async next(
    after: SegmentId | null,
    given: { readonly at?: number | null; readonly speaker?: Speaker } = {},
  ): Promise<SegmentId | undefined> {
    const id = newId(SegmentId, this.#deps.random);
    const { at = null, speaker } = given;
    const kept = await this.#act(
      (state) => {
        const typed = after === null ? {} : this.#typed(after);
        return goingOn(state, after, id, { typed, at, speaker });
      },
      after === null ? [] : [wordsKey(after)],
    );
    return kept.ok ? id : undefined;
  }

  /** Cuts a segment where the caret stands. What was listened to stays so: the words are the same. */
  async cut(id: SegmentId, caret: number, at: number | null): Promise<SegmentId | undefined> {
    const settled = await this.settle(id);
    if (!settled.ok) return undefined;
    const tail = newId(SegmentId, this.#deps.random);
    const checked = segmentOf(this.#state, id)?.checked ?? false;
    const kept = await this.#act(
      (state) => {
        const segment = segmentOf(state, id);
        return segment ? cutting(state, segment, caret, tail, at).map(writing) : [];
      },
      [wordsKey(id)],
    );
    if (kept.ok && checked) {
      await this.check(id);
      await this.check(tail);
    }
    return kept.ok ? tail : undefined;
  }

  /** Somebody has listened to it as it stands. */
  async check(id: SegmentId): Kept {
    const settled = await this.settle(id);
    if (!settled.ok) return settled;
    return this.#act((state) => checking(state, id), []);
  }

  /** A slip: it can be brought back. */
  remove(id: SegmentId): Kept {
    return this.#act((state) => removing(state, id, this.#typed(id)), [wordsKey(id), timeKey(id)]);
  }

  /**
   * Erases them on the participant's wish. Drafts become events first: only a retraction gives a new key.
   * @param words taken back elsewhere, which older versions may hold.
   */
  async takeBack(ids: readonly SegmentId[], words: readonly string[] = []): Kept {
    const settled = await this.settleAll();
    if (!settled.ok) return settled;
    return this.#act(
      (state) => takingBackSegments(state, this.events(), ids, words),
      ids.flatMap((id) => [wordsKey(id), timeKey(id)]),
    );
  }

  /** Brings back an older version of one segment as a new one. */
  async restore(older: SegmentData): Kept {
    const settled = await this.settle(older.segment);
    if (!settled.ok) return settled;
    return this.#act((state) => restoring(state, older), [wordsKey(older.segment)]);
  }

  /** Brings back the whole as it stood after so many events. */
  async restoreAll(count: number): Kept {
    const settled = await this.settleAll();
    if (!settled.ok) return settled;
    return this.#act(() => restoringAll(this.events(), count), this.#keeper.drafts());
  }

  /** Reads in what another tool wrote, in one write. */
  importAll(cues: readonly (Omit<Cue, 'voice'> & { readonly speaker: Speaker })[]): Kept {
    return this.#act(
      (state) => importing(state, cues, () => newId(SegmentId, this.#deps.random)),
      [],
    );
  }

  /** Everything that is typed becomes a fact, also what a crash left: before it is handed over. */
  settleAll(): Kept {
    const open = this.#state.segments.filter(({ segment }) =>
      this.#keeper.hasDraft(wordsKey(segment)),
    );
    return this.#act(
      (state) => open.flatMap(({ segment }) => changing(state, segment, this.#typed(segment))),
      open.map(({ segment }) => wordsKey(segment)),
    );
  }

  /** What lies as a draft for a segment, if anything. */
  #typed(id: SegmentId): Partial<Typed> {
    return Typed.safeParse(this.#keeper.draftOf(wordsKey(id))).data ?? {};
  }

  #act(decide: (state: TranscriptState) => readonly NewEvent[], settled: readonly string[]): Kept {
    return this.#keeper.append(
      () => {
        const facts = decide(this.#state);
        const { interview, begunAt } = this.#state;
        return facts.length === 0 ? null : { facts, summary: { interview, begunAt } };
      },
      settled,
      (events) => {
        // A retraction changes what was said before, so all is read anew.
        if (events.some(({ type }) => type === RETRACTED)) this.#reading = read(this.events());
        else this.#reading.take(events);
        this.#state = this.#reading.state();
        for (const listener of this.#listeners) listener();
      },
    );
  }
}

function read(events: readonly JournalEvent[]): TranscriptReading {
  const reading = readTranscript(events);
  if (!reading) throw new Error('a transcript without its beginning');
  return reading;
}
