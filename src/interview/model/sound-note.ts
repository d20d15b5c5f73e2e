import * as z from 'zod/mini';
import { utf8 } from '../../base/bytes.ts';
import { StreamId } from '../../base/ids.ts';
import { fact } from '../../journal/model/fact.ts';
import { missing, Ms, SoundFact, SoundGap, type RecordingState } from './sound.ts';
import { FIRST_NOTE, type SoundSlice } from './sound-slice.ts';

/** A gap begins: written down at once, since the tablet may be switched off before it ends. */
export const GapBegun = fact('SoundMissingSince', { recording: StreamId, at: Ms, why: SoundGap });
export type GapBegun = z.infer<typeof GapBegun>;

/** What is kept beside the sound, to become events when the talk is opened again. */
export const SoundNote = z.union([SoundFact, GapBegun]);
export type SoundNote = z.infer<typeof SoundNote>;

/**
 * What is to be said of a recording when nobody can write events, or nobody may come to write them: kept beside the
 * sound, with its key, until the talk is opened again. `nth` counts the notes of a recording from 0; `at` is where the
 * sound is.
 */
export const noteOf = (note: SoundNote, nth: number, at: number): SoundSlice => ({
  n: FIRST_NOTE + nth,
  from: at,
  to: at,
  bytes: utf8(JSON.stringify(note)),
});

/** Undefined for what is no note, or one of a later version. */
export function readNote({ n, bytes }: SoundSlice): SoundNote | undefined {
  if (n < FIRST_NOTE) return undefined;
  try {
    return SoundNote.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}

/**
 * What the notes of a recording tell that its interview does not know yet. A gap whose end was never told goes on to
 * the end of the recording, and for how long nobody knows.
 * @param notes in order.
 * @param ms where the sound ends.
 */
export function factsOf(
  notes: readonly SoundSlice[],
  ms: number,
  known: Pick<RecordingState, 'missing'>,
): readonly SoundFact[] {
  const facts: SoundFact[] = [];
  // One gap at a time: each beginning says that the one before it has ended.
  let begun: GapBegun['data'] | undefined;
  for (const note of notes.flatMap((each) => readNote(each) ?? [])) {
    if (note.type === 'SoundMissingSince') {
      begun = note.data;
      continue;
    }
    facts.push(note);
    if (note.type === 'SoundMissing' && note.data.why === begun?.why) begun = undefined;
  }
  if (!begun) return facts;
  const { recording, at, why } = begun;
  if (known.missing.some((gap) => gap.why === why && gap.from === at)) return facts;
  return [...facts, missing(recording, why, at, Math.max(at, ms))];
}
