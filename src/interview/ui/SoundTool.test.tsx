import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { agreed, aged, q, started } from '../fixture.ts';
import { SoundDesk } from '../recording.ts';
import { recordingsOf } from '../model/sound.ts';
import { fakeRunning, fakeSound } from '../sound-fixture.ts';
import type { SoundPorts } from '../sound-ports.ts';
import { openTalk } from './fixture.tsx';
import { SoundTool } from './SoundTool.tsx';
import { objectionsIn } from '../../../tests/setup/axe.ts';

const YES = agreed(['participate', 'notes', 'audio']);

async function show(sound: SoundPorts | undefined, consent = YES) {
  const { session, ports } = await openTalk([started(), aged(), consent]);
  const question = session.guide.sections
    .flatMap(({ questions }) => questions)
    .find(({ id }) => id === q('s2q1'));
  if (!question) throw new Error('no question');
  const nothing = () => undefined;
  const onPause = vi.fn<() => void>();
  render(
    <SoundTool
      session={session}
      question={question}
      ports={{ ...ports, sound }}
      onClose={nothing}
      onGo={nothing}
      onMove={nothing}
      onPause={onPause}
      onStop={nothing}
    />,
  );
  return { session, onPause };
}
const start = () => screen.queryByRole('button', { name: 'Starta ljudet' });

it('is off in practice, without a retention decision and without a yes, and says why', async () => {
  await show(undefined);
  expect(screen.getByText(/I övningen spelas inget ljud in/)).toBeVisible();
  await show(fakeSound({ retention: async () => null }));
  expect(await screen.findByText(/behöver först ett gallringsbeslut/)).toBeVisible();
  await show(fakeSound(), agreed());
  expect(await screen.findByText(/har inte sagt ja till ljudinspelning/)).toBeVisible();
  expect(start()).toBeNull();
});

it('says before it starts what the person shall hear, and in words why it could not', async () => {
  const begin = vi.fn<SoundPorts['begin']>(async () => ({ ok: true, value: 'both' }));
  const { session } = await show(fakeSound({ begin }));
  expect(await screen.findByText('Säg det här innan du startar:')).toBeVisible();
  expect(await objectionsIn(document.body)).toEqual([]);
  const button = start();
  if (!button) throw new Error('nothing to start');
  fireEvent.click(button);
  // This browser of ours has no recorder.
  expect(await screen.findByText(/kan inte spela in ljud på ett säkert sätt/)).toBeVisible();
  expect(begin).toHaveBeenCalledOnce();
  expect(recordingsOf(session.events())).toEqual([]);
});

it('says that the disk is full before anything is recorded', async () => {
  await show(fakeSound({ begin: async () => ({ ok: false, error: { type: 'diskFull' } }) }));
  fireEvent.click(await screen.findByRole('button', { name: 'Starta ljudet' }));
  expect(await screen.findByText(/kanske är surfplattan full/)).toBeVisible();
});

it('marks a place, pauses with the talk and ends it while it is on', async () => {
  const desk = new SoundDesk();
  const stop = vi.fn<() => Promise<void>>(async () => undefined);
  const { session, onPause } = await show(fakeSound({ desk }));
  desk.set(fakeRunning(session.stream, { stop }));
  expect(await screen.findByText('Ljudet är på, 0 min hittills.')).toBeVisible();
  fireEvent.click(screen.getByRole('button', { name: 'Märk stället' }));
  expect(await screen.findByText('Stället är märkt.')).toBeVisible();
  fireEvent.click(screen.getByRole('button', { name: 'Pausa samtalet' }));
  expect(onPause).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Stäng av ljudet' }));
  expect(stop).toHaveBeenCalledOnce();
});
