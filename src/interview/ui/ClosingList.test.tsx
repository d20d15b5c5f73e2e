import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { agreed, GUIDE, memo, ready, started, talkEnded, words, wrote } from '../fixture.ts';
import { foldClosing } from '../model/closing.ts';
import { AftercarePart } from './AftercarePart.tsx';
import { ClosingList } from './ClosingList.tsx';
import { CopyPart } from './CopyPart.tsx';
import { openTalk } from './fixture.tsx';

const labelOf = (id: string) =>
  GUIDE.closing.checklist?.find((item) => item.id === id)?.label.sv ?? id;

it('keeps what is ticked and what is planned for tonight, and shows how the person feels', async () => {
  const { session } = await openTalk([
    started(),
    agreed(),
    wrote('s8q5', words('', { kind: 'choice', options: ['tired'] })),
  ]);
  render(<ClosingList session={session} />);
  expect(screen.getByText('Så svarade personen: Trött')).toBeVisible();
  const required = GUIDE.closing.checklist?.filter((item) => item.required) ?? [];
  expect(screen.getByText(`${required.length} punkter kvar`)).toBeVisible();
  fireEvent.click(screen.getByLabelText(labelOf('mood')));
  fireEvent.click(screen.getByLabelText(labelOf('thanks')));
  await screen.findByText(`${required.length - 2} punkter kvar`);
  const tonight = screen.getByRole('textbox');
  fireEvent.change(tonight, { target: { value: 'Sin faster' } });
  expect(session.draftOf('tonight')).toBe('Sin faster');
  fireEvent.blur(tonight);
  await waitFor(() => expect(foldClosing(session.events()).tonight).toBe('Sin faster'));
  expect(session.draftOf('tonight')).toBeUndefined();
  expect(foldClosing(session.events()).checked).toEqual(['mood', 'thanks']);
});

it('tells what was promised until it is done, and sends it after a completed interview', async () => {
  const { session, ports, calls } = await openTalk([
    ...ready(),
    { type: 'InterviewCompleted', version: 1, data: { asked: [], language: 'sv' } },
  ]);
  render(<AftercarePart session={session} ports={ports} />);
  expect(screen.getByText('Ring och fråga hur det har varit')).toBeVisible();
  expect(screen.queryByText('Skriv klart memot')).toBeNull();
  fireEvent.click(screen.getByText('Det är gjort'));
  fireEvent.change(screen.getByLabelText(/^Anteckning/), { target: { value: 'Hördes, allt bra' } });
  fireEvent.click(screen.getByRole('button', { name: 'Klart' }));
  await screen.findByText('Hördes, allt bra');
  expect(screen.queryByRole('button', { name: 'Klart' })).toBeNull();
  expect(calls).toEqual(['deliver interview']);
});

it('shows the copy before it can be handed over, without the memo', async () => {
  const { session, ports } = await openTalk([
    started(),
    agreed(),
    wrote('s2q1', 'Jag kom en kväll i november.'),
    talkEnded,
    memo('firstImpressions', 'Blåklint'),
  ]);
  render(<CopyPart session={session} ports={ports} />);
  fireEvent.click(screen.getByRole('button', { name: 'Visa kopian' }));
  const dialog = await screen.findByRole('dialog', { name: 'Kopia till deltagaren' });
  expect(within(dialog).getByText('Jag kom en kväll i november.')).toBeVisible();
  expect(document.body.textContent).not.toContain('Blåklint');
  expect(within(dialog).getByRole('button', { name: 'Skriv ut' })).toBeDisabled();
  fireEvent.click(within(dialog).getByLabelText(/Jag har läst igenom kopian/));
  let printed = '';
  window.print = () => {
    printed = document.querySelector('.print-sheet')?.textContent ?? '';
  };
  fireEvent.click(within(dialog).getByRole('button', { name: 'Skriv ut' }));
  await waitFor(() => expect(printed).toContain('Jag kom en kväll i november.'));
  expect(foldClosing(session.events()).copies).toMatchObject([{ form: 'print', language: 'sv' }]);
});
