import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { NewEvent } from '../../journal/model/event.ts';
import { GUIDE, memoryJournal, moodyJournal, ready, reopened, started } from '../fixture.ts';
import { privateMemo } from '../memo.ts';
import { circumstancesOf, preparedItems } from '../model/circumstances.ts';
import { AfterTalk } from './AfterTalk.tsx';
import { notingPorts, openTalk } from './fixture.tsx';
import { NewInterview } from './NewInterview.tsx';
import { Preparation } from './Preparation.tsx';
import type { Journal } from '../../journal/model/port.ts';

const preparing: NewEvent = { type: 'PreparationBegun', version: 1, data: {} };
const EXPECT = 'Vad tror jag att jag kommer att få höra?';
const FEAR = 'Vad är jag orolig för att få höra?';

async function show(
  facts: readonly NewEvent[] = [started(), preparing],
  journal: Journal = memoryJournal(),
) {
  const talk = await openTalk(facts, journal);
  const view = render(
    <Preparation session={talk.session} ports={talk.ports} saveFileLabel="Fil" />,
  );
  await screen.findByLabelText(EXPECT);
  await screen.findByText(/startar utan nät|inte på surfplattan än/);
  return { ...talk, view };
}
const type = (label: string, words: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: words } });
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
const tick = (name: string | RegExp) => fireEvent.click(screen.getByRole('checkbox', { name }));
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('is offered beside beginning at once, and begins the interview without the clock', async () => {
  const { ports } = notingPorts(memoryJournal());
  const begun: string[] = [];
  render(<NewInterview ports={ports} guide={GUIDE} onBegun={(stream) => begun.push(stream)} />);
  fireEvent.change(screen.getByLabelText('Deltagarens kod'), { target: { value: 'K-017' } });
  press('Förbered samtalet');
  await waitFor(() => expect(begun).toHaveLength(1));
  const [kept] = await ports.journal.list('interview');
  expect(kept?.data).toMatchObject({ status: 'preparing', code: 'K-017' });
});

it('has nothing filled in, and says how long it takes', async () => {
  const { session } = await show();
  expect(screen.getByText(/Ta ungefär 20 minuter/)).toBeVisible();
  for (const field of screen.getAllByRole('textbox')) expect(field).toHaveValue('');
  for (const box of screen.getAllByRole('checkbox')) expect(box).not.toBeChecked();
  expect(session.snapshot().state.runningSince).toBeNull();
  expect(screen.getByText('112')).toBeInTheDocument();
});

it('begins the talk when the two have met', async () => {
  const { session } = await show();
  press('Börja samtalet');
  await waitFor(() => expect(session.snapshot().state.status).toBe('talking'));
  expect(session.snapshot().state.runningSince).not.toBeNull();
});

it('keeps the own words apart from the interview, through a crash, and shows them beside part C', async () => {
  const { session, journal, ports, view } = await show();
  type(EXPECT, 'Att ingen lyssnade');
  fireEvent.blur(screen.getByLabelText(EXPECT));
  type(FEAR, 'Att det var');
  type(FEAR, 'Att det var jag');
  await waitFor(async () => {
    const memo = await privateMemo(journal, session.stream, ports.deps.random);
    expect(memo.value('pre.expect')).toBe('Att ingen lyssnade');
    // Never left: it was still being typed.
    expect(memo.value('pre.fear')).toBe('Att det var jag');
  });
  expect(JSON.stringify(await journal.open(session.stream))).not.toMatch(/lyssnade|Att det var/);
  view.unmount();

  render(<Preparation session={session} ports={ports} saveFileLabel="Fil" />);
  expect(await screen.findByLabelText(FEAR)).toHaveValue('Att det var jag');
  await session.act(ready().slice(1));
  render(<AfterTalk session={session} ports={ports} saveFileLabel="Fil" />);
  const before = await screen.findByRole('region', { name: 'Det här skrev du före samtalet' });
  expect(within(before).getByText('Att ingen lyssnade')).toBeVisible();
  expect(within(before).getByText('Att det var jag')).toBeVisible();
});

it('keeps the practical check and the circumstances as they are chosen', async () => {
  const { session, journal } = await show();
  tick(/Rummet är ostört/);
  await waitFor(() => expect(preparedItems(session.events())).toEqual(['room']));
  tick(/Det finns vatten/);
  await waitFor(() => expect(preparedItems(session.events())).toEqual(['room', 'water']));
  choose('Jag var deltagarens socialsekreterare');
  expect(await screen.findByText(/En kollega kan ta avsnittet/)).toBeVisible();
  tick(/hellre vill prata med någon annan/);
  await waitFor(() =>
    expect(circumstancesOf(session.events())).toMatchObject({
      relation: 'own',
      choiceOffered: true,
    }),
  );
  const after = await reopened(journal);
  expect(preparedItems(after.events())).toEqual(['room', 'water']);
});

it('two quick choices are both kept', async () => {
  const moody = moodyJournal();
  const { session } = await show([started(), preparing], moody.journal);
  moody.hold();
  tick('Deltagaren har skyddade personuppgifter');
  choose('Auktoriserad tolk');
  moody.release();
  await waitFor(() =>
    expect(circumstancesOf(session.events())).toMatchObject({
      protectedData: true,
      interpreter: 'authorised',
    }),
  );
  expect(screen.getByText(/Använd bara koden/)).toBeVisible();
});

it('with an interpreter there is more time and there are rules, and nobody close interprets', async () => {
  await show();
  expect(screen.queryByText(/i stället för/)).toBeNull();
  expect(screen.getByText(/En anhörig eller ett barn kan inte tolka/)).toBeVisible();
  expect(screen.queryByRole('radio', { name: /anhörig|barn/i })).toBeNull();
  choose('Annan tolk från tolkförmedlingen');
  expect(await screen.findByText('Räkna med ungefär 120 minuter i stället för 90.')).toBeVisible();
  const rules = screen.getByRole('region', { name: 'Regler när ni är tre' });
  expect(within(rules).getAllByRole('listitem')).toHaveLength(5);
});

it('goes away with all that was written when nobody came', async () => {
  const { session, journal, calls } = await show();
  type(EXPECT, 'Något');
  fireEvent.blur(screen.getByLabelText(EXPECT));
  await waitFor(async () => expect(await journal.list('reflection')).toHaveLength(1));
  press('Ta bort förberedelsen');
  fireEvent.click(
    within(await screen.findByRole('dialog')).getByRole('button', { name: 'Ja, ta bort' }),
  );
  await waitFor(() => expect(calls).toEqual(['home']));
  expect(await journal.open(session.stream)).toBeUndefined();
  expect(await journal.list('reflection')).toEqual([]);
});
