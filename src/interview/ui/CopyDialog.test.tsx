import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { moodyJournal, ready, wrote } from '../fixture.ts';
import { foldClosing } from '../model/closing.ts';
import { tellsOf } from '../timeline-fixture.ts';
import { CopyDialog } from './CopyDialog.tsx';
import { openTalk } from './fixture.tsx';
import { objectionsIn } from '../../../tests/setup/axe.ts';

/* The copy is read through before it is handed over, and that it was is in the record before it is made. */

async function show() {
  const moody = moodyJournal();
  const talk = await openTalk(
    [
      ...ready(),
      wrote('s2q1', 'Jag fick en egen nyckel.'),
      tellsOf('1', { from: '2012', to: '2016', home: 'fosterHome', words: 'Hos Rut och Olle.' }),
    ],
    moody.journal,
  );
  const print = vi.fn<() => void>();
  window.print = print;
  render(<CopyDialog session={talk.session} onClose={() => undefined} />);
  const released = () => foldClosing(talk.session.events()).copies;
  return { ...talk, moody, print, released, user: userEvent.setup() };
}
const button = (name: string) => screen.getByRole('button', { name });
const sheet = () => within(screen.getByRole('dialog'));

it('shows answers and timeline, and is given out only when somebody has read it through', async () => {
  const { user, print, released } = await show();
  expect(sheet().getAllByText('Jag fick en egen nyckel.')[0]).toBeVisible();
  expect(sheet().getByRole('heading', { name: 'Där du har bott' })).toBeVisible();
  expect(sheet().getAllByText('Familjehem, 2012 till 2016.')[0]).toBeVisible();
  expect(sheet().getAllByText('Dina egna ord: Hos Rut och Olle.')[0]).toBeVisible();
  expect(button('Skriv ut')).toBeDisabled();
  expect(await objectionsIn(document.body)).toEqual([]);
  await user.click(screen.getByRole('checkbox', { name: /Jag har läst igenom kopian/ }));
  await user.click(button('Skriv ut'));
  expect(print).toHaveBeenCalledOnce();
  expect(released()).toMatchObject([{ form: 'print', language: 'sv', timeline: true }]);
});

it('leaves the timeline out when the interviewer says so, and notes that', async () => {
  const { user, released } = await show();
  await user.click(screen.getByRole('checkbox', { name: 'Ta med tidslinjen' }));
  expect(document.body).not.toHaveTextContent('Hos Rut och Olle');
  await user.click(screen.getByRole('checkbox', { name: /Jag har läst igenom kopian/ }));
  await user.click(button('Skriv ut'));
  expect(released()).toMatchObject([{ timeline: false }]);
});

it('makes nothing when the release could not be noted', async () => {
  const { user, print, moody } = await show();
  await user.click(screen.getByRole('checkbox', { name: /Jag har läst igenom kopian/ }));
  moody.refuse({ type: 'diskFull' });
  await user.click(button('Skriv ut'));
  expect(await screen.findByRole('alert')).toHaveTextContent(/gick inte att anteckna/);
  expect(print).not.toHaveBeenCalled();
});
