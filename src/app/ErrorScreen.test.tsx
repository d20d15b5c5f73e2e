import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ToldBug } from './call.ts';
import { ErrorScreen } from './ErrorScreen.tsx';
import { TroubleNotice } from './TroubleNotice.tsx';

const WORDS = 'Hon heter egentligen Siv';
const FRAMES = ['Ledger.put main-x.js:1:2345', 'take inbox-y.js:10:2'];

let logged: unknown[][];
beforeEach(() => {
  logged = [];
  vi.spyOn(console, 'error').mockImplementation((...said) => void logged.push(said));
});
afterEach(() => vi.restoreAllMocks());

function Breaks({ bug }: { readonly bug: unknown }): never {
  throw bug;
}
const shown = (bug: unknown) =>
  render(
    <ErrorScreen>
      <Breaks bug={bug} />
    </ErrorScreen>,
    // As the app does: React's own line would hold the message.
    { onCaughtError: () => undefined },
  );

it('names a bug of the worker, shows folded away where it was, and tells the console as much', async () => {
  shown(new ToldBug('DataCloneError', FRAMES));
  expect(screen.getByRole('heading', { name: 'Något gick fel' })).toBeVisible();
  expect(screen.getByText('DataCloneError')).toBeVisible();
  const summary = await screen.findByText('Visa var felet uppstod');
  expect(screen.getByText(/Ledger.put/)).not.toBeVisible();
  await userEvent.setup().click(summary);
  expect(screen.getByText(/Ledger.put main-x.js:1:2345/)).toBeVisible();
  expect(logged).toEqual([[['DataCloneError', ...FRAMES].join('\n')]]);
});

it('shows and logs no word of the message of a bug in the page itself', async () => {
  const message = `${WORDS}\n    at Siv (https://kontoret.example/assets/siv.js:1:2)`;
  const { container } = shown(new TypeError(message));
  await screen.findByText('Visa var felet uppstod');
  expect(container.textContent).toContain('TypeError');
  expect(container.textContent).toContain('ErrorScreen.test.tsx');
  expect(container.textContent + JSON.stringify(logged)).not.toMatch(/siv/i);
});

it('says the same of a bug outside of drawing, above the screen', async () => {
  render(<TroubleNotice />);
  const event = new ErrorEvent('error', { error: new ToldBug('AbortError', FRAMES) });
  window.dispatchEvent(event);
  expect(await screen.findByText('(AbortError)')).toBeVisible();
  expect(await screen.findByText('Visa var felet uppstod')).toBeVisible();
  expect(logged).toContainEqual([['AbortError', ...FRAMES].join('\n')]);
});
