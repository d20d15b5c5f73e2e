import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { err, ok, type Result } from '../../base/result.ts';
import type { Desk, LineProblem, Entrance } from '../port.ts';
import { fakeDesk, random } from './fixture.ts';
import { Join } from './Join.tsx';

const LINK = '#join=inbjudan';
const WORDS = 'hallon tegel vinter mossa kanot';

function open(fragment: string | null, answers: Result<Desk, LineProblem>[] = []) {
  const join = vi.fn<Entrance['join']>(
    async () => answers.shift() ?? err({ type: 'unreachable' } as const),
  );
  const onDone = vi.fn<(desk: Desk) => void>();
  const readInvitation = (link: string) =>
    link.endsWith(LINK)
      ? ok({ officeName: 'Björkvik', person: 'Tore Lindeberg', role: 'interviewer' as const })
      : err({ type: 'badInvitation' as const });
  render(
    <Join
      entrance={{ readInvitation, join }}
      fragment={fragment}
      random={random}
      onDone={onDone}
      onBack={() => undefined}
    />,
  );
  return { user: userEvent.setup(), join, onDone };
}

async function fillIn(user: ReturnType<typeof userEvent.setup>) {
  await user.type(screen.getByLabelText('Dina initialer'), 'TL');
  await user.type(screen.getByLabelText('Lösenfras'), WORDS);
  await user.type(screen.getByLabelText('Lösenfrasen en gång till'), WORDS);
  await user.click(screen.getByRole('button', { name: 'Gå med' }));
}

it('joins from a link that was opened: office and role are told, the name stands there', async () => {
  const desk = fakeDesk();
  const { user, join, onDone } = open(LINK, [ok(desk)]);
  expect(screen.getByText('Du är inbjuden till Björkvik som intervjuare.')).toBeVisible();
  expect(screen.getByLabelText('Ditt namn')).toHaveValue('Tore Lindeberg');
  await fillIn(user);
  expect(join).toHaveBeenCalledExactlyOnceWith({
    fragment: LINK,
    name: 'Tore Lindeberg',
    label: 'TL',
    passphrase: WORDS,
  });
  expect(screen.getByRole('heading', { level: 1, name: 'Du är med' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Börja' }));
  expect(onDone).toHaveBeenCalledExactlyOnceWith(desk);
});

it('reads a pasted link, and says what to do with one that is cut', async () => {
  const { user } = open(null);
  expect(screen.getByText(/^Öppna länken i inbjudan en gång till/)).toBeVisible();
  const field = screen.getByLabelText('Länken i inbjudan');
  await user.type(field, 'https://exempel.se/#joi');
  await user.click(screen.getByRole('button', { name: 'Läs inbjudan' }));
  expect(field).toHaveAccessibleDescription(/Be arbetsledaren skicka länken igen/);
  await user.clear(field);
  await user.type(field, `https://exempel.se/${LINK}`);
  await user.click(screen.getByRole('button', { name: 'Läs inbjudan' }));
  expect(screen.getByText(/Du är inbjuden till Björkvik/)).toBeVisible();
});

it('keeps what was written when the invitation is used or the office is away', async () => {
  const { user } = open(LINK, [err({ type: 'api', code: 'invitationUsed' })]);
  await fillIn(user);
  expect(screen.getByText(/Inbjudan är redan använd/)).toBeVisible();
  expect(screen.getByLabelText('Lösenfras')).toHaveValue(WORDS);
  await user.click(screen.getByRole('button', { name: 'Gå med' }));
  expect(screen.getByText(/Kontoret svarar inte/)).toBeVisible();
});

it('opened with a broken link, asks for it again', () => {
  open('#join=halv');
  expect(screen.getByLabelText('Länken i inbjudan')).toHaveAccessibleDescription(
    /går inte att läsa/,
  );
});
