import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { objectionsIn } from '../../../tests/setup/axe.ts';
import { LANGUAGES, type Language } from '../../i18n/catalogue.ts';
import { handbookTexts } from '../../i18n/training-handbook.ts';
import { LanguageProvider } from '../../kit/language.tsx';
import shipped from '../data/handbook.json' with { type: 'json' };
import { Handbook } from '../model/handbook.ts';
import { HandbookView } from './HandbookView.tsx';

const handbook = Handbook.parse(shipped);
const scrolled = vi.fn<() => void>();
beforeEach(() => {
  Element.prototype.scrollIntoView = scrolled;
});

function show(language: Language = 'sv') {
  const print = vi.fn<() => void>();
  const view = render(
    <LanguageProvider initial={language} remember={() => undefined}>
      <HandbookView handbook={handbook} guide={undefined} print={print} />
    </LanguageProvider>,
  );
  return { print, user: userEvent.setup(), ...view };
}
const t = handbookTexts.sv;

it('is read from its table of contents, and leaves no step for the back button', async () => {
  const { user } = show();
  const before = history.length;
  await user.click(screen.getByRole('link', { name: 'Etik' }));
  expect(screen.getByRole('region', { name: 'Etik' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: t.toContents }));
  expect(screen.getByRole('heading', { name: t.contents })).toHaveFocus();
  expect(history.length).toBe(before);
});

it('finds a word, says how many places have it, and goes there', async () => {
  const { user } = show();
  await user.type(screen.getByLabelText(t.search), 'paustecken');
  expect(await screen.findByText(t.found(1))).toBeVisible();
  await user.click(screen.getByRole('link', { name: /Inledningen/ }));
  expect(screen.getByLabelText(t.search)).toHaveValue('');
  await vi.waitFor(() => expect(document.activeElement).toHaveAttribute('id', 'routines-open'));
  await user.type(screen.getByLabelText(t.search), 'giraff');
  expect(await screen.findByText(t.found(0))).toBeVisible();
});

it('prints all of it', async () => {
  const { user, print } = show();
  await user.click(screen.getByRole('button', { name: t.print }));
  expect(print).toHaveBeenCalledOnce();
  expect(document.querySelectorAll('.print-sheet .handbook-chapter')).toHaveLength(7);
});

it.each(LANGUAGES)('is readable for all (%s)', async (language) => {
  const { container, user } = show(language);
  expect(await objectionsIn(container)).toEqual([]);
  await user.type(screen.getByRole('searchbox'), language === 'sv' ? 'samtycke' : 'consent');
  await screen.findByRole('list');
  expect(await objectionsIn(container)).toEqual([]);
});
