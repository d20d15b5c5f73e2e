import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Journal } from '../../journal/model/port.ts';
import {
  BRIEF,
  ended,
  GUIDE,
  INTERVIEW,
  longGuide,
  memoryJournal,
  moodyJournal,
  q,
  started,
  words,
} from '../fixture.ts';
import { consented, openTalk, type OpenTalk } from './fixture.tsx';
import { Talk } from './Talk.tsx';

async function show(talk: OpenTalk) {
  render(<Talk session={talk.session} ports={talk.ports} saveFileLabel="Spara som fil" />);
  await screen.findByRole('heading', { level: 1 });
  return { user: userEvent.setup(), ...talk };
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const question = () => screen.getByRole('heading', { level: 1 }).textContent;
const textOf = (id: string) => {
  const found = GUIDE.sections
    .flatMap((section) => section.questions)
    .find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found.text.sv;
};
function field(): HTMLTextAreaElement {
  const element = screen.getByLabelText('Anteckningar');
  if (!(element instanceof HTMLTextAreaElement)) throw new Error('not a text field');
  return element;
}
const outcomeOf = ({ session }: OpenTalk, id: string) =>
  session.snapshot().state.questions.get(q(id))?.outcome ?? null;
async function draftIn(journal: Journal, key: string): Promise<unknown> {
  const opened = await journal.open(INTERVIEW);
  return opened?.drafts.find((draft) => draft.key === key)?.value;
}

it('shows one question, large, and says when what is shown is saved', async () => {
  const talk = await show(await openTalk(consented));
  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
  expect(question()).toBe(textOf('s2q1'));
  expect(await screen.findByText('Sparat')).toBeInTheDocument();
  await waitFor(() =>
    expect(talk.session.snapshot().state.questions.get(q('s2q1'))?.asked).toBe(true),
  );
});

it('keeps every input, and a straight mark becomes the one that means word for word', async () => {
  const { user, journal, session } = await show(await openTalk(consented));
  await user.type(field(), 'Hon sa "kom');
  expect(field()).toHaveValue('Hon sa ”kom');
  await waitFor(async () =>
    expect(await draftIn(journal, 's2q1')).toMatchObject({
      text: 'Hon sa ”kom',
      verbatim: [[8, 11]],
    }),
  );
  await user.type(field(), ' in"');
  await user.tab();
  await waitFor(() =>
    expect(session.snapshot().state.questions.get(q('s2q1'))?.answer).toMatchObject({
      text: 'Hon sa ”kom in”',
      verbatim: [[8, 14]],
    }),
  );
});

it('marks what is selected as said word for word', async () => {
  const { user, session } = await show(await openTalk(consented));
  await user.type(field(), 'Hon sa kom in och log');
  field().setSelectionRange(7, 13);
  await user.click(button(/Ordagrant/));
  expect(field()).toHaveValue('Hon sa ”kom in” och log');
  expect(session.answer(q('s2q1')).verbatim).toEqual([[8, 14]]);
  expect(field().selectionStart).toBe(15);
});

it('marks what is about somebody else beside it, with the words to say a tap away', async () => {
  const { user, session } = await show(await openTalk(consented));
  await user.type(field(), 'Hon sa "Kalle slog mig" ofta');
  field().setSelectionRange(8, 13);
  await user.click(button(/Om någon annan/));
  expect(field()).toHaveValue('Hon sa ”‹Kalle› slog mig” ofta');
  expect(session.answer(q('s2q1'))).toMatchObject({ verbatim: [[8, 24]], thirdPerson: [[9, 14]] });
  const { sv } = GUIDE.scripts.thirdParty;
  expect(screen.getByText(sv)).not.toBeVisible();
  await user.click(screen.getByText('Om någon annan nämns'));
  expect(screen.getByText(sv)).toBeVisible();
});

it('a question with an answer ends as answered when the talk moves on, one without stays open', async () => {
  const talk = await show(await openTalk(consented));
  await talk.user.type(field(), 'Det var sent');
  await talk.user.click(button('Nästa'));
  expect(question()).toBe(textOf('s2q2'));
  await talk.user.click(button('Nästa'));
  expect(question()).toBe(textOf('s2q3'));
  await waitFor(() => expect(outcomeOf(talk, 's2q1')).toBe('answered'));
  expect(outcomeOf(talk, 's2q2')).toBeNull();
  const events = (await talk.journal.open(INTERVIEW))?.events ?? [];
  expect(events.filter((event) => event.type === 'AnswerWritten')).toHaveLength(1);
});

it('takes the outcome that is chosen, and offers leaving out only where the guide allows it', async () => {
  const talk = await show(await openTalk(consented));
  expect(screen.queryByRole('radio', { name: 'Jag tog inte upp den' })).toBeNull();
  await talk.user.click(screen.getByRole('radio', { name: 'Delvis besvarad' }));
  await waitFor(() => expect(outcomeOf(talk, 's2q1')).toBe('partly'));
  expect(screen.getByRole('radio', { name: 'Delvis besvarad' })).toBeChecked();
  await talk.user.click(button('Nästa'));
  expect(screen.getByRole('radio', { name: 'Jag tog inte upp den' })).toBeInTheDocument();
});

it('skips in one tap without a reason, and undoes it', async () => {
  const talk = await show(await openTalk(consented));
  await talk.user.click(button('Hoppa över'));
  expect(question()).toBe(textOf('s2q2'));
  await waitFor(() => expect(outcomeOf(talk, 's2q1')).toBe('declined'));
  await talk.user.click(button('Ångra'));
  expect(question()).toBe(textOf('s2q1'));
  await waitFor(() => expect(outcomeOf(talk, 's2q1')).toBeNull());
  await talk.user.type(field(), 'Jo, förresten');
  await talk.user.click(button('Nästa'));
  await waitFor(() => expect(outcomeOf(talk, 's2q1')).toBe('answered'));
});

it('gives the focus to the next question together with it, and takes it from nobody who writes there', async () => {
  const { user } = await show(await openTalk(consented));
  // Not by `user`, who waits a moment after a tap.
  fireEvent.click(button('Nästa'));
  expect(screen.getByRole('heading', { level: 1, name: textOf('s2q2') })).toHaveFocus();
  field().focus();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(field()).toHaveFocus();
  await user.keyboard('Hon');
  expect(field()).toHaveValue('Hon');
});

it('a pause covers everything at once, and coming back restores question and caret', async () => {
  const talk = await show(await openTalk(consented));
  await talk.user.type(field(), 'Ett hemligt ord');
  field().setSelectionRange(4, 4);
  await talk.user.click(button('Paus'));
  const shown = document.body.textContent;
  expect(shown).not.toContain('hemligt');
  expect(shown).not.toContain(textOf('s2q1'));
  expect(document.querySelector('textarea')).toBeNull();
  expect(button('Fortsätt')).toHaveFocus();
  await waitFor(() => expect(talk.session.snapshot().state.status).toBe('paused'));
  await talk.user.click(button('Fortsätt'));
  expect(question()).toBe(textOf('s2q1'));
  expect(field()).toHaveValue('Ett hemligt ord');
  expect(field()).toHaveFocus();
  expect(field().selectionStart).toBe(4);
  await waitFor(() => expect(talk.session.snapshot().state.status).toBe('talking'));
});

it('opens covered when it was left in a pause', async () => {
  const paused = { type: 'InterviewPaused', version: 1, data: {} };
  const talk = await openTalk([...consented, paused]);
  render(<Talk session={talk.session} ports={talk.ports} saveFileLabel="Spara som fil" />);
  expect(await screen.findByRole('heading', { name: 'Paus' })).toBeInTheDocument();
  expect(document.body.textContent).not.toContain(textOf('s2q1'));
});

it('says what is wrong when nothing can be saved, and offers the file', async () => {
  const { journal, refuse } = moodyJournal();
  const talk = await show(await openTalk(consented, journal));
  await waitFor(() =>
    expect(talk.session.snapshot().state.questions.get(q('s2q1'))?.asked).toBe(true),
  );
  refuse({ type: 'diskFull' });
  await talk.user.type(field(), 'hej');
  expect(await screen.findByText('Inte sparat')).toBeInTheDocument();
  expect(field()).toHaveValue('hej');
  await talk.user.click(button('Spara som fil'));
  expect(talk.calls).toEqual(['file']);
});

it('stays on a question when the length of the talk changes', async () => {
  const talk = await show(await openTalk([...consented, ended('s2q1', 'answered')]));
  expect(question()).toBe(textOf('s2q2'));
  await talk.session.act([{ type: 'TrackChanged', version: 1, data: { track: BRIEF } }]);
  // s2q2 is not in the brief track; the next one that is stands instead.
  await waitFor(() => expect(question()).toBe(textOf('s2q5')));
  expect(button('Nästa')).toBeInTheDocument();
});

it('has only the section on screen in the document, with a guide of 1000 questions', async () => {
  const guide = longGuide(1000);
  const talk = await show(await openTalk(consented, memoryJournal(), guide));
  expect(talk.session.snapshot().route.order).toHaveLength(1004);
  const steps = within(screen.getByRole('navigation')).getAllByRole('listitem');
  expect(steps).toHaveLength(5);
  expect(document.querySelectorAll('textarea')).toHaveLength(1);
  expect(document.querySelectorAll('*').length).toBeLessThan(150);
});

it('restores the place after a crash', async () => {
  const journal = memoryJournal();
  const before = await openTalk(consented, journal);
  before.session.write(q('s3q2'), words('Halvvägs'));
  before.session.moveTo({ question: q('s3q2'), caret: 4 });
  await waitFor(() => expect(before.session.saveState().type).toBe('saved'));
  const after = await openTalk([], journal);
  await show(after);
  expect(question()).toBe(textOf('s3q2'));
  expect(field()).toHaveValue('Halvvägs');
  expect(field().selectionStart).toBe(4);
});

it('ends with the closing words after the last question', async () => {
  const talk = await openTalk([started(BRIEF), ...consented.slice(1)]);
  talk.session.moveTo({ question: q('s8q6'), caret: 0 });
  const { user, session, calls } = await show(talk);
  await user.click(button('Avsluta samtalet'));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent(GUIDE.scripts.closing.sv);
  await user.click(within(dialog).getByRole('button', { name: 'Avsluta och gå till memot' }));
  await waitFor(() => expect(calls).toEqual(['after']));
  const { state, route } = session.snapshot();
  expect(state.status).toBe('writing');
  expect(route.order.filter((id) => !state.questions.get(id)?.outcome)).toEqual([]);
});
