import { utf8 } from '../../base/bytes.ts';
import { SoundFact } from './sound.ts';
import { FIRST_NOTE, type SoundSlice } from './sound-slice.ts';

/**
 * What is to be said of a recording while the vault is locked and nobody can write events: kept beside the sound, with
 * its key, until the talk is opened again. `nth` counts the notes of a recording from 0; `at` is where the sound is.
 */
export const noteOf = (fact: SoundFact, nth: number, at: number): SoundSlice => ({
  n: FIRST_NOTE + nth,
  from: at,
  to: at,
  bytes: utf8(JSON.stringify(fact)),
});

/** Undefined for what is no note, or one of a later version. */
export function readNote({ n, bytes }: SoundSlice): SoundFact | undefined {
  if (n < FIRST_NOTE) return undefined;
  try {
    return SoundFact.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}
