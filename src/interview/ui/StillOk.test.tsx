import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { agreed, started } from '../fixture.ts';
import { saysYes } from '../model/state.ts';
import type { RunningSound } from '../recording.ts';
import { fakeRunning, fakeSound } from '../sound-fixture.ts';
import type { SoundPorts } from '../sound-ports.ts';
import { openTalk } from './fixture.tsx';
import { StillOk } from './StillOk.tsx';
import { objectionsIn } from '../../../tests/setup/axe.ts';

async function ask() {
  const { session, ports } = await openTalk([started(), agreed(['participate', 'notes', 'audio'])]);
  const stop = vi.fn<RunningSound['stop']>().mockResolvedValue();
  const running = fakeRunning(session.stream, { stop });
  const kept = async () => ({ ok: true, value: 'both' }) as const;
  const strike = vi.fn<SoundPorts['strike']>(kept);
  const sound = fakeSound({ strike });
  const answered = vi.fn<() => void>();
  render(
    <StillOk
      session={session}
      ports={ports}
      sound={sound}
      running={running}
      onAnswered={answered}
      onClose={() => undefined}
    />,
  );
  return { session, stop, strike, answered, recording: running.recording };
}
const press = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }));

it('a no ends the sound, takes all of it away and the yes back', async () => {
  const { session, stop, strike, answered, recording } = await ask();
  press(/^Nej/);
  await waitFor(() => expect(answered).toHaveBeenCalledOnce());
  expect(stop).toHaveBeenCalledOnce();
  expect(strike).toHaveBeenCalledWith(recording, 0, 5000);
  expect(saysYes(session.snapshot().state, 'audio')).toBe(false);
});

it('a yes is noted, and the sound goes on', async () => {
  const { session, stop, strike, answered } = await ask();
  expect(await objectionsIn(document.body)).toEqual([]);
  press(/^Ja/);
  await waitFor(() => expect(answered).toHaveBeenCalledOnce());
  expect(stop).not.toHaveBeenCalled();
  expect(strike).not.toHaveBeenCalled();
  expect(saysYes(session.snapshot().state, 'audio')).toBe(true);
  expect(session.events().at(-1)).toMatchObject({
    type: 'ConsentConfirmed',
    body: { data: { moment: 'soundStarted', items: ['audio'] } },
  });
});
