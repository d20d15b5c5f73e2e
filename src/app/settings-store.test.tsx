import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { LanguageProvider, useLanguage } from '../kit/language.tsx';
import { followLanguage, rememberedLanguage, rememberLanguage } from './settings-store.ts';

afterEach(() => localStorage.clear());

const Chosen = () => <p>{useLanguage().language}</p>;
const chosenElsewhere = (language: string, key = 'language') => {
  localStorage.setItem('language', language);
  fireEvent(window, new StorageEvent('storage', { key }));
};

it('follows the language that is chosen in another tab, and leaves what is being written', () => {
  const view = render(
    <LanguageProvider initial="sv" remember={rememberLanguage} follow={followLanguage}>
      <Chosen />
      <input aria-label="text" />
    </LanguageProvider>,
  );
  const field = screen.getByRole('textbox');
  fireEvent.input(field, { target: { value: 'Lördagarna' } });
  chosenElsewhere('en', 'scheme');
  expect(screen.getByText('sv')).toBeInTheDocument();
  chosenElsewhere('en');
  expect(screen.getByText('en')).toBeInTheDocument();
  expect(document.documentElement.lang).toBe('en');
  expect(screen.getByRole('textbox')).toBe(field);
  expect(field).toHaveValue('Lördagarna');
  view.unmount();
});

it('takes what it does not know for Swedish', () => {
  localStorage.setItem('language', 'tlh');
  expect(rememberedLanguage()).toBe('sv');
});
