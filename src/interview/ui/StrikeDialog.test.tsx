import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { err } from '../../base/result.ts';
import { agreed, started, wrote } from '../fixture.ts';
import { recordingsOf, type SoundFact } from '../model/sound.ts';
import { fakeSound, RECORDING } from '../sound-fixture.ts';
import type { SoundPorts } from '../sound-ports.ts';
import { openTalk } from './fixture.tsx';
import { StrikeDialog } from './StrikeDialog.tsx';
import { objectionsIn } from '../../../tests/setup/axe.ts';

/* Every fact of the fixture is told a minute after the one before, so the sound goes on as long. */
const MINUTE = 60_000;
const sound = (type: 'begin' | 'mark' | 'end', at: number): SoundFact =>
  type === 'begin'
    ? { type: 'RecordingStarted', version: 1, data: { recording: RECORDING, mime: 'audio/webm' } }
    : type === 'end'
      ? { type: 'RecordingEnded', version: 1, data: { recording: RECORDING, ms: at } }
      : { type: 'SoundMarked', version: 1, data: { recording: RECORDING, at, question: null } };

let strike: ReturnType<typeof vi.fn<SoundPorts['strike']>>;
const onClose = vi.fn<() => void>();
beforeEach(() => {
  strike = vi.fn<SoundPorts['strike']>(async () => ({ ok: true, value: 'both' }));
  onClose.mockClear();
});

async function show() {
  const { session, ports } = await openTalk([
    started(),
    agreed(['participate', 'notes', 'audio']),
    sound('begin', 0),
    wrote('s2q1', 'Tidigt'),
    sound('mark', 4 * MINUTE),
    wrote('s2q2', 'Sent'),
    sound('end', 12 * MINUTE),
  ]);
  const ways = fakeSound({ strike });
  render(<StrikeDialog session={session} ports={ports} sound={ways} onClose={onClose} />);
  return session;
}
const check = (name: string | RegExp) => fireEvent.click(screen.getByLabelText(name));
/** What was written along with it is looked up first. */
async function strikeNow(): Promise<void> {
  await waitFor(() => expect(go()).toBeEnabled());
  fireEvent.click(go());
}
const go = () => screen.getByRole('button', { name: 'Stryk nu' });

it('can not be done before a part and a reason are chosen', async () => {
  await show();
  expect(go()).toBeDisabled();
  check('De senaste 5 minuterna');
  expect(go()).toBeDisabled();
  check('Den som berättar vill det');
  await waitFor(() => expect(go()).toBeEnabled());
  expect(await objectionsIn(document.body)).toEqual([]);
});

it('strikes the last minutes with a second to spare, and the log says when, how long and why', async () => {
  const session = await show();
  check('De senaste 5 minuterna');
  check('Det gäller någon annan');
  await strikeNow();
  expect(await screen.findByText('Det är borta.')).toBeVisible();
  expect(strike).toHaveBeenCalledWith(RECORDING, 7 * MINUTE, 12 * MINUTE + 1000);
  expect(recordingsOf(session.events())[0]?.struck).toMatchObject([
    { from: 7 * MINUTE, to: 12 * MINUTE + 1000, reason: 'thirdPerson' },
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Tillbaka' }));
  expect(onClose).toHaveBeenCalledOnce();
});

it('takes the answers that were written then, but for those that somebody leaves out', async () => {
  const session = await show();
  check('Hela inspelningen');
  const answers = await screen.findAllByRole('checkbox');
  expect(answers).toHaveLength(2);
  for (const answer of answers) expect(answer).toBeChecked();
  const [first] = answers;
  if (first) fireEvent.click(first);
  check('Det spelades in av misstag');
  await strikeNow();
  await screen.findByText('Det är borta.');
  const { questions } = session.snapshot().state;
  const left = [...questions.values()].filter(({ answer }) => answer !== null);
  expect(left).toHaveLength(1);
});

it('goes from one marked place to another, and says when it did not work', async () => {
  strike.mockResolvedValue(err({ type: 'diskFull' }));
  await show();
  check('Från ett ställe till ett annat');
  fireEvent.change(screen.getByLabelText('Från'), { target: { value: String(4 * MINUTE) } });
  check('Den som berättar vill det');
  await strikeNow();
  await waitFor(() => expect(screen.getByText('Det gick inte. Försök igen.')).toBeVisible());
  expect(strike).toHaveBeenCalledWith(RECORDING, 4 * MINUTE, 12 * MINUTE + 1000);
  expect(screen.queryByText('Det är borta.')).toBeNull();
});
