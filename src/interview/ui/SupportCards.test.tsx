import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { card, GUIDE, INTERVIEW, memoryJournal, moodyJournal, q, reopened } from '../fixture.ts';
import { SoundDesk } from '../recording.ts';
import { fakeRunning, fakeSound } from '../sound-fixture.ts';
import { consented, openTalk } from './fixture.tsx';
import type { InterviewPorts } from './ports.ts';
import { CardsGoToo } from './CardsGoToo.tsx';
import { SupportCards } from './SupportCards.tsx';
import { UnsettledCards } from './UnsettledCards.tsx';
import type { Journal } from '../../journal/model/port.ts';

async function show(
  id: string,
  journal: Journal = memoryJournal(),
  more: Partial<InterviewPorts> = {},
) {
  const talk = await openTalk(consented, journal);
  const place = talk.session.snapshot().route.find(q(id));
  if (!place) throw new Error(`no ${id}`);
  const calls: string[] = talk.calls;
  const { unmount } = render(
    <SupportCards
      session={talk.session}
      ports={{ ...talk.ports, ...more }}
      question={place.question}
      onClose={() => calls.push('close')}
      onGo={(to) => calls.push(`go ${to}`)}
      onMove={(to) => calls.push(`move ${to}`)}
      onPause={() => calls.push('pause')}
      onStop={() => calls.push('stop')}
    />,
  );
  return { ...talk, unmount };
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name, hidden: true }));
const titleOf = (id: string) => GUIDE.situations.find((each) => each.id === id)?.title.sv ?? id;
const namesIn = (heading: string) => {
  const section = screen.getByRole('heading', { name: heading }).closest('section');
  if (!section) throw new Error(`no ${heading}`);
  return within(section)
    .getAllByRole('button')
    .map((each) => each.textContent);
};
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

it('lists all 17 cards once, those near the question first', async () => {
  await show('s4q3');
  const near = namesIn('Nära den här frågan');
  // In the order of the guide's cards, not of the question's list.
  expect(near).toEqual(['childAtRisk', 'disclosure', 'distress', 'thirdParty'].map(titleOf));
  const all = [...near, ...namesIn('Alla stödkort')];
  expect(all).toHaveLength(17);
  expect(new Set(all)).toEqual(new Set(GUIDE.situations.map((each) => each.title.sv)));
});

it('has all cards at a question that names none', async () => {
  await show('s2q1');
  expect(screen.queryByRole('heading', { name: 'Nära den här frågan' })).toBeNull();
  expect(namesIn('Alla stödkort')).toHaveLength(17);
});

it('opens a card with the words to say, and notes that it was opened', async () => {
  const { journal } = await show('s4q3');
  press(titleOf('childAtRisk'));
  const known = GUIDE.situations.find((each) => each.id === 'childAtRisk');
  expect(screen.getByRole('dialog')).toHaveTextContent(known?.sayNow.sv ?? 'no words');
  await waitFor(async () => {
    const events = (await journal.open(INTERVIEW))?.events ?? [];
    expect(events.at(-1)).toMatchObject({
      type: 'CardOpened',
      body: { data: { card: 'childAtRisk', question: 's4q3', critical: true } },
    });
  });
});

it('a flag is kept in the interview and goes out at once as its own parcel', async () => {
  const { session, calls } = await show('s4q3');
  press(titleOf('childAtRisk'));
  expect(
    screen.getByRole('button', { name: 'Skicka till arbetsledaren', hidden: true }),
  ).toBeDisabled();
  type('Vad behöver arbetsledaren veta?', 'Ett syskon bor kvar.');
  expect(session.draftOf('flag.childAtRisk')).toBe('Ett syskon bor kvar.');
  press('Skicka till arbetsledaren');
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
  type('Vad behöver arbetsledaren veta?', 'Ett syskon bor kvar.');
  await waitFor(() => expect(session.saveState().type).toBe('saved'));
  refuse({ type: 'diskFull' });
  press('Skicka till arbetsledaren');
  expect(await screen.findByText(/gick inte att spara/)).toBeInTheDocument();
  expect(screen.getByLabelText('Vad behöver arbetsledaren veta?')).toHaveValue(
    'Ett syskon bor kvar.',
  );
  expect(calls).toEqual([]);
});

it('is hidden with one tap, from the list and from a card', async () => {
  const { calls } = await show('s4q3');
  press('Dölj');
  press(titleOf('childAtRisk'));
  press('Dölj');
  expect(calls).toEqual(['close', 'close']);
});

it('says a number once, and where to call when there is no local one', async () => {
  await show('s2q1');
  expect(screen.getByText('Akut fara')).toBeInTheDocument();
  expect(screen.getByText('112')).toBeInTheDocument();
  expect(screen.getAllByText('Ring kommunens växel').length).toBeGreaterThan(0);
  expect(screen.queryByText(/\{/)).toBeNull();
});

it('a card leads out of what is hard: pause, a lighter question, the closing, stop', async () => {
  const { calls } = await show('s4q3');
  press(titleOf('distress'));
  press('Ta en paus');
  press('Gå till en lättare fråga');
  press('Gå till avslutningen');
  expect(calls).toEqual(['close', 'pause', 'go s2q3', 'go s8q1']);
  // No sound is being recorded.
  expect(screen.queryByRole('button', { name: 'Stäng av ljudet' })).toBeNull();
  press('Alla stödkort');
  press(titleOf('wantsToStop'));
  press('Sluta samtalet');
  expect(calls.slice(4)).toEqual(['close', 'stop']);
});

it('turns the sound off where there is some', async () => {
  const stop = vi.fn<() => Promise<void>>(async () => undefined);
  const desk = new SoundDesk();
  desk.set(fakeRunning(INTERVIEW, { stop }));
  const sound = fakeSound({ desk });
  await show('s4q3', undefined, { sound });
  press(titleOf('distress'));
  press('Stäng av ljudet');
  expect(stop).toHaveBeenCalledOnce();
});

it('a note at a card has its time, stays while it is typed, and goes with its question', async () => {
  const { session, journal, unmount } = await show('s4q3');
  press(titleOf('disclosure'));
  type('Ordagrant', 'Rolf tog tag i en');
  expect(session.draftOf('note.disclosure')).toBe('Rolf tog tag i en');
  await waitFor(() => expect(session.saveState().type).toBe('saved'));
  expect((await reopened(journal)).draftOf('note.disclosure')).toBe('Rolf tog tag i en');
  press('Spara med klockslag');
  expect(await screen.findByText(/^\d.+ \d\d:\d\d: ”Rolf tog tag i en”$/)).toBeInTheDocument();
  unmount();
  await session.takeBack([q('s4q3')]);
  expect(JSON.stringify((await journal.open(INTERVIEW))?.events)).not.toContain('Rolf tog tag');
});

it('begins one draft for a report, apart from the interview, and goes on with it next time', async () => {
  const { journal, calls } = await show('s4q3');
  press(titleOf('childAtRisk'));
  press('Börja ett utkast till orosanmälan');
  await waitFor(() => expect(calls).toEqual(['deliver concern', 'concern']));
  press('Börja ett utkast till orosanmälan');
  await waitFor(() => expect(calls).toEqual(['deliver concern', 'concern', 'concern']));
  expect(await journal.list('concern')).toMatchObject([
    { data: { kind: 'concern', interview: INTERVIEW, code: 'K-017', handedOverAt: null } },
  ]);
});

it('a critical card is left only with a hand-over; hiding it ends nothing', async () => {
  const { session, calls } = await show('s4q3');
  press(titleOf('childAtRisk'));
  expect(screen.queryByRole('button', { name: 'Stäng' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Alla stödkort' })).toBeNull();
  fireEvent.click(screen.getByLabelText('Överlämnat'));
  expect(screen.getByRole('button', { name: 'Spara' })).toBeDisabled();
  type('Till vem?', 'Mottagningen, Eva');
  type('På vilket sätt?', 'telefon');
  // The clock is filled in, and may be changed.
  expect(screen.getByLabelText('När?')).not.toHaveValue('');
  type('När?', '14.40');
  expect(session.draftOf('card.childAtRisk')).toMatchObject({ to: 'Mottagningen, Eva' });
  press('Spara');
  expect(
    await screen.findByText(/Överlämnat till Mottagningen, Eva, telefon, 14.40/),
  ).toBeVisible();
  expect(screen.getByRole('button', { name: 'Stäng' })).toBeVisible();
  const { state } = session.snapshot();
  expect(state.cards.get(card('childAtRisk'))?.closed).toMatchObject({
    outcome: 'handedOver',
    when: '14.40',
    reason: '',
  });
  expect(session.draftOf('card.childAtRisk')).toBeUndefined();
  expect(calls).toEqual([]);
});

it('what nobody was handed waits after the talk, with the words that a crash left half-written', async () => {
  const { session, ports, journal, calls, unmount } = await show('s4q3');
  press(titleOf('childAtRisk'));
  fireEvent.click(screen.getByLabelText('Väntar, med ett skäl'));
  type('Varför?', 'Mottagningen svarar inte');
  await waitFor(() => expect(session.saveState().type).toBe('saved'));
  unmount();
  const after = await reopened(journal);
  render(<UnsettledCards session={after} ports={ports} />);
  expect(screen.getByLabelText('Varför?')).toHaveValue('Mottagningen svarar inte');
  press('Spara');
  expect(await screen.findByText(/Väntar: Mottagningen svarar inte/)).toBeVisible();
  // Postponed is not handed over.
  expect(after.snapshot().state.cards.get(card('childAtRisk'))?.closed?.outcome).toBe('postponed');
  type('Vad behöver arbetsledaren veta?', 'Ring mig');
  press('Skicka till arbetsledaren');
  await waitFor(() => expect(calls).toEqual(['deliver safety']));
  fireEvent.click(screen.getByLabelText('Öppnades bara för att läsa'));
  type('Vad handlade det om i stället?', 'Ett annat barn');
  press('Spara');
  await waitFor(() => expect(screen.queryByText('Kort som inte är överlämnade')).toBeNull());
  // The supervisor was told before, and is told how it ended.
  expect(calls).toEqual(['deliver safety', 'deliver safety']);
});

it('says before an interview is erased that a card goes with it', async () => {
  const { session, unmount } = await show('s4q3');
  press(titleOf('childAtRisk'));
  await waitFor(() => expect(session.snapshot().state.cards.size).toBe(1));
  unmount();
  render(<CardsGoToo session={session} />);
  expect(screen.getByText(/Skyldigheten att anmäla finns kvar/)).toBeVisible();
});
