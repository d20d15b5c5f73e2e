import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { LanguageProvider } from '../../kit/language.tsx';
import { FirstStart } from './FirstStart.tsx';

it('opens four doors, in both languages', async () => {
  const user = userEvent.setup();
  const doors = {
    onSetUp: vi.fn<() => void>(),
    onJoin: vi.fn<() => void>(),
    onTry: vi.fn<() => void>(),
    onPractice: vi.fn<() => void>(),
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
  await user.click(screen.getByRole('button', { name: /Practise a talk/ }));
  expect(doors.onSetUp).toHaveBeenCalledOnce();
  expect(doors.onJoin).toHaveBeenCalledOnce();
  expect(doors.onTry).toHaveBeenCalledOnce();
  expect(doors.onPractice).toHaveBeenCalledOnce();
  expect(document.documentElement.lang).toBe('en');
});
