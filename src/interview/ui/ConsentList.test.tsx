import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { NewEvent } from '../../journal/model/event.ts';
import { aged, agreed, GUIDE, q, ready, started, talkEnded } from '../fixture.ts';
import { saysYes } from '../model/state.ts';
import { ConsentAfter } from './ConsentAfter.tsx';
import { ConsentAgain } from './ConsentAgain.tsx';
import { ConsentTool } from './ConsentTool.tsx';
import { openTalk } from './fixture.tsx';

const YES = ['participate', 'notes', 'quotes'];
const talking = [started(), aged(), agreed(YES)];
const completed: NewEvent = {
  type: 'InterviewCompleted',
  version: 1,
  data: { asked: [], language: 'sv' },
};
const reopenedAgain: NewEvent = {
  type: 'InterviewReopened',
  version: 1,
  data: { review: '9'.repeat(32) },
};
const done = [started(), aged(), agreed(YES), ...ready().slice(3), completed];

const rowOf = (id: string) => {
  const label = GUIDE.consent.items.find((item) => item.id === id)?.label.sv ?? id;
  const row = screen.getAllByRole('listitem').find((each) => each.textContent?.includes(label));
  if (!row) throw new Error(`no row for ${id}`);
  return row;
};
const takeBack = (id: string) =>
  fireEvent.click(within(rowOf(id)).getByRole('button', { name: /^Ta tillbaka/ }));
const withdrawnIn = (talk: Awaited<ReturnType<typeof openTalk>>) =>
  talk.session
    .events()
    .flatMap(({ type, body }) => (type === 'ConsentWithdrawn' ? [body?.data] : []));

async function tool(facts: readonly NewEvent[] = talking) {
  const talk = await openTalk(facts);
  const [question] = GUIDE.sections[0]?.questions ?? [];
  if (!question) throw new Error('no question');
  const note = (call: string) => () => talk.calls.push(call);
  render(
    <ConsentTool
      session={talk.session}
      ports={talk.ports}
      question={question}
      onClose={note('close')}
      onGo={(to) => talk.calls.push(`go ${to}`)}
      onMove={(how) => talk.calls.push(how)}
      onPause={note('pause')}
      onStop={note('stop')}
    />,
  );
  return talk;
}
async function after(facts: readonly NewEvent[]) {
  const talk = await openTalk(facts);
  render(<ConsentAfter session={talk.session} ports={talk.ports} />);
  fireEvent.click(screen.getByText('Samtycke'));
  return talk;
}

it('shows every item with what was said, and a way back from each yes', async () => {
  await tool();
  expect(screen.getAllByRole('listitem')).toHaveLength(GUIDE.consent.items.length);
  expect(rowOf('quotes')).toHaveTextContent(/Ja, /);
  expect(rowOf('group')).toHaveTextContent(/Nej, /);
  expect(rowOf('audio')).toHaveTextContent('Inte frågat');
  expect(screen.getAllByRole('button', { name: /^Ta tillbaka/ })).toHaveLength(YES.length);
});

it('takes back in one tap, and says what that means', async () => {
  const talk = await tool();
  takeBack('quotes');
  expect(await screen.findByText(GUIDE.consent.withdrawalText.sv)).toBeInTheDocument();
  expect(saysYes(talk.session.snapshot().state, 'quotes')).toBe(false);
  expect(rowOf('quotes')).toHaveTextContent(/Tillbakataget/);
  expect(withdrawnIn(talk)).toEqual([{ items: ['quotes'] }]);
  // Nothing of it has been handed in yet.
  expect(talk.calls).toEqual([]);
});

it('what the interview stands on leads to stopping, where the person chooses', async () => {
  const talk = await tool();
  takeBack('notes');
  await waitFor(() => expect(talk.calls).toEqual(['stop']));
  expect(withdrawnIn(talk)).toEqual([]);
});

it('leads to the gate, where a yes can be given anew', async () => {
  const talk = await tool();
  fireEvent.click(screen.getByRole('button', { name: 'Ändra samtycket' }));
  expect(talk.calls).toEqual([`go ${q('s1q3')}`]);
});

it('after the talk the draft is erased at once when the person wants out', async () => {
  const talk = await after([...talking, talkEnded]);
  takeBack('participate');
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Ta bort allt' }));
  await waitFor(() => expect(talk.calls).toEqual(['home']));
  expect(await talk.journal.open(talk.session.stream)).toBeUndefined();
});

it('says before it is erased that a card goes with it, and that a message goes out all the same', async () => {
  const risk = { card: 'childAtRisk', question: null };
  await after([
    ...talking,
    { type: 'CardOpened', version: 1, data: { ...risk, critical: true } },
    { type: 'SafetyFlagged', version: 1, data: { ...risk, note: 'En pojke bor kvar.' } },
    talkEnded,
  ]);
  takeBack('participate');
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent(/Skyldigheten att anmäla finns kvar/);
  expect(dialog).toHaveTextContent(/Meddelandet till arbetsledaren skickas ändå/);
});

it('of a completed interview a yes can be taken back, and the supervisor is told at once', async () => {
  const talk = await after(done);
  takeBack('quotes');
  expect(await screen.findByText(/Arbetsledaren får veta/)).toBeInTheDocument();
  expect(withdrawnIn(talk)).toEqual([{ items: ['quotes'] }]);
  expect(talk.calls).toEqual(['deliver interview']);
  expect(talk.session.snapshot().state.status).toBe('completed');
});

it.each([
  ['completed', done],
  ['returned to be mended', [...done, reopenedAgain]],
])('who wants out of an interview that is %s blocks it', async (_what, facts) => {
  const talk = await after(facts);
  takeBack('participate');
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent(/spärras direkt/);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Ta tillbaka och spärra' }));
  await waitFor(() => expect(talk.calls).toEqual(['deliver interview', 'deliver withdrawal']));
  expect(withdrawnIn(talk)).toEqual([{ items: ['participate'] }]);
  const [said] = await talk.journal.list('withdrawal');
  expect(said?.data).toMatchObject({ interview: talk.session.stream, through: 'interviewer' });
  expect((await talk.journal.open(talk.session.stream))?.events.length).toBeGreaterThan(
    facts.length,
  );
});

it('asks again at the closing: what still holds is confirmed, what was taken back is not', async () => {
  const talk = await openTalk(talking);
  render(
    <ConsentAgain
      session={talk.session}
      ports={talk.ports}
      moment="closing"
      onStop={() => talk.calls.push('stop')}
      onConfirmed={() => talk.calls.push('confirmed')}
    />,
  );
  expect(screen.getAllByRole('listitem')).toHaveLength(YES.length);
  takeBack('quotes');
  await waitFor(() => expect(rowOf('quotes')).toHaveTextContent(/Tillbakataget/));
  fireEvent.click(screen.getByRole('button', { name: 'Ja, fortfarande okej' }));
  await waitFor(() => expect(talk.calls).toEqual(['confirmed']));
  expect(talk.session.events().at(-1)).toMatchObject({
    type: 'ConsentConfirmed',
    body: { data: { moment: 'closing', items: ['participate', 'notes'] } },
  });
  expect(screen.getByText(/Frågat igen/)).toBeInTheDocument();
  takeBack('notes');
  await waitFor(() => expect(talk.calls).toEqual(['confirmed', 'stop']));
});

it('when sound has started only the yes to sound is asked about', async () => {
  const talk = await openTalk([started(), aged(), agreed([...YES, 'audio'])]);
  render(
    <ConsentAgain
      session={talk.session}
      ports={talk.ports}
      moment="soundStarted"
      onStop={() => 0}
    />,
  );
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  takeBack('audio');
  await waitFor(() => expect(rowOf('audio')).toHaveTextContent(/Tillbakataget/));
  expect(screen.getByRole('button', { name: 'Ja, fortfarande okej' })).toBeDisabled();
});
