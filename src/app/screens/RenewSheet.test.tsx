import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { err, ok } from '../../base/result.ts';
import type { Desk } from '../port.ts';
import { DIRECTORY, fakeDesk, random, SHEET } from './fixture.ts';
import { RenewedSheet, RenewSheet, type Renewed } from './RenewSheet.tsx';

function open(own: Partial<Desk>) {
  const onSheet = vi.fn<(renewed: Renewed) => void>();
  render(<RenewSheet desk={fakeDesk({ isFounder: async () => true, ...own })} onSheet={onSheet} />);
  return { user: userEvent.setup(), onSheet };
}
const ask = { name: 'Skapa ett nytt återställningsblad' };

it('makes a new sheet for the founder, after asking once more', async () => {
  const renewRecovery = vi.fn<Desk['renewRecovery']>(async () => ok(SHEET));
  const { user, onSheet } = open({ renewRecovery });
  await user.click(await screen.findByRole('button', ask));
  expect(renewRecovery).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Skapa det nya bladet' }));
  expect(onSheet).toHaveBeenCalledExactlyOnceWith({
    sheet: SHEET,
    recipientClass: DIRECTORY.recipientClass,
  });
});

it('says why there is no new sheet', async () => {
  const { user, onSheet } = open({ renewRecovery: async () => err({ type: 'unreachable' }) });
  await user.click(await screen.findByRole('button', ask));
  await user.click(screen.getByRole('button', { name: 'Skapa det nya bladet' }));
  expect(await screen.findByRole('alert')).not.toBeEmptyDOMElement();
  expect(onSheet).not.toHaveBeenCalled();
});

it('is there for nobody but the founder', async () => {
  const isFounder = vi.fn<Desk['isFounder']>(async () => false);
  open({ isFounder });
  await vi.waitFor(() => expect(isFounder).toHaveBeenCalled());
  expect(screen.queryByRole('button', ask)).toBeNull();
});

it('shows the sheet as it was shown first, without the steps of setting up', () => {
  render(
    <RenewedSheet
      sheet={SHEET}
      recipientClass="hybrid"
      random={random}
      onTested={() => undefined}
    />,
  );
  expect(screen.getByText(SHEET.office)).toBeVisible();
  expect(screen.queryByText(/Steg 4/)).toBeNull();
});
