import { render, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { fixedDeps } from '../../../base/deps.ts';
import type { StreamId } from '../../../base/ids.ts';
import { ok } from '../../../base/result.ts';
import { assignTexts } from '../../../i18n/assign.ts';
import { openMemoryJournal } from '../../../journal/memory.ts';
import type { Desk } from '../../port.ts';
import { fakeDesk, ME } from '../fixture.ts';
import { answeredTore, given, registered } from './fixture.ts';
import { PlacesScreen } from './PlacesScreen.tsx';

it('notes what interviewers were answered while the list is open, each answer once', async () => {
  const deps = fixedDeps();
  const fast = openMemoryJournal({ author: ME.member, device: ME.device }, deps);
  // A disk takes its time: the list is asked anew long before the first round has ended.
  const journal: typeof fast = {
    ...fast,
    append: async (...args) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return fast.append(...args);
    },
  };
  const deliver = vi.fn<Desk['deliver']>(async () => ok('packed'));
  const desk = fakeDesk({ journal, deliver, subscribe: (tell) => journal.subscribe(tell) });
  const people: { participant: StreamId; assignment: StreamId }[] = [];
  for (let each = 0; each < 4; each += 1) {
    const participant = await registered(journal, deps);
    people.push({ participant, assignment: await given(journal, deps, { participant }) });
  }
  const answer = (assignment: StreamId) =>
    answeredTore(journal, deps, assignment, 'declined', '2026-02-01');
  const [first, ...others] = people;
  if (first) await answer(first.assignment);
  render(<PlacesScreen desk={desk} deps={deps} place="assignments" stream={null} />);
  await screen.findByRole('heading', { level: 1, name: assignTexts.sv.title });
  const events = async () =>
    Promise.all(
      people.map(async ({ participant }) => (await journal.open(participant))?.events.length),
    );
  await waitFor(async () => expect(await events()).toEqual([3, 1, 1, 1]));
  await Promise.all(others.map(({ assignment }) => answer(assignment)));
  await waitFor(async () => expect(await events()).toEqual([3, 3, 3, 3]));
  // What was written tells the screen of a change: it must end there.
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await events()).toEqual([3, 3, 3, 3]);
  expect(deliver).toHaveBeenCalledTimes(4);
});
