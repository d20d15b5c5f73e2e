import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SaveState } from '../save-state.ts';
import { SaveTrouble } from './SaveStatus.tsx';
import type { Saving } from './use-session.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function show(onSaveFile: () => Promise<'saved' | 'notMade'> = async () => 'saved') {
  let state: SaveState = { type: 'saved', where: 'both' };
  const listeners = new Set<() => void>();
  const session: Saving = {
    saveState: () => state,
    subscribeSaving: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const become = (next: SaveState) =>
    act(async () => {
      state = next;
      for (const listener of listeners) listener();
      await vi.advanceTimersByTimeAsync(1000);
    });
  render(<SaveTrouble session={session} saveFileLabel="Spara som fil" onSaveFile={onSaveFile} />);
  return { become };
}

const notice = () => screen.queryByText(/sparas i reserven och finns kvar/);

it('keeps the button where it is while the next words are on their way', async () => {
  const { become } = show();
  expect(notice()).toBeNull();
  await become({ type: 'saving' });
  expect(notice()).toBeNull();
  await become({ type: 'saved', where: 'reserve' });
  const button = screen.getByRole('button', { name: 'Spara som fil' });
  await become({ type: 'saving' });
  expect(screen.getByRole('button', { name: 'Spara som fil' })).toBe(button);
  await become({ type: 'saved', where: 'both' });
  expect(notice()).toBeNull();
});

it('says at once that something is not saved, and until it is', async () => {
  const { become } = show();
  await become({ type: 'failed', problem: { type: 'diskFull' } });
  expect(screen.getByText(/Det senaste gick inte att spara/)).toBeVisible();
  await become({ type: 'saving' });
  expect(screen.getByText(/Det senaste gick inte att spara/)).toBeVisible();
});

it.each([
  ['notMade', 1],
  ['saved', 0],
] as const)('a file that is %s is told of %i times', async (outcome, times) => {
  const { become } = show(async () => outcome);
  await become({ type: 'saved', where: 'reserve' });
  await act(async () => screen.getByRole('button', { name: 'Spara som fil' }).click());
  expect(screen.queryAllByText(/Det gick inte att skapa filen/)).toHaveLength(times);
});
