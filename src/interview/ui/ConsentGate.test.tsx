import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
// Loaded before the talk asks for them.
import { ConsentGate } from './ConsentGate.tsx';
import './Overview.tsx';
import './StopDialog.tsx';
import { aged, agreed, ended, GUIDE, q, started, talkEnded } from '../fixture.ts';
import type { NewEvent } from '../../journal/model/event.ts';
import { NOTHING_NOTED } from '../model/circumstances.ts';
import { saysYes } from '../model/state.ts';
import { withdraw } from '../withdraw.ts';
import { openTalk } from './fixture.tsx';
import { Talk } from './Talk.tsx';

const noted: NewEvent = {
  type: 'CircumstancesNoted',
  version: 1,
  data: { ...NOTHING_NOTED, protectedData: true },
};
const before = [started(), aged(), ended('s1q1', 'answered'), ended('s1q2', 'answered')];
const SAID_BACK = /har berättat med egna ord/;
const FIRST = 'Samtycket behöver sparas innan ni går vidare.';
const TAKE_PART = /Jag vill delta/;
const NOTES = /Du får anteckna/;

async function show(facts: Parameters<typeof openTalk>[0] = before) {
  const talk = await openTalk(facts);
  talk.session.moveTo({ question: q('s1q3'), caret: 0 });
  render(<Talk session={talk.session} ports={talk.ports} saveFileLabel="Fil" />);
  await screen.findByRole('button', { name: 'Spara samtycket' });
  return talk;
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const tick = (name: RegExp) => fireEvent.click(screen.getByRole('checkbox', { name }));
const save = () => screen.getByRole('button', { name: 'Spara samtycket' });

it('lets nobody past until what is required is agreed to and the rules were said back', async () => {
  const { session } = await show();
  press('Nästa');
  expect(screen.getByText(FIRST)).toBeVisible();
  expect(session.position()?.question).toBe('s1q3');

  expect(save()).toBeDisabled();
  tick(SAID_BACK);
  tick(TAKE_PART);
  expect(save()).toBeDisabled();
  tick(NOTES);
  expect(save()).toBeEnabled();
  tick(SAID_BACK);
  expect(save()).toBeDisabled();
  tick(SAID_BACK);
  fireEvent.click(save());
  expect(await screen.findByText(/Samtycket är noterat/)).toBeInTheDocument();
  expect(screen.queryByText(FIRST)).toBeNull();
  press('Nästa');
  const next = GUIDE.sections[0]?.questions[3]?.text.sv;
  expect(await screen.findByRole('heading', { level: 1, name: next ?? '' })).toBeInTheDocument();
});

it('keeps exactly the items that got a yes, and derives the answer of its question from them', async () => {
  const { session } = await show();
  for (const name of [SAID_BACK, TAKE_PART, NOTES, /Korta citat/]) tick(name);
  fireEvent.click(save());
  await waitFor(() =>
    expect(session.snapshot().state.consent).toMatchObject({
      textVersion: GUIDE.consent.version,
      yes: ['participate', 'notes', 'quotes'],
      asked: GUIDE.consent.items
        .filter(({ id, ask }) => id !== 'audio' && ask !== 'closing')
        .map(({ id }) => id),
      saidBack: true,
    }),
  );
  expect(session.snapshot().state.questions.get(q('s1q3'))).toMatchObject({
    outcome: 'answered',
    answer: { value: { kind: 'choice', options: ['notesOnly'] } },
  });
});

it('silence is no yes: nothing is ticked at the beginning, and sound is not asked about', async () => {
  await show();
  for (const box of screen.getAllByRole('checkbox')) expect(box).not.toBeChecked();
  // One for each item but sound and what is asked at the end, and one for the rules that are said back.
  expect(screen.getAllByRole('checkbox')).toHaveLength(GUIDE.consent.items.length - 1);
  expect(screen.queryByRole('checkbox', { name: /spela in/ })).toBeNull();
});

it('a yes that is taken back closes the way again', async () => {
  const { session } = await show([...before, agreed()]);
  tick(NOTES);
  fireEvent.click(save());
  await waitFor(() => expect(session.snapshot().state.consent?.yes).toEqual(['participate']));
  press('Nästa');
  expect(screen.getByText(FIRST)).toBeVisible();
});

it('a no leads to stopping, without a reason, and the question cannot be skipped', async () => {
  await show();
  expect(screen.getByRole('button', { name: 'Hoppa över' })).toBeDisabled();
  press('Nej, inte i dag');
  expect(await screen.findByRole('dialog')).toHaveTextContent('Sluta här');
});

it('the sections behind it are closed in the overview until then', async () => {
  await show();
  press('Avsnitt 1 av 8 Välkommen och spelregler');
  const dialog = await screen.findByRole('dialog');
  expect(dialog.querySelectorAll('button:disabled')).toHaveLength(7);
});

const ticks = () =>
  screen.getAllByRole('checkbox').map((box) => box instanceof HTMLInputElement && box.checked);

it('goes on with "Nästa" when all that is required is ticked, and saves it on the way', async () => {
  const { session } = await show();
  for (const name of [SAID_BACK, TAKE_PART, NOTES]) tick(name);
  press('Nästa');
  const next = GUIDE.sections[0]?.questions[3]?.text.sv ?? '';
  expect(await screen.findByRole('heading', { level: 1, name: next })).toBeInTheDocument();
  expect(session.snapshot().state.consent).toMatchObject({
    yes: ['participate', 'notes'],
    saidBack: true,
  });
  expect(screen.queryByText(FIRST)).toBeNull();
});

it('keeps the ticks of who leaves and comes back, without taking them for a yes', async () => {
  const { session } = await show();
  tick(SAID_BACK);
  const before = ticks();
  press('Föregående');
  press('Nästa');
  await screen.findByRole('button', { name: 'Spara samtycket' });
  expect(before.filter(Boolean)).toHaveLength(1);
  expect(ticks()).toEqual(before);
  expect(session.snapshot().state.consent).toBeNull();
});

it('does not let a yes that was unticked pass unsaved', async () => {
  const { session } = await show([...before, agreed()]);
  tick(NOTES);
  press('Nästa');
  expect(screen.getByText(FIRST)).toBeVisible();
  expect(session.position()?.question).toBe('s1q3');
});

it('has what is said about it below the question, as every question has', async () => {
  const { session, ports } = await openTalk(before);
  session.moveTo({ question: q('s1q3'), caret: 0 });
  render(
    <Talk
      session={session}
      ports={ports}
      saveFileLabel="Fil"
      commentsFor={(question) => <p>Om {question}</p>}
    />,
  );
  const said = await screen.findByText('Om s1q3');
  const asked = screen.getByRole('heading', { level: 1 });
  expect(asked.compareDocumentPosition(said)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  const first = screen.getAllByRole('checkbox')[0];
  expect(first && said.compareDocumentPosition(first)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

it.each([
  ['is asked about where the office has decided how long it is kept', [], true],
  ['is not, with protected personal data', [noted], false],
] as const)('sound %s', async (_what, facts, asked) => {
  const { session } = await openTalk([...before, ...facts]);
  const place = session.snapshot().route.find(q('s1q3'));
  if (!place) throw new Error('no gate');
  const sound = { retention: async () => ({ decision: '2026-17', days: 30 }) };
  render(
    <ConsentGate session={session} ports={{ sound }} place={place} onStop={() => undefined} />,
  );
  tick(SAID_BACK);
  for (const name of [TAKE_PART, NOTES]) tick(name);
  const boxes = () => screen.getAllByRole('checkbox', { name: /spela in|anteckna/ });
  await waitFor(() => expect(boxes()).toHaveLength(asked ? 2 : 1));
  for (const box of boxes()) {
    if (box instanceof HTMLInputElement && !box.checked) fireEvent.click(box);
  }
  fireEvent.click(save());
  await waitFor(() => expect(session.snapshot().state.consent).not.toBeNull());
  expect(saysYes(session.snapshot().state, 'audio')).toBe(asked);
  expect(session.answer(q('s1q3')).value).toEqual({
    kind: 'choice',
    options: [asked ? 'notesAndAudio' : 'notesOnly'],
  });
});

it('signed on the screen or spoken: how the yes was given is kept with it', async () => {
  const { session } = await show();
  for (const name of [SAID_BACK, TAKE_PART, NOTES]) tick(name);
  fireEvent.click(screen.getByText('Underskrift på skärmen', { selector: 'summary' }));
  const pad = screen.getByRole('img', { name: /Underskrift på skärmen/ });
  pad.setPointerCapture = () => undefined;
  pad.getBoundingClientRect = () => new DOMRect(0, 0, 600, 200);
  fireEvent.click(save());
  const signed = () =>
    session.events().flatMap(({ type, body }) => (type === 'ConsentSigned' ? [body?.data] : []));
  await waitFor(() => expect(signed()).toHaveLength(1));
  fireEvent.pointerDown(pad, { clientX: 30, clientY: 40, pointerId: 1 });
  fireEvent.pointerMove(pad, { clientX: 60, clientY: 80, pointerId: 1 });
  fireEvent.pointerUp(pad, { pointerId: 1 });
  await waitFor(() => expect(save()).toBeEnabled());
  fireEvent.click(save());
  await waitFor(() => expect(signed()).toHaveLength(2));
  const textVersion = GUIDE.consent.version;
  expect(signed()).toEqual([
    { by: 'participant', how: 'spoken', textVersion, path: null },
    { by: 'participant', how: 'onScreen', textVersion, path: 'M30 40L30 40L60 80' },
  ]);
  expect(save()).toBeDisabled();
});

it('what is withdrawn meanwhile is unticked, and does not come back with the next saving', async () => {
  const { session, ports } = await show([...before, agreed(['participate', 'notes', 'quotes'])]);
  const box = (name: RegExp) => screen.getByRole('checkbox', { name });
  expect(box(/Korta citat/)).toBeChecked();
  tick(/Arbetsgruppen/);
  await withdraw(session, ['quotes'], ports);
  await waitFor(() => expect(box(/Korta citat/)).not.toBeChecked());
  expect(box(/Arbetsgruppen/)).toBeChecked();
  fireEvent.click(save());
  await waitFor(() => expect(saysYes(session.snapshot().state, 'group')).toBe(true));
  expect(saysYes(session.snapshot().state, 'quotes')).toBe(false);
  // Given anew at the gate, it holds again.
  tick(/Korta citat/);
  fireEvent.click(save());
  await waitFor(() => expect(saysYes(session.snapshot().state, 'quotes')).toBe(true));
});

it('can only be read when the talk is over, and says so', async () => {
  const talk = await openTalk([...before, agreed(), talkEnded]);
  talk.session.moveTo({ question: q('s1q3'), caret: 0 });
  render(<Talk session={talk.session} ports={talk.ports} saveFileLabel="Fil" />);
  expect(await screen.findByText(/samtycket kan inte ändras här/)).toBeVisible();
  for (const box of screen.getAllByRole('checkbox')) expect(box).toBeDisabled();
  expect(screen.queryByRole('button', { name: 'Spara samtycket' })).toBeNull();
});
