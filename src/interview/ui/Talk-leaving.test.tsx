import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
// Loaded before the talk asks for them.
import './FinishDialog.tsx';
import './Overview.tsx';
import { fixedDeps } from '../../base/deps.ts';
import { BRIEF, ended, event, INTERVIEW, q, ready, started, words, wrote } from '../fixture.ts';
import { consented, openTalk, type OpenTalk } from './fixture.tsx';
import type { InterviewPorts } from './ports.ts';
import { Talk } from './Talk.tsx';

/* Leaving a question: by Nästa, by skipping, with half a date, or for the start page. */

function show(talk: OpenTalk, at = 's2q1', ports: Partial<InterviewPorts> = {}) {
  talk.session.moveTo({ question: q(at), caret: 0 });
  render(<Talk session={talk.session} ports={{ ...talk.ports, ...ports }} saveFileLabel="Fil" />);
  return talk;
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const outcomeOf = ({ session }: OpenTalk, id: string) =>
  session.snapshot().state.questions.get(q(id))?.outcome ?? null;
const type = (label: string | RegExp, value: string) => {
  const field = screen.getByLabelText(label);
  fireEvent.input(field, { target: { value } });
  fireEvent.blur(field);
};
const here = ({ session }: OpenTalk) => session.position()?.question;

it('takes two taps in one go for one', async () => {
  const { clock, random } = fixedDeps();
  const talk = show(await openTalk(consented), 's2q1', { deps: { clock, random } });
  press('Nästa');
  press('Nästa');
  expect(here(talk)).toBe('s2q2');
  clock.advance(400);
  press('Nästa');
  expect(here(talk)).toBe('s2q3');
  press('Hoppa över');
  press('Hoppa över');
  expect(here(talk)).toBe('s2q4');
  await waitFor(() => expect(outcomeOf(talk, 's2q3')).toBe('declined'));
  expect(outcomeOf(talk, 's2q4')).toBeNull();
});

it('a question that was emptied is open again', async () => {
  const facts = [...consented, wrote('s2q1', 'Ord'), ended('s2q1', 'answered')];
  const talk = show(await openTalk(facts));
  type('Anteckningar', '');
  press('Nästa');
  await waitFor(() => expect(outcomeOf(talk, 's2q1')).toBeNull());
});

it('a question with words that is skipped was partly answered', async () => {
  const talk = show(await openTalk(consented));
  type('Anteckningar', 'Lite');
  press('Hoppa över');
  await waitFor(() => expect(outcomeOf(talk, 's2q1')).toBe('partly'));
});

it('a choice can be taken away again', async () => {
  const talk = show(await openTalk(consented), 's2q3');
  expect(screen.queryByRole('button', { name: 'Ta bort valet' })).toBeNull();
  fireEvent.click(screen.getByLabelText('7'));
  press('Ta bort valet');
  expect(screen.getByLabelText('7')).not.toBeChecked();
  expect(talk.session.answer(q('s2q3')).value).toBeNull();
  expect(screen.queryByRole('button', { name: 'Ta bort valet' })).toBeNull();
});

it('half a year stays as it was typed, and does not count as an answer', async () => {
  const talk = show(await openTalk(consented), 's2q4');
  type('Från, år', '201');
  expect(screen.getByText(/Skriv år med fyra siffror/)).toBeVisible();
  press('Nästa');
  press('Föregående');
  expect(screen.getByLabelText('Från, år')).toHaveValue('201');
  expect(screen.getByText(/Skriv år med fyra siffror/)).toBeVisible();
  expect(outcomeOf(talk, 's2q4')).toBeNull();
  type('Från, år', '16');
  expect(screen.getByLabelText('Från, år')).toHaveValue('2016');
  press('Nästa');
  await waitFor(() => expect(outcomeOf(talk, 's2q4')).toBe('answered'));
  expect(talk.session.answer(q('s2q4')).value).toMatchObject({ from: '2016', to: null });
});

it('a period that ends before it begins says so, and is not kept as a value', async () => {
  const talk = show(await openTalk(consented), 's2q4');
  type('Från, år', '2016');
  type('Till, år', '98');
  expect(screen.getByText(/Slutet ligger före början/)).toBeVisible();
  expect(talk.session.answer(q('s2q4')).value).toBeNull();
  press('Nästa');
  press('Föregående');
  expect(screen.getByLabelText('Till, år')).toHaveValue('1998');
  expect(outcomeOf(talk, 's2q4')).toBeNull();
});

it('lists the questions that are not done at the end, each a way back to it', async () => {
  const talk = await openTalk([started(BRIEF), ...consented.slice(1)]);
  const { route } = talk.session.snapshot();
  const rest = route.order.filter((id) => !['s2q1', 's5q1'].includes(id));
  await talk.session.act(rest.map((id) => ended(id, 'answered')));
  show(talk, 's8q6');
  press('Avsluta samtalet');
  const dialog = await screen.findByRole('dialog');
  const open = route.order.filter((id) => !rest.includes(id));
  expect(dialog.querySelectorAll('.talk-open > li')).toHaveLength(open.length);
  const text = route.find(q('s2q1'))?.question.text.sv ?? '';
  fireEvent.click(within(dialog).getByRole('button', { name: text }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(here(talk)).toBe('s2q1');
});

it('locks from the pause, where there is something to lock', async () => {
  const paused = { type: 'InterviewPaused', version: 1, data: {} };
  const talk = show(await openTalk([...consented, paused]));
  press('Lås');
  expect(talk.calls).toEqual(['lock']);
});

it('has nothing to lock in practice', async () => {
  const paused = { type: 'InterviewPaused', version: 1, data: {} };
  show(await openTalk([...consented, paused]), 's2q1', { onLock: null });
  expect(screen.queryByRole('button', { name: 'Lås' })).toBeNull();
});

it('goes to the start page in a pause, and what was typed is kept', async () => {
  const talk = show(await openTalk(consented));
  talk.session.write(q('s2q1'), words('Halvt'));
  press(/^Avsnitt 2/);
  fireEvent.click(await screen.findByRole('button', { name: 'Till startsidan' }));
  await waitFor(() => expect(talk.calls).toEqual(['home']));
  expect(talk.session.snapshot().state.status).toBe('paused');
  expect(JSON.stringify((await talk.journal.open(INTERVIEW))?.events)).toContain('Halvt');
});

it('shows the outcome of each step by a sign as well', async () => {
  const facts = [...consented, ended('s2q1', 'answered'), ended('s2q2', 'declined')];
  show(await openTalk(facts), 's2q3');
  const items = within(screen.getByRole('navigation')).getAllByRole('listitem');
  const steps = items.map((step) => step.querySelector('.talk-sign'));
  expect(steps.map((sign) => sign?.textContent)).toEqual([
    '✓',
    '–',
    undefined,
    undefined,
    undefined,
  ]);
});

it('shows what the supervisor asked, above the field', async () => {
  const completed = { type: 'InterviewCompleted', version: 1, data: { asked: [], language: 'sv' } };
  const back = { type: 'InterviewReopened', version: 1, data: { review: event('9') } };
  const talk = await openTalk([...ready(), completed, back]);
  talk.session.moveTo({ question: q('s2q1'), caret: 0 });
  render(
    <Talk
      session={talk.session}
      ports={talk.ports}
      saveFileLabel="Fil"
      commentsFor={(question) => <p>Om {question}: vem var med?</p>}
    />,
  );
  const comment = screen.getByText('Om s2q1: vem var med?');
  const field = screen.getByLabelText('Anteckningar');
  expect(comment.compareDocumentPosition(field)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});
