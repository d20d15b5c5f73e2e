import { release } from '../../base/bytes.ts';
import { tidying } from '../../base/tidying.ts';
import type { StreamId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { RecordingSummary } from '../../interview/model/sound.ts';
import type { SoundSlice } from '../../interview/model/sound-slice.ts';
import { joined, slicesOf } from '../../interview/model/webm.ts';
import { playable } from '../../interview/model/webm-file.ts';
import type { StoreProblem } from '../../journal/model/port.ts';
import type { OpenedParcel, PlainPart } from '../../parcel/model/port.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import type { SoundStore } from '../../vault/model/sound.ts';
import { keepSlices } from './keep-slices.ts';

/** About four minutes. A part may have 4 MiB, but it lies in memory several times over while it is sealed. */
const PART_BYTES = 1_000_000;
/** Silence in place of what was struck out: 600 bytes a second, so a part is also cut by its time. */
const PART_MS = 5 * 60_000;

/** So many slices are written and flushed together: one by one an hour and a half takes a minute of flushing. */
const AT_ONCE = 30;

const pathOf = (number: number): string => `sound/${number.toString().padStart(4, '0')}.webm`;

/** Who waits for a recording to be packed. */
export interface PartsWay {
  /** Called with where in the sound it is, in ms, at every slice. */
  readonly at?: (ms: number) => void;
  /** No part is made after it aborts. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * A recording as files that each play alone, in any player, at their own time; one at a time in memory: its bytes are
 * gone when the next is asked for.
 */
export async function* partsOfSound(
  sound: Pick<SoundStore, 'slices'>,
  recording: StreamId,
  { at, signal }: PartsWay = {},
): AsyncGenerator<PlainPart> {
  let head: Uint8Array | undefined;
  let group: SoundSlice[] = [];
  let [bytes, from, number] = [0, 0, 0];
  const tidy = tidying();
  const part = () => {
    if (!head) throw new Error('sound: a recording without a head');
    const made = { path: pathOf(number), bytes: joined(playable(head, group, from)) };
    number += 1;
    from = group.at(-1)?.to ?? from;
    for (const slice of group) release(slice.bytes);
    group = [];
    bytes = 0;
    return made;
  };
  for await (const slice of sound.slices(recording)) {
    if (signal?.aborted) return;
    at?.(slice.to);
    if (slice.n === 0) {
      head = slice.bytes;
      continue;
    }
    const isFull = bytes + slice.bytes.length > PART_BYTES || slice.to - from > PART_MS;
    if (isFull && group.length > 0) yield* given(part(), tidy);
    group.push(slice);
    bytes += slice.bytes.length;
  }
  if (group.length > 0) yield* given(part(), tidy);
}

function* given(part: PlainPart, tidy: (bytes: number) => void): Generator<PlainPart> {
  const { length } = part.bytes;
  yield part;
  release(part.bytes);
  tidy(length);
}

/**
 * Keeps what a parcel brought, sealed as if it had been recorded here. What was here of it goes first: a later parcel
 * may have less in it, and words that are gone there must go here. When it is cancelled nothing of it stays.
 */
export async function takeSound(
  vault: Pick<OpenVault, 'journal' | 'sound'>,
  recording: StreamId,
  parts: Pick<OpenedParcel, 'long' | 'part'>,
  tell: (share: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Result<'taken', StoreProblem | { readonly type: 'badContents' | 'cancelled' }>> {
  const known = (await vault.journal.list('sound')).find(({ stream }) => stream === recording);
  const about = RecordingSummary.safeParse(known?.data).data;
  if (!about) return err({ type: 'badContents' });
  const sound = await vault.sound();
  const gone = await sound.erase(recording);
  if (!gone.ok) return gone;
  const begun = await sound.begin(recording, about.interview);
  if (!begun.ok) return begun;
  let next = 1;
  const paths = [...parts.long].sort();
  for (const [number, path] of paths.entries()) {
    const bytes = (await parts.part(path)) ?? new Uint8Array();
    const { head, slices } = slicesOf(bytes, next);
    release(bytes);
    if (!head) return err({ type: 'badContents' });
    const all = next === 1 ? [{ n: 0, from: 0, to: 0, bytes: head }, ...slices] : slices;
    for (let i = 0; i < all.length; i += AT_ONCE) {
      if (signal?.aborted) {
        const none = await sound.erase(recording);
        return none.ok ? err({ type: 'cancelled' }) : none;
      }
      const kept = await keepSlices(sound, recording, ...all.slice(i, i + AT_ONCE));
      if (!kept.ok) return kept;
      tell((number + i / all.length) / paths.length);
    }
    next += slices.length;
  }
  return ok('taken');
}
