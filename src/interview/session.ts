import type { Clock } from '../base/deps.ts';
import type { EventId, QuestionId, StreamId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { Guide, GuideRef } from '../guide/model/guide.ts';
import { routeOf, type Route } from '../guide/model/route.ts';
import { RETRACTED, type JournalEvent, type NewEvent } from '../journal/model/event.ts';
import type { Journal, OpenedStream, Saved, StoreProblem } from '../journal/model/port.ts';
import { inOrder, type ChainFault } from '../journal/model/merge.ts';
import { Keeper } from './keeper.ts';
import { progress } from './model/act.ts';
import { Answer } from './model/event.ts';
import type { AnyInterviewFact } from './model/side-facts.ts';
import { continueInterview, foldInterview, foresee, type InterviewState } from './model/state.ts';
import { isLockedFact } from './model/locked.ts';
import { pinnedGuide } from './model/pinned-guide.ts';
import { NO_TEXT, settling } from './model/settling.ts';
import { summarise } from './model/summary.ts';
import { datesKey } from './model/dates.ts';
import { erasing, ownWordsKey, takingBack } from './model/take-back.ts';
import { caretOf, positionIn, type Position } from './place.ts';
import { listen, type SaveState } from './save-state.ts';

export interface Snapshot {
  readonly state: InterviewState;
  readonly route: Route;
  readonly faults: readonly ChainFault[];
}

const POSITION = 'position';

/**
 * One open interview: events folded to a state, and drafts that are being typed. React reads it through
 * `subscribe` and `snapshot`; typing does not change the snapshot, so a keystroke re-renders one field only.
 */
export class InterviewSession {
  readonly stream: StreamId;
  readonly guide: Guide;
  #keeper: Keeper;
  #clock: Clock;
  #snapshot: Snapshot;
  #listeners = new Set<() => void>();

  private constructor(
    ports: { readonly journal: Journal; readonly clock: Clock },
    guide: Guide,
    stream: StreamId,
    opened: OpenedStream,
    state: InterviewState,
  ) {
    this.#keeper = new Keeper(ports.journal, stream, opened);
    this.#clock = ports.clock;
    this.guide = guide;
    this.stream = stream;
    this.#snapshot = { state, route: routeOf(guide, state.track), faults: opened.faults };
  }

  /** Undefined when there is no such interview on this device. */
  static async open(
    ports: { readonly journal: Journal; readonly clock: Clock },
    stream: StreamId,
    guideOf: (ref: GuideRef) => Promise<Guide | undefined>,
  ): Promise<InterviewSession | undefined> {
    const opened = await ports.journal.open(stream);
    if (!opened) return undefined;
    const events = [...opened.events].sort(inOrder);
    const ref = pinnedGuide(events);
    if (!ref) return undefined;
    // The vault looks the guide up while this reads what was said.
    const asked = guideOf(ref);
    const state = foldInterview(events);
    const guide = await asked;
    return guide && state
      ? new InterviewSession(ports, guide, stream, { ...opened, events }, state)
      : undefined;
  }

  snapshot = (): Snapshot => this.#snapshot;
  /** All events in reading order, for what a tool folds itself; the same list until something is added. */
  events = (): readonly JournalEvent[] => this.#keeper.events();
  subscribe = (listener: () => void): (() => void) => listen(this.#listeners, listener);
  saveState = (): SaveState => this.#keeper.saveState();
  subscribeSaving = (listener: () => void): (() => void) => this.#keeper.subscribeSaving(listener);

  /** What stands in the field of a question: the draft if there is one, else the settled answer. */
  answer(question: QuestionId): Answer {
    const draft = Answer.safeParse(this.#keeper.draftOf(question));
    return draft.success
      ? draft.data
      : (this.#snapshot.state.questions.get(question)?.answer ?? NO_TEXT);
  }

  /**
   * Called on every input. The newest value is sealed and flushed; at most one write a field is under way. The caret
   * lies in the same row as the words, so that after a crash it stands where they end.
   */
  write(question: QuestionId, answer: Answer, caret?: number): void {
    this.draft(question, caret === undefined ? answer : { ...answer, caret });
  }

  draft(key: string, value: unknown): void {
    this.#keeper.draft(key, value);
  }

  draftOf = (key: string): unknown => this.#keeper.draftOf(key);

  /**
   * Turns what was typed for a question into an event, if it says anything new, together with other facts.
   * Resolves when all of it is on disk. What was typed is read when its turn comes, so that a letter typed while
   * an earlier write was slow is neither left out nor forgotten with the draft. `settled` names further drafts that
   * the other facts settle.
   */
  settle(
    question: QuestionId,
    others: readonly AnyInterviewFact[] = [],
    settled: readonly string[] = [],
  ): Promise<Result<Saved, StoreProblem>> {
    return this.act(
      (state) => [...settling(state, question, this.answer(question)), ...others],
      [question, ...settled],
    );
  }

  /** Keeps facts, or what is decided on the state that all earlier facts led to; the named drafts settle in them. */
  act(
    facts: readonly AnyInterviewFact[] | ((state: InterviewState) => readonly AnyInterviewFact[]),
    settled: readonly string[] = [],
  ): Promise<Result<Saved, StoreProblem>> {
    return this.#append(
      () => (typeof facts === 'function' ? facts(this.#snapshot.state) : facts),
      settled,
    );
  }

  /**
   * Erases what these questions' answers ever said, in every version of them (DESIGN section 5). Words that are
   * still a draft become an event first: only a retraction gives the stream a new key.
   */
  async takeBack(questions: readonly QuestionId[]): Promise<Result<Saved, StoreProblem>> {
    for (const question of questions) {
      const kept = await this.settle(question);
      if (!kept.ok) return kept;
      // A date or own words typed halfway are in no event that could be named: they are written over.
      for (const key of [datesKey(question), ownWordsKey(question)]) {
        if (this.#keeper.hasDraft(key)) this.draft(key, null);
      }
    }
    const drafts = questions.flatMap((id) => [id, datesKey(id), ownWordsKey(id)]);
    return this.#append(() => takingBack(this.events(), questions), drafts);
  }

  /**
   * Erases what the picked events said (DESIGN section 5) and keeps the facts, in one write; which events there are is
   * looked at when its turn comes, and so are facts that are handed in as a function. The drafts are forgotten with them. Words that are still nothing but a draft must
   * become a fact first, as `takeBack` does it: only a retraction gives the stream a new key.
   */
  retract(
    pick: (events: readonly JournalEvent[]) => readonly EventId[],
    facts: readonly AnyInterviewFact[] | (() => readonly AnyInterviewFact[]) = [],
    drafts: readonly string[] = [],
  ): Promise<Result<Saved, StoreProblem>> {
    return this.#append(
      () => [...erasing(pick(this.events())), ...(typeof facts === 'function' ? facts() : facts)],
      drafts,
    );
  }

  position(): Position | undefined {
    return positionIn(this.#snapshot.route.order, this.#keeper.draftOf(POSITION));
  }

  /** Where the caret stood in a question's field; null when the interviewer was elsewhere last. */
  caretIn(question: QuestionId): number | null {
    const position = this.position();
    const kept = position?.question === question ? position.caret : null;
    return caretOf(this.#keeper.draftOf(question)) ?? kept;
  }

  moveTo(position: Position): void {
    this.draft(POSITION, position);
  }

  #append(
    decide: () => readonly NewEvent[],
    settled: readonly string[],
  ): Promise<Result<Saved, StoreProblem>> {
    return this.#keeper.append(
      () => {
        const facts = decide().filter((fact) => !isLockedFact(this.#snapshot.state, fact));
        if (facts.length === 0) return null;
        const last = this.events().at(-1);
        if (!last) throw new Error('an interview without events');
        const foreseen = foresee(this.#snapshot.state, last, facts, this.#clock.now());
        const done = progress(foreseen, this.#routeFor(foreseen));
        return { facts, summary: summarise(foreseen, done) };
      },
      settled,
      (events) => this.#publish(this.#take(events)),
    );
  }

  /** Takes in what the journal stamped, and reads everything again only when something was taken back. */
  #take(events: readonly JournalEvent[]): InterviewState {
    const state = events.some((event) => event.type === RETRACTED)
      ? foldInterview(this.events())
      : continueInterview(this.#snapshot.state, events);
    if (!state) throw new Error('an interview lost its beginning');
    return state;
  }

  #routeFor(state: InterviewState): Route {
    const { state: known, route } = this.#snapshot;
    return state.track === known.track ? route : routeOf(this.guide, state.track);
  }

  #publish(state: InterviewState): void {
    this.#snapshot = { ...this.#snapshot, state, route: this.#routeFor(state) };
    for (const listener of this.#listeners) listener();
  }
}
