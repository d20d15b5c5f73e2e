import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { StreamId } from '../../base/ids.ts';
import { letterTexts } from '../../i18n/letters.ts';
import { addressee, LETTER_TEXTS, OFFICE_WORDS } from '../fixture-letters.ts';
import type { ReadAloud } from '../read-aloud.ts';
import { LetterMaker, type LetterMakerProps } from './LetterMaker.tsx';

const t = letterTexts.sv;
const SILENT: ReadAloud = {
  can: () => false,
  onVoices: () => () => undefined,
  read: (_texts, _language, ended) => ended(),
  stop: () => undefined,
};
const words = (left: readonly string[] = []) =>
  [...OFFICE_WORDS]
    .filter(([name]) => /^(MUNICIPALITY|BOARD|DPO_CONTACT|PHONE)$/.test(name))
    .map(([name, text]) => ({ name, text: left.includes(name) ? '' : text }));

function show(more: Partial<LetterMakerProps> = {}) {
  const props: LetterMakerProps = {
    people: [addressee('Ada Ek')],
    program: { placeholders: words(), reminders: 1 },
    interviewers: ['Ida Lind'],
    texts: LETTER_TEXTS,
    aloud: SILENT,
    onOfficeWords: () => Promise.resolve(true),
    onPrint: () => undefined,
    onTakeOut: async () => true,
    ...more,
  };
  const view = render(<LetterMaker {...props} />);
  const again = (changed: Partial<LetterMakerProps>) =>
    view.rerender(<LetterMaker {...props} {...changed} />);
  return { again, user: userEvent.setup() };
}

describe('letters', () => {
  it('cannot be made with a hole in them: it says what is empty and where it is filled in', async () => {
    const { user, again } = show({ program: { placeholders: words(['PHONE']), reminders: 1 } });
    expect(screen.getByText(t.nobody)).toBeVisible();
    await user.click(screen.getByLabelText('BJ-07 Ada Ek'));
    expect(screen.getByText(t.emptyLetter(t.field_INTERVIEWER))).toBeVisible();
    expect(screen.getByText(t.emptyOffice(t.field_PHONE))).toBeVisible();
    expect(screen.queryByRole('button', { name: t.print })).toBeNull();
    await user.type(screen.getByLabelText(t.field_INTERVIEWER), 'Ida Lind');
    again({ program: { placeholders: words(), reminders: 1 } });
    expect(screen.getByRole('button', { name: t.print })).toBeVisible();
    expect(screen.getAllByText('Hej Ada!')[0]).toBeVisible();
  });

  it('keeps the office words for all letters and leaves those it does not know', async () => {
    const onOfficeWords = vi.fn<LetterMakerProps['onOfficeWords']>(() => Promise.resolve(true));
    const own = { name: 'LOCAL_INTAKE', text: '0123-1' };
    const { user } = show({
      program: { placeholders: [own, ...words(['BOARD'])], reminders: 1 },
      onOfficeWords,
    });
    await user.type(screen.getByLabelText(t.field_BOARD), 'Nämnden');
    await user.click(screen.getByRole('button', { name: t.saveOffice }));
    expect(onOfficeWords).toHaveBeenCalledWith([
      own,
      { name: 'MUNICIPALITY', text: 'Björkviks kommun' },
      { name: 'BOARD', text: 'Nämnden' },
      { name: 'DPO_CONTACT', text: 'dataskydd@bjorkvik.example' },
      { name: 'PHONE', text: '0123-456 70' },
    ]);
    expect(screen.getByText(t.officeSaved)).toBeVisible();
  });

  it('says so when the office words could not be kept, and keeps what was typed', async () => {
    const { user } = show({ onOfficeWords: () => Promise.resolve(false) });
    await user.click(screen.getByText(t.office));
    await user.type(screen.getByLabelText(t.field_BOARD), '!');
    await user.click(screen.getByRole('button', { name: t.saveOffice }));
    expect(screen.getByText(t.officeNotSaved)).toBeVisible();
    expect(screen.getByLabelText(t.field_BOARD)).toHaveValue('Socialnämnden i Björkvik!');
  });

  it('warns of protected data, other languages and another rule for reminders', async () => {
    const hidden = addressee('Bo Sol');
    const { user } = show({
      people: [{ ...hidden, details: { ...hidden.details, protectedData: true, language: 'so' } }],
      program: { placeholders: words(), reminders: 2 },
    });
    await user.click(screen.getByLabelText('BJ-07 Bo Sol'));
    expect(screen.getByText(t.protectedData('BJ-07'))).toBeVisible();
    expect(screen.getByText(t.otherLanguage('BJ-07'))).toBeVisible();
    expect(screen.getByText(t.remindersDiffer(2))).toBeVisible();
  });

  it('reads the information sheet aloud, and says so when this computer has no voice', async () => {
    const { user } = show();
    await user.click(screen.getByLabelText(t.letter_information));
    await user.type(screen.getByLabelText(t.field_INTERVIEWER), 'Ida');
    expect(screen.getByText(t.forEveryone)).toBeVisible();
    expect(screen.getByText(t.noVoice)).toBeVisible();
  });

  it('reads from the first heading to the last word with a voice of the computer', async () => {
    const read = vi.fn<ReadAloud['read']>();
    const { user } = show({ aloud: { ...SILENT, can: () => true, read } });
    await user.click(screen.getByLabelText(t.letter_information));
    await user.type(screen.getByLabelText(t.field_INTERVIEWER), 'Ida');
    await user.click(screen.getByRole('button', { name: t.readAloud }));
    const [texts, language] = read.mock.calls[0] ?? [];
    expect(language).toBe('sv');
    expect(texts?.[0]).toBe('Information till dig som tillfrågas');
    expect(texts?.at(-1)).toContain('0123-456 70');
    expect(screen.getByRole('button', { name: t.stopReading })).toBeVisible();
  });

  it('finds somebody among many without showing all of them', async () => {
    const many = Array.from({ length: 200 }, (_, i) => ({
      ...addressee(`Person ${i}`),
      code: `BJ-${i}`,
      stream: StreamId.parse(String(i).padStart(32, '0')),
    }));
    const { user } = show({ people: many });
    expect(screen.getAllByRole('checkbox')).toHaveLength(30);
    expect(screen.getByText(t.showing(30, 200))).toBeVisible();
    await user.type(screen.getByLabelText(t.find), 'BJ-199');
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    await user.type(screen.getByLabelText(t.find), 'finns inte');
    expect(screen.getByText(t.noMatch)).toBeVisible();
  });
});
