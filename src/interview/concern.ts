import { newId, type Random } from '../base/deps.ts';
import { StreamId, type MemberId, type Millis } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import type { NewEvent } from '../journal/model/event.ts';
import { merge } from '../journal/model/merge.ts';
import type { Journal, Saved, StoreProblem } from '../journal/model/port.ts';
import { Keeper } from './keeper.ts';
import {
  allOf,
  CONCERN_FIELDS,
  ConcernSummary,
  foldConcern,
  mayBeRemoved,
  type ConcernFact,
  type ConcernField,
  type ConcernState,
} from './model/concern.ts';
import { erasing } from './model/take-back.ts';
import { listen } from './save-state.ts';

/** Where a report comes from: an interview on this device with its code, or nothing. */
export interface ConcernOrigin {
  readonly kind: ConcernSummary['kind'];
  readonly interview: StreamId | null;
  readonly code: string | null;
}

/** Begins a draft for a report. It is on disk before its screen opens, and nothing of the interview is copied to it. */
export async function beginConcern(
  journal: Journal,
  origin: ConcernOrigin,
  deps: { readonly author: MemberId; readonly random: Random; readonly now: Millis },
): Promise<Result<StreamId, StoreProblem>> {
  const stream = newId(StreamId, deps.random);
  const fact: ConcernFact = { type: 'ConcernBegun', version: 1, data: origin };
  const summary: ConcernSummary = {
    ...origin,
    author: deps.author,
    begunAt: deps.now,
    handedOverAt: null,
  };
  const kept = await journal.append(stream, 'concern', [fact], summary);
  return kept.ok ? ok(stream) : kept;
}

/** A draft from this interview that still waits to be handed over: one goes on with it instead of beginning another. */
export async function openConcernOf(
  journal: Journal,
  interview: StreamId,
  kind: ConcernSummary['kind'],
): Promise<StreamId | undefined> {
  return (await journal.list('concern')).find(({ data }) => {
    const known = ConcernSummary.safeParse(data).data;
    return (
      known?.interview === interview &&
      known.kind === kind &&
      known.handedOverAt === null &&
      known.removedAt === undefined
    );
  })?.stream;
}

/** What is typed and not yet a fact: a field of the report, or a part of its hand-over. */
export type ConcernDraft = ConcernField | 'to' | 'way' | 'when';

/** One open draft for a report. What is typed is kept on every input and becomes a fact when its field is left. */
export class ConcernSession {
  readonly stream: StreamId;
  #keeper: Keeper;
  #now: () => Millis;
  #state: ConcernState;
  #listeners = new Set<() => void>();

  private constructor(keeper: Keeper, now: () => Millis, state: ConcernState) {
    this.stream = keeper.stream;
    this.#keeper = keeper;
    this.#now = now;
    this.#state = state;
    this.saveState = keeper.saveState;
    this.subscribeSaving = keeper.subscribeSaving;
  }

  /** Undefined when there is no such draft on this device. */
  static async open(
    journal: Journal,
    now: () => Millis,
    stream: StreamId,
  ): Promise<ConcernSession | undefined> {
    const opened = await journal.open(stream);
    const keeper = opened && new Keeper(journal, stream, opened);
    const state = keeper && foldConcern(keeper.events());
    return state ? new ConcernSession(keeper, now, state) : undefined;
  }

  readonly saveState: Keeper['saveState'];
  readonly subscribeSaving: Keeper['subscribeSaving'];
  snapshot = (): ConcernState => this.#state;
  subscribe = (listener: () => void): (() => void) => listen(this.#listeners, listener);

  /** What stands in a field: what is being typed if there is any, else what was kept. */
  value(field: ConcernDraft): string {
    const kept = CONCERN_FIELDS.find((each) => each === field);
    return this.#typed(field) ?? (kept ? this.#kept(kept) : '');
  }

  draft(field: ConcernDraft, text: string): void {
    this.#keeper.draft(field, text);
  }

  /** What was typed becomes a fact. @returns whether there was anything new to keep. */
  async settle(field: ConcernField): Promise<Result<'changed' | 'same', StoreProblem>> {
    let changed = false;
    const kept = await this.#append(() => {
      const text = this.#typed(field);
      changed = text !== undefined && text !== this.#kept(field);
      return changed && text !== undefined
        ? { type: 'ConcernWritten', version: 1, data: { field, text } }
        : null;
    }, [field]);
    return kept.ok ? ok(changed ? 'changed' : 'same') : kept;
  }

  /** Notes to whom it was handed over, how and when, as it stands in the three fields. */
  async handOver(): Promise<Result<Saved, StoreProblem>> {
    for (const field of CONCERN_FIELDS) {
      const settled = await this.settle(field);
      if (!settled.ok) return settled;
    }
    const said = (part: 'to' | 'way' | 'when') => this.value(part).trim();
    return this.#append(
      () => ({
        type: 'ConcernHandedOver',
        version: 1,
        data: { to: said('to'), way: said('way'), when: said('when') },
      }),
      ['to', 'way', 'when'],
    );
  }

  /**
   * Erases all of it, as begun by mistake. What is typed becomes a fact first: only a retraction gives the stream a
   * new key. Null when something was handed over: then it has to stay.
   */
  async remove(): Promise<Result<Saved, StoreProblem> | null> {
    for (const field of CONCERN_FIELDS) {
      const settled = await this.settle(field);
      if (!settled.ok) return settled;
    }
    if (!mayBeRemoved(this.#state)) return null;
    const { kind } = this.#state;
    return this.#appendAll(
      () => [
        ...erasing(allOf(this.#keeper.events())),
        { type: 'ConcernRemoved', version: 1, data: { kind } },
      ],
      [...CONCERN_FIELDS, 'to', 'way', 'when'],
    );
  }

  #typed(field: ConcernDraft): string | undefined {
    const draft = this.#keeper.draftOf(field);
    return typeof draft === 'string' ? draft : undefined;
  }

  #kept = (field: ConcernField): string => this.#state.fields.get(field)?.text ?? '';

  #append(
    decide: () => ConcernFact | null,
    settled: readonly ConcernDraft[],
  ): Promise<Result<Saved, StoreProblem>> {
    return this.#appendAll(() => {
      const fact = decide();
      return fact ? [fact] : [];
    }, settled);
  }

  #appendAll(
    decide: () => readonly NewEvent[],
    settled: readonly ConcernDraft[],
  ): Promise<Result<Saved, StoreProblem>> {
    return this.#keeper.append(
      () => {
        const facts = decide();
        return facts.length === 0 ? null : { facts, summary: this.#summaryWith(facts) };
      },
      settled,
      () => {
        this.#state = foldConcern(merge(this.#keeper.events())) ?? this.#state;
        for (const listener of this.#listeners) listener();
      },
    );
  }

  #summaryWith(facts: readonly NewEvent[]): ConcernSummary {
    const { kind, author, interview, code, begunAt } = this.#state;
    const has = (type: ConcernFact['type']) => facts.some((fact) => fact.type === type);
    const known = { kind, author, begunAt };
    return has('ConcernRemoved')
      ? { ...known, interview: null, code: null, handedOverAt: null, removedAt: this.#now() }
      : { ...known, interview, code, handedOverAt: has('ConcernHandedOver') ? this.#now() : null };
  }
}
