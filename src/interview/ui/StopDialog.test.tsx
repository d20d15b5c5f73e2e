import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { INTERVIEW, memoryJournal, moodyJournal, q, started, words, wrote } from '../fixture.ts';
import { consented, openTalk, type OpenTalk } from './fixture.tsx';
import { StopDialog } from './StopDialog.tsx';

const SECRET = 'SYSKONETSNAMN';
const told = [...consented, wrote('s2q1', SECRET), wrote('s2q5', 'Det här får stå kvar')];

function show(talk: OpenTalk) {
  render(<StopDialog session={talk.session} ports={talk.ports} onClose={() => undefined} />);
  return talk;
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const everything = async ({ journal }: OpenTalk) => JSON.stringify(await journal.open(INTERVIEW));

it('keeps all: every question ends, and the talk is over', async () => {
  const talk = show(await openTalk(told));
  press(/Spara allt som är berättat/);
  await waitFor(() => expect(talk.calls).toEqual(['after']));
  const { state, route } = talk.session.snapshot();
  expect(state).toMatchObject({ status: 'writing', stopped: 'all' });
  const outcomes = route.order.map((id) => state.questions.get(id)?.outcome);
  expect(outcomes.filter((outcome) => !outcome)).toEqual([]);
  expect(state.questions.get(q('s2q1'))?.outcome).toBe('partly');
  expect(state.questions.get(q('s2q2'))?.outcome).toBe('notReached');
  expect(await everything(talk)).toContain(SECRET);
});

it('keeps parts: what was chosen is really gone, the rest stays', async () => {
  const talk = show(await openTalk(told));
  talk.session.write(q('s2q1'), words(`${SECRET} och mer`));
  press(/Spara en del/);
  const list = screen.getByRole('group', { name: 'Svar som ska tas bort' });
  expect(within(list).getAllByRole('checkbox')).toHaveLength(2);
  expect(screen.getByRole('button', { name: 'Välj svar att ta bort' })).toBeDisabled();
  const [first] = within(list).getAllByRole('checkbox');
  if (first) fireEvent.click(first);
  press('Ta bort 1 svar och sluta');
  await waitFor(() => expect(talk.calls).toEqual(['after']));
  expect(await everything(talk)).not.toContain(SECRET);
  expect(await everything(talk)).toContain('Det här får stå kvar');
  expect(talk.session.snapshot().state).toMatchObject({ status: 'writing', stopped: 'parts' });
});

it('says nothing of parts when nothing was written', async () => {
  show(await openTalk(consented));
  expect(screen.queryByRole('button', { name: /Spara en del/ })).toBeNull();
});

it('deletes the whole interview, after asking once more', async () => {
  const talk = show(await openTalk(told));
  press(/Ta bort allt/);
  expect(await talk.journal.open(INTERVIEW)).toBeDefined();
  press('Tillbaka');
  press(/Ta bort allt/);
  press('Ja, ta bort allt');
  await waitFor(() => expect(talk.calls).toEqual(['home']));
  expect(await talk.journal.open(INTERVIEW)).toBeUndefined();
  expect(await talk.journal.list('interview')).toEqual([]);
});

it('does not go on as if the words were gone when they could not be erased', async () => {
  const { journal, refuse } = moodyJournal();
  const talk = show(await openTalk(told, journal));
  press(/Spara en del/);
  const [first] = screen.getAllByRole('checkbox');
  if (first) fireEvent.click(first);
  refuse({ type: 'diskFull' });
  press('Ta bort 1 svar och sluta');
  await waitFor(() => expect(talk.session.saveState().type).toBe('failed'));
  expect(talk.calls).toEqual([]);
  expect(talk.session.snapshot().state.status).toBe('talking');
});

it('without consent nothing can be kept, and the talk can only be removed', async () => {
  const talk = show(await openTalk([started(), wrote('s1q1', SECRET)]));
  expect(screen.getByText(/Samtycket är inte noterat, så inget kan sparas/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Spara/ })).toBeNull();
  press(/Ta bort allt/);
  press('Ja, ta bort allt');
  await waitFor(() => expect(talk.calls).toEqual(['home']));
  expect(await talk.journal.open(INTERVIEW)).toBeUndefined();
});

it('says so and stays when the talk could not be removed', async () => {
  const journal = memoryJournal();
  const erase = async () => ({ ok: false, error: { type: 'diskFull' } }) as const;
  const talk = show(await openTalk(told, { ...journal, erase }));
  press(/Ta bort allt/);
  press('Ja, ta bort allt');
  expect(await screen.findByText(/gick inte att ta bort/)).toBeVisible();
  expect(talk.calls).toEqual([]);
});

it('a double tap stops once', async () => {
  const talk = show(await openTalk(told));
  const all = screen.getByRole('button', { name: /Spara allt som är berättat/ });
  act(() => {
    all.click();
    all.click();
  });
  await waitFor(() => expect(talk.calls).toEqual(['after']));
  const events = (await talk.journal.open(INTERVIEW))?.events ?? [];
  expect(events.filter(({ type }) => type === 'InterviewStopped')).toHaveLength(1);
});
