import { expect, it } from 'vitest';
import { transcriptTexts } from '../../../i18n/transcript.ts';
import { StreamId } from '../../../base/ids.ts';
import { q, started, written } from '../../fixture.ts';
import { recordingsOf, type SoundFact } from '../../model/sound.ts';
import { gapsOf, marksOf } from './own-sound.ts';

const recording = StreamId.parse('9'.repeat(32));
const facts: readonly SoundFact[] = [
  { type: 'RecordingStarted', version: 1, data: { recording, mime: 'audio/webm' } },
  { type: 'SoundMarked', version: 1, data: { recording, at: 1000, question: q('s2q1') } },
  { type: 'SoundMarked', version: 1, data: { recording, at: 2000, question: null } },
  {
    type: 'SoundMissing',
    version: 1,
    data: { recording, from: 5000, to: 6000, why: 'tabletSlept' },
  },
  {
    type: 'SoundStruck',
    version: 1,
    data: { recording, from: 3000, to: 4000, reason: 'participant' },
  },
  { type: 'RecordingEnded', version: 1, data: { recording, ms: 9000 } },
];

it('shows where questions were asked, what is struck out and where no sound came', () => {
  const [known] = recordingsOf(written([started(), ...facts]));
  if (!known) throw new Error('no recording');
  const marks = marksOf(known, (question) => `Fråga ${question}`, 'Märke');
  expect(marks).toEqual([
    { at: 1000, label: 'Fråga s2q1' },
    { at: 2000, label: 'Märke' },
  ]);
  expect(gapsOf(known, transcriptTexts.sv)).toEqual([
    { from: 3000, to: 4000, label: 'struket' },
    { from: 5000, to: 6000, label: 'surfplattan sov' },
  ]);
});
