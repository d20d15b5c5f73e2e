import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { fixedDeps, newId } from '../../base/deps.ts';
import { StreamId } from '../../base/ids.ts';
import { err, ok } from '../../base/result.ts';
import { GUIDE } from '../../interview/fixture.ts';
import { notingPorts } from '../../interview/ui/fixture.tsx';
import { openMemoryJournal } from '../../journal/memory.ts';
import type { Journal } from '../../journal/model/port.ts';
import { listAssignments } from '../../people/assignments.ts';
import { ELIN } from '../../people/fixture.ts';
import type { Desk } from '../port.ts';
import { stubAssets } from '../../../tests/setup/assets.ts';
import { BeginScreen } from './BeginScreen.tsx';
import { fakeDesk, ME } from './fixture.ts';
import { CODE, given, TORE } from './places/fixture.ts';

beforeEach(stubAssets);

/** What the journal does when the disk is well. */
let kept: Journal<'practice'>['append'];

async function begin(to = ME.member, protectedData = false) {
  const deps = fixedDeps();
  const journal = openMemoryJournal({ author: ME.member, device: ME.device }, deps);
  kept = journal.append;
  const deliver = vi.fn<Desk['deliver']>(async () => ok('packed'));
  const desk = fakeDesk({ journal, deliver, guides: async () => [GUIDE] });
  const details = { ...ELIN, protectedData, interpreter: protectedData };
  const participant = newId(StreamId, deps.random);
  const stream = await given(journal, deps, { participant, to, details });
  const { ports } = notingPorts(journal);
  const open = () => {
    cleanup();
    return render(<BeginScreen stream={stream} desk={desk} ports={ports} />);
  };
  const { container } = open();
  return { journal, deliver, stream, container, open };
}

it('begins with the code that stands there, and the assignment learns of it', async () => {
  const { journal, deliver, stream } = await begin();
  expect(await screen.findByLabelText('Deltagarens kod')).toHaveValue(CODE);
  await userEvent.setup().click(screen.getByRole('button', { name: 'Börja intervjun' }));
  await waitFor(() => expect(deliver).toHaveBeenCalledExactlyOnceWith('assignment', stream));
  const [interview] = await journal.list('interview');
  expect(interview?.data).toMatchObject({ code: CODE, wave: 1 });
  expect(await listAssignments(journal)).toMatchObject([{ interview: interview?.stream }]);
  expect(location.pathname).toBe(`/talk/${interview?.stream ?? ''}`);
  expect((await journal.open(interview?.stream ?? stream))?.events).toHaveLength(1);
});

it('carries protected data over, so that no sound is recorded, and nothing else of the register', async () => {
  const { journal, deliver } = await begin(ME.member, true);
  expect(await screen.findByText('Tolk behövs')).toBeVisible();
  expect(screen.getByText(/inget ljud spelas in/)).toBeVisible();
  await userEvent.setup().click(screen.getByRole('button', { name: 'Börja intervjun' }));
  await waitFor(() => expect(deliver).toHaveBeenCalled());
  const [interview] = await journal.list('interview');
  if (!interview) throw new Error('no interview was begun');
  const { events = [] } = (await journal.open(interview.stream)) ?? {};
  expect(events.map(({ type }) => type)).toEqual(['InterviewStarted', 'CircumstancesNoted']);
  expect(events[1]?.body?.data).toMatchObject({ protectedData: true });
  expect(JSON.stringify(events)).not.toContain(ELIN.name);
});

it('says that the assignment could not be told, and tells it when asked again', async () => {
  const { journal, deliver, stream } = await begin(ME.member, true);
  const append = vi.spyOn(journal, 'append');
  append.mockImplementation(async (...args) =>
    args[1] === 'assignment' ? err({ type: 'diskFull' }) : kept(...args),
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Börja intervjun' }));
  expect(await screen.findByText(/Men det gick inte att anteckna/)).toBeVisible();
  expect(screen.getByText(/inte plats på enheten/)).toBeVisible();
  expect(deliver).not.toHaveBeenCalled();
  const again = screen.getByRole('button', { name: 'Försök igen' });
  await user.click(again);
  expect(await screen.findByText(/Men det gick inte att anteckna/)).toBeVisible();
  append.mockRestore();
  await user.click(screen.getByRole('button', { name: 'Försök igen' }));
  await waitFor(() => expect(deliver).toHaveBeenCalledExactlyOnceWith('assignment', stream));
  const [interview, ...more] = await journal.list('interview');
  expect(more).toEqual([]);
  expect(await listAssignments(journal)).toMatchObject([{ interview: interview?.stream }]);
  expect(location.pathname).toBe(`/talk/${interview?.stream ?? ''}`);
});

it('begins no second talk where one was begun and the assignment never learnt of it', async () => {
  const { journal, deliver, stream, open } = await begin();
  const append = vi.spyOn(journal, 'append');
  append.mockImplementation(async (...args) =>
    args[1] === 'assignment' ? err({ type: 'diskFull' }) : kept(...args),
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Börja intervjun' }));
  await user.click(await screen.findByRole('button', { name: 'Till samtalet ändå' }));
  append.mockRestore();
  const [interview] = await journal.list('interview');
  expect(location.pathname).toBe(`/talk/${interview?.stream ?? ''}`);
  // Another day, from the start page.
  open();
  expect(await screen.findByRole('heading', { name: 'Intervjun är påbörjad' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Börja intervjun' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Försök igen' }));
  await waitFor(() => expect(deliver).toHaveBeenCalledExactlyOnceWith('assignment', stream));
  expect(await journal.list('interview')).toHaveLength(1);
});

it('begins nothing when protected data could not be kept with it', async () => {
  const { journal } = await begin(ME.member, true);
  vi.spyOn(journal, 'append').mockResolvedValue(err({ type: 'diskFull' }));
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Börja intervjun' }));
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(await journal.list('interview')).toEqual([]);
});

it('shows nothing of an assignment that is somebody else’s', async () => {
  const { container } = await begin(TORE);
  // The desk has answered by the time another one has.
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(container).toBeEmptyDOMElement();
});
