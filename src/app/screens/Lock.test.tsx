import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { VaultId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { VaultCard } from '../../vault/model/port.ts';
import type { PasskeyProblem } from '../passkey.ts';
import type { Desk, LineProblem, Entrance } from '../port.ts';
import { CARD, clock, fakeDesk, random, SHEET, VAULT } from './fixture.ts';
import { Lock } from './Lock.tsx';

afterEach(() => vi.useRealTimers());

function open(
  answers: Result<Desk, LineProblem>[],
  cards: readonly VaultCard[] = [CARD],
  passkey: Result<Uint8Array, PasskeyProblem> = ok(new Uint8Array(32).fill(9)),
) {
  const unlock = vi.fn<Entrance['unlock']>(
    async () => answers.shift() ?? err({ type: 'vaultDamaged' } as const),
  );
  const takeOver = vi.fn<Entrance['takeOver']>(async () => undefined);
  const onDone = vi.fn<(desk: Desk) => void>();
  const time = clock();
  render(
    <Lock
      entrance={{ unlock, takeOver }}
      cards={cards}
      clock={time}
      random={random}
      onPasskey={async () => passkey}
      onDone={onDone}
      onNew={() => undefined}
    />,
  );
  return { user: userEvent.setup(), unlock, takeOver, onDone, time };
}

const fakeVault = (sign: string) => VaultId.parse(sign.repeat(32));
const passphrase = () => screen.getByLabelText('Lösenfras');
const unlockButton = () => screen.getByRole('button', { name: 'Lås upp' });

it('shows initials only, and opens the chosen vault', async () => {
  const desk = fakeDesk();
  const other = { ...CARD, label: 'TL', vault: fakeVault('6') };
  const { user, unlock, onDone } = open([ok(desk)], [CARD, other]);
  await user.click(screen.getByRole('button', { name: 'TL' }));
  await user.type(passphrase(), 'hallon tegel');
  await user.click(unlockButton());
  expect(unlock).toHaveBeenCalledExactlyOnceWith(other.vault, {
    type: 'passphrase',
    passphrase: 'hallon tegel',
  });
  expect(onDone).toHaveBeenCalledExactlyOnceWith(desk);
});

it('answers a wrong passphrase and a wrong passkey with the same words', async () => {
  const card = { ...CARD, passkey: { credential: 'abc', salt: '00' } };
  const wrong = err({ type: 'wrongSecret', waitMs: 0 } as const);
  const { user, unlock } = open([wrong, wrong], [card]);
  await user.type(passphrase(), 'fel');
  await user.click(unlockButton());
  const words = screen.getByRole('alert').textContent;
  expect(words).toMatch(/Det gick inte att låsa upp/);
  await user.click(screen.getByRole('button', { name: 'Lås upp med passnyckel' }));
  expect(screen.getByRole('alert').textContent).toBe(words);
  expect(unlock).toHaveBeenLastCalledWith(VAULT, {
    type: 'passkey',
    output: new Uint8Array(32).fill(9),
  });
});

it('says that a cancelled passkey can be tried again, and tries nothing', async () => {
  const card = { ...CARD, passkey: { credential: 'abc', salt: '00' } };
  const { user, unlock } = open([], [card], err({ type: 'passkeyCancelled' }));
  await user.click(screen.getByRole('button', { name: 'Lås upp med passnyckel' }));
  expect(screen.getByRole('alert')).toHaveTextContent('passnyckel avbröts');
  expect(unlock).not.toHaveBeenCalled();
});

it('waits as long as the vault asks, and says once that it is over', async () => {
  vi.useFakeTimers();
  const { unlock, time } = open([err({ type: 'wrongSecret', waitMs: 6000 })]);
  fireEvent.change(passphrase(), { target: { value: 'fel' } });
  await act(async () => fireEvent.click(unlockButton()));
  const shown = screen.getByText('Vänta 6 sekunder innan nästa försök.');
  expect(shown).not.toHaveAttribute('aria-live');
  expect(shown).not.toHaveAttribute('role');
  expect(unlockButton()).toBeDisabled();
  await act(async () => fireEvent.submit(passphrase()));
  expect(unlock).toHaveBeenCalledOnce();

  const pass = (ms: number) =>
    act(async () => {
      time.advance(ms);
      await vi.advanceTimersByTimeAsync(ms);
    });
  await pass(5000);
  expect(screen.getByText('Vänta 1 sekund innan nästa försök.')).toBeVisible();
  expect(unlockButton()).toBeDisabled();
  await pass(1000);
  expect(screen.queryByText(/^Vänta/)).toBeNull();
  expect(screen.getByText('Nu kan du försöka igen.')).toHaveRole('status');
  expect(unlockButton()).toBeEnabled();
});

it('says nothing about the end of a short wait', async () => {
  vi.useFakeTimers();
  const { time } = open([err({ type: 'wrongSecret', waitMs: 2000 })]);
  fireEvent.change(passphrase(), { target: { value: 'fel' } });
  await act(async () => fireEvent.click(unlockButton()));
  expect(unlockButton()).toBeDisabled();
  await act(async () => {
    time.advance(2000);
    await vi.advanceTimersByTimeAsync(2000);
  });
  expect(unlockButton()).toBeEnabled();
  expect(screen.queryByText('Nu kan du försöka igen.')).toBeNull();
});

it('takes over from another tab and opens with what was written', async () => {
  const desk = fakeDesk();
  const { user, unlock, takeOver, onDone } = open([err({ type: 'openElsewhere' }), ok(desk)]);
  await user.type(passphrase(), 'hallon tegel');
  await user.click(unlockButton());
  expect(screen.getByRole('alert')).toHaveTextContent('öppet i en annan flik');
  await user.click(screen.getByRole('button', { name: 'Ta över hit' }));
  expect(takeOver).toHaveBeenCalledExactlyOnceWith(VAULT);
  expect(unlock).toHaveBeenCalledTimes(2);
  expect(onDone).toHaveBeenCalledExactlyOnceWith(desk);
});

it('opens a forgotten vault with a key from the sheet, and lets no one on without a new passphrase', async () => {
  const changePassphrase = vi.fn<Desk['changePassphrase']>(async () => ok('kept' as const));
  const desk = fakeDesk({ changePassphrase });
  const { user, unlock, onDone } = open([ok(desk)]);
  await user.click(screen.getByRole('button', { name: 'Jag har glömt lösenfrasen' }));
  const field = screen.getByLabelText('Återställningsnyckel');
  await user.type(field, 'inte en nyckel');
  await user.click(screen.getByRole('button', { name: 'Öppna' }));
  expect(field).toHaveAccessibleDescription(/ser inte ut som en återställningsnyckel/);
  await user.clear(field);
  await user.type(field, SHEET.recovery.x25519.toLowerCase().replaceAll(/(.{5})/g, '$1 '));
  await user.click(screen.getByRole('button', { name: 'Öppna' }));
  expect(unlock).toHaveBeenCalledExactlyOnceWith(VAULT, {
    type: 'recovery',
    identity: SHEET.recovery.x25519,
  });
  expect(onDone).not.toHaveBeenCalled();

  const words = 'hallon tegel vinter mossa kanot';
  // The form comes with its list of words, when it is needed.
  await user.type(await screen.findByLabelText('Lösenfras', {}, { timeout: 10_000 }), words);
  await user.type(screen.getByLabelText('Lösenfrasen en gång till'), words);
  await user.click(screen.getByRole('button', { name: 'Spara den nya lösenfrasen' }));
  expect(changePassphrase).toHaveBeenCalledExactlyOnceWith(words);
  expect(onDone).toHaveBeenCalledExactlyOnceWith(desk);
});

it('says when no recovery key can open the vault yet', async () => {
  const { user } = open([], [{ ...CARD, recoverable: false }]);
  await user.click(screen.getByRole('button', { name: 'Jag har glömt lösenfrasen' }));
  expect(screen.getByText(/inte inlagda på den här enheten än/)).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
});
