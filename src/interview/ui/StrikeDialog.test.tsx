import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { StreamId } from '../../base/ids.ts';
import { ok } from '../../base/result.ts';
import type { NewEvent } from '../../journal/model/event.ts';
import { GUIDE, must, q, words, wrote } from '../fixture.ts';
import { fakeSound } from '../sound-fixture.ts';
import { tellsOf } from '../timeline-fixture.ts';
import { TranscriptSession } from '../transcript-session.ts';
import { consented, openTalk } from './fixture.tsx';
import { StrikeDialog } from './StrikeDialog.tsx';

/* What was written while sound was recorded is shown in words that the young person may read, and goes with it. */

const RECORDING = StreamId.parse('c'.repeat(32));
const fact = (type: string, data: object): NewEvent => ({ type, version: 1, data });
const textOf = (id: string) =>
  GUIDE.sections.flatMap(({ questions }) => questions).find((each) => each.id === id)?.text.sv ??
  id;

async function show() {
  const talk = await openTalk([
    ...consented,
    fact('RecordingStarted', { recording: RECORDING, mime: 'audio/webm' }),
    wrote('s2q1', 'HEMLIGT svar'),
    tellsOf('1', { home: 'fosterHome', words: 'HEMLIGT hem' }),
    fact('SafetyFlagged', { card: 'childAtRisk', question: null, note: 'Hon är rädd' }),
    fact('RecordingEnded', { recording: RECORDING, ms: 240_000 }),
  ]);
  const { session, ports } = talk;
  // Still being typed when the dialog opens.
  session.write(q('s2q2'), words('HEMLIGT halvt'));
  const transcript = must(await TranscriptSession.begin(ports, session.stream, 'sv'));
  must(
    await transcript.importAll([
      { from: 1000, to: 2000, text: 'HEMLIGT i ljudet', remark: '', speaker: 'participant' },
    ]),
  );
  const struck: unknown[] = [];
  const sound = fakeSound({
    strike: async (...args) => {
      struck.push(args);
      return ok('both');
    },
  });
  render(<StrikeDialog session={session} ports={ports} sound={sound} onClose={() => {}} />);
  const kept = async () =>
    JSON.stringify([
      await ports.journal.open(session.stream),
      await ports.journal.open(transcript.stream),
    ]);
  return { ...talk, struck, kept, user: userEvent.setup() };
}
const ticked = (name: RegExp) =>
  within(screen.getByRole('group', { name })).getAllByRole<HTMLInputElement>('checkbox', {
    checked: true,
  });

it('shows all that was written then and what the transcript has, and makes it go', async () => {
  const { user, struck, kept, session } = await show();
  await user.click(screen.getByRole('radio', { name: 'Hela inspelningen' }));
  await screen.findByRole('group', { name: /utskriften av samtalet/ });
  const list = within(screen.getByRole('group', { name: /Det här skrevs då/ }));
  expect(list.getByRole('checkbox', { name: textOf('s2q1') })).toBeChecked();
  expect(list.getByRole('checkbox', { name: textOf('s2q2') })).toBeChecked();
  expect(list.getByRole('checkbox', { name: /^Tidslinjen: Familjehem/ })).toBeChecked();
  expect(list.getByRole('checkbox', { name: /meddelandet till arbetsledaren/ })).not.toBeChecked();
  expect(ticked(/utskriften/)).toHaveLength(1);
  const strike = screen.getByRole('button', { name: 'Stryk nu' });
  expect(strike).toBeDisabled();
  await user.click(screen.getByRole('radio', { name: 'Den som berättar vill det' }));
  await user.click(strike);
  expect(await screen.findByText('Det är borta.')).toBeVisible();
  expect(struck).toEqual([[RECORDING, 0, 241_000]]);
  expect(await kept()).not.toContain('HEMLIGT');
  expect(session.snapshot().state.flags).toMatchObject([{ note: 'Hon är rädd' }]);
});

it('leaves what the person wants to leave', async () => {
  const { user, kept } = await show();
  await user.click(screen.getByRole('radio', { name: 'Hela inspelningen' }));
  await waitFor(() => expect(ticked(/utskriften/)).toHaveLength(1));
  await user.click(screen.getByRole('checkbox', { name: textOf('s2q1') }));
  await user.click(await screen.findByRole('checkbox', { name: /HEMLIGT i ljudet/ }));
  await user.click(screen.getByRole('radio', { name: 'Det spelades in av misstag' }));
  await user.click(screen.getByRole('button', { name: 'Stryk nu' }));
  expect(await screen.findByText('Det är borta.')).toBeVisible();
  expect(await kept()).toContain('HEMLIGT svar');
  expect(await kept()).toContain('HEMLIGT i ljudet');
  expect(await kept()).not.toContain('HEMLIGT hem');
  expect(await kept()).not.toContain('HEMLIGT halvt');
});
