import { newId, type Deps } from '../base/deps.ts';
import { StreamId, type MemberId, type QuestionId } from '../base/ids.ts';
import type { Guide } from '../guide/model/guide.ts';
import { beginInterview } from '../interview/begin.ts';
import { ConcernSummary } from '../interview/model/concern.ts';
import type { JournalEvent } from '../journal/model/event.ts';
import { inOrder } from '../journal/model/merge.ts';
import type { Journal } from '../journal/model/port.ts';
import type { PracticeCase } from './model/case.ts';
import { replyTo, SILENCE_SECONDS, type Ask, type Replied } from './model/replying.ts';
import { foldRun, type PlayedBy, type PracticeFact, type PracticeRun } from './model/run.ts';
import { wipeTalk } from './wiping.ts';

export interface PracticeDeps extends Deps {
  /** Calls once after so many milliseconds, unless what it answers is called before. */
  readonly later: (run: () => void, ms: number) => () => void;
}

export interface PracticeSnapshot {
  readonly run: PracticeRun;
  /** Something will be said if the silence is kept. */
  readonly waits: boolean;
}

/**
 * One practice run beside its interview, both on a journal in memory: writes down what the trainee asks, lets the case
 * answer, and lets silence do its work. Nothing here counts on the screen.
 */
export class PracticeSession {
  readonly played: PracticeCase;
  readonly guide: Guide;
  readonly journal: Journal<'practice'>;
  readonly interview: StreamId;
  readonly stream: StreamId;
  #deps: PracticeDeps;
  #snapshot: PracticeSnapshot;
  #listeners = new Set<() => void>();
  #turn: Promise<unknown> = Promise.resolve();
  /** Where the talk stands; null while nobody speaks: in a pause, in the memo, in the debrief. */
  #here: QuestionId | null = null;
  #quietSince: number;
  #pending: Replied | null = null;
  #stopTimer: () => void = () => undefined;
  /** The interview as it last stood: what was erased on the young person's word still shows how it went. */
  #interviewEvents: readonly JournalEvent[] = [];
  #forget: () => void;

  private constructor(
    parts: Pick<PracticeSession, 'played' | 'guide' | 'journal' | 'interview' | 'stream'>,
    run: PracticeRun,
    deps: PracticeDeps,
  ) {
    this.played = parts.played;
    this.guide = parts.guide;
    this.journal = parts.journal;
    this.interview = parts.interview;
    this.stream = parts.stream;
    this.#deps = deps;
    this.#quietSince = deps.clock.now();
    this.#snapshot = { run, waits: false };
    this.#forget = this.journal.subscribe((changed) => {
      if (changed === this.interview) void this.#keepInterview();
    });
  }

  /** Begins the interview as the case has it, in its length, and the run beside it. */
  static async begin(
    parts: {
      readonly journal: Journal<'practice'>;
      readonly guide: Guide;
      readonly played: PracticeCase;
      readonly by: PlayedBy;
      readonly interviewer: MemberId;
    },
    deps: PracticeDeps,
  ): Promise<PracticeSession> {
    const { journal, guide, played, by, interviewer } = parts;
    const { setup, persona } = played;
    const track = guide.tracks.find(({ id }) => id === setup.track) ?? guide.tracks[0];
    if (!track) throw new Error('a guide without a length');
    const code = `OVNING-${persona.alias.replaceAll(/[^A-Za-zÅÄÖåäö0-9]/g, '')}`.slice(0, 20);
    const begun = await beginInterview(
      journal,
      { interviewer, code, guide, track: track.id },
      { random: deps.random, now: deps.clock.now() },
    );
    if (!begun.ok) throw new Error('memory refused to keep');
    const stream = newId(StreamId, deps.random);
    const fact: PracticeFact = {
      type: 'RunBegun',
      version: 1,
      data: {
        case: played.id,
        caseVersion: played.version,
        interview: begun.value,
        guide: { id: guide.id, version: guide.version },
        by,
      },
    };
    const kept = await journal.append(stream, 'practice', [fact], null);
    const run = kept.ok && foldRun(kept.value.events);
    if (!run) throw new Error('memory refused to keep');
    const own = { played, guide, journal, interview: begun.value, stream };
    const session = new PracticeSession(own, run, deps);
    await session.#keepInterview();
    return session;
  }

  /** Goes on with a run that was kept; undefined when it is not in the journal, or its case has another version now. */
  static async resume(
    parts: Pick<PracticeSession, 'played' | 'guide' | 'journal' | 'interview' | 'stream'>,
    deps: PracticeDeps,
  ): Promise<PracticeSession | undefined> {
    const events = (await parts.journal.open(parts.stream))?.events ?? [];
    const run = foldRun([...events].sort(inOrder));
    const { played } = parts;
    if (run?.case !== played.id || run.caseVersion !== played.version) return undefined;
    const session = new PracticeSession(parts, run, deps);
    await session.#keepInterview();
    return session;
  }

  snapshot = (): PracticeSnapshot => this.#snapshot;
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The trainee says something; the case answers at once, or when the silence has been kept. */
  put(ask: Exclude<Ask, { how: 'silence' }>): Promise<void> {
    this.#endSilence();
    this.#pending = null;
    this.#here = ask.question;
    const fact: PracticeFact = {
      type: 'QuestionPut',
      version: 1,
      data: {
        question: ask.question,
        how: ask.how,
        probe: ask.how === 'probe' ? ask.probe : null,
        text: ask.how === 'own' ? ask.text : null,
        judged: ask.how === 'own' ? ask.judged : null,
      },
    };
    return this.#write(() => [fact]).then(async () => {
      if (this.#snapshot.run.by === 'person') return;
      await this.#answer(replyTo(this.played, this.#snapshot.run, ask, this.guide));
    });
  }

  /** The talk has come to a question, or nobody speaks now (null). */
  standAt(question: QuestionId | null): void {
    if (question === this.#here) return;
    this.#endSilence();
    this.#pending = null;
    this.#here = question;
    this.#listen();
    this.#show();
  }

  /** Somebody touched the tablet: the silence is over, and what waits for one waits anew. */
  touched(): void {
    if (this.#here === null) return;
    this.#endSilence();
    this.#listen();
  }

  async end(): Promise<void> {
    this.standAt(null);
    await this.#write(() =>
      this.#snapshot.run.endedAt === null ? [{ type: 'RunEnded', version: 1, data: {} }] : [],
    );
  }

  reflect(question: 0 | 1 | 2, text: string): Promise<void> {
    return this.#write(() => [{ type: 'ReflectionWritten', version: 1, data: { question, text } }]);
  }

  /** All that the debrief is made of, in reading order. */
  async events(): Promise<{
    readonly run: readonly JournalEvent[];
    readonly interview: readonly JournalEvent[];
    readonly concerns: readonly (readonly JournalEvent[])[];
  }> {
    await this.#turn;
    const own = (await this.journal.list('concern')).filter(
      ({ data }) => ConcernSummary.safeParse(data).data?.interview === this.interview,
    );
    const concerns = await Promise.all(own.map(({ stream }) => this.#read(stream)));
    return { run: await this.#read(this.stream), interview: this.#interviewEvents, concerns };
  }

  /** Waits for nothing more and tells nobody; what it has written stays where it is. */
  async rest(): Promise<void> {
    this.standAt(null);
    this.#stopTimer();
    this.#forget();
    this.#listeners.clear();
    await this.#turn;
  }

  /** Nothing is left of it, not in memory either. */
  async wipe(): Promise<void> {
    await this.rest();
    this.#interviewEvents = [];
    await wipeTalk(this.journal);
  }

  async #answer(replied: Replied | null): Promise<void> {
    if (!replied) return;
    if (replied.afterSeconds > 0) {
      this.#pending = replied;
      this.#quietSince = this.#deps.clock.now();
      this.#listen();
      this.#show();
      return;
    }
    await this.#say(replied);
  }

  async #say({ reply }: Replied): Promise<void> {
    const question = this.#here;
    if (question === null) return;
    this.#pending = null;
    await this.#write(() => {
      const { id, cue, wants } = reply;
      const said: PracticeFact = {
        type: 'ReplyGiven',
        version: 1,
        data: { question, reply: id, cue },
      };
      const asked: PracticeFact[] = wants
        ? [{ type: 'CaseAsked', version: 1, data: { question, wants } }]
        : [];
      return [said, ...asked];
    });
    this.#quietSince = this.#deps.clock.now();
    this.#listen();
  }

  /** Waits for a silence, from now on. */
  #listen(): void {
    this.#stopTimer();
    const question = this.#here;
    if (question === null || this.#snapshot.run.by === 'person') return;
    const seconds = this.#pending?.afterSeconds ?? SILENCE_SECONDS;
    this.#stopTimer = this.#deps.later(() => {
      const said =
        this.#pending ?? replyTo(this.played, this.#snapshot.run, { how: 'silence', question });
      if (!said) return;
      this.#endSilence();
      void this.#say(said);
    }, seconds * 1000);
  }

  /**
   * Writes down a silence that was long enough to be one. Where a person plays, nobody can tell it from their talking.
   */
  #endSilence(): void {
    const question = this.#here;
    const now = this.#deps.clock.now();
    const seconds = Math.round((now - this.#quietSince) / 1000);
    this.#quietSince = now;
    this.#stopTimer();
    if (question === null || seconds < SILENCE_SECONDS) return;
    if (this.#snapshot.run.by === 'person') return;
    void this.#write(() => [{ type: 'SilenceKept', version: 1, data: { question, seconds } }]);
  }

  #write(decide: () => readonly PracticeFact[]): Promise<void> {
    const written = this.#turn.then(async () => {
      const facts = decide();
      if (facts.length === 0) return;
      await this.journal.append(this.stream, 'practice', facts, null);
      const run = foldRun(await this.#read(this.stream));
      if (run) this.#show(run);
    });
    this.#turn = written;
    return written;
  }

  #show(run = this.#snapshot.run): void {
    this.#snapshot = { run, waits: this.#pending !== null };
    for (const listener of this.#listeners) listener();
  }

  async #keepInterview(): Promise<void> {
    const events = await this.#read(this.interview);
    if (events.length > 0) this.#interviewEvents = events;
  }

  async #read(stream: StreamId): Promise<readonly JournalEvent[]> {
    return [...((await this.journal.open(stream))?.events ?? [])].sort(inOrder);
  }
}
