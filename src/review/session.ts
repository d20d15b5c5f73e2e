import type { Clock } from '../base/deps.ts';
import { EventId, type MemberId, type StreamId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { SoundPorts } from '../interview/sound-ports.ts';
import {
  RETRACTED,
  type JournalEvent,
  type NewEvent,
  type StreamKind,
} from '../journal/model/event.ts';
import type { Journal, OpenedStream, StoreProblem } from '../journal/model/port.ts';
import { may, saysWhatToMend, type ReviewAct } from './model/act.ts';
import { takenBackComments } from './model/changes.ts';
import type { Anchor, Passage, ReviewFact } from './model/event.ts';
import { foldReview, handledBy, openComments, type ReviewEvent } from './model/state.ts';
import { reviewStreamOf, summariseReview } from './model/summary.ts';
import { readReviewed, type Loaded, type ReviewSnapshot } from './reading.ts';

/** What a review needs from the device. `acknowledge` may be called again for the same stream. */
export interface ReviewPorts {
  readonly journal: Journal;
  readonly me: { readonly member: MemberId; readonly name: string };
  readonly clock: Clock;
  /** Listening to what has come of the sound; absent in practice. */
  readonly sound?: Pick<SoundPorts, 'cards' | 'read' | 'travels'> | undefined;
  deliver(kind: 'review', stream: StreamId): Promise<Result<unknown, { readonly type: string }>>;
  acknowledge(stream: StreamId): Promise<void>;
}

/** Why an act did not go all the way. After `notSent` it is kept here and waits to be sent. */
export type ReviewProblem =
  | { readonly type: 'notAllowed' }
  | { readonly type: 'notSaved'; readonly problem: StoreProblem }
  | { readonly type: 'notSent' };

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
    const leave = ports.journal.subscribe((which) => {
      if (which !== stream && which !== review) return;
      missed = true;
      changed();
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
    return this.#act(
      'return',
      (revision) => {
        const own = foldReview(this.#own);
        const open = own ? openComments(own).length : 0;
        if (!saysWhatToMend(open, note)) return undefined;
        const data = { revision, note: note.trim() };
        return [{ type: 'InterviewReturned', version: 1, data }];
      },
      [draft],
    );
  }

  approve(): Promise<Result<'sent', ReviewProblem>> {
    return this.#act('approve', (revision) => [
      { type: 'InterviewApproved', version: 1, data: { revision } },
    ]);
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
      return kept.ok ? this.#send() : kept;
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
    const foreseen = foldReview([...this.#own, ...this.#foresee(all)]);
    if (!foreseen) throw new Error('a review without a beginning');
    const kept = await this.#ports.journal.append(
      this.review,
      'review',
      all,
      summariseReview(foreseen),
      settled,
    );
    if (!kept.ok) return err({ type: 'notSaved', problem: kept.error });
    for (const key of settled) this.#drafts.delete(key);
    await this.#refresh();
    return ok('saved');
  }

  /** The facts as events, for the summary that is sealed in the same write. */
  #foresee(facts: readonly NewEvent[]): ReviewEvent[] {
    return facts.map(({ type, version, data }, i) => ({
      id: EventId.parse((i + 1).toString(16).padStart(32, '0')),
      author: this.#ports.me.member,
      at: this.#ports.clock.now(),
      type,
      version,
      body: { salt: '', data },
    }));
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
    const events = own ? takenBackComments(own, this.#events).map((comment) => comment.id) : [];
    if (!own || events.length === 0) return;
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
