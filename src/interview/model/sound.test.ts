import { expect, it } from 'vitest';
import { StreamId } from '../../base/ids.ts';
import { started, words, writtenAt, wrote } from '../fixture.ts';
import { recordingsOf, type SoundFact } from './sound.ts';

const RECORDING = StreamId.parse('c'.repeat(32));
const MINUTE = 60_000;
const at = (minutes: number): number => 1_800_000_000_000 + minutes * MINUTE;

const sound = <T extends SoundFact>(fact: T): T => fact;
const mark = (minutes: number): SoundFact =>
  sound({
    type: 'SoundMarked',
    version: 1,
    data: { recording: RECORDING, at: minutes * MINUTE, question: null },
  });

/** Five minutes of sound, a pause of ten, and five more; an answer is left every two or three minutes. */
const talk = writtenAt([
  [at(0), started()],
  [at(1), wrote('s2q1', words('Innan'))],
  [
    at(2),
    sound({
      type: 'RecordingStarted',
      version: 1,
      data: { recording: RECORDING, mime: 'audio/webm' },
    }),
  ],
  [at(2), mark(0)],
  [at(4), wrote('s2q2', words('I början'))],
  [at(6), wrote('s2q3', words('Mitt i'))],
  [
    at(17),
    sound({
      type: 'SoundMissing',
      version: 1,
      data: {
        recording: RECORDING,
        from: 5 * MINUTE,
        to: 5 * MINUTE,
        why: 'paused',
        lasted: 10 * MINUTE,
      },
    }),
  ],
  [at(19), wrote('s2q4', words('Efter pausen'))],
  [at(21), wrote('s2q5', words('Sist'))],
  [
    at(22),
    sound({ type: 'RecordingEnded', version: 1, data: { recording: RECORDING, ms: 10 * MINUTE } }),
  ],
]);
it('tells a recording from its facts', () => {
  expect(recordingsOf(talk)).toMatchObject([
    { recording: RECORDING, ms: 10 * MINUTE, startedAt: at(2), missing: [{ why: 'paused' }] },
  ]);
});
