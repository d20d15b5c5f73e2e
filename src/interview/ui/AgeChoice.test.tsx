import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { GuardianPolicy } from '../../guide/model/guide.ts';
import { aged, ended, guardian, GUIDE, memoryJournal, q, reopened, started } from '../fixture.ts';
import { hasConsent } from '../model/act.ts';
// Loaded before the talk asks for them.
import './ConsentGate.tsx';
import './StopDialog.tsx';
import { openTalk } from './fixture.tsx';
import { Talk } from './Talk.tsx';

const before = [started(), ended('s1q1', 'answered'), ended('s1q2', 'answered')];
const SAID_BACK = /har berättat med egna ord/;

async function show(facts = before, guardianPolicy: GuardianPolicy = 'required') {
  const guide = { ...GUIDE, programDefaults: { guardianPolicy } };
  const talk = await openTalk(facts, memoryJournal(), guide);
  talk.session.moveTo({ question: q('s1q3'), caret: 0 });
  render(<Talk session={talk.session} ports={talk.ports} saveFileLabel="Fil" />);
  await screen.findByRole('radio', { name: '18 år eller äldre' });
  return talk;
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));

it('asks nothing more before it is said who may be asked', async () => {
  const { session } = await show();
  expect(screen.queryAllByRole('checkbox')).toEqual([]);
  choose('18 år eller äldre');
  expect(await screen.findByRole('checkbox', { name: SAID_BACK })).toBeInTheDocument();
  expect(session.snapshot().state.age).toBe('adult');
});

it('under 15 the talk stops: nothing can be agreed to, and all that can be done is to erase', async () => {
  const { session, calls, journal } = await show();
  choose('Under 15 år');
  expect(await screen.findByText('Vi behöver vänta med samtalet')).toBeVisible();
  expect(screen.queryAllByRole('checkbox')).toEqual([]);
  press('Nästa');
  expect(session.position()?.question).toBe('s1q3');
  expect(hasConsent(session.snapshot().state, session.guide)).toBe(false);

  press('Sluta och ta bort');
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).queryByRole('button', { name: /Spara/ })).toBeNull();
  fireEvent.click(within(dialog).getByRole('button', { name: /Ta bort allt/ }));
  press('Ja, ta bort allt');
  await waitFor(() => expect(calls).toContain('home'));
  expect(await journal.open(session.stream)).toBeUndefined();
});

it('under 15 says from when to ask again, and keeps nothing of the birth', async () => {
  const { session, journal } = await show([...before, aged('under15')]);
  fireEvent.change(screen.getByLabelText('Född, år'), { target: { value: '2099' } });
  fireEvent.blur(screen.getByLabelText('Född, år'));
  expect(screen.getByText(/Skriv året med fyra siffror/)).toBeVisible();
  const born = new Date(session.snapshot().state.startedAt).getUTCFullYear() - 13;
  fireEvent.change(screen.getByLabelText('Född, år'), { target: { value: String(born) } });
  fireEvent.change(screen.getByLabelText('Född, månad'), { target: { value: '6' } });
  expect(
    screen.getByText(
      new RegExp(`Fyller 15 år i juni ${born + 15}.*från och med 1 juli ${born + 15}`),
    ),
  ).toBeVisible();
  const kept = JSON.stringify(await journal.open(session.stream));
  expect(kept).not.toContain(String(born));
  expect(kept).not.toContain('juni');

  fireEvent.change(screen.getByLabelText('Född, år'), { target: { value: String(born - 5) } });
  expect(screen.getByText(/Ändra åldern ovanför/)).toBeVisible();
  choose('15–17 år');
  await waitFor(() => expect(screen.queryByText('Vi behöver vänta med samtalet')).toBeNull());
});

it('15 to 17 waits for the permission of the guardian, who may sign', async () => {
  const { session } = await show();
  choose('15–17 år');
  expect(await screen.findByText(/hemligt även för vårdnadshavaren/)).toBeVisible();
  expect(screen.queryAllByRole('checkbox')).toEqual([]);
  const pad = screen.getByRole('img', { name: /Vårdnadshavarens underskrift/ });
  draw(pad);
  press('Vårdnadshavaren har gett tillstånd');
  expect(await screen.findByText(/tillstånd är noterat/)).toBeInTheDocument();
  expect(await screen.findByRole('checkbox', { name: SAID_BACK })).toBeInTheDocument();
  expect(session.events().findLast(({ type }) => type === 'ConsentSigned')?.body?.data).toEqual({
    by: 'guardian',
    how: 'onScreen',
    textVersion: GUIDE.consent.version,
    path: 'M0 0L0 0L12 8',
  });
});

it('a guardian who must only know is informed, and signs nothing', async () => {
  const { session } = await show(before, 'informed');
  choose('15–17 år');
  expect(await screen.findByText(/behöver ha fått information/)).toBeVisible();
  expect(screen.queryByRole('img', { name: /underskrift/ })).toBeNull();
  press('Vårdnadshavaren har fått information');
  expect(await screen.findByText(/informerad är noterat/)).toBeInTheDocument();
  expect(session.snapshot().state.guardian).toBe('informed');
  expect(session.events().some(({ type }) => type === 'ConsentSigned')).toBe(false);
});

it('where the office asks nothing of the guardian, the secrecy is said all the same', async () => {
  await show([...before, aged('from15to17')], 'none');
  expect(screen.getByText(/hemligt även för vårdnadshavaren/)).toBeVisible();
  expect(screen.getByText(/Deltagaren bestämmer själv/)).toBeVisible();
  expect(screen.getByRole('checkbox', { name: SAID_BACK })).toBeInTheDocument();
});

it('a rule that the office changes later is not the one of this talk', async () => {
  const met = [...before, aged('from15to17'), guardian('informed')];
  const { journal, session } = await show(met, 'informed');
  for (const name of [SAID_BACK, /Jag vill delta/, /Du får anteckna/]) {
    fireEvent.click(screen.getByRole('checkbox', { name }));
  }
  press('Spara samtycket');
  await waitFor(() => expect(session.snapshot().state.consent).not.toBeNull());
  const guide = { ...GUIDE, programDefaults: { guardianPolicy: 'required' } } as const;
  const later = await reopened(journal, guide);
  expect(hasConsent(later.snapshot().state, guide)).toBe(true);
});

it('keeps a drawn signature over a crash, until it is settled or cleared', async () => {
  const { journal, session } = await show([...before, aged('from15to17')]);
  draw(screen.getByRole('img', { name: /Vårdnadshavarens underskrift/ }));
  await waitFor(() => expect(session.saveState().type).toBe('saved'));
  expect((await reopened(journal)).draftOf('guardian.signature')).toBe('M0 0L0 0L12 8');
  press('Sudda');
  await waitFor(async () =>
    expect((await reopened(journal)).draftOf('guardian.signature')).toBeNull(),
  );
});

/** A pointer over a box that, without a layout, is one point wide. */
function draw(pad: HTMLElement): void {
  pad.setPointerCapture = () => undefined;
  pad.getBoundingClientRect = () => new DOMRect(0, 0, 600, 200);
  fireEvent.pointerDown(pad, { clientX: 0, clientY: 0, pointerId: 1 });
  fireEvent.pointerMove(pad, { clientX: 12, clientY: 8, pointerId: 1 });
  fireEvent.pointerUp(pad, { pointerId: 1 });
}
