import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { GUIDE, memoryJournal, q, reopened, ready } from '../fixture.ts';
import { isMinimal, setMinimal } from '../minimal.ts';
import { momentsOf } from '../model/moments.ts';
import { consented, openTalk } from './fixture.tsx';
import { MinimalTool } from './MinimalTool.tsx';
// Loaded before the question asks for it.
import './MomentMark.tsx';
import { MomentsPart } from './MomentsPart.tsx';
import { Talk } from './Talk.tsx';

const MARK = 'Något viktigt sades här';
const marked = (question: string) => ({
  type: 'MomentMarked',
  version: 1,
  data: { question: q(question) },
});
const textOf = (id: string) =>
  GUIDE.sections.flatMap((section) => section.questions).find((each) => each.id === id)?.text.sv ??
  id;

it('is switched on for this interview, also after a crash', async () => {
  const journal = memoryJournal();
  const { session } = await openTalk(consented, journal);
  render(<MinimalTool session={session} onClose={() => undefined} />);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Skriv så lite som möjligt' }));
  expect(isMinimal(session)).toBe(true);
  await Promise.resolve();
  expect(isMinimal(await reopened(journal))).toBe(true);
});

it('puts a large button where the field was, and the field one tap away', async () => {
  const talk = await openTalk(consented);
  setMinimal(talk.session, true);
  render(<Talk session={talk.session} ports={talk.ports} saveFileLabel="Fil" />);
  const button = await screen.findByRole('button', { name: MARK });
  expect(button).toHaveClass('moment-button');
  expect(screen.getByLabelText('Anteckningar')).not.toBeVisible();
  fireEvent.click(button);
  expect(await screen.findByText(/^Märkt \d\d:\d\d\. 1 märke vid frågan\.$/)).toBeVisible();
  expect(momentsOf(talk.session.events())).toMatchObject([{ question: 's2q1' }]);
  fireEvent.keyDown(document.body, { code: 'KeyT', key: 't', altKey: true });
  expect(screen.getByLabelText('Anteckningar')).toBeVisible();
  expect(screen.getByLabelText('Anteckningar')).toHaveFocus();
});

it('is marked by a key where the field stands as usual', async () => {
  const talk = await openTalk(consented);
  render(<Talk session={talk.session} ports={talk.ports} saveFileLabel="Fil" />);
  expect(await screen.findByRole('button', { name: MARK })).toHaveClass('visually-hidden');
  expect(screen.getByLabelText('Anteckningar')).toBeVisible();
  fireEvent.keyDown(document.body, { code: 'KeyS', key: 's', altKey: true });
  expect(await screen.findByText(/^Märkt/)).toBeVisible();
});

it('is written out after the talk: each with its question and time, ticked when done', async () => {
  const [start, ...rest] = ready();
  if (!start) throw new Error('no start');
  const talk = await openTalk([start, marked('s2q1'), marked('s2q3'), ...rest]);
  render(<MomentsPart session={talk.session} ports={talk.ports} />);
  expect(screen.getByText(/^2 kvar att skriva ut/)).toBeVisible();
  const [first] = screen.getAllByRole('listitem');
  if (!first) throw new Error('no moment');
  expect(first).toHaveTextContent(textOf('s2q1'));
  expect(first).toHaveTextContent(/\d\d:\d\d, efter \d+ minut/);
  fireEvent.click(within(first).getByRole('checkbox', { name: 'Utskrivet' }));
  await waitFor(() => expect(screen.getByText(/^1 kvar att skriva ut/)).toBeVisible());
  fireEvent.click(within(first).getByRole('button', { name: /Gå till frågan/ }));
  expect(talk.calls).toEqual(['talk']);
  expect(talk.session.position()?.question).toBe('s2q1');
});

it('says nothing where nothing was marked', async () => {
  const talk = await openTalk(ready());
  const { container } = render(<MomentsPart session={talk.session} ports={talk.ports} />);
  expect(container).toBeEmptyDOMElement();
});
