import type { Desk } from '../port.ts';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { err, ok } from '../../base/result.ts';
import { fakeDesk, LOST_DEVICE } from './fixture.ts';
import { Members } from './Members.tsx';
import { objectionsIn } from '../../../tests/setup/axe.ts';

const LINK = 'https://kontor.exempel.se/#join=hemligt';

it('makes an invitation with a link, a code to scan and how long it holds', async () => {
  const user = userEvent.setup();
  const invite = vi.fn<Desk['invite']>(async () => ok({ link: LINK, expires: 1_800_000_000_000 }));
  render(<Members desk={fakeDesk({ invite })} onBack={() => undefined} />);
  await user.click(screen.getByRole('button', { name: 'Skapa en inbjudan' }));
  expect(screen.getByLabelText('Namn')).toHaveAccessibleDescription(/Skriv namnet/);
  await user.type(screen.getByLabelText('Namn'), ' Saga Holm ');
  await user.click(screen.getByRole('radio', { name: 'Utbildare' }));
  await user.click(screen.getByRole('button', { name: 'Skapa en inbjudan' }));
  expect(invite).toHaveBeenCalledExactlyOnceWith({ name: 'Saga Holm', role: 'trainer' });
  expect(screen.getByLabelText('Länk')).toHaveValue(LINK);
  const code = screen.getByRole('img', { name: 'QR-kod med inbjudan till Saga Holm' });
  expect(code.querySelector('path')?.getAttribute('d')).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
  expect(screen.getByText(/och kan användas en gång/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Kopiera länken' }));
  expect(await screen.findByText('Länken är kopierad.')).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe(LINK);
});

it('keeps the name when the office does not answer', async () => {
  const user = userEvent.setup();
  render(<Members desk={fakeDesk()} onBack={() => undefined} />);
  await user.type(screen.getByLabelText('Namn'), 'Saga Holm');
  await user.click(screen.getByRole('button', { name: 'Skapa en inbjudan' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Kontoret svarar inte');
  expect(screen.getByLabelText('Namn')).toHaveValue('Saga Holm');
});

it('blocks a lost device only after a yes, and never the one in use', async () => {
  const user = userEvent.setup();
  const answers = [err({ type: 'unreachable' } as const), ok('revoked' as const)];
  const revoke = vi.fn<Desk['revoke']>(async () => answers.shift() ?? ok('revoked' as const));
  render(<Members desk={fakeDesk({ revoke })} onBack={() => undefined} />);
  const own = await screen.findByRole('list', { name: 'Enheter för Maja Alvarsson' });
  expect(within(own).getByText('Den här enheten')).toBeVisible();
  expect(within(own).queryByRole('button')).toBeNull();

  const block = screen.getByRole('button', { name: 'Spärra enhet ABAB för Tore Lindeberg' });
  await user.click(block);
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Nej' }));
  expect(revoke).not.toHaveBeenCalled();

  await user.click(block);
  const yes = within(screen.getByRole('dialog')).getByRole('button', { name: 'Ja, spärra' });
  await user.click(yes);
  expect(within(screen.getByRole('dialog')).getByRole('alert')).toHaveTextContent('svarar inte');
  await user.click(yes);
  expect(revoke).toHaveBeenCalledTimes(2);
  expect(revoke).toHaveBeenLastCalledWith(LOST_DEVICE);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByText('Enheten är spärrad.')).toBeVisible();
});

it('notes after a yes that a colleague has left, and never oneself', async () => {
  const user = userEvent.setup();
  const noteLeft = vi.fn<Desk['noteLeft']>(async () => ok('left'));
  render(<Members desk={fakeDesk({ noteLeft })} onBack={() => undefined} />);
  const leave = await screen.findByRole('button', {
    name: 'Notera att Tore Lindeberg har slutat',
  });
  expect(screen.queryByRole('button', { name: /Maja Alvarsson har slutat/ })).toBeNull();
  await user.click(leave);
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Nej' }));
  expect(noteLeft).not.toHaveBeenCalled();
  await user.click(leave);
  expect(await objectionsIn(document.body)).toEqual([]);
  await user.click(
    within(screen.getByRole('dialog')).getByRole('button', { name: 'Ja, har slutat' }),
  );
  expect(noteLeft).toHaveBeenCalledExactlyOnceWith('5'.repeat(32));
  expect(await screen.findByText('Det är noterat att Tore Lindeberg har slutat.')).toBeVisible();
});
