import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { LanguageProvider } from '../../kit/language.tsx';
import { FirstStart } from './FirstStart.tsx';

it('opens three doors, in both languages', async () => {
  const user = userEvent.setup();
  const doors = {
    onSetUp: vi.fn<() => void>(),
    onJoin: vi.fn<() => void>(),
    onTry: vi.fn<() => void>(),
  };
  render(
    <LanguageProvider initial="sv" remember={() => undefined}>
      <FirstStart {...doors} />
    </LanguageProvider>,
  );
  expect(screen.getByRole('heading', { level: 1, name: 'Välkommen till Återblick' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: /Starta ett nytt kontor/ }));
  await user.click(screen.getByRole('button', { name: 'English' }));
  await user.click(screen.getByRole('button', { name: /Join an office/ }));
  await user.click(screen.getByRole('button', { name: /Try it/ }));
  expect(doors.onSetUp).toHaveBeenCalledOnce();
  expect(doors.onJoin).toHaveBeenCalledOnce();
  expect(doors.onTry).toHaveBeenCalledOnce();
  expect(document.documentElement.lang).toBe('en');
});
