import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { StreamId } from '../../base/ids.ts';
import { CONCERN, reported } from '../../interview/fixture-concern.ts';
import { allOf, summariseConcern, type ConcernFact } from '../../interview/model/concern.ts';
import { RETRACTED } from '../../journal/model/event.ts';
import { merge } from '../../journal/model/merge.ts';
import { KARIN, memoryJournal } from '../fixture.ts';
import { ConcernList } from './ConcernList.tsx';
import { ConcernReading } from './ConcernReading.tsx';
import { TestDesk } from './fixture.tsx';
// Loaded before the screen asks for it.
import './CardsRecord.tsx';

const begun: ConcernFact = {
  type: 'ConcernBegun',
  version: 1,
  data: { kind: 'concern', interview: null, code: 'K-022' },
};
const said: ConcernFact = {
  type: 'ConcernWritten',
  version: 1,
  data: { field: 'said', text: 'Nu bor Elias där' },
};
const handed: ConcernFact = {
  type: 'ConcernHandedOver',
  version: 1,
  data: { to: 'Mottagningen', way: 'telefon', when: '14.40' },
};

it('lists drafts for reports, those that nobody was handed first', async () => {
  const waiting = { ...CONCERN, kind: 'concern' as const, changed: 1 };
  const streams = [
    { ...waiting, data: summariseConcern(reported(begun, handed)) },
    {
      ...waiting,
      stream: StreamId.parse('d'.repeat(32)),
      data: summariseConcern(reported(begun, said)),
    },
    { ...waiting, stream: StreamId.parse('e'.repeat(32)), data: { kind: 'unreadable' } },
  ];
  const open = vi.fn<(stream: StreamId) => void>();
  render(<ConcernList streams={streams} nameOf={() => 'Ida Lind'} onOpen={open} />);
  const rows = within(screen.getByRole('list', { name: 'Anmälningsutkast' })).getAllByRole(
    'button',
  );
  expect(rows.map((row) => /Inte överlämnad|Överlämnad/.exec(row.textContent)?.[0])).toEqual([
    'Inte överlämnad',
    'Överlämnad',
  ]);
  expect(rows[0]).toHaveAttribute('data-flagged');
  expect(rows[1]).not.toHaveAttribute('data-flagged');
  if (rows[1]) fireEvent.click(rows[1]);
  expect(open).toHaveBeenCalledWith(CONCERN.stream);
});

it('reads a draft as it stands, tells that it was opened, and follows what is added', async () => {
  const journal = memoryJournal(KARIN);
  const first = reported(begun, said);
  await journal.take(CONCERN.stream, 'concern', first, summariseConcern(first));
  const acknowledge = vi.fn<(stream: StreamId) => Promise<void>>(async () => undefined);
  render(
    <ConcernReading
      stream={CONCERN.stream}
      journal={journal}
      author="Ida Lind"
      acknowledge={acknowledge}
      onBack={() => undefined}
    />,
  );
  expect(await screen.findByText('Nu bor Elias där')).toBeVisible();
  expect(screen.getByText('Ida Lind')).toBeVisible();
  expect(acknowledge).toHaveBeenCalledWith(CONCERN.stream);
  expect(screen.getAllByText('Inte överlämnad')[0]).toHaveAttribute('data-tone', 'danger');
  const all = reported(begun, said, handed);
  await act(() => journal.take(CONCERN.stream, 'concern', all, summariseConcern(all)));
  expect(await screen.findByText(/Överlämnad till Mottagningen/)).toBeVisible();
});

it('says of one that was removed only that it was there, last in the list', async () => {
  const removed: ConcernFact = { type: 'ConcernRemoved', version: 1, data: { kind: 'concern' } };
  const draft = reported(begun, said);
  const retracted = { type: RETRACTED, version: 1, data: { events: allOf(draft) } };
  const gone = merge(reported(begun, said, retracted, removed));
  const row = { ...CONCERN, kind: 'concern' as const, changed: 1 };
  const streams = [
    { ...row, data: summariseConcern(gone) },
    { ...row, stream: StreamId.parse('d'.repeat(32)), data: summariseConcern(draft) },
  ];
  const { unmount } = render(
    <ConcernList streams={streams} nameOf={() => 'Ida Lind'} onOpen={() => undefined} />,
  );
  const rows = screen.getAllByRole('button');
  expect(rows.map((each) => /Inte överlämnad|Borttaget/.exec(each.textContent)?.[0])).toEqual([
    'Inte överlämnad',
    'Borttaget',
  ]);
  expect(rows[1]).not.toHaveAttribute('data-flagged');
  expect(rows[1]).not.toHaveTextContent('K-022');
  unmount();

  // The copy that was read before it was removed is replaced by its removal.
  const journal = memoryJournal(KARIN);
  await journal.take(CONCERN.stream, 'concern', draft, summariseConcern(draft));
  render(
    <ConcernReading
      stream={CONCERN.stream}
      journal={journal}
      author="Ida Lind"
      acknowledge={async () => undefined}
      onBack={() => undefined}
    />,
  );
  expect(await screen.findByText('Nu bor Elias där')).toBeVisible();
  await act(() => journal.take(CONCERN.stream, 'concern', gone, summariseConcern(gone)));
  expect(await screen.findByText(/började av misstag och är raderat/)).toBeVisible();
  expect(document.body).not.toHaveTextContent('Elias');
  expect(JSON.stringify(await journal.open(CONCERN.stream))).not.toContain('Elias');
});

it('shows the supervisor how a critical card was left, and red while nobody was handed it', async () => {
  const desk = new TestDesk();
  const opened = { card: 'childAtRisk', question: 's4q5', critical: true };
  await desk.arrives({ type: 'CardOpened', version: 1, data: opened });
  await desk.show();
  const cards = await screen.findByRole('region', { name: 'Stödkort som öppnades' });
  expect(cards).toHaveAttribute('data-waiting');
  expect(cards).toHaveTextContent('Inte överlämnat');
  const outcome = { outcome: 'handedOver', to: 'Eva', way: 'telefon', when: '14.40', reason: '' };
  await act(() =>
    desk.arrives({ type: 'CardClosed', version: 1, data: { card: 'childAtRisk', ...outcome } }),
  );
  await waitFor(() => expect(cards).not.toHaveAttribute('data-waiting'));
  expect(cards).toHaveTextContent('Överlämnat till Eva, telefon, 14.40.');
});
