import { newId, type Deps } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import type { Capture, MicrophoneProblem, OpenMicrophone } from './model/capture.ts';
import { saysYes } from './model/state.ts';
import { noteOf, type SoundNote } from './model/sound-note.ts';
import {
  mark,
  missing,
  questionOf,
  type RecordingFact,
  type SoundFact,
  type SoundGap,
} from './model/sound.ts';
import type { SoundSlice } from './model/sound-slice.ts';
import { openCutter } from './model/webm.ts';
import type { RunningSound, SoundDesk, SoundNow } from './recording.ts';
import type { InterviewSession } from './session.ts';
import type { SoundKeeper } from './sound-ports.ts';

export interface RecorderDeps extends Deps {
  readonly session: InterviewSession;
  readonly journal: Journal;
  readonly keeper: SoundKeeper;
  readonly desk: SoundDesk;
  readonly openMicrophone: OpenMicrophone;
}

export type RecorderProblem = MicrophoneProblem | StoreProblem;

/** No bytes for this long while recording is an alarm (security.md 1.4). */
const SILENT_MS = 5000;
const LOOK_MS = 1000;
/** A timer that is this late was asleep. */
const SLEPT_MS = 10_000;

/** Opens the microphone and records until it is told to stop, or the talk or the consent ends. */
export async function startRecording(
  deps: RecorderDeps,
): Promise<Result<RunningSound, RecorderProblem>> {
  const { session, journal, keeper, desk, clock } = deps;
  // One microphone, one recording: that of another talk, which lies in its pause, ends.
  await desk.stop();
  const recording = newId(StreamId, deps.random);
  const begun = await keeper.begin(recording, session.stream);
  if (!begun.ok) return begun;
  const sound = new Recorder(deps, recording);
  const opened = await deps.openMicrophone(sound);
  if (!opened.ok) return opened;
  const kept: RecordingFact = {
    type: 'SoundKept',
    version: 1,
    data: { interview: session.stream, mime: opened.value.mime },
  };
  const told = await journal.append(recording, 'sound', [kept], { interview: session.stream });
  if (!told.ok) {
    await opened.value.stop();
    return err(told.error);
  }
  sound.run(opened.value, clock.now());
  desk.set(sound);
  return ok(sound);
}

class Recorder implements RunningSound {
  readonly recording: StreamId;
  readonly interview: StreamId;
  #deps: Pick<RecorderDeps, 'keeper' | 'desk' | 'clock'>;
  /** Null when the vault was locked meanwhile. */
  #session: InterviewSession | null;
  #capture: Capture | undefined;
  #now: SoundNow = { type: 'recording', trouble: null };
  #listeners = new Set<() => void>();
  #cutter = openCutter();
  #slices = 0;
  /** Where the sound that came ends, and where what is on disk ends, in ms. */
  #heard = 0;
  #kept = 0;
  #writes = new Set<Promise<unknown>>();
  #lastBytes = 0;
  #lastLook = 0;
  /** A gap that goes on: since when, and where in the sound. */
  #gap: { readonly why: SoundGap; readonly at: number; readonly since: number } | null = null;
  #seen = 0;
  #notes = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #leave: (() => void) | undefined;
  #stopping: Promise<void> | undefined;

  constructor(deps: RecorderDeps, recording: StreamId) {
    const { keeper, desk, clock } = deps;
    this.#deps = { keeper, desk, clock };
    this.#session = deps.session;
    this.recording = recording;
    this.interview = deps.session.stream;
  }

  now = (): SoundNow => this.#now;
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  level = (): number => (this.#now.type === 'recording' ? (this.#capture?.level() ?? 0) : 0);
  position = (): number => {
    const since = this.#now.type === 'recording' ? this.#time() - this.#lastBytes : 0;
    return Math.round(this.#heard + Math.min(Math.max(0, since), SILENT_MS));
  };

  run(capture: Capture, at: number): void {
    this.#capture = capture;
    this.#lastBytes = at;
    this.#lastLook = at;
    const session = this.#session;
    this.#seen = session?.events().length ?? 0;
    const question = session?.position()?.question ?? null;
    void this.#tell([
      {
        type: 'RecordingStarted',
        version: 1,
        data: { recording: this.recording, mime: capture.mime },
      },
      mark(this.recording, 0, question),
    ]);
    this.#leave = session?.subscribe(() => this.#follow());
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  onBytes(bytes: Uint8Array<ArrayBuffer>): void {
    this.#lastBytes = this.#time();
    if (this.#gap?.why === 'silentMicrophone') this.#closeGap();
    const hadHead = this.#cutter.head() !== undefined;
    const cut = this.#cutter.push(bytes);
    const head = this.#cutter.head();
    if (!hadHead && head) this.#keep({ n: 0, from: 0, to: 0, bytes: head });
    if (!cut) return;
    this.#slices += 1;
    this.#heard = cut.to;
    this.#keep({ n: this.#slices, ...cut });
  }

  onTaken(isTaken: boolean): void {
    if (isTaken) this.#openGap('microphoneTaken', 'microphoneTaken');
    else if (this.#gap?.why === 'microphoneTaken') this.#closeGap();
  }

  onEnded(): void {
    if (this.#stopping) return;
    this.#openGap('microphoneTaken', 'microphoneTaken');
    void this.stop();
  }

  async flush(): Promise<number> {
    if (this.#now.type === 'recording') await this.#capture?.flush();
    await Promise.allSettled(this.#writes);
    return this.#heard;
  }

  forgetTalk(): void {
    this.#leave?.();
    this.#leave = undefined;
    this.#session = null;
    // A pause is told by the talk, until there is none.
    if (this.#gap?.why === 'paused') void this.#noteBegin(this.#gap);
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#end();
    return this.#stopping;
  }

  async #end(): Promise<void> {
    clearInterval(this.#timer);
    this.#leave?.();
    await this.#capture?.stop();
    await Promise.allSettled(this.#writes);
    const { trouble } = this.#now;
    this.#closeGap();
    const data = { recording: this.recording, ms: this.#kept };
    await this.#tell([{ type: 'RecordingEnded', version: 1, data }]);
    this.#publish({ type: 'ended', trouble });
    // What went wrong stays in sight until somebody has seen it.
    if (!trouble) this.#deps.desk.set(null);
  }

  /** Passed on as it comes, never gathered. */
  #keep(slice: SoundSlice): void {
    const write = this.#deps.keeper.append(this.recording, slice).then((kept) => {
      if (kept.ok) this.#kept = Math.max(this.#kept, slice.to);
      else this.#refused(slice);
    });
    this.#writes.add(write);
    void write.finally(() => this.#writes.delete(write));
  }

  /** The disk is full or broken: sound ends with a word, and text goes on. */
  #refused(slice: SoundSlice): void {
    if (this.#now.trouble === 'notKept') return;
    this.#publish({ ...this.#now, trouble: 'notKept' });
    void this.#tell([missing(this.recording, 'notKept', slice.from, slice.to)]);
    void this.stop();
  }

  /** Pause with the interview; end with the talk or the consent; and a mark at every question that is asked. */
  #follow(): void {
    const session = this.#session;
    if (!session) return;
    const events = session.events();
    const asked = events
      .slice(this.#seen)
      .flatMap((event) => (event.type === 'QuestionAsked' ? (questionOf(event) ?? []) : []));
    this.#seen = events.length;
    const { state } = session.snapshot();
    if ((state.status !== 'talking' && state.status !== 'paused') || !saysYes(state, 'audio')) {
      void this.stop();
      return;
    }
    if (asked.length > 0) {
      const at = this.position();
      void this.#tell(asked.map((question) => mark(this.recording, at, question)));
    }
    if (state.status === 'paused' && this.#now.type === 'recording') this.#pause();
    if (state.status === 'talking' && this.#now.type === 'paused') this.#resume();
  }

  #pause(): void {
    void this.#capture?.flush();
    this.#capture?.pause();
    this.#openGap('paused', null);
    this.#publish({ type: 'paused', trouble: this.#now.trouble });
  }

  #resume(): void {
    this.#capture?.resume();
    this.#lastBytes = this.#time();
    this.#lastLook = this.#lastBytes;
    this.#closeGap();
    this.#publish({ type: 'recording', trouble: null });
  }

  #look(): void {
    const now = this.#time();
    const late = now - this.#lastLook;
    this.#lastLook = now;
    if (this.#now.type !== 'recording') return;
    // A hidden page is only looked in on now and then, while the sound goes on.
    if (late > SLEPT_MS && now - this.#lastBytes > SLEPT_MS) {
      void this.#tell([missing(this.recording, 'tabletSlept', this.#heard, this.#heard, late)]);
      this.#lastBytes = now;
    } else if (now - this.#lastBytes > SILENT_MS && !this.#gap) {
      this.#openGap('silentMicrophone', 'noSound', this.#lastBytes);
    }
  }

  #openGap(why: SoundGap, trouble: SoundNow['trouble'], since = this.#time()): void {
    if (this.#gap) this.#closeGap();
    this.#gap = { why, at: this.#heard, since };
    if (why !== 'paused') void this.#noteBegin(this.#gap);
    if (trouble) this.#publish({ ...this.#now, trouble });
  }

  #closeGap(): void {
    if (!this.#gap) return;
    const { why, since } = this.#gap;
    // A taken microphone gives silence, which takes its place in the sound; a pause takes none.
    const at = why === 'microphoneTaken' ? this.#gap.at : this.#heard;
    this.#gap = null;
    void this.#tell([missing(this.recording, why, at, this.#heard, this.#time() - since)]);
    if (this.#now.trouble !== 'notKept') this.#publish({ ...this.#now, trouble: null });
  }

  /** Behind a lock nobody can write events: what is missing is noted beside the sound, its end is found on disk. */
  async #tell(facts: readonly SoundFact[]): Promise<void> {
    if (this.#session) {
      await this.#session.act(facts);
      return;
    }
    for (const fact of facts) if (fact.type === 'SoundMissing') await this.#note(fact);
  }

  /** The tablet may be switched off before the gap ends, and it is the end that is told. */
  #noteBegin({ why, at }: { readonly why: SoundGap; readonly at: number }): Promise<void> {
    const data = { recording: this.recording, at, why };
    return this.#note({ type: 'SoundMissingSince', version: 1, data });
  }

  async #note(note: SoundNote): Promise<void> {
    const slice = noteOf(note, this.#notes, this.#heard);
    this.#notes += 1;
    await this.#deps.keeper.append(this.recording, slice);
  }

  #time = (): number => this.#deps.clock.now();

  #publish(now: SoundNow): void {
    this.#now = now;
    for (const listener of this.#listeners) listener();
  }
}
