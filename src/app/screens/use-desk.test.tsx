import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ToldBug } from '../call.ts';
import { ErrorScreen } from '../ErrorScreen.tsx';
import { useAsked } from './use-desk.ts';

const desk = { subscribe: () => () => undefined };
beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function Asks({ ask }: { readonly ask: () => Promise<string> }) {
  return <p>{useAsked(desk, ask) ?? 'ännu inget'}</p>;
}
const show = (ask: () => Promise<string>) =>
  render(
    <ErrorScreen>
      <Asks ask={ask} />
    </ErrorScreen>,
  );
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

it('asks again for what could not be fetched, and shows it when it has come', async () => {
  const ask = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new ToldBug('Unfetched', []));
  ask.mockResolvedValue('svaret');
  show(ask);
  await pass(0);
  expect(screen.getByText('ännu inget')).toBeVisible();
  await pass(1000);
  expect(screen.getByText('svaret')).toBeVisible();
  expect(ask).toHaveBeenCalledTimes(2);
});

it('says that something is wrong when it does not come, and at once when it is a bug', async () => {
  const ask = vi.fn<() => Promise<string>>().mockRejectedValue(new ToldBug('Unfetched', []));
  show(ask);
  await pass(10_000);
  expect(ask).toHaveBeenCalledTimes(4);
  expect(screen.getByRole('heading', { name: 'Något gick fel' })).toBeVisible();
  show(() => Promise.reject(new ToldBug('DataError', [])));
  await pass(0);
  expect(screen.getByText('DataError')).toBeVisible();
});
