import { expect, it } from 'vitest';
import { RECORDING } from '../sound-fixture.ts';
import { factsOf, noteOf, readNote, type SoundNote } from './sound-note.ts';
import { missing, type SoundGap } from './sound.ts';
import { FIRST_NOTE } from './sound-slice.ts';

const begun = (at: number, why: SoundGap): SoundNote => ({
  type: 'SoundMissingSince',
  version: 1,
  data: { recording: RECORDING, at, why },
});
const told = (notes: readonly SoundNote[], ms: number, known: readonly SoundNote[] = []) =>
  factsOf(
    notes.map((note, nth) => noteOf(note, nth, 0)),
    ms,
    {
      missing: known.flatMap((note) =>
        note.type === 'SoundMissing' ? { ...note.data, now: 0, isLate: false } : [],
      ),
    },
  );

it('tells of a gap whose end was noted as it was', () => {
  const gap = missing(RECORDING, 'silentMicrophone', 1000, 1000, 7000);
  expect(told([begun(1000, 'silentMicrophone'), gap], 5000)).toEqual([gap]);
});

it('lets a gap whose end nobody told go on to the end of the recording', () => {
  const first = missing(RECORDING, 'silentMicrophone', 1000, 1000, 7000);
  const notes = [
    begun(1000, 'silentMicrophone'),
    first,
    missing(RECORDING, 'tabletSlept', 2000, 2000, 9000),
    begun(3000, 'microphoneTaken'),
  ];
  expect(told(notes, 5000)).toEqual([
    first,
    notes[2],
    missing(RECORDING, 'microphoneTaken', 3000, 5000),
  ]);
  // A strike may have taken the sound after it.
  expect(told([begun(3000, 'paused')], 2000)).toEqual([missing(RECORDING, 'paused', 3000, 3000)]);
});

it('tells of no gap twice: one that ended with the talk open is known there', () => {
  const known = missing(RECORDING, 'microphoneTaken', 1000, 2000, 1000);
  expect(told([begun(1000, 'microphoneTaken')], 5000, [known])).toEqual([]);
  expect(
    told([begun(1000, 'microphoneTaken'), begun(4000, 'microphoneTaken')], 5000, [known]),
  ).toEqual([missing(RECORDING, 'microphoneTaken', 4000, 5000)]);
});

it('leaves what it can not read of a note', () => {
  const { bytes } = noteOf(begun(0, 'paused'), 0, 0);
  const odd = new TextEncoder().encode('{"type":"SoundMissing","version":1,"data":{}}');
  const at = { from: 0, to: 0 };
  expect(readNote({ ...at, n: FIRST_NOTE, bytes: odd })).toBeUndefined();
  expect(readNote({ ...at, n: FIRST_NOTE, bytes: bytes.slice(1) })).toBeUndefined();
  expect(readNote({ ...at, n: FIRST_NOTE - 1, bytes })).toBeUndefined();
});
