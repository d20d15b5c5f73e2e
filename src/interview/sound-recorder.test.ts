import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fixedDeps, systemRandom } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Saved, StoreProblem } from '../journal/model/port.ts';
import { agreed, INTERVIEW, memoryJournal, openSession, q, started, talkEnded } from './fixture.ts';
import type { Capture, SoundListener } from './model/capture.ts';
import { recordingsOf } from './model/sound.ts';
import { FIRST_NOTE, type SoundSlice } from './model/sound-slice.ts';
import { element, ID, joined, uint32 } from './model/webm.ts';
import { SoundDesk, type RunningSound } from './recording.ts';
import type { InterviewSession } from './session.ts';
import { startRecording } from './sound-recorder.ts';
import { fakeSound } from './sound-fixture.ts';
import { endForgotten } from './strike-sound.ts';

const HEAD = joined([
  element(ID.ebml, new Uint8Array(4)),
  Uint8Array.of(0x18, 0x53, 0x80, 0x67, 1, 255, 255, 255, 255, 255, 255, 255),
  element(ID.tracks, new Uint8Array(8)),
]);

/** A second of sound as the browser gives it. */
const second = (n: number): Uint8Array<ArrayBuffer> => {
  const blocks = Array.from({ length: 16 }, (_, i) =>
    element(ID.simpleBlock, Uint8Array.of(0x81, ((i * 60) >> 8) & 255, (i * 60) & 255, 0x80, n)),
  );
  const cluster = element(ID.cluster, joined([element(ID.timecode, uint32(n * 960)), ...blocks]));
  return n === 0 ? joined([HEAD, cluster]) : cluster;
};

let session: InterviewSession;
let journal: ReturnType<typeof memoryJournal>;
let desk: SoundDesk;
let clock: ReturnType<typeof fixedDeps>['clock'];
let listener: SoundListener;
let slices: SoundSlice[];
let acts: string[];
let refuse: StoreProblem | null;

beforeEach(async () => {
  vi.useFakeTimers();
  journal = memoryJournal();
  session = await openSession([started(), agreed(['participate', 'notes', 'audio'])], journal);
  desk = new SoundDesk();
  slices = [];
  acts = [];
  refuse = null;
});
afterEach(() => {
  vi.useRealTimers();
});

async function start(): Promise<RunningSound> {
  const deps = fixedDeps(1_900_000_000_000);
  clock = deps.clock;
  const capture: Capture = {
    mime: 'audio/webm;codecs=opus',
    pause: () => acts.push('pause'),
    resume: () => acts.push('resume'),
    flush: async () => void acts.push('flush'),
    stop: async () => void acts.push('stop'),
    level: () => 0.5,
  };
  const running = await startRecording({
    clock,
    random: systemRandom,
    session,
    journal,
    desk,
    keeper: {
      begin: async () => ok('both'),
      append: async (_recording, slice): Promise<Result<Saved, StoreProblem>> => {
        if (refuse) return err(refuse);
        slices.push(slice);
        return ok('both');
      },
    },
    openMicrophone: async (heard) => {
      listener = heard;
      return ok(capture);
    },
  });
  if (!running.ok) throw new Error(running.error.type);
  await quiet();
  return running.value;
}

/** Lets what was begun come to its end, and a second pass for everybody. */
const quiet = () => vi.advanceTimersByTimeAsync(0);
async function hear(from: number, to: number): Promise<void> {
  for (let n = from; n < to; n += 1) {
    clock.advance(960);
    listener.onBytes(second(n));
    await vi.advanceTimersByTimeAsync(960);
  }
}
const told = () => recordingsOf(session.events())[0];
/** What is found when the talk is opened again. */
const onDisk = (recording: StreamId, ms: number) =>
  fakeSound({
    cards: async () => [{ recording, interview: INTERVIEW, ms }],
    notes: async () => slices.filter(({ n }) => n >= FIRST_NOTE),
  });

describe('recording a talk', () => {
  it('passes every slice on as it comes, behind the head, and says where it ended', async () => {
    const running = await start();
    expect(desk.current()).toBe(running);
    await hear(0, 5);
    expect(slices.map(({ n, from, to }) => [n, from, to])).toEqual([
      [0, 0, 0],
      ...[1, 2, 3, 4, 5].map((n) => [n, (n - 1) * 960, n * 960]),
    ]);
    expect(running.position()).toBe(4800);
    await running.stop();
    expect(acts).toEqual(['stop']);
    expect(told()).toMatchObject({ ms: 4800, missing: [], struck: [] });
    expect(desk.current()).toBeNull();
    // The stream that carries it to the office says whose it is.
    expect(await journal.list('sound')).toMatchObject([
      { stream: running.recording, data: { interview: INTERVIEW } },
    ]);
  });

  it('marks every question that is asked', async () => {
    await start();
    await hear(0, 3);
    await session.act([{ type: 'QuestionAsked', version: 1, data: { question: q('s2q1') } }]);
    await quiet();
    expect(told()?.marks).toMatchObject([
      { at: 0, question: null },
      { at: 2880, question: 's2q1' },
    ]);
  });

  it('pauses with the interview, and the pause takes no place', async () => {
    const running = await start();
    await hear(0, 2);
    await session.act([{ type: 'InterviewPaused', version: 1, data: {} }]);
    await quiet();
    expect(running.now()).toEqual({ type: 'paused', trouble: null });
    expect(running.level()).toBe(0);
    clock.advance(60_000);
    expect(running.position()).toBe(1920);
    await session.act([{ type: 'InterviewResumed', version: 1, data: {} }]);
    await quiet();
    await hear(2, 3);
    expect(acts).toEqual(['flush', 'pause', 'resume']);
    expect(told()?.missing).toMatchObject([
      { why: 'paused', from: 1920, to: 1920, lasted: 60_000 },
    ]);
    expect(running.now()).toEqual({ type: 'recording', trouble: null });
  });

  it('ends with the talk, and at once when the yes to sound is taken back', async () => {
    await start();
    await hear(0, 2);
    await session.act([{ type: 'ConsentWithdrawn', version: 1, data: { items: ['audio'] } }]);
    await quiet();
    expect(told()?.ms).toBe(1920);
    await session.act([agreed(['participate', 'notes', 'audio'])]);
    await start();
    await session.act([talkEnded]);
    await quiet();
    expect(recordingsOf(session.events()).map(({ ms }) => ms)).toEqual([1920, 0]);
    expect(desk.current()).toBeNull();
  });

  it('says so when no bytes come for five seconds, and notes how long', async () => {
    const running = await start();
    await hear(0, 2);
    clock.advance(6000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(running.now()).toEqual({ type: 'recording', trouble: 'noSound' });
    await hear(2, 3);
    expect(running.now().trouble).toBeNull();
    expect(told()?.missing).toMatchObject([{ why: 'silentMicrophone', from: 1920 }]);
  });

  it('notes the stretch in which something else had the microphone, and ends when it is gone', async () => {
    const running = await start();
    await hear(0, 1);
    listener.onTaken(true);
    expect(running.now().trouble).toBe('microphoneTaken');
    await hear(1, 3);
    listener.onTaken(false);
    await quiet();
    expect(told()?.missing).toMatchObject([{ why: 'microphoneTaken', from: 960, to: 2880 }]);
    listener.onEnded();
    await quiet();
    expect(running.now()).toEqual({ type: 'ended', trouble: 'microphoneTaken' });
    // It stays in sight until somebody has seen it.
    expect(desk.current()).toBe(running);
    expect(told()?.ms).toBe(2880);
  });

  it('a full disk ends sound with a word; the text goes on', async () => {
    const running = await start();
    await hear(0, 2);
    refuse = { type: 'diskFull' };
    await hear(2, 4);
    expect(running.now()).toEqual({ type: 'ended', trouble: 'notKept' });
    expect(told()).toMatchObject({ ms: 1920, missing: [{ why: 'notKept', from: 1920, to: 2880 }] });
    expect((await session.settle(q('s2q1'))).ok).toBe(true);
  });

  it('notes beside the sound what is missing behind a lock, and the talk is told when it is opened again', async () => {
    const running = await start();
    await hear(0, 2);
    running.forgetTalk();
    clock.advance(6000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(running.now().trouble).toBe('noSound');
    await hear(2, 4);
    await running.stop();
    expect(told()).toMatchObject({ ms: null, missing: [] });
    const sound = onDisk(running.recording, 3840);
    await endForgotten(session, sound);
    await endForgotten(session, sound);
    expect(told()).toMatchObject({
      ms: 3840,
      missing: [{ why: 'silentMicrophone', from: 1920, to: 1920, isLate: true }],
    });
    expect(told()?.missing[0]?.lasted).toBeGreaterThan(6000);
    expect(slices.filter(({ n }) => n < FIRST_NOTE)).toHaveLength(5);
  });

  it('tells of a gap behind a lock that the tablet was switched off in, from its beginning to the end', async () => {
    const running = await start();
    await hear(0, 2);
    running.forgetTalk();
    clock.advance(6000);
    await vi.advanceTimersByTimeAsync(1000);
    await hear(2, 4);
    listener.onTaken(true);
    await hear(4, 6);
    // No stop: it is switched off. What is on disk is all there is.
    const sound = onDisk(running.recording, 5760);
    await endForgotten(session, sound);
    expect(told()).toMatchObject({
      ms: 5760,
      missing: [
        { why: 'silentMicrophone', from: 1920, to: 1920 },
        { why: 'microphoneTaken', from: 3840, to: 5760, isLate: true },
      ],
    });
    expect(told()?.missing[1]).not.toHaveProperty('lasted');
  });

  it('tells of a gap that had begun before the lock, and of the pause it was locked in', async () => {
    const running = await start();
    await hear(0, 1);
    listener.onTaken(true);
    await quiet();
    running.forgetTalk();
    await quiet();
    await endForgotten(session, onDisk(running.recording, 960));
    expect(told()?.missing).toMatchObject([{ why: 'microphoneTaken', from: 960, to: 960 }]);

    desk.set(null);
    slices = [];
    const paused = await start();
    await hear(0, 2);
    await session.act([{ type: 'InterviewPaused', version: 1, data: {} }]);
    await quiet();
    paused.forgetTalk();
    await quiet();
    await endForgotten(session, onDisk(paused.recording, 1920));
    expect(recordingsOf(session.events())[1]?.missing).toMatchObject([
      { why: 'paused', from: 1920, to: 1920 },
    ]);
  });

  it('gets its end after a crash from what is on disk', async () => {
    const running = await start();
    await hear(0, 2);
    // Another page on the same interview: nothing is being recorded there.
    const sound = fakeSound({
      cards: async () => [{ recording: running.recording, interview: INTERVIEW, ms: 1920 }],
    });
    await endForgotten(session, sound);
    await endForgotten(session, sound);
    expect(told()?.ms).toBe(1920);
    expect(session.events().filter(({ type }) => type === 'RecordingEnded')).toHaveLength(1);
    expect(StreamId.safeParse(running.recording).success).toBe(true);
  });
});
