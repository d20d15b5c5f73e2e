import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { objectionsIn } from '../../../../tests/setup/axe.ts';
import { fixedDeps, newId } from '../../../base/deps.ts';
import { StreamId } from '../../../base/ids.ts';
import { err, ok } from '../../../base/result.ts';
import { offerTexts } from '../../../i18n/offers.ts';
import { peopleTexts } from '../../../i18n/people.ts';
import { removalTexts } from '../../../i18n/removal.ts';
import { unkeptTexts } from '../../../i18n/unkept.ts';
import { openMemoryJournal } from '../../../journal/memory.ts';
import { foldLog, logStreamOf, monthOf } from '../../../review/model/access-log.ts';
import { eraseRemoved } from '../../removed.ts';
import { fakeDesk, ME } from '../fixture.ts';
import { cameIn, CODE, given, registered } from './fixture.ts';
import { PeoplePlace } from './PeoplePlace.tsx';

const TODAY = Date.parse('2026-11-01T10:00:00Z');
const t = peopleTexts.sv;

async function office(mayAsk: boolean) {
  const deps = fixedDeps(TODAY);
  const journal = openMemoryJournal({ author: ME.member, device: ME.device }, deps);
  const person = await registered(journal, deps);
  const interview = newId(StreamId, deps.random);
  await cameIn(journal, interview, Date.parse('2025-10-01T10:00:00Z'), { mayAsk });
  const log = async () => {
    const stream = logStreamOf(ME.member, monthOf(TODAY));
    return foldLog([(await journal.open(stream))?.events ?? []]).accesses;
  };
  return { deps, journal, person, log };
}

it('goes by the interview that came in, though nobody has noted it', async () => {
  const { deps, journal } = await office(true);
  const desk = fakeDesk({ journal });
  render(<PeoplePlace desk={desk} deps={deps} stream={null} onBack={() => undefined} />);
  const row = await screen.findByRole('button', { name: new RegExp(CODE) });
  expect(row).toHaveTextContent(t.wave(2));
  expect(row).toHaveTextContent(t.rowLate);
});

it('never shows somebody who said no to being asked again as somebody to ask', async () => {
  const { deps, journal, person } = await office(false);
  const desk = fakeDesk({ journal });
  const place = { desk, deps, onBack: () => undefined };
  const { unmount } = render(<PeoplePlace {...place} stream={null} />);
  const row = await screen.findByRole('button', { name: new RegExp(CODE) });
  expect(row).toHaveTextContent(t.mayNotAsk);
  expect(row).not.toHaveTextContent(t.rowNow);
  unmount();
  render(<PeoplePlace {...place} stream={person} />);
  expect(await screen.findByText(offerTexts.sv.saidNo)).toBeVisible();
});

it('says when it cannot be noted who reads, and notes it as soon as it can', async () => {
  const { deps, journal, person, log } = await office(true);
  let full = true;
  const told = new Set<() => void>();
  const desk = fakeDesk({
    journal: {
      ...journal,
      append: async (...args) =>
        full ? err({ type: 'storeFailed', name: 'disk' }) : journal.append(...args),
    },
    subscribe: (listener) => {
      told.add(listener);
      return () => told.delete(listener);
    },
  });
  render(<PeoplePlace desk={desk} deps={deps} stream={person} onBack={() => undefined} />);
  expect(await screen.findByText(unkeptTexts.sv.reading)).toBeVisible();
  expect(await log()).toEqual([]);
  full = false;
  for (const tell of told) tell();
  await waitFor(() => expect(screen.queryByText(unkeptTexts.sv.reading)).toBeNull());
  for (const tell of told) tell();
  expect(await log()).toMatchObject([{ act: 'read', stream: person }]);
});

it('removes a person, who then stands among those who were removed and in the numbers', async () => {
  const { deps, journal, person } = await office(true);
  const desk = fakeDesk({
    journal,
    eraseApproved: async () => ok(await eraseRemoved(journal)),
    subscribe: journal.subscribe,
  });
  const r = removalTexts.sv;
  const place = { desk, deps, onBack: () => undefined };
  const { unmount } = render(<PeoplePlace {...place} stream={person} />);
  const user = userEvent.setup();
  await user.click(await screen.findByText(r.part));
  await user.click(screen.getByRole('button', { name: r.remove }));
  expect(screen.getByText(r.staysInterview)).toBeVisible();
  await user.click(screen.getByLabelText(r.why_moved));
  await user.click(screen.getByRole('button', { name: r.removeNow }));
  await waitFor(async () => expect(await journal.open(person)).toBeUndefined());
  unmount();
  const { container } = render(<PeoplePlace {...place} stream={null} />);
  expect(await screen.findByText(t.nobody)).toBeVisible();
  await user.click(screen.getByText(r.list(1)));
  const row = screen.getByRole('row', { name: new RegExp(CODE) });
  expect(row).toHaveTextContent(r.why_moved);
  expect(row).toHaveTextContent(ME.name);
  await user.click(screen.getByText(t.numbers));
  // The interview that came in counts as held, though its person is gone.
  expect(screen.getByRole('row', { name: `${t.countAccepted} 1` })).toBeVisible();
  expect(await objectionsIn(container)).toEqual([]);
});

it('does not remove somebody whom an interviewer has been given', async () => {
  const { deps, journal, person } = await office(true);
  await given(journal, deps, { participant: person });
  const desk = fakeDesk({ journal });
  render(<PeoplePlace desk={desk} deps={deps} stream={person} onBack={() => undefined} />);
  const user = userEvent.setup();
  await user.click(await screen.findByText(removalTexts.sv.part));
  expect(screen.getByText(removalTexts.sv.given('Tore Lindeberg'))).toBeVisible();
});
