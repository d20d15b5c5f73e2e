import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { TestDesk } from './fixture.tsx';

const noted = (protectedData: boolean) => ({
  type: 'CircumstancesNoted' as const,
  version: 1 as const,
  data: { relation: 'other' as const, choiceOffered: false, protectedData, interpreter: null },
});

it('shows what surrounded the talk, and protected personal data so that nobody reads past it', async () => {
  const desk = new TestDesk();
  await desk.arrives(noted(true));
  desk.open();
  const part = await screen.findByRole('region', { name: 'Omständigheter' });
  expect(within(part).getAllByRole('listitem')).toHaveLength(3);
  const warning = part.querySelector('.notice');
  expect(warning).toHaveAttribute('data-tone', 'warn');
  expect(warning).toHaveTextContent(/skyddade personuppgifter/);
});

it('warns of nothing where the data are not protected', async () => {
  const desk = new TestDesk();
  await desk.arrives(noted(false));
  desk.open();
  const part = await screen.findByRole('region', { name: 'Omständigheter' });
  expect(part.querySelector('.notice')).toBeNull();
  expect(part).not.toHaveTextContent(/skyddade/);
});

it('says nothing where nothing was noted', async () => {
  const desk = new TestDesk();
  await desk.arrives();
  desk.open();
  await screen.findByRole('heading', { name: 'Samtycke' });
  expect(screen.queryByRole('heading', { name: 'Omständigheter' })).toBeNull();
});
