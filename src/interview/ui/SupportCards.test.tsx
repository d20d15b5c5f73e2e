import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { GUIDE, INTERVIEW, memoryJournal, moodyJournal, q } from '../fixture.ts';
import { consented, openTalk } from './fixture.tsx';
import { SupportCards } from './SupportCards.tsx';

async function show(id: string, journal = memoryJournal()) {
  const talk = await openTalk(consented, journal);
  const place = talk.session.snapshot().route.find(q(id));
  if (!place) throw new Error(`no ${id}`);
  render(
    <SupportCards
      session={talk.session}
      ports={talk.ports}
      question={place.question}
      onClose={() => undefined}
    />,
  );
  return talk;
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const titleOf = (id: string) => GUIDE.situations.find((card) => card.id === id)?.title.sv ?? id;
const namesIn = (heading: string) => {
  const section = screen.getByRole('heading', { name: heading }).closest('section');
  if (!section) throw new Error(`no ${heading}`);
  return within(section)
    .getAllByRole('button')
    .map((each) => each.textContent);
};

it('lists all 17 cards once, those near the question first', async () => {
  await show('s4q3');
  const near = namesIn('Nära den här frågan');
  // In the order of the guide's cards, not of the question's list.
  expect(near).toEqual(['childAtRisk', 'disclosure', 'distress', 'thirdParty'].map(titleOf));
  const all = [...near, ...namesIn('Alla stödkort')];
  expect(all).toHaveLength(17);
  expect(new Set(all)).toEqual(new Set(GUIDE.situations.map((card) => card.title.sv)));
});

it('has all cards at a question that names none', async () => {
  await show('s2q1');
  expect(screen.queryByRole('heading', { name: 'Nära den här frågan' })).toBeNull();
  expect(namesIn('Alla stödkort')).toHaveLength(17);
});

it('opens a card with the words to say, and notes that it was opened', async () => {
  const { journal } = await show('s4q3');
  press(titleOf('childAtRisk'));
  const card = GUIDE.situations.find((each) => each.id === 'childAtRisk');
  expect(screen.getByRole('dialog')).toHaveTextContent(card?.sayNow.sv ?? 'no words');
  await waitFor(async () => {
    const events = (await journal.open(INTERVIEW))?.events ?? [];
    expect(events.at(-1)).toMatchObject({
      type: 'CardOpened',
      body: { data: { card: 'childAtRisk', question: 's4q3' } },
    });
  });
});

it('a flag is kept in the interview and goes out at once as its own parcel', async () => {
  const { session, calls } = await show('s4q3');
  press(titleOf('childAtRisk'));
  expect(
    screen.getByRole('button', { name: 'Skicka till arbetsledaren', hidden: true }),
  ).toBeDisabled();
  fireEvent.change(screen.getByLabelText('Vad behöver arbetsledaren veta?'), {
    target: { value: 'Ett syskon bor kvar.' },
  });
  expect(session.draftOf('flag.childAtRisk')).toBe('Ett syskon bor kvar.');
  fireEvent.click(screen.getByRole('button', { name: 'Skicka till arbetsledaren', hidden: true }));
  expect(await screen.findByText(/Meddelandet är sparat/)).toBeInTheDocument();
  expect(await screen.findByText(/Du meddelade arbetsledaren/)).toBeVisible();
  expect(calls).toEqual(['deliver safety']);
  expect(session.snapshot().state.flags).toMatchObject([
    { card: 'childAtRisk', question: 's4q3', note: 'Ett syskon bor kvar.' },
  ]);
});

it('a flag that could not be kept is not sent, and its words stay', async () => {
  const { journal, refuse } = moodyJournal();
  const { session, calls } = await show('s4q3', journal);
  press(titleOf('childAtRisk'));
  fireEvent.change(screen.getByLabelText('Vad behöver arbetsledaren veta?'), {
    target: { value: 'Ett syskon bor kvar.' },
  });
  await waitFor(() => expect(session.saveState().type).toBe('saved'));
  refuse({ type: 'diskFull' });
  fireEvent.click(screen.getByRole('button', { name: 'Skicka till arbetsledaren', hidden: true }));
  expect(await screen.findByText(/gick inte att spara/)).toBeInTheDocument();
  expect(screen.getByLabelText('Vad behöver arbetsledaren veta?')).toHaveValue(
    'Ett syskon bor kvar.',
  );
  expect(calls).toEqual([]);
});

it('is hidden with one tap, from the list and from a card', async () => {
  const talk = await openTalk(consented);
  const place = talk.session.snapshot().route.find(q('s4q3'));
  if (!place) throw new Error('no s4q3');
  let closed = 0;
  const close = () => {
    closed += 1;
  };
  render(<SupportCards {...talk} question={place.question} onClose={close} />);
  press('Dölj');
  press(titleOf('childAtRisk'));
  press('Dölj');
  expect(closed).toBe(2);
});

it('says a number once, and where to call when there is no local one', async () => {
  await show('s2q1');
  expect(screen.getByText('Akut fara')).toBeInTheDocument();
  expect(screen.getByText('112')).toBeInTheDocument();
  expect(screen.getAllByText('Ring kommunens växel').length).toBeGreaterThan(0);
  expect(screen.queryByText(/\{/)).toBeNull();
});
