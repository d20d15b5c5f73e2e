import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { NewEvent } from '../../journal/model/event.ts';
import {
  agreed,
  BRIEF,
  event,
  GUIDE,
  INTERVIEW,
  memoryJournal,
  q,
  ready,
  started,
  talkEnded,
  words,
  wrote,
} from '../fixture.ts';
// Loaded before the screen asks for it.
import './CompleteDialog.tsx';
import { AfterTalk } from './AfterTalk.tsx';
import { openTalk } from './fixture.tsx';

async function show(facts: readonly NewEvent[]) {
  const talk = await openTalk(facts);
  render(<AfterTalk session={talk.session} ports={talk.ports} saveFileLabel="Fil" />);
  await screen.findByRole('heading', { name: 'Del C – bara för dig' });
  return talk;
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const labelOf = (id: string) =>
  GUIDE.memoTemplate.fields.find((field) => field.id === id)?.label.sv ?? id;

it('is blocked with reasons, each a way to the place', async () => {
  const open = ready().filter(
    (fact) =>
      fact.type !== 'ConsentGiven' &&
      !(fact.type === 'QuestionEnded' && fact.data.question === 's2q1') &&
      !(fact.type === 'MemoWritten' && fact.data.field === 'setting'),
  );
  const talk = await show(open);
  press('Färdigställ');
  const dialog = await screen.findByRole('dialog');
  const reasons = within(dialog).getAllByRole('listitem');
  expect(reasons.map((each) => each.textContent)).toEqual([
    'Samtycket är inte noterat',
    `Frågan är inte klar: ${GUIDE.sections[1]?.questions[0]?.text.sv}`,
    `Memot saknar: ${labelOf('setting')}`,
  ]);
  const finish = within(dialog).getByRole('button', { name: /Färdigställ och lämna/ });
  expect(finish).toBeDisabled();
  press(/Frågan är inte klar/);
  expect(talk.calls).toEqual(['talk']);
  expect(talk.session.position()?.question).toBe('s2q1');
  expect(talk.session.snapshot().state.status).toBe('writing');
});

it('explains what completing means, and then packs', async () => {
  const talk = await show(ready());
  press('Färdigställ');
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('allmän handling');
  expect(talk.session.snapshot().state.status).toBe('writing');
  press(/Färdigställ och lämna/);
  await waitFor(() => expect(talk.calls).toEqual(['deliver interview']));
  expect(talk.session.snapshot().state).toMatchObject({ status: 'completed', revision: 1 });
  expect(talk.session.snapshot().state.asked).toHaveLength(40);
  expect(
    await screen.findByRole('heading', { name: 'Intervjun är färdigställd' }),
  ).toBeInTheDocument();
});

it('keeps parts A and B with the interview, and part C in a stream of its own', async () => {
  const talk = await show([started(), talkEnded]);
  const write = (id: string, value: string) => {
    const element = screen.getByLabelText(new RegExp(`^${labelOf(id).replace(/[?()]/g, '\\$&')}`));
    fireEvent.change(element, { target: { value } });
    fireEvent.blur(element);
  };
  write('setting', 'På biblioteket');
  write('ownReactions', 'BARAFÖRMIG');
  await waitFor(() =>
    expect(talk.session.snapshot().state.memo.get('setting')).toBe('På biblioteket'),
  );
  const [own] = await talk.journal.list('reflection');
  expect(JSON.stringify(own && (await talk.journal.open(own.stream)))).toContain('BARAFÖRMIG');
  expect(JSON.stringify(await talk.journal.open(INTERVIEW))).not.toContain('BARAFÖRMIG');
});

it('removes a draft after asking once more, part C as well', async () => {
  const talk = await show([started(), talkEnded]);
  const own = screen.getByLabelText(new RegExp(`^${labelOf('ownReactions')}`));
  fireEvent.change(own, { target: { value: 'BARAFÖRMIG' } });
  fireEvent.blur(own);
  await waitFor(async () => expect(await talk.journal.list('reflection')).toHaveLength(1));
  press('Ta bort utkastet');
  expect(await talk.journal.open(INTERVIEW)).toBeDefined();
  press('Ja, ta bort utkastet');
  await waitFor(() => expect(talk.calls).toEqual(['home']));
  expect(await talk.journal.open(INTERVIEW)).toBeUndefined();
  expect(await talk.journal.list('reflection')).toEqual([]);
});

const completed = {
  type: 'InterviewCompleted',
  version: 1,
  data: { asked: [], language: 'sv' },
};
const reopened = { type: 'InterviewReopened', version: 1, data: { review: event('9') } };

it('a returned interview is mended, not written anew, and cannot be removed', async () => {
  await show([...ready(), completed, reopened]);
  expect(screen.getByRole('heading', { name: 'Komplettera: K-017' })).toBeInTheDocument();
  expect(screen.queryByText(/inom ett dygn/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Ta bort utkastet' })).toBeNull();
});

it('settles what a crash left half-written, so that it is in the record', async () => {
  const journal = memoryJournal();
  const before = await openTalk(
    [started(BRIEF), agreed(), wrote('s2q2', 'Förr'), talkEnded],
    journal,
  );
  before.session.write(q('s1q1'), words('Halvskrivet'));
  before.session.draft('memo.setting', 'På biblioteket');
  await waitFor(() => expect(before.session.saveState().type).toBe('saved'));
  const { session, ports } = await openTalk([], journal);
  render(<AfterTalk session={session} ports={ports} saveFileLabel="Fil" />);
  await waitFor(() => expect(session.snapshot().state.memo.get('setting')).toBe('På biblioteket'));
  const { questions } = session.snapshot().state;
  expect(questions.get(q('s1q1'))?.answer?.text).toBe('Halvskrivet');
  // Asked in another length of the talk, where this screen does not lead.
  await waitFor(() =>
    expect(session.snapshot().state.questions.get(q('s2q2'))?.outcome).toBe('partly'),
  );
});

it('offers no sound while recording is off, and says what the ends of a scale mean', async () => {
  await show([started(), talkEnded]);
  const options = within(screen.getByRole('group', { name: labelOf('documentation') }));
  expect(options.getAllByRole('radio')).toHaveLength(2);
  expect(options.queryByLabelText(/Ljudinspelning/i)).toBeNull();
  expect(screen.getAllByText('Helt och hållet').length).toBeGreaterThan(0);
  expect(screen.getAllByText('Gav mycket').length).toBeGreaterThan(0);
});
