import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { memoryJournal, moodyJournal, must, q, wrote } from '../fixture.ts';
import { TranscriptSession } from '../transcript-session.ts';
import { consented, openTalk } from './fixture.tsx';
import { ReadBack } from './ReadBack.tsx';
import { StopDialog } from './StopDialog.tsx';
import type { Journal } from '../../journal/model/port.ts';

/* Words that are taken back from the notes are shown where the transcript has them, and go from there in one step. */

const SECRET = 'Kalle slog mig i köket.';

async function talk(inner: Journal = memoryJournal()) {
  const moody = moodyJournal(inner);
  const opened = await openTalk([...consented, wrote('s2q1', `Fint. ${SECRET}`)], moody.journal);
  const { session, ports, journal } = opened;
  const transcript = must(await TranscriptSession.begin(ports, session.stream, 'sv'));
  const cue = { from: null, to: null, remark: '', speaker: 'participant' } as const;
  must(
    await transcript.importAll([
      { ...cue, text: `Ja, du. ${SECRET}` },
      { ...cue, text: 'Vi åt gröt.' },
    ]),
  );
  const kept = async () =>
    JSON.stringify([await journal.open(session.stream), await journal.open(transcript.stream)]);
  return { ...opened, kept, moody, user: userEvent.setup() };
}
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const also = () => screen.findByRole('group', { name: /utskriften av samtalet/ });

async function removePassage() {
  const opened = await talk();
  const { session, ports, user } = opened;
  render(<ReadBack session={session} ports={ports} question={q('s2q1')} onClose={() => {}} />);
  await user.click(await button('Ta bort något'));
  await user.click(screen.getByRole('checkbox', { name: SECRET }));
  await user.click(await button('Radera det valda'));
  return opened;
}

it('shows what the transcript has of a passage, and erases it from there too', async () => {
  const { user, kept } = await removePassage();
  const [only, ...rest] = within(await also()).getAllByRole('checkbox');
  expect(only).toBeChecked();
  expect(only).toHaveFocus();
  expect(rest).toEqual([]);
  expect(within(await also()).getByText(/Deltagare/)).toBeVisible();
  await user.click(await button('Ja, radera'));
  expect(await screen.findByText('Det är raderat.')).toBeVisible();
  expect(await kept()).not.toContain('Kalle');
  expect(await kept()).toContain('Vi åt gröt.');
});

it('leaves in the transcript what the person wants to leave there', async () => {
  const { user, kept, session } = await removePassage();
  await user.click(within(await also()).getByRole('checkbox'));
  await user.click(await button('Ja, radera'));
  expect(await screen.findByText('Det är raderat.')).toBeVisible();
  expect(session.answer(q('s2q1')).text).toBe('Fint. ');
  expect(await kept()).toContain(`Ja, du. ${SECRET}`);
});

it('says so, and takes nothing for gone, when the transcript could not be written', async () => {
  const { user, moody, session } = await removePassage();
  await also();
  moody.refuse({ type: 'diskFull' });
  await user.click(await button('Ja, radera'));
  expect(await screen.findByRole('alert')).toHaveTextContent('Det gick inte att radera');
  expect(session.answer(q('s2q1')).text).toContain(SECRET);
});

it('asks at a stop as well, before the answers go', async () => {
  const { user, kept, session, ports, calls } = await talk();
  render(<StopDialog session={session} ports={ports} onClose={() => {}} />);
  await user.click(await button(/^Spara en del/));
  await user.click(screen.getByRole('checkbox'));
  await user.click(await button('Ta bort 1 svar och sluta'));
  expect(within(await also()).getByRole('checkbox')).toBeChecked();
  expect(calls).toEqual([]);
  await user.click(await button('Ta bort 1 svar och sluta'));
  await waitFor(() => expect(calls).toEqual(['after']));
  expect(await kept()).not.toContain('Kalle');
});
