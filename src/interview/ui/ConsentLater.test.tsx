import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { NewEvent } from '../../journal/model/event.ts';
import { aged, agreed, GUIDE, started, talkEnded } from '../fixture.ts';
import { foldConsent } from '../model/consent-items.ts';
import { FinishDialog } from './FinishDialog.tsx';
import { openTalk } from './fixture.tsx';

const LABEL = GUIDE.consent.items.find(({ id }) => id === 'nextInterviewer')?.label.sv ?? '';

async function finishing(facts: readonly NewEvent[], guide = GUIDE) {
  const talk = await openTalk(facts, undefined, guide);
  const nothing = () => undefined;
  render(
    <FinishDialog
      session={talk.session}
      ports={talk.ports}
      onGo={nothing}
      onClose={nothing}
      onStop={nothing}
    />,
  );
  const said = () => foldConsent(talk.session.events()).items.get('nextInterviewer');
  return { ...talk, said };
}
const TALKING = [started(), aged(), agreed()];
const asked = () => within(screen.getByRole('group', { name: LABEL }));

it('asks at the end, with nothing chosen, and needs no answer', async () => {
  const { session, said } = await finishing(TALKING);
  for (const radio of asked().getAllByRole('radio')) expect(radio).not.toBeChecked();
  fireEvent.click(screen.getByRole('button', { name: 'Avsluta och gå till memot' }));
  await waitFor(() => expect(session.snapshot().state.status).toBe('writing'));
  expect(said()).toBeUndefined();
});

it('keeps the yes with the version of the text, and can be changed or taken back in one tap', async () => {
  const { said } = await finishing(TALKING);
  fireEvent.click(asked().getByRole('radio', { name: 'Ja' }));
  await waitFor(() =>
    expect(said()).toMatchObject({ state: 'yes', textVersion: GUIDE.consent.version }),
  );
  const row = screen
    .getAllByRole('listitem', { hidden: true })
    .find((each) => each.textContent?.includes(LABEL));
  if (!row) throw new Error('no row');
  fireEvent.click(within(row).getByRole('button', { name: /^Ta tillbaka/, hidden: true }));
  await waitFor(() => expect(said()?.state).toBe('withdrawn'));
  expect(asked().getByRole('radio', { name: 'Nej' })).toBeChecked();
});

it('is not asked before anybody has said yes, nor when the talk is over, nor by a guide without it', async () => {
  await finishing([started()]);
  await finishing([started(), aged(), agreed(), talkEnded]);
  const items = GUIDE.consent.items.filter(({ ask }) => ask !== 'closing');
  const older = { ...GUIDE, consent: { ...GUIDE.consent, items } };
  await finishing(TALKING, older);
  expect(screen.queryByRole('group', { name: LABEL })).toBeNull();
});
