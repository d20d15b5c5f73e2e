import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { agreed, INTERVIEW, started, talkEnded } from '../fixture.ts';
import { recordingsOf, type SoundFact } from '../model/sound.ts';
import { fakeSound, RECORDING } from '../sound-fixture.ts';
import { openTalk } from './fixture.tsx';
import { SoundPart } from './SoundPart.tsx';

const begun: SoundFact = {
  type: 'RecordingStarted',
  version: 1,
  data: { recording: RECORDING, mime: 'audio/webm' },
};
const here = fakeSound({
  cards: async () => [{ recording: RECORDING, interview: INTERVIEW, ms: 65_000 }],
  keeping: async () => new Map([[RECORDING, { state: 'due', at: Date.UTC(2026, 11, 24, 12) }]]),
});

it('shows nothing where there is no sound', async () => {
  const { session, ports } = await openTalk([started(), agreed(), talkEnded]);
  render(<SoundPart session={session} ports={{ ...ports, sound: here }} />);
  expect(screen.queryByRole('heading')).toBeNull();
});

it('ends what a crash left open, says how long it is and when it goes, and lets it be struck out', async () => {
  const { session, ports } = await openTalk([started(), agreed(), begun, talkEnded]);
  render(<SoundPart session={session} ports={{ ...ports, sound: here }} />);
  expect(await screen.findByText('Inspelning 1, 1:05')).toBeVisible();
  expect(recordingsOf(session.events())[0]?.ms).toBe(65_000);
  expect(await screen.findByText(/Tas bort från den här enheten .*24 december 2026/)).toBeVisible();
  await waitFor(() => expect(screen.getByRole('button', { name: 'Lyssna' })).toBeVisible());
  fireEvent.click(screen.getByRole('button', { name: 'Stryk ur ljudet' }));
  expect(screen.getByRole('dialog', { name: 'Vad ska strykas?' })).toBeVisible();
});

it('says it where the browser can not play, and where the sound is not on this device', async () => {
  const { session, ports } = await openTalk([started(), agreed(), begun, talkEnded]);
  const { unmount } = render(<SoundPart session={session} ports={{ ...ports, sound: here }} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Lyssna' }));
  expect(await screen.findByText(/kan inte spela upp ljudet/)).toBeVisible();
  unmount();
  render(<SoundPart session={session} ports={{ ...ports, sound: fakeSound() }} />);
  expect(await screen.findByText('Ljudet finns inte på den här enheten.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Lyssna' })).toBeNull();
});
