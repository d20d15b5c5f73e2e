import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { fixedDeps, newId } from '../../base/deps.ts';
import { StreamId } from '../../base/ids.ts';
import { ok } from '../../base/result.ts';
import { GUIDE } from '../../interview/fixture.ts';
import { notingPorts } from '../../interview/ui/fixture.tsx';
import { openMemoryJournal } from '../../journal/memory.ts';
import { listAssignments } from '../../people/assignments.ts';
import { ELIN } from '../../people/fixture.ts';
import type { Desk } from '../port.ts';
import { stubAssets } from '../../../tests/setup/assets.ts';
import { BeginScreen } from './BeginScreen.tsx';
import { fakeDesk, ME } from './fixture.ts';
import { CODE, given, TORE } from './places/fixture.ts';

beforeEach(stubAssets);

async function begin(to = ME.member, protectedData = false) {
  const deps = fixedDeps();
  const journal = openMemoryJournal({ author: ME.member, device: ME.device }, deps);
  const deliver = vi.fn<Desk['deliver']>(async () => ok('packed'));
  const desk = fakeDesk({ journal, deliver, guides: async () => [GUIDE] });
  const details = { ...ELIN, protectedData, interpreter: protectedData };
  const participant = newId(StreamId, deps.random);
  const stream = await given(journal, deps, { participant, to, details });
  const { ports } = notingPorts(journal);
  const { container } = render(<BeginScreen stream={stream} desk={desk} ports={ports} />);
  return { journal, deliver, stream, container };
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

it('shows nothing of an assignment that is somebody else’s', async () => {
  const { container } = await begin(TORE);
  // The desk has answered by the time another one has.
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(container).toBeEmptyDOMElement();
});
