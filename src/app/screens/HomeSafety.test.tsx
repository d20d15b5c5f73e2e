import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { fixedDeps } from '../../base/deps.ts';
import { StreamId, type MemberId } from '../../base/ids.ts';
import { ok } from '../../base/result.ts';
import { beginConcern, ConcernSession } from '../../interview/concern.ts';
import { ready, started, written, folded } from '../../interview/fixture.ts';
import { summarise } from '../../interview/model/summary.ts';
import { LATE_MS } from '../late-flags.ts';
import { LateBar, LateWord } from '../LateFlags.tsx';
import type { Delivery, Desk } from '../port.ts';
import { go } from '../routes.ts';
import { fakeDesk, ME } from './fixture.ts';
import type { HomeRow } from './home-rows.ts';
import { HomeSafety } from './HomeSafety.tsx';
import { NewReport } from './NewReport.tsx';

const { clock, random } = fixedDeps();
const STREAM = StreamId.parse('a'.repeat(32));
const SUMMARY = summarise(folded(written([started()])), { done: 1, of: 40 });
const row = (more: Partial<HomeRow>): HomeRow => ({
  ...SUMMARY,
  stream: STREAM,
  delivery: null,
  flag: null,
  approved: false,
  ...more,
});
beforeEach(() => go({ name: 'home' }, 'replace'));

const show = (desk: Desk, ...rows: readonly HomeRow[]) =>
  render(<HomeSafety desk={desk} clock={clock} rows={rows} />);
async function report(desk: Desk, author: MemberId = ME.member): Promise<StreamId> {
  const begun = await beginConcern(
    desk.journal,
    { kind: 'concern', interview: null, code: 'K-022' },
    { author, random, now: clock.now() },
  );
  if (!begun.ok) throw new Error('not begun');
  return begun.value;
}
async function handOver(desk: Desk, stream: StreamId): Promise<void> {
  const session = await ConcernSession.open(desk.journal, clock.now, stream);
  await session?.handOver();
}

it('shows nothing when there is nothing to take over', async () => {
  const { container } = show(fakeDesk(), row({}), row({ flag: { state: 'received', at: 1 } }));
  await act(async () => undefined);
  expect(container).toBeEmptyDOMElement();
});

it('leads from the start page straight back to a card that nobody was handed', async () => {
  show(fakeDesk(), row({ unsettled: 1, status: 'completed' }));
  expect(await screen.findByText('1 stödkort är inte överlämnat (K-017)')).toBeVisible();
  fireEvent.click(screen.getByRole('button', { name: 'Till kortet' }));
  expect(location.pathname).toBe(`/cards/${STREAM}`);
});

it('says that a message is not there yet, and after four hours to call', async () => {
  const flag: Delivery = { state: 'onTablet', since: clock.now() };
  const { unmount } = show(fakeDesk(), row({ flag, flags: 1 }));
  expect(await screen.findByText(/Inte framme än/)).toBeVisible();
  unmount();
  show(fakeDesk(), row({ flag: { ...flag, since: clock.now() - LATE_MS }, flags: 1 }));
  expect(await screen.findByText(/över fyra timmar. Ring arbetsledaren/)).toBeVisible();
});

it('has my own drafts for reports until they are handed over and the office has a copy', async () => {
  const deliveries = new Map<StreamId, Delivery>();
  const desk = fakeDesk({ deliveries: async () => deliveries });
  const stream = await report(desk);
  const first = show(desk);
  expect(await screen.findByText('Orosanmälan (K-022)')).toBeVisible();
  expect(screen.getByText('Inte överlämnad')).toHaveAttribute('data-tone', 'danger');
  fireEvent.click(screen.getByRole('button', { name: 'Till utkastet' }));
  expect(location.pathname).toBe(`/concern/${stream}`);
  first.unmount();

  await handOver(desk, stream);
  const second = show(desk);
  expect(await screen.findByText(/Kontoret har inte fått kopian än/)).toBeVisible();
  second.unmount();

  deliveries.set(stream, { state: 'received', at: 1 });
  const { container } = show(desk);
  await act(async () => undefined);
  expect(container).toBeEmptyDOMElement();
});

it('leaves out what a colleague wrote', async () => {
  const desk = fakeDesk();
  const [first] = written(ready());
  await report(desk, first?.author);
  const { container } = show(desk);
  await act(async () => undefined);
  expect(container).toBeEmptyDOMElement();
});

it('begins a report that comes from no interview, and sends that it was begun', async () => {
  const sent: string[] = [];
  const desk = fakeDesk({
    deliver: async (kind, stream) => {
      sent.push(`${kind} ${stream}`);
      return ok('packed');
    },
  });
  render(<NewReport desk={desk} deps={{ clock, random }} />);
  fireEvent.click(screen.getByRole('button', { name: 'Ny orosanmälan' }));
  fireEvent.click(screen.getByRole('button', { name: 'Rapport om missförhållande' }));
  await expect.poll(() => location.pathname).toMatch(/^\/concern\//);
  const [only] = await desk.journal.list('concern');
  expect(only?.data).toMatchObject({ kind: 'misconduct', interview: null, author: ME.member });
  expect(sent).toEqual([`concern ${only?.stream}`]);
});

async function withFlag(at: number): Promise<Desk> {
  const desk = fakeDesk({
    flagDeliveries: async () => new Map([[STREAM, { state: 'onTablet', since: at }]]),
  });
  const summary = { ...SUMMARY, interviewer: ME.member, flags: 1, flaggedAt: at };
  await desk.journal.append(STREAM, 'interview', [started()], summary);
  return desk;
}

it('says on every screen that a message is late, and in the talk only in a quiet word', async () => {
  const late = await withFlag(clock.now() - LATE_MS);
  const bar = render(<LateBar desk={late} clock={clock} />);
  expect(await screen.findByRole('alert')).toHaveTextContent(/K-017.*över fyra timmar/);
  bar.unmount();
  render(<LateWord desk={late} clock={clock} />);
  // Nothing is read out while somebody speaks.
  expect((await screen.findByText('Meddelande väntar')).closest('[role]')).toBeNull();
});

it('says nothing while a message is still young', async () => {
  const { container } = render(<LateBar desk={await withFlag(clock.now())} clock={clock} />);
  await act(async () => undefined);
  expect(container).toBeEmptyDOMElement();
});
