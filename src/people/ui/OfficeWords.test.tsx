import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { letterTexts } from '../../i18n/letters.ts';
import type { Program } from '../model/program.ts';
import { OfficeWords } from './OfficeWords.tsx';

type Words = Program['placeholders'];

const t = letterTexts.sv;
const OLD: Words = [
  { name: 'MUNICIPALITY', text: 'Björkvik' },
  { name: 'PHONE', text: '010-1' },
];
const municipality = () => screen.getByLabelText(t.field_MUNICIPALITY);
const phone = () => screen.getByLabelText(t.field_PHONE);
const save = () => screen.getByRole('button', { name: t.saveOffice });

function show() {
  const onSave = vi.fn<(words: Words) => Promise<boolean>>(async () => true);
  render(<OfficeWords words={OLD} onSave={onSave} />);
  const textAt = (call: number, name: string) =>
    onSave.mock.calls[call]?.[0].find((each) => each.name === name)?.text;
  return { onSave, textAt, user: userEvent.setup() };
}

it('shows what was kept, and does not keep the old again, though the new words come later', async () => {
  const { textAt, user } = show();
  await user.type(municipality(), ' kommun');
  await user.click(save());
  expect(screen.getByText(t.officeSaved)).toBeInTheDocument();
  expect(municipality()).toHaveValue('Björkvik kommun');
  await user.type(phone(), '2');
  await user.click(save());
  expect(textAt(1, 'MUNICIPALITY')).toBe('Björkvik kommun');
  expect(textAt(1, 'PHONE')).toBe('010-12');
});

it('keeps what is typed while it saves, and does not call it saved', async () => {
  const { onSave, textAt, user } = show();
  let saved: (kept: boolean) => void = () => {};
  onSave.mockReturnValueOnce(new Promise((resolve) => (saved = resolve)));
  await user.type(municipality(), ' kommun');
  await user.click(save());
  await user.type(phone(), '2');
  await act(async () => saved(true));
  expect(screen.queryByText(t.officeSaved)).not.toBeInTheDocument();
  expect(phone()).toHaveValue('010-12');
  await user.click(save());
  expect(textAt(1, 'PHONE')).toBe('010-12');
});
