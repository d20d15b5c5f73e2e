import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { fixedDeps, newId } from '../../../base/deps.ts';
import { StreamId } from '../../../base/ids.ts';
import { err } from '../../../base/result.ts';
import { dueTexts } from '../../../i18n/due.ts';
import { unkeptTexts } from '../../../i18n/unkept.ts';
import { yearTexts } from '../../../i18n/year.ts';
import { openMemoryJournal } from '../../../journal/memory.ts';
import { foldLog, logStreamOf, monthOf } from '../../../review/model/access-log.ts';
import { fakeDesk, ME } from '../fixture.ts';
import { DuePlace } from './DuePlace.tsx';
import { cameIn, registered } from './fixture.ts';
import { noteTakingOut } from './taking-out.ts';
import { YearPlace } from './YearPlace.tsx';

const NOW = Date.parse('2026-11-01T10:00:00Z');

function office() {
  const deps = fixedDeps(NOW);
  const journal = openMemoryJournal({ author: ME.member, device: ME.device }, deps);
  const noted = async () => {
    const stream = logStreamOf(ME.member, monthOf(NOW));
    const log = foldLog([(await journal.open(stream))?.events ?? []]);
    return log.accesses.map(({ act, stream: about }) => [act, about]);
  };
  return { deps, journal, noted };
}
const printing = () => {
  const print = vi.fn<() => void>();
  vi.stubGlobal('print', print);
  return print;
};

it('notes each person whom letters are made for', async () => {
  const { deps, journal, noted } = office();
  const person = await registered(journal, deps);
  expect(await noteTakingOut(fakeDesk({ journal }), deps.clock, [person])).toBe(true);
  expect(await noted()).toEqual([['exported', person]]);
});

it('notes all whom letters are made for, or nobody', async () => {
  const { deps, journal, noted } = office();
  const people = [newId(StreamId, deps.random), newId(StreamId, deps.random)];
  let room = 1;
  const append: typeof journal.append = async (...args) =>
    room-- > 0 ? journal.append(...args) : err({ type: 'diskFull' });
  const desk = fakeDesk({ journal: { ...journal, append } });
  expect(await noteTakingOut(desk, deps.clock, people)).toBe(true);
  expect(await noted()).toEqual(people.map((person) => ['exported', person]));
  expect(await noteTakingOut(desk, deps.clock, people)).toBe(false);
  expect(await noted()).toHaveLength(2);
});

it.each([
  ['the due list', DuePlace, dueTexts.sv.print],
  ['the year', YearPlace, yearTexts.sv.print],
])(
  'notes that %s is printed, and prints nothing that could not be noted',
  async (_, Place, name) => {
    const { deps, journal, noted } = office();
    await registered(journal, deps);
    const talk = newId(StreamId, deps.random);
    await cameIn(journal, talk, Date.parse('2026-03-01T10:00:00Z'));
    const print = printing();
    let full = true;
    const append: typeof journal.append = async (...args) =>
      full ? err({ type: 'storeFailed', name: 'disk' }) : journal.append(...args);
    const desk = fakeDesk({ journal: { ...journal, append } });
    render(<Place desk={desk} deps={deps} stream={null} onBack={() => undefined} />);
    const user = userEvent.setup();
    const button = await screen.findByRole('button', { name });
    await user.click(button);
    expect(await screen.findByText(unkeptTexts.sv.takingOut)).toBeVisible();
    expect(print).not.toHaveBeenCalled();
    full = false;
    await user.click(button);
    await waitFor(() => expect(print).toHaveBeenCalledOnce());
    expect(await noted()).toEqual([['exported', null]]);
    vi.unstubAllGlobals();
  },
);
