import type { Clock } from '../base/deps.ts';
import type { EventId, MemberId, StreamId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { SoundPorts } from '../interview/sound-ports.ts';
import {
  RETRACTED,
  type JournalEvent,
  type NewEvent,
  type StreamKind,
} from '../journal/model/event.ts';
import type { Journal, OpenedStream } from '../journal/model/port.ts';
import { CHECKLIST } from './checklist.ts';
import { may, type ReviewAct } from './model/act.ts';
import { takenBackAnswers, takenBackComments } from './model/changes.ts';
import { approving, checkingAsBefore, foreseen, returning } from './model/decide.ts';
import type { Anchor, CheckId, CheckMark, Passage, ReviewFact } from './model/event.ts';
import { foldReview, handledBy } from './model/state.ts';
import { reviewStreamOf, summariseReview } from './model/summary.ts';
import { liesBeside } from './reviews.ts';
import type { ReviewProblem } from './problem.ts';
import { readReviewed, type Loaded, type ReviewSnapshot } from './reading.ts';

/** What a review needs from the device. `acknowledge` may be called again for the same stream. */
export interface ReviewPorts {
  readonly journal: Journal;
  readonly me: { readonly member: MemberId; readonly name: string };
  readonly clock: Clock;
  /** Listening to what has come of the sound; absent in practice. */
  readonly sound?: Pick<SoundPorts, 'cards' | 'read' | 'travels' | 'keeping'> | undefined;
  deliver(kind: 'review', stream: StreamId): Promise<Result<unknown, { readonly type: string }>>;
  acknowledge(stream: StreamId): Promise<void>;
  /** How many must approve by the programme's rule; one where nothing is said. */
  approvers?(): Promise<1 | 2>;
}

/** One delivered interview on a supervisor's desk, with its reviews: read through `subscribe` and `snapshot`. */
export class ReviewSession {
  readonly stream: StreamId;
  readonly review: StreamId;
  #ports: ReviewPorts;
  #events: readonly JournalEvent[] = [];
  #own: readonly JournalEvent[] = [];
  #drafts = new Map<string, unknown>();
  #snapshot: ReviewSnapshot;
  #listeners = new Set<() => void>();
  #queue: Promise<unknown> = Promise.resolve();
  #acknowledged = -1;
  #leave: () => void = () => undefined;

  private constructor(ports: ReviewPorts, stream: StreamId, snapshot: ReviewSnapshot) {
    this.#ports = ports;
    this.stream = stream;
    this.review = reviewStreamOf(stream, ports.me.member);
    this.#snapshot = snapshot;
  }

  /** Undefined when there is no such interview here. The interviewer's side is told that it was opened. */
  static async open(ports: ReviewPorts, stream: StreamId): Promise<ReviewSession | undefined> {
    // Listened to before reading: what arrives while the first reading is under way would otherwise stay unseen.
    const review = reviewStreamOf(stream, ports.me.member);
    let changed = () => {};
    let missed = false;
    const heard = (): void => {
      missed = true;
      changed();
    };
    const leave = ports.journal.subscribe((which) => {
      if (which === stream || which === review) heard();
      // A colleague's review, or what the interviewer answered.
      else void liesBeside(ports.journal, which, stream).then((beside) => beside && heard());
    });
    const first = await readReviewed(ports.journal, ports.me.member, stream);
    if (!first) {
      leave();
      return undefined;
    }
    const session = new ReviewSession(ports, stream, first.snapshot);
    session.#leave = leave;
    for (const draft of first.drafts) session.#drafts.set(draft.key, draft.value);
    changed = () => void session.#enqueue(() => session.#refresh());
    await session.#take(first);
    if (missed) changed();
    return session;
  }

  close(): void {
    this.#leave();
  }

  snapshot = (): ReviewSnapshot => this.#snapshot;
  /** The interview's events in reading order, for parts that fold their own facts. */
  events = (): readonly JournalEvent[] => this.#events;
  /** What lies beside the interview in a stream of its own, as it is now; the newest when there are several. */
  beside = async (kind: StreamKind): Promise<OpenedStream | undefined> => {
    const { journal } = this.#ports;
    const about = (data: unknown) =>
      typeof data === 'object' && data !== null && 'interview' in data
        ? data.interview === this.stream
        : false;
    const found = (await journal.list(kind)).find(({ data }) => about(data));
    return found && journal.open(found.stream);
  };
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  draftOf = (key: string): unknown => this.#drafts.get(key);

  /** Keeps what is being typed, so that a crash or a lock doesn't lose the supervisor's words either. */
  draft(key: string, value: unknown): Promise<Result<'saved', ReviewProblem>> {
    this.#drafts.set(key, value);
    return this.#enqueue(async () => {
      // A newer value waits behind this one, or it has settled: written now it would come back as if typed again.
      if (this.#drafts.get(key) !== value) return ok('saved');
      const begun = await this.#append([], []);
      if (!begun.ok) return begun;
      const kept = await this.#ports.journal.draft(this.review, 'review', key, value);
      return kept.ok ? ok('saved') : err({ type: 'notSaved', problem: kept.error });
    });
  }

  comment(
    anchor: Anchor,
    passage: Passage,
    text: string,
    draft: string,
  ): Promise<Result<'sent', ReviewProblem>> {
    const answer =
      anchor.kind === 'question' ? this.#snapshot.interview.questions.get(anchor.question) : null;
    const data = { anchor, event: answer?.event ?? null, ...passage, text: text.trim() };
    return this.#act('comment', () => [{ type: 'PassageCommented', version: 1, data }], [draft]);
  }

  resolve(comment: EventId): Promise<Result<'sent', ReviewProblem>> {
    return this.#act('resolve', () => [{ type: 'CommentResolved', version: 1, data: { comment } }]);
  }

  /** Says that the urgent message has been taken care of; nothing more to say when somebody has said so. */
  handleFlag(flag: EventId): Promise<Result<'sent', ReviewProblem>> {
    return this.#act('handleFlag', () =>
      handledBy(this.#snapshot.reviews, flag)
        ? []
        : [{ type: 'FlagHandled', version: 1, data: { flag } }],
    );
  }

  /** Sends the interview back to be mended: it needs an open comment of one's own, or a note. */
  giveBack(note: string, draft: string): Promise<Result<'sent', ReviewProblem>> {
    return this.#act('return', (revision) => returning(foldReview(this.#own), revision, note), [
      draft,
    ]);
  }

  /** Marks a point of the checklist for the revision that is read; null takes the mark away. */
  check(item: CheckId, mark: CheckMark | null): Promise<Result<'sent', ReviewProblem>> {
    return this.#act('check', (revision) => [
      { type: 'ChecklistMarked', version: 1, data: { revision, item, mark } },
    ]);
  }

  /** Marks every point as it was marked for the revision before; what is marked already stays. */
  checkAsBefore(): Promise<Result<'sent', ReviewProblem>> {
    return this.#act('check', (revision) =>
      checkingAsBefore(foldReview(this.#own), this.#snapshot.before, revision),
    );
  }

  /** Goes on in the thread under a comment, one's own or a colleague's. */
  answer(comment: EventId, text: string, draft: string): Promise<Result<'sent', ReviewProblem>> {
    const data = { comment, text: text.trim() };
    return this.#act('answer', () => [{ type: 'CommentAnswered', version: 1, data }], [draft]);
  }

  /** Approves the revision that is read. It waits for the required points of one's own checklist. */
  async approve(): Promise<Result<'sent', ReviewProblem>> {
    const approvers = (await this.#ports.approvers?.()) ?? 1;
    let refused = false;
    const result = await this.#act('approve', (revision) => {
      const facts = approving(foldReview(this.#own), revision, approvers, CHECKLIST);
      refused = facts === undefined;
      return facts;
    });
    return refused ? err({ type: 'checksMissing' }) : result;
  }

  /** Permission, keeping, sending: the same order for every act. */
  #act(
    act: ReviewAct,
    decide: (revision: number) => ReviewFact[] | undefined,
    settled: readonly string[] = [],
  ): Promise<Result<'sent', ReviewProblem>> {
    return this.#enqueue(async () => {
      // Another supervisor may have decided since this was opened.
      await this.#refresh();
      const { standing, interview } = this.#snapshot;
      const facts = may(standing, act) ? decide(interview.revision) : undefined;
      if (!facts) return err({ type: 'notAllowed' as const });
      if (facts.length === 0) return ok('sent' as const);
      const kept = await this.#append(facts, settled);
      if (!kept.ok) return kept;
      // A tick is for oneself until something is decided: it goes along with the next words to the interviewer.
      return act === 'check' ? ok('sent' as const) : this.#send();
    });
  }

  async #send(): Promise<Result<'sent', ReviewProblem>> {
    const sent = await this.#ports.deliver('review', this.review);
    return sent.ok ? ok('sent') : err({ type: 'notSent' });
  }

  /** Keeps facts in one's own review, which begins (or takes up a new revision) with the first of them. */
  async #append(
    facts: readonly NewEvent[],
    settled: readonly string[],
  ): Promise<Result<'saved', ReviewProblem>> {
    const { revision } = this.#snapshot.interview;
    const started: ReviewFact = {
      type: 'ReviewStarted',
      version: 1,
      data: { interview: this.stream, revision },
    };
    const begun = foldReview(this.#own);
    const all = !begun || begun.revision < revision ? [started, ...facts] : facts;
    if (all.length === 0) return ok('saved');
    const coming = foldReview([
      ...this.#own,
      ...foreseen(all, this.#ports.me.member, this.#ports.clock.now()),
    ]);
    if (!coming) throw new Error('a review without a beginning');
    const kept = await this.#ports.journal.append(
      this.review,
      'review',
      all,
      summariseReview(coming),
      settled,
    );
    if (!kept.ok) return err({ type: 'notSaved', problem: kept.error });
    for (const key of settled) this.#drafts.delete(key);
    await this.#refresh();
    return ok('saved');
  }

  async #refresh(): Promise<void> {
    const now = await readReviewed(this.#ports.journal, this.#ports.me.member, this.stream);
    if (now) await this.#take(now);
  }

  async #take(now: Loaded): Promise<void> {
    this.#events = now.events;
    this.#own = now.own;
    this.#snapshot = now.snapshot;
    for (const listener of this.#listeners) listener();
    await this.#forgetTakenBack();
    const { revision } = now.snapshot.interview;
    if (revision <= this.#acknowledged) return;
    this.#acknowledged = revision;
    // Not waited for: reading begins at once, and telling the sender has time.
    void this.#ports.acknowledge(this.stream);
  }

  /** What the participant took back is erased from one's own comments too, here and where they were sent. */
  async #forgetTakenBack(): Promise<void> {
    const own = foldReview(this.#own);
    if (!own) return;
    const events = [
      ...takenBackComments(own, this.#events),
      ...takenBackAnswers(own.answers, this.#snapshot.reviews, this.#events),
    ].map(({ id }) => id);
    if (events.length === 0) return;
    const gone = new Set(events);
    const left = { ...own, comments: own.comments.filter((comment) => !gone.has(comment.id)) };
    const fact = { type: RETRACTED, version: 1, data: { events } };
    const kept = await this.#ports.journal.append(
      this.review,
      'review',
      [fact],
      summariseReview(left),
    );
    // Not kept now: the quotes stay hidden on screen, and the next opening tries again.
    if (!kept.ok) return;
    await this.#refresh();
    await this.#send();
  }

  /** One after the other: each act is decided on top of the one before. */
  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(task, task);
    this.#queue = run;
    return run;
  }
}
