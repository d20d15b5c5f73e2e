import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { TestDesk } from './fixture.tsx';

it('shows how the talk was closed and which copies were handed over', async () => {
  const desk = new TestDesk();
  await desk.arrives(
    { type: 'ClosingChecked', version: 1, data: { items: ['thanks'] } },
    { type: 'TonightPlanned', version: 1, data: { plan: 'Ringer sin faster.' } },
    {
      type: 'CopyReleased',
      version: 1,
      data: { form: 'pdf', language: 'sv', without: [] },
    },
  );
  desk.open();
  const part = await screen.findByRole('region', { name: 'Avslut och tiden efter' });
  expect(part).toHaveTextContent('Jag har tackat och sagt vad jag lärde mig.');
  expect(within(part).getByText(/Utlämnad .+ \(PDF-fil\)/)).toBeVisible();
  expect(within(part).getByText('Ringer sin faster.')).toBeVisible();
});

it('says nothing where nothing was closed', async () => {
  const desk = new TestDesk();
  await desk.arrives();
  desk.open();
  await screen.findByRole('heading', { name: 'Samtycke' });
  expect(screen.queryByRole('heading', { name: 'Avslut och tiden efter' })).toBeNull();
});
