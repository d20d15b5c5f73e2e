import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fixedDeps } from '../../base/deps.ts';
import type { NewEvent } from '../../journal/model/event.ts';
import { beginInterview } from '../begin.ts';
import { isEnough, ticksOf } from '../consent.ts';
import { aged, agreed, FULL, GUIDE, IDA, memoryJournal, must, q, started } from '../fixture.ts';
import { hasConsent } from '../model/act.ts';
import { saysYes } from '../model/state.ts';
import { InterviewSession } from '../session.ts';
import { ConsentGate } from './ConsentGate.tsx';
import { openTalk } from './fixture.tsx';

/* The office can want a drawn signature; and a follow-up talk asks about everything again. */

const before = [started(), aged()];
const SAID_BACK = /har berättat med egna ord/;
const TAKE_PART = /Jag vill delta/;
const NOTES = /Du får anteckna/;
const tick = (name: RegExp) => fireEvent.click(screen.getByRole('checkbox', { name }));
const save = () => screen.getByRole('button', { name: 'Spara samtycket' });

const guideWith = (signature: 'drawn' | 'spoken') => ({
  ...GUIDE,
  programDefaults: { ...GUIDE.programDefaults, signature },
});
async function agreeing(signature: 'drawn' | 'spoken', facts: readonly NewEvent[] = before) {
  const { session } = await openTalk(facts, undefined, guideWith(signature));
  const place = session.snapshot().route.find(q('s1q3'));
  if (!place) throw new Error('no gate');
  render(<ConsentGate session={session} ports={{}} place={place} onStop={() => undefined} />);
  return session;
}
const signed = (session: InterviewSession) =>
  session.events().flatMap(({ type, body }) => (type === 'ConsentSigned' ? [body?.data] : []));

it('nothing is saved without one, and it is kept with the yes', async () => {
  const session = await agreeing('drawn');
  for (const name of [SAID_BACK, TAKE_PART, NOTES]) tick(name);
  expect(screen.getByText('Underskriften saknas än.')).toBeVisible();
  expect(save()).toBeDisabled();
  // Nor on the way to the next question, which saves what is enough.
  expect(isEnough(ticksOf(session), session)).toBe(false);
  const pad = screen.getByRole('img', { name: /Underskrift på skärmen/ });
  expect(pad).toBeVisible();
  pad.setPointerCapture = () => undefined;
  pad.getBoundingClientRect = () => new DOMRect(0, 0, 600, 200);
  fireEvent.pointerDown(pad, { clientX: 30, clientY: 40, pointerId: 1 });
  fireEvent.pointerUp(pad, { pointerId: 1 });
  await waitFor(() => expect(save()).toBeEnabled());
  fireEvent.click(save());
  await waitFor(() => expect(signed(session)).toMatchObject([{ how: 'onScreen' }]));
});

it('who can’t draw says yes aloud, by keyboard as well, and that is noted', async () => {
  const session = await agreeing('drawn');
  for (const name of [SAID_BACK, TAKE_PART, NOTES]) tick(name);
  tick(/säger ja muntligt i stället/);
  fireEvent.click(save());
  await waitFor(() => expect(signed(session)).toMatchObject([{ how: 'spoken', path: null }]));
});

it('taking a part of it back needs none, and saying yes to more does', async () => {
  const session = await agreeing('drawn', [...before, agreed(['participate', 'notes', 'group'])]);
  tick(/Arbetsgruppen/);
  expect(save()).toBeEnabled();
  fireEvent.click(save());
  await waitFor(() => expect(saysYes(session.snapshot().state, 'group')).toBe(false));
  tick(/Korta citat/);
  expect(save()).toBeDisabled();
});

it('none is offered where it wants a spoken yes', async () => {
  const session = await agreeing('spoken');
  for (const name of [SAID_BACK, TAKE_PART, NOTES]) tick(name);
  expect(screen.queryByText('Underskrift på skärmen')).toBeNull();
  fireEvent.click(save());
  await waitFor(() => expect(signed(session)).toMatchObject([{ how: 'spoken' }]));
});

it('in a follow-up wave everything is asked anew, whatever the first talk agreed to', async () => {
  const journal = memoryJournal();
  const deps = fixedDeps();
  const input = {
    interviewer: IDA.author,
    code: 'K-017',
    guide: GUIDE,
    track: FULL,
  };
  const begin = async (wave: number) => {
    const begun = await beginInterview(
      journal,
      { ...input, wave },
      { random: deps.random, now: deps.clock.now() },
    );
    const session = await InterviewSession.open(
      { journal, clock: deps.clock },
      must(begun),
      async () => GUIDE,
    );
    if (!session) throw new Error('does not open');
    return session;
  };
  const first = await begin(1);
  must(await first.act([aged(), agreed(GUIDE.consent.items.map(({ id }) => id))]));
  const session = await begin(2);
  expect(session.snapshot().state.wave).toBe(2);
  expect(hasConsent(session.snapshot().state, GUIDE)).toBe(false);
  must(await session.act([aged()]));
  const place = session.snapshot().route.find(q('s1q3'));
  if (!place) throw new Error('no gate');
  const sound = { retention: async () => ({ decision: '2026-17', days: 30 }) };
  render(
    <ConsentGate session={session} ports={{ sound }} place={place} onStop={() => undefined} />,
  );
  // One for each item but the one that is asked at the end, and one for the rules that are said back.
  await waitFor(() =>
    expect(screen.getAllByRole('checkbox')).toHaveLength(GUIDE.consent.items.length),
  );
  for (const box of screen.getAllByRole('checkbox')) expect(box).not.toBeChecked();
  expect(save()).toBeDisabled();
});
