import { StreamId } from '../base/ids.ts';
import { ok } from '../base/result.ts';
import type { SoundSlice } from './model/sound-slice.ts';
import { element, ID, joined, openCutter, uint32 } from './model/webm.ts';
import { SoundDesk, type RunningSound, type SoundNow } from './recording.ts';
import type { SoundPorts } from './sound-ports.ts';

/* Invented sound for tests: WebM that cutters and players of ours take, with a sign in place of every second. */

export const RECORDING = StreamId.parse('9'.repeat(32));

export const SOUND_HEAD = joined([
  element(ID.ebml, new Uint8Array(4)),
  element(ID.tracks, new Uint8Array(8)),
]);
const FRAMES = 16;
const FRAME_MS = 60;
export const SECOND_MS = FRAMES * FRAME_MS;

/**
 * The nth second (from 1) as a slice; every byte of its sound says which second it is. Made once: hours of it are asked
 * for again and again.
 */
export function secondOf(n: number, frameBytes = 240): SoundSlice {
  const name = `${n}/${frameBytes}`;
  const known = made.get(name) ?? makeSecond(n, frameBytes);
  made.set(name, known);
  return known;
}

const made = new Map<string, SoundSlice>();

function makeSecond(n: number, frameBytes: number): SoundSlice {
  const cutter = openCutter();
  cutter.push(
    joined([
      SOUND_HEAD,
      Uint8Array.of(0x18, 0x53, 0x80, 0x67, 1, 255, 255, 255, 255, 255, 255, 255),
    ]),
  );
  const blocks = Array.from({ length: FRAMES }, (_, i) => {
    const at = i * FRAME_MS;
    const place = Uint8Array.of(0x81, (at >> 8) & 255, at & 255, 0x80);
    return element(ID.simpleBlock, joined([place, new Uint8Array(frameBytes).fill(n % 251)]));
  });
  const time = element(ID.timecode, uint32((n - 1) * SECOND_MS));
  const cut = cutter.push(element(ID.cluster, joined([time, ...blocks])));
  if (!cut) throw new Error('no cluster');
  return { n, ...cut };
}

/** A recording of so many seconds with its head. */
export const secondsOf = (many: number, frameBytes = 240): readonly SoundSlice[] => [
  { n: 0, from: 0, to: 0, bytes: SOUND_HEAD },
  ...Array.from({ length: many }, (_, i) => secondOf(i + 1, frameBytes)),
];

/** Ports that answer well and hold nothing; what a test looks at it gives itself. */
export function fakeSound(own: Partial<SoundPorts> = {}): SoundPorts {
  const both = async () => ok('both' as const);
  return {
    desk: new SoundDesk(),
    begin: both,
    append: both,
    strike: both,
    retention: async () => ({ decision: 'SN 2026/114', days: 30 }),
    cards: async () => [],
    notes: async () => [],
    keeping: async () => new Map(),
    read: async () => ({ slices: [], more: false }),
    travels: {
      states: async () => new Map(),
      subscribe: () => () => undefined,
      cancel: async () => undefined,
      again: async () => undefined,
    },
    ...own,
  };
}

const RECORDS: SoundNow = { type: 'recording', trouble: null };

export function fakeRunning(interview: StreamId, own: Partial<RunningSound> = {}): RunningSound {
  return {
    recording: RECORDING,
    interview,
    now: () => RECORDS,
    subscribe: () => () => undefined,
    position: () => 4000,
    level: () => 0.5,
    forgetTalk: () => undefined,
    stop: async () => undefined,
    flush: async () => 4000,
    ...own,
  };
}
