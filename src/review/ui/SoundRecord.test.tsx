import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fakeSound, RECORDING } from '../../interview/sound-fixture.ts';
import type { SoundFact } from '../../interview/model/sound.ts';
import { FACTS, INTERVIEW } from '../fixture.ts';
import { TestDesk } from './fixture.tsx';

const [begun, ...rest] = FACTS;
const facts: readonly SoundFact[] = [
  { type: 'RecordingStarted', version: 1, data: { recording: RECORDING, mime: 'audio/webm' } },
  {
    type: 'SoundStruck',
    version: 1,
    data: { recording: RECORDING, from: 0, to: 60_000, reason: 'thirdPerson' },
  },
  { type: 'RecordingEnded', version: 1, data: { recording: RECORDING, ms: 125_000 } },
  {
    type: 'SoundMissing',
    version: 1,
    data: { recording: RECORDING, from: 70_000, to: 80_000, why: 'microphoneTaken', lasted: 9000 },
  },
  {
    type: 'SoundMissing',
    version: 1,
    data: { recording: RECORDING, from: 120_000, to: 125_000, why: 'silentMicrophone' },
  },
];

it('shows the supervisor how long the sound is, what was struck out and why, and lets them listen', async () => {
  const desk = new TestDesk();
  desk.sound = fakeSound({
    cards: async () => [{ recording: RECORDING, interview: INTERVIEW, ms: 125_000 }],
  });
  if (!begun) throw new Error('no interview');
  await desk.arrives(begun, ...facts, ...rest);
  await desk.show();
  expect(await screen.findByRole('heading', { name: 'Ljudinspelningar' })).toBeVisible();
  expect(screen.getByText('Inspelning 1, 2:05')).toBeVisible();
  expect(screen.getByText('Struket 0:00–1:00. Skäl: Det gäller någon annan')).toBeVisible();
  expect(screen.getByText('Ljud saknas vid 1:10. Något annat använde mikrofonen.')).toBeVisible();
  expect(
    screen.getByText(
      'Ljud saknas från 2:00 till slutet. Mikrofonen gav inget ljud. Hur länge är inte känt.',
    ),
  ).toBeVisible();
  expect(await screen.findByRole('button', { name: 'Lyssna' })).toBeVisible();
});

it('says it where the sound has not come, and nothing where there is none', async () => {
  const desk = new TestDesk();
  desk.sound = fakeSound();
  if (!begun) throw new Error('no interview');
  await desk.arrives(begun, ...facts, ...rest);
  const { view } = await desk.show();
  expect(await screen.findByText('Ljudet finns inte på den här enheten.')).toBeVisible();
  view.unmount();
  const silent = new TestDesk();
  silent.sound = fakeSound();
  await silent.arrives(...FACTS);
  await silent.show();
  expect(screen.queryByRole('heading', { name: 'Ljudinspelningar' })).toBeNull();
});
