import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fixedDeps } from '../../base/deps.ts';
import { StreamId } from '../../base/ids.ts';
import { folded, GUIDE, started, talkEnded, written } from '../../interview/fixture.ts';
import { summarise } from '../../interview/model/summary.ts';
import { fakeDesk } from './fixture.ts';
import type { HomeRow } from './home-rows.ts';
import { HomePromises } from './HomePromises.tsx';

const DAY = 24 * 3_600_000;
const STREAM = StreamId.parse('a'.repeat(32));
const ended = fixedDeps().clock.now();
const row: HomeRow = {
  ...summarise(folded(written([started(), talkEnded])), { done: 1, of: 40 }),
  endedAt: ended,
  stream: STREAM,
  delivery: null,
  flag: null,
  approved: false,
};
const show = (days: number, more: Partial<HomeRow>) =>
  render(
    <HomePromises
      desk={{ ...fakeDesk(), guides: async () => [GUIDE] }}
      clock={{ now: () => ended + days * DAY }}
      rows={[{ ...row, ...more }]}
    />,
  );
const promised = () => screen.queryAllByRole('listitem').map((item) => item.textContent);

it('tells what was promised with its day, what is due first at the top, and leads there', async () => {
  show(0, {});
  await screen.findByRole('heading', { name: 'Utlovat till deltagare' });
  expect(promised()).toEqual([
    expect.stringMatching(/^Memo för K-017Senast /),
    expect.stringMatching(/^Ring K-017Senast /),
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Öppna: Ring K-017' }));
  expect(location.pathname).toBe(`/after/${STREAM}`);
});

it('says what is late', async () => {
  show(4, { status: 'completed' });
  await screen.findByText(/^Skulle ha varit klart /);
  expect(promised()).toEqual([expect.stringMatching(/^Ring K-017Skulle ha varit klart /)]);
});

it('shows the feedback when two months of its year are left, and nothing before', async () => {
  const feedback: Partial<HomeRow> = { status: 'completed', promised: ['feedback'] };
  const early = show(200, feedback);
  await act(async () => undefined);
  expect(early.container).toBeEmptyDOMElement();
  early.unmount();
  show(310, feedback);
  await screen.findByText('Återkoppla till K-017');
});
