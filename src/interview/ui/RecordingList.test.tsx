import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { INTERVIEW, started, written } from '../fixture.ts';
import { fakeSound, RECORDING } from '../sound-fixture.ts';
import type { SoundFact } from '../model/sound.ts';
import type { SoundTravel, SoundTravels } from '../sound-ports.ts';
import { RecordingList } from './RecordingList.tsx';
import { objectionsIn } from '../../../tests/setup/axe.ts';

const facts: readonly SoundFact[] = [
  { type: 'RecordingStarted', version: 1, data: { recording: RECORDING, mime: 'audio/webm' } },
  { type: 'RecordingEnded', version: 1, data: { recording: RECORDING, ms: 3_725_000 } },
];
const events = written([started(), ...facts]);

/** The list over a way that a test moves on by hand. */
async function show(first: SoundTravel) {
  let now = first;
  let told = () => {};
  const cancel = vi.fn<SoundTravels['cancel']>(async () => undefined);
  const again = vi.fn<SoundTravels['again']>(async () => undefined);
  const sound = fakeSound({
    cards: async () => [{ recording: RECORDING, interview: INTERVIEW, ms: 3_725_000 }],
    travels: {
      states: async () => new Map([[RECORDING, now]]),
      subscribe: (listener) => {
        told = listener;
        return () => undefined;
      },
      cancel,
      again,
    },
  });
  await act(async () => render(<RecordingList events={events} sound={sound} />));
  const move = (next: SoundTravel) =>
    act(async () => {
      now = next;
      told();
    });
  return { cancel, again, move };
}
const button = (name: string) => screen.getByRole('button', { name });

it('says how many per cent are packed, and lets it be cancelled and begun again', async () => {
  const { cancel, again, move } = await show({ state: 'packing', percent: 12 });
  expect(screen.getByText('Ljudet packas, 12 %')).toBeVisible();
  await move({ state: 'packing', percent: 43 });
  expect(screen.getByText('Ljudet packas, 43 %')).toBeVisible();
  const bar = screen.getByRole('progressbar', { name: 'Inspelning 1, 1:02:05' });
  expect(bar).toHaveAttribute('value', '43');
  expect(await objectionsIn(document.body)).toEqual([]);
  fireEvent.click(button('Avbryt'));
  expect(cancel).toHaveBeenCalledWith(RECORDING);
  await move({ state: 'cancelled' });
  fireEvent.click(button('Börja om'));
  expect(again).toHaveBeenCalledWith(RECORDING);
  await move({ state: 'sealed' });
  expect(screen.getByText(/väntar på att skickas/)).toBeVisible();
  await move({ state: 'received', at: 1_800_000_000_000 });
  expect(screen.getByText(/kom fram till kontoret/)).toBeVisible();
  expect(await objectionsIn(document.body)).toEqual([]);
});

it('lets nobody listen to what is half unpacked', async () => {
  const { cancel, move } = await show({ state: 'unpacking', percent: 5 });
  expect(screen.getByText('Ljudet packas upp, 5 %')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Lyssna' })).toBeNull();
  fireEvent.click(button('Avbryt'));
  expect(cancel).toHaveBeenCalledWith(RECORDING);
  await move({ state: 'received', at: 1_800_000_000_000 });
  expect(button('Lyssna')).toBeVisible();
});
