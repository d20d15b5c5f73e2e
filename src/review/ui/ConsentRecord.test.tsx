import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { AnyInterviewFact } from '../../interview/model/side-facts.ts';
import { TestDesk } from './fixture.tsx';

let desk = new TestDesk();
beforeEach(() => {
  desk = new TestDesk();
});

const withdrew = (...items: string[]): AnyInterviewFact => ({
  type: 'ConsentWithdrawn',
  version: 1,
  data: { items },
});
const region = () => within(screen.getByRole('region', { name: 'Samtycke' }));

it('shows what was withdrawn before anything else, and no longer as a yes', async () => {
  await desk.arrives(withdrew('quotes'));
  await desk.show();
  const notice = screen.getByText('Deltagaren har tagit tillbaka sitt ja till:').parentElement;
  expect(notice).toHaveTextContent('Korta citat utan namn får användas.');
  expect(screen.queryByText(/Intervjun är spärrad/)).toBeNull();
  const yes = region().getByRole('heading', { name: 'Deltagaren sa ja till' }).nextElementSibling;
  expect(yes).not.toHaveTextContent('Korta citat');
  const gone = region().getByRole('heading', { name: 'Tillbakataget' }).nextElementSibling;
  expect(gone).toHaveTextContent(/Korta citat utan namn får användas\. Tillbakataget/);
});

it('says that the interview is blocked when its ground is gone', async () => {
  await desk.arrives(withdrew('participate'));
  await desk.show();
  expect(screen.getByText(/Intervjun är spärrad/)).toBeVisible();
});

it('has nothing to say about withdrawing when nothing was withdrawn', async () => {
  await desk.arrives();
  await desk.show();
  expect(screen.queryByText(/tagit tillbaka sitt ja/)).toBeNull();
});

it('tells age, guardian, how the yes was given and when it was asked about again', async () => {
  await desk.arrives(
    { type: 'AgeStated', version: 1, data: { age: 'from15to17' } },
    { type: 'GuardianSettled', version: 1, data: { how: 'permitted' } },
    {
      type: 'ConsentSigned',
      version: 1,
      data: { by: 'guardian', how: 'spoken', textVersion: '1.0.0', path: null },
    },
    {
      type: 'ConsentSigned',
      version: 1,
      data: { by: 'participant', how: 'onScreen', textVersion: '1.0.0', path: 'M0 0L12 8' },
    },
    { type: 'ConsentConfirmed', version: 1, data: { moment: 'closing', items: ['quotes'] } },
  );
  const { view } = await desk.show();
  expect(region().getByText('Ålder: 15–17 år')).toBeVisible();
  expect(region().getByText('Vårdnadshavare: Har gett tillstånd')).toBeVisible();
  expect(region().getByText(/Vårdnadshavaren sa ja muntligt .*version 1\.0\.0/)).toBeVisible();
  expect(region().getByRole('img', { name: /Deltagaren skrev under på skärmen/ })).toBeVisible();
  expect(view.container.querySelector('path')).toHaveAttribute('d', 'M0 0L12 8');
  expect(region().getByText(/Frågat igen vid avslutet/)).toBeVisible();
});
