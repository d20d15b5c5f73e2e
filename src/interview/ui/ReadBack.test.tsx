import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { NewEvent } from '../../journal/model/event.ts';
import {
  agreed,
  ended,
  GUIDE,
  INTERVIEW,
  memo,
  memoryJournal,
  moodyJournal,
  q,
  ready,
  reopened,
  started,
  words,
  wrote,
} from '../fixture.ts';
import { answerOf } from '../model/marks.ts';
import { foldReadBack } from '../model/read-back.ts';
import { openTalk } from './fixture.tsx';
import { ReadBack } from './ReadBack.tsx';
import { ReadBackPart } from './ReadBackPart.tsx';
import type { Journal } from '../../journal/model/port.ts';

const TEXT = 'Det var fint där. ‹Kalle› slog mig. ”Gå ut”, sa hon.';
const told: readonly NewEvent[] = [
  started(),
  agreed(['participate', 'notes', 'quotes']),
  ended('s1q3', 'answered'),
  wrote('s2q1', answerOf(TEXT, null)),
  wrote('s2q3', words('', { kind: 'scale', value: 7 })),
  wrote('s3q1', 'Skolan gick bra.'),
];
const textOf = (id: string) =>
  GUIDE.sections.flatMap((section) => section.questions).find((each) => each.id === id)?.text.sv ??
  id;
const sectionTitle = (i: number) => GUIDE.sections[i]?.title.sv ?? '';
const answer = (id: string) => within(screen.getByRole('article', { name: textOf(id) }));
const button = (name: string | RegExp) => screen.getByRole('button', { name });

async function show(facts = told, journal: Journal = memoryJournal()) {
  const talk = await openTalk(facts, journal);
  const closed: string[] = [];
  render(
    <ReadBack
      session={talk.session}
      ports={talk.ports}
      question={q('s2q1')}
      onClose={() => closed.push('closed')}
    />,
  );
  const read = (id: string) => foldReadBack(talk.session.events()).questions.get(q(id));
  return { ...talk, closed, read, user: userEvent.setup(), journal };
}

it('shows what was written, in plain words, section by section, and nothing of the notes around it', async () => {
  const { user, session } = await show([
    ...told,
    memo('setting', 'MEMOORD'),
    {
      type: 'SafetyFlagged',
      version: 1,
      data: { card: 'childAtRisk', question: 's2q1', note: 'FLAGGORD' },
    },
  ]);
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(sectionTitle(1));
  expect(answer('s2q1').getByText('Gå ut').tagName).toBe('Q');
  expect(document.body).toHaveTextContent('Det var fint där. Kalle slog mig. Gå ut, sa hon.');
  expect(answer('s2q3').getByText('7 av 10')).toBeVisible();
  const { motive } = GUIDE.sections[1]?.questions[0] ?? {};
  for (const hidden of ['MEMOORD', 'FLAGGORD', 'K-017', '‹', motive?.sv ?? 'K-017'])
    expect(document.body).not.toHaveTextContent(hidden);
  await user.click(button('Nästa del'));
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(sectionTitle(2));
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  expect(foldReadBack(session.events()).sections.size).toBe(0);
});

it('is read when they say so, and goes on to the next part', async () => {
  const { user, session } = await show();
  await user.click(button('Vi har läst den här delen'));
  await waitFor(() =>
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(sectionTitle(2)),
  );
  expect([...foldReadBack(session.events()).sections.keys()]).toEqual(['s2']);
  await user.click(button('Föregående del'));
  expect(screen.getByText(/^Läst \d/)).toBeVisible();
});

it('keeps own words on every input, and as a fact when the field is left', async () => {
  const journal = memoryJournal();
  const { user, read } = await show(told, journal);
  await user.click(answer('s2q1').getByRole('button', { name: 'Skriv med egna ord' }));
  const field = answer('s2q1').getByLabelText('Mina egna ord');
  expect(field).toHaveFocus();
  await user.type(field, 'Han var rädd');
  const crashed = await reopened(journal);
  expect(crashed.draftOf('own.s2q1')).toBe('Han var rädd');
  await user.tab();
  await waitFor(() => expect(read('s2q1')?.ownWords).toBe('Han var rädd'));
  await user.click(answer('s2q1').getByRole('button', { name: 'Radera mina ord' }));
  await waitFor(() => expect(read('s2q1')?.ownWords).toBe(''));
  expect(JSON.stringify(await journal.open(INTERVIEW))).not.toContain('Han var rädd');
});

it('erases the sentence that is chosen, after one more question, by keyboard alone', async () => {
  const { user, session } = await show();
  answer('s2q1').getByRole('button', { name: 'Ta bort något' }).focus();
  await user.keyboard('{Enter}');
  expect(answer('s2q1').getByRole('checkbox', { name: 'Det var fint där.' })).toHaveFocus();
  await user.tab();
  await user.keyboard(' ');
  await user.click(answer('s2q1').getByRole('button', { name: 'Radera det valda' }));
  expect(await screen.findByText('Det går inte att få tillbaka. Ska det raderas?')).toBeVisible();
  expect(session.answer(q('s2q1')).text).toBe(TEXT);
  await user.click(await screen.findByRole('button', { name: 'Ja, radera' }));
  expect(await screen.findByText('Det är raderat.')).toBeVisible();
  expect(session.answer(q('s2q1')).text).toBe('Det var fint där. ”Gå ut”, sa hon.');
  expect(JSON.stringify(session.events())).not.toContain('Kalle');
  expect(screen.getByRole('heading', { name: textOf('s2q1') })).toHaveFocus();
  expect(screen.getByText('En del av svaret är raderad, som du ville.')).toBeVisible();
});

it('erases a whole answer with its value and the own words about it', async () => {
  const { user, session } = await show();
  await user.click(answer('s2q3').getByRole('button', { name: 'Ta bort något' }));
  expect(answer('s2q3').getAllByRole('checkbox')).toHaveLength(1);
  await user.click(answer('s2q3').getByRole('checkbox', { name: /Hela svaret/ }));
  await user.click(answer('s2q3').getByRole('button', { name: 'Radera det valda' }));
  await user.click(await screen.findByRole('button', { name: 'Ja, radera' }));
  expect(await answer('s2q3').findByText(/Du har tagit tillbaka svaret/)).toBeVisible();
  expect(session.snapshot().state.questions.get(q('s2q3'))?.takenBack).toBe(true);
  expect(answer('s2q3').queryByRole('radio')).toBeNull();
});

it('says so when nothing could be erased, and erases nothing when they change their mind', async () => {
  const moody = moodyJournal();
  const { user, session } = await show(told, moody.journal);
  const remove = async () => {
    await user.click(answer('s2q1').getByRole('button', { name: 'Ta bort något' }));
    await user.click(answer('s2q1').getByRole('checkbox', { name: 'Det var fint där.' }));
    await user.click(answer('s2q1').getByRole('button', { name: 'Radera det valda' }));
  };
  await remove();
  await user.click(button('Avbryt'));
  expect(session.answer(q('s2q1')).text).toBe(TEXT);
  moody.refuse({ type: 'diskFull' });
  await remove();
  await user.click(await screen.findByRole('button', { name: 'Ja, radera' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Det gick inte att radera');
});

it('asks how each answer may be used, chooses nothing itself, and quotes only with a yes', async () => {
  const { user, read, session } = await show();
  const uses = answer('s2q1');
  for (const radio of uses.getAllByRole('radio')) expect(radio).not.toBeChecked();
  expect(uses.getByText(/Ni har inte pratat om det här svaret än/)).toBeVisible();
  await user.click(uses.getByRole('radio', { name: /^Får citeras/ }));
  await waitFor(() => expect(read('s2q1')?.chosen).toBe('quote'));
  expect(uses.queryByText(/Ni har inte pratat/)).toBeNull();
  await session.act([{ type: 'ConsentWithdrawn', version: 1, data: { items: ['quotes'] } }]);
  await waitFor(() => expect(uses.queryByRole('radio', { name: /^Får citeras/ })).toBeNull());
  expect(uses.getByRole('radio', { name: /inte citeras/ })).toBeChecked();
  expect(uses.getByText(/Du har inte sagt ja till citat/)).toBeVisible();
  await user.click(
    uses.getByRole('radio', { name: 'Mellan oss. Bara intervjuaren och arbetsledaren läser det.' }),
  );
  await waitFor(() => expect(read('s2q1')?.chosen).toBe('betweenUs'));
});

it('leads back to the notes only on purpose', async () => {
  const { user, closed } = await show();
  await user.keyboard('{Escape}');
  await user.click(button('Till anteckningarna'));
  expect(screen.getByText('Håll in knappen en sekund.')).toBeVisible();
  expect(closed).toEqual([]);
  // By keyboard it takes two buttons.
  button('Till anteckningarna').focus();
  await user.keyboard('{Enter}');
  expect(closed).toEqual([]);
  await user.click(button('Ja, gå tillbaka'));
  expect(closed).toEqual(['closed']);
});

it('has nothing to read before anything was asked', async () => {
  await show([started()]);
  expect(screen.getByText('Det finns inget att läsa än.')).toBeVisible();
  expect(button('Vi har läst den här delen')).toBeDisabled();
});

it('stands on the screen after the talk until the interview is completed', async () => {
  const section = { type: 'SectionReadBack', version: 1, data: { section: 's2' } };
  const talk = await openTalk([
    ...ready(),
    { type: 'QuestionAsked', version: 1, data: { question: 's2q1' } },
    { type: 'QuestionAsked', version: 1, data: { question: 's3q1' } },
    section,
  ]);
  render(<ReadBackPart session={talk.session} ports={talk.ports} />);
  expect(screen.getByText('1 av 2 delar är lästa')).toBeVisible();
  fireEvent.click(button('Läs tillbaka tillsammans'));
  expect(await screen.findByRole('dialog', { name: 'Läs tillbaka' })).toBeVisible();
});
