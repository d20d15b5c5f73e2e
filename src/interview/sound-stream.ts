import type { StreamId } from '../base/ids.ts';
import type { SoundSlice } from './model/sound-slice.ts';
import { joined, silence } from './model/webm.ts';
import type { SoundPorts } from './sound-ports.ts';

/*
 * Listening to a sealed recording: a little ahead of what is heard is unsealed and given to the player through
 * MediaSource, and what was heard is taken out again. As one Blob a browser short of memory would write the whole of
 * it to disk in clear (docs/decisions/0017).
 */
const MIME = 'audio/webm;codecs=opus';
const AHEAD_MS = 60_000;
const BEHIND_MS = 30_000;
/** A gap shorter than this is between two frames. */
const GAP_MS = 100;

export type Readable = Pick<SoundPorts, 'cards' | 'read'>;

export interface SoundStream {
  readonly durationMs: number;
  /** Nothing of the sound is left in memory afterwards. */
  close(): void;
}

/** Lets `audio` play a recording that is kept here; undefined when it is not here or the browser can't do it. */
export async function streamInto(
  audio: HTMLAudioElement,
  sound: Readable,
  recording: StreamId,
): Promise<SoundStream | undefined> {
  if (!('MediaSource' in globalThis) || !MediaSource.isTypeSupported(MIME)) return undefined;
  const known = (await sound.cards()).find((card) => card.recording === recording);
  const first = known && (await sound.read(recording, 0));
  const head = first?.slices.find(({ n }) => n === 0);
  if (!known || !head || known.ms === 0) return undefined;
  const source = new MediaSource();
  const address = URL.createObjectURL(source);
  const opened = once(source, 'sourceopen');
  audio.src = address;
  await opened;
  // The player has it now, and nobody else shall.
  URL.revokeObjectURL(address);
  const buffer = source.addSourceBuffer(MIME);
  source.duration = known.ms / 1000;
  const filling = new Filling(audio, source, buffer, (from) => sound.read(recording, from));
  await filling.put(head.bytes);
  filling.go();
  return {
    durationMs: known.ms,
    close: () => {
      filling.end();
      audio.pause();
      audio.removeAttribute('src');
      audio.load();
    },
  };
}

/** Keeps the player's buffer filled around where it plays, with one operation on it at a time. */
class Filling {
  #audio: HTMLAudioElement;
  #source: MediaSource;
  #buffer: SourceBuffer;
  #read: (from: number) => ReturnType<Readable['read']>;
  /** Where what is in the buffer ends, in ms. */
  #end = 0;
  #isWhole = false;
  #isBusy = false;
  #isOver = false;
  /** Jumps that were made, and how many of them the buffer has followed. */
  #jumps = 0;
  #seen = 0;

  constructor(
    audio: HTMLAudioElement,
    source: MediaSource,
    buffer: SourceBuffer,
    read: (from: number) => ReturnType<Readable['read']>,
  ) {
    this.#audio = audio;
    this.#source = source;
    this.#buffer = buffer;
    this.#read = read;
  }

  go(): void {
    this.#audio.addEventListener('timeupdate', this.#fill);
    this.#audio.addEventListener('seeking', this.#jump);
    this.#fill();
  }

  end(): void {
    this.#isOver = true;
    this.#audio.removeEventListener('timeupdate', this.#fill);
    this.#audio.removeEventListener('seeking', this.#jump);
  }

  async put(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const done = once(this.#buffer, 'updateend');
    this.#buffer.appendBuffer(bytes);
    await done;
  }

  get #now(): number {
    return this.#audio.currentTime * 1000;
  }

  /** To a place that is not in the buffer: what is there goes, and it is filled from there. */
  #jump = (): void => {
    const { buffered } = this.#buffer;
    const at = this.#audio.currentTime;
    const isHere =
      buffered.length > 0 && at >= buffered.start(0) && at <= buffered.end(buffered.length - 1);
    if (!isHere) this.#jumps += 1;
    this.#fill();
  };

  #fill = (): void => void this.#work();

  async #work(): Promise<void> {
    if (this.#isBusy || this.#isOver) return;
    this.#isBusy = true;
    try {
      while (await this.#step());
    } finally {
      this.#isBusy = false;
    }
  }

  /** False when there is nothing to do until the player has moved on. */
  async #step(): Promise<boolean> {
    if (this.#seen !== this.#jumps) {
      this.#seen = this.#jumps;
      await this.#take(0, Number.POSITIVE_INFINITY);
      this.#end = Math.floor(this.#now);
      this.#isWhole = false;
    }
    if (this.#isWhole || this.#end - this.#now > AHEAD_MS) return false;
    const piece = await this.#read(this.#end);
    if (this.#isOver) return false;
    if (this.#seen !== this.#jumps) return true;
    const slices = piece.slices.filter(({ n, to }) => n > 0 && to > this.#end);
    const last = slices.at(-1);
    if (last) {
      await this.put(withSilence(slices, this.#end));
      this.#end = last.to;
      await this.#take(0, (this.#now - BEHIND_MS) / 1000);
    }
    this.#isWhole = !last || !piece.more;
    if (this.#isWhole && !this.#isOver && this.#source.readyState === 'open') {
      this.#source.endOfStream();
    }
    return !this.#isOver;
  }

  async #take(from: number, to: number): Promise<void> {
    const { buffered } = this.#buffer;
    if (this.#isOver || buffered.length === 0 || buffered.start(0) >= to) return;
    const done = once(this.#buffer, 'updateend');
    this.#buffer.remove(from, to);
    await done;
  }
}

/** What was struck out or never came is silent: a player would wait for it for ever. */
function withSilence(slices: readonly SoundSlice[], from: number): Uint8Array<ArrayBuffer> {
  let end = from;
  const pieces: Uint8Array[] = [];
  for (const slice of slices) {
    if (slice.from - end > GAP_MS) pieces.push(silence(end, slice.from));
    pieces.push(slice.bytes);
    end = slice.to;
  }
  return joined(pieces);
}

const once = (target: EventTarget, name: string): Promise<void> =>
  new Promise((resolve) => {
    target.addEventListener(name, () => resolve(), { once: true });
  });
