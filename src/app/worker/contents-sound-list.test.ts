import { expect, it } from 'vitest';
import { GUIDE, started, written } from '../../interview/fixture.ts';
import { RECORDING } from '../../interview/sound-fixture.ts';
import type { SoundFact } from '../../interview/model/sound.ts';
import { foldInterview } from '../../interview/model/state.ts';
import { soundList } from './contents-sound-list.ts';

const facts: readonly SoundFact[] = [
  { type: 'RecordingStarted', version: 1, data: { recording: RECORDING, mime: 'audio/webm' } },
  {
    type: 'SoundMissing',
    version: 1,
    data: { recording: RECORDING, from: 30_000, to: 30_000, why: 'tabletSlept', lasted: 9000 },
  },
  {
    type: 'SoundStruck',
    version: 1,
    data: { recording: RECORDING, from: 60_000, to: 999_000, reason: 'participant' },
  },
  { type: 'RecordingEnded', version: 1, data: { recording: RECORDING, ms: 125_000 } },
];
const listOf = (told: readonly SoundFact[], language: 'sv' | 'en') => {
  const events = written([started(), ...told]);
  const state = foldInterview(events);
  if (!state) throw new Error('no interview');
  return soundList({ state, events, guide: GUIDE, language });
};

it('tells anyone who opens the parcel how long the sound is, what was struck out and what is missing', () => {
  expect(listOf(facts, 'sv')).toEqual({
    title: 'Ljudinspelningar',
    lines: [
      'Inspelning 1, 2:05',
      // No longer than the recording, whatever was chosen.
      'Struket 1:00–2:05. Skäl: Den som berättar vill det',
      'Ljud saknas vid 0:30. Surfplattan sov.',
    ],
  });
  expect(listOf(facts, 'en')?.lines[0]).toBe('Recording 1, 2:05');
});

it('has no heading where there is no sound', () => {
  expect(listOf([], 'sv')).toBeNull();
});
