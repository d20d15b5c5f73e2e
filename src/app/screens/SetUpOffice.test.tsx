import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { systemRandom, type Random } from '../../base/deps.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { SignKey } from '../../base/ids.ts';
import type { OfficeCard } from '../../sync/model/protocol.ts';
import type { Desk, LineProblem, RecoverySheet, Entrance } from '../port.ts';
import { fakeDesk, OFFICE, random, SHEET } from './fixture.ts';
import { SetUpOffice } from './SetUpOffice.tsx';

const CARD: OfficeCard = {
  office: OFFICE,
  officeKey: SignKey.parse('e'.repeat(64)),
  root: null,
  name: null,
  epoch: 1,
  now: 1_800_000_000_000,
  bench: false,
};
const WORDS = 'hallon tegel vinter mossa kanot';

type Founded = Result<{ readonly sheet: RecoverySheet; readonly desk: Desk }, LineProblem>;

function open(
  answers: Founded[] = [],
  card: Result<OfficeCard, LineProblem> = ok(CARD),
  drawn: Random = random,
) {
  const found = vi.fn<Entrance['found']>(
    async () => answers.shift() ?? err({ type: 'unreachable' } as const),
  );
  const checkSecret = vi.fn<Entrance['checkSecret']>(async () => ok('right'));
  const onDone = vi.fn<(desk: Desk) => void>();
  render(
    <SetUpOffice
      entrance={{ officeCard: async () => card, checkSecret, found }}
      random={drawn}
      onDone={onDone}
      onBack={() => undefined}
    />,
  );
  return { user: userEvent.setup(), checkSecret, found, onDone };
}

type User = ReturnType<typeof userEvent.setup>;

async function fillIn(user: User) {
  await user.type(screen.getByLabelText('Engångskod från servern'), 'kod-fran-servern');
  await user.type(screen.getByLabelText('Kontorets namn'), 'Familjehemsenheten');
  await user.click(screen.getByRole('button', { name: 'Vidare' }));
  await user.type(screen.getByLabelText('Ditt namn'), 'Maja Alvarsson');
  await user.type(screen.getByLabelText('Dina initialer'), 'MA');
  await user.type(screen.getByLabelText('Lösenfras'), WORDS);
  await user.type(screen.getByLabelText('Lösenfrasen en gång till'), WORDS);
  await user.click(screen.getByRole('button', { name: 'Vidare' }));
}

const makeKeys = (user: User) =>
  user.click(screen.getByRole('button', { name: 'Skapa nycklarna och starta kontoret' }));

it('is done only when a line of the printed sheet has been read back', async () => {
  const desk = fakeDesk();
  const { user, found, onDone } = open([ok({ sheet: SHEET, desk })]);
  await fillIn(user);
  await makeKeys(user);
  expect(found).toHaveBeenCalledExactlyOnceWith({
    secret: 'kod-fran-servern',
    officeName: 'Familjehemsenheten',
    name: 'Maja Alvarsson',
    label: 'MA',
    passphrase: WORDS,
    recipientClass: 'hybrid',
  });
  expect(screen.getByRole('heading', { level: 1, name: 'Återställningsblad' })).toHaveFocus();
  expect(document.body.textContent?.replaceAll(' ', '')).toContain(SHEET.recovery.hybrid);
  expect(screen.queryByRole('button', { name: 'Klart' })).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Jag har bladet, kontrollera det' }));
  expect(document.body.textContent?.replaceAll(' ', '')).not.toContain(SHEET.recovery.hybrid);
  const field = screen.getByRole('textbox', { name: /^De 8 sista tecknen på raden/ });
  await user.type(field, 'xxxxxxxx');
  await user.click(screen.getByRole('button', { name: 'Klart' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Det stämmer inte med bladet');
  expect(onDone).not.toHaveBeenCalled();

  // The fixed randomness draws the root's line; case and spaces do not matter.
  expect(field).toHaveAccessibleName('De 8 sista tecknen på raden Rotnyckel');
  await user.clear(field);
  await user.type(field, `${SHEET.root.slice(-8, -4).toUpperCase()} ${SHEET.root.slice(-4)}`);
  await user.click(screen.getByRole('button', { name: 'Klart' }));
  expect(onDone).toHaveBeenCalledExactlyOnceWith(desk);
});

it('lets an office choose the class that older age commands know', async () => {
  const { user, found } = open();
  await fillIn(user);
  await user.click(screen.getByText('Mer om nycklarna'));
  await user.click(screen.getByRole('radio', { name: /Äldre metod/ }));
  await makeKeys(user);
  expect(found).toHaveBeenCalledWith(expect.objectContaining({ recipientClass: 'x25519' }));
});

it('says at once that a code is wrong, however the spaces are, and goes on without an office', async () => {
  const { user, checkSecret } = open();
  checkSecret.mockResolvedValueOnce(err({ type: 'api', code: 'wrongSecret' }));
  const secret = screen.getByLabelText('Engångskod från servern');
  await user.type(secret, ' fel-kod ');
  await user.type(screen.getByLabelText('Kontorets namn'), 'Familjehemsenheten');
  await user.click(screen.getByRole('button', { name: 'Vidare' }));
  expect(checkSecret).toHaveBeenLastCalledWith('fel-kod');
  expect(secret).toHaveAccessibleDescription(/Koden stämmer inte/);
  expect(screen.queryByLabelText('Ditt namn')).toBeNull();

  checkSecret.mockResolvedValueOnce(err({ type: 'unreachable' }));
  await user.clear(secret);
  await user.type(secret, 'ratt-kod');
  expect(secret).not.toHaveAccessibleDescription(/Koden stämmer inte/);
  await user.click(screen.getByRole('button', { name: 'Vidare' }));
  expect(await screen.findByLabelText('Ditt namn')).toBeVisible();
});

it('takes a wrong code back to its field and keeps everything that was written', async () => {
  const { user, found } = open([
    err({ type: 'api', code: 'wrongSecret' }),
    ok({ sheet: SHEET, desk: fakeDesk() }),
  ]);
  await fillIn(user);
  await makeKeys(user);
  const secret = screen.getByLabelText('Engångskod från servern');
  expect(secret).toHaveAccessibleDescription(/Koden stämmer inte/);
  expect(secret).toHaveValue('kod-fran-servern');
  await user.clear(secret);
  await user.type(secret, 'ratt-kod');
  await user.click(screen.getByRole('button', { name: 'Vidare' }));
  expect(screen.getByLabelText('Ditt namn')).toHaveValue('Maja Alvarsson');
  expect(screen.getByLabelText('Lösenfras')).toHaveValue(WORDS);
  await user.click(screen.getByRole('button', { name: 'Vidare' }));
  await makeKeys(user);
  expect(found).toHaveBeenLastCalledWith(expect.objectContaining({ secret: 'ratt-kod' }));
});

it('says at once when the office is away or taken', async () => {
  open([], err({ type: 'unreachable' }));
  expect(await screen.findByText(/Kontoret svarar inte/)).toBeVisible();
});

it('says at once when somebody has set it up before', async () => {
  open([], ok({ ...CARD, root: SignKey.parse('f'.repeat(64)) }));
  expect(await screen.findByText(/redan startat/)).toBeVisible();
});

it('stays at the keys with a sentence when the server goes away, and can be tried again', async () => {
  const { user, found } = open();
  await fillIn(user);
  await makeKeys(user);
  expect(screen.getByRole('alert')).toHaveTextContent('Kontoret svarar inte');
  await makeKeys(user);
  expect(found).toHaveBeenCalledTimes(2);
});

it('refuses a PIN and two passphrases that differ, and offers words instead', async () => {
  const { user, found } = open([], ok(CARD), systemRandom);
  await user.type(screen.getByLabelText('Engångskod från servern'), 'x');
  await user.type(screen.getByLabelText('Kontorets namn'), 'Enheten');
  await user.click(screen.getByRole('button', { name: 'Vidare' }));
  await user.type(screen.getByLabelText('Ditt namn'), 'Maja');
  await user.type(screen.getByLabelText('Dina initialer'), 'M');
  const passphrase = screen.getByLabelText('Lösenfras');
  await user.type(passphrase, '830417');
  expect(screen.getByRole('meter')).toHaveAttribute('aria-valuetext', 'För lätt att gissa');
  await user.type(screen.getByLabelText('Lösenfrasen en gång till'), '830418');
  await user.click(screen.getByRole('button', { name: 'Vidare' }));
  expect(passphrase).toHaveAccessibleDescription(/för lätt att gissa/);
  expect(screen.getByLabelText('Lösenfrasen en gång till')).toHaveAccessibleDescription(
    /inte lika/,
  );

  await user.click(screen.getByRole('button', { name: 'Föreslå ord åt mig' }));
  expect(screen.getByText(/hinner inte gissa dem/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Använd de här orden' }));
  expect(screen.getByDisplayValue(/^(\S+ ){4}\S+$/)).toBe(passphrase);
  expect(passphrase).toHaveAccessibleDescription(/räcker inte\.$/);
  expect(found).not.toHaveBeenCalled();
});
