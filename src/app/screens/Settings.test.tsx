import { readFileSync } from 'node:fs';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ParcelId } from '../../base/ids.ts';
import { err, ok } from '../../base/result.ts';
import { ToldBug } from '../call.ts';
import type { Passkeys } from '../passkey.ts';
import type { Desk } from '../port.ts';
import { fakeDesk, random } from './fixture.ts';
import { Settings, type Scheme } from './Settings.tsx';

const GUIDE = readFileSync('src/guide/data/default-guide.json', 'utf8');

const PASSKEYS: Passkeys = {
  supported: async () => true,
  make: async ({ salt }) => ok({ credential: 'abc', salt, output: new Uint8Array(32).fill(9) }),
  use: async () => err({ type: 'passkeyCancelled' }),
};

function open(own: Partial<Desk> = {}, passkeys: Passkeys = PASSKEYS) {
  const onScheme = vi.fn<(scheme: Scheme) => void>();
  render(
    <Settings
      desk={fakeDesk(own)}
      scheme="auto"
      onScheme={onScheme}
      passkeys={passkeys}
      random={random}
      version="0.1.0"
      onBack={() => undefined}
    />,
  );
  return { user: userEvent.setup(), onScheme };
}

const file = (name: string, text: string) => new File([text], name, { type: 'application/json' });

it('reads in a guide', async () => {
  const keepGuide = vi.fn<Desk['keepGuide']>(async () => ok('kept' as const));
  const { user } = open({ keepGuide });
  await user.upload(screen.getByLabelText('Läs in en samtalsguide'), file('guide.json', GUIDE));
  expect(await screen.findByText(/är inläst. Nya intervjuer använder den/)).toBeVisible();
  expect(keepGuide).toHaveBeenCalledOnce();
});

it('says where a guide file is wrong, and keeps nothing of it', async () => {
  const keepGuide = vi.fn<Desk['keepGuide']>(async () => ok('kept' as const));
  const { user } = open({ keepGuide });
  const broken = JSON.parse(GUIDE);
  delete broken.sections[1].questions[2].text.sv;
  const field = screen.getByLabelText('Läs in en samtalsguide');
  await user.upload(field, file('guide.json', JSON.stringify(broken)));
  expect(await screen.findByText('Avsnitt 2, fråga 3: texten saknas (text.sv).')).toBeVisible();
  expect(keepGuide).not.toHaveBeenCalled();
});

it('opens a parcel from a file, or says why not', async () => {
  const parcel = ParcelId.parse('7'.repeat(32));
  const answers = [err({ type: 'badSignature' }), ok({ parcel })];
  const openFile = vi.fn<Desk['openFile']>(async () => answers.shift() ?? ok({ parcel }));
  const { user } = open({ openFile });
  const field = screen.getByLabelText('Öppna en intervjufil (.aterblick)');
  await user.upload(field, new File(['a'], 'x.aterblick'));
  expect(await screen.findByText(/underskrift stämmer inte/)).toBeVisible();
  await user.upload(field, new File(['b'], 'y.aterblick'));
  expect(await screen.findByText('Filen är öppnad och inläst.')).toBeVisible();
  expect(openFile).toHaveBeenLastCalledWith(new TextEncoder().encode('b'));
});

it('lets the next file be chosen when the first met a bug', async () => {
  const openFile = vi.fn<Desk['openFile']>(async () =>
    ok({ parcel: ParcelId.parse('7'.repeat(32)) }),
  );
  openFile.mockRejectedValueOnce(new ToldBug('DataError', []));
  const told = vi.fn<(bug: unknown) => void>();
  process.on('unhandledRejection', told);
  const { user } = open({ openFile });
  const field = screen.getByLabelText('Öppna en intervjufil (.aterblick)');
  await user.upload(field, new File(['a'], 'x.aterblick'));
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
  process.off('unhandledRejection', told);
  expect(screen.queryByText('Läser filen …')).toBeNull();
  await user.upload(field, new File(['b'], 'y.aterblick'));
  expect(await screen.findByText('Filen är öppnad och inläst.')).toBeVisible();
});

it('adds a passkey over the salt of the vault, and says when it was cancelled', async () => {
  let answer: Awaited<ReturnType<Passkeys['make']>> = err({ type: 'passkeyCancelled' });
  const make = vi.fn<Passkeys['make']>(async () => answer);
  const setPasskey = vi.fn<Desk['setPasskey']>(async () => ok('kept' as const));
  const { user } = open({ setPasskey, passkeySalt: async () => 'ab' }, { ...PASSKEYS, make });
  const add = await screen.findByRole('button', { name: 'Lägg till passnyckel' });
  await user.click(add);
  expect(await screen.findByRole('alert')).toHaveTextContent('passnyckel avbröts');
  expect(setPasskey).not.toHaveBeenCalled();
  answer = ok({ credential: 'abc', salt: 'ab', output: new Uint8Array(32) });
  await user.click(add);
  expect(await screen.findByText('Passnyckeln är tillagd.')).toBeVisible();
  expect(make).toHaveBeenLastCalledWith({ label: 'MA', salt: 'ab' });
  expect(setPasskey).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ salt: 'ab' }));
});

it('removes a passkey', async () => {
  const setPasskey = vi.fn<Desk['setPasskey']>(async () => ok('kept' as const));
  const { user } = open({ setPasskey, hasPasskey: async () => true });
  await user.click(await screen.findByRole('button', { name: 'Ta bort passnyckeln' }));
  expect(setPasskey).toHaveBeenCalledExactlyOnceWith(null);
});

it('changes the passphrase', async () => {
  const changePassphrase = vi.fn<Desk['changePassphrase']>(async () => ok('kept' as const));
  const { user } = open({ changePassphrase });
  const words = 'hallon tegel vinter mossa kanot';
  await user.click(screen.getByRole('button', { name: 'Byt lösenfras' }));
  await user.type(screen.getByLabelText('Lösenfras'), words);
  await user.type(screen.getByLabelText('Lösenfrasen en gång till'), words);
  await user.click(screen.getByRole('button', { name: 'Spara den nya lösenfrasen' }));
  expect(changePassphrase).toHaveBeenCalledExactlyOnceWith(words);
  expect(await screen.findByText('Den nya lösenfrasen gäller nu.')).toBeVisible();
});

it('says in words how the two copies are, and names what could not be opened', async () => {
  const { user, onScheme } = open({
    status: () => ({
      breaker: 'open',
      cause: 'QuotaExceededError',
      restored: 1,
      persisted: false,
      damaged: 2,
    }),
    aside: async () => [
      { parcel: ParcelId.parse('8'.repeat(32)), problem: 'damaged', receivedAt: 1_800_000_000_000 },
    ],
  });
  expect(await screen.findByText(/sparas bara i reserven/)).toBeVisible();
  expect(screen.getByText(/hämtades 1 rad tillbaka/)).toBeVisible();
  expect(screen.getByText(/Något saknas i 2 intervjuer/)).toBeVisible();
  expect(screen.queryByText(/Allt är som det ska/)).toBeNull();
  expect(await screen.findByText(/Filen är skadad/)).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'Mörkt' }));
  expect(onScheme).toHaveBeenCalledExactlyOnceWith('dark');
});
