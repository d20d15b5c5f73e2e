import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { StreamId } from '../../base/ids.ts';
import { interviewEvents, interviewSummary, KARIN, NAMES } from '../fixture.ts';
import type { InboxItem } from '../model/inbox.ts';
import { Inbox } from './Inbox.tsx';

const base = interviewSummary(interviewEvents());
const item = (digit: string, more: Partial<InboxItem>): InboxItem => ({
  stream: StreamId.parse(digit.repeat(32)),
  code: `K-00${digit}`,
  interviewer: base.interviewer,
  guide: base.guide,
  track: base.track,
  startedAt: 0,
  completedAt: Number(digit) * 86_400_000,
  revision: 1,
  flags: 0,
  unhandled: 0,
  unsettled: 0,
  memo: null,
  isReviewLate: false,
  openComments: 0,
  standing: 'toReview',
  ...more,
});
const ITEMS = [
  item('1', { standing: 'approved' }),
  item('2', { standing: 'returned', openComments: 2 }),
  item('4', { standing: 'toReview' }),
  item('3', { standing: 'revised', revision: 2 }),
  item('5', { flags: 1, unhandled: 1 }),
];

const show = (items: readonly InboxItem[] = ITEMS) => {
  const onOpen = vi.fn<(stream: StreamId) => void>();
  render(
    <Inbox
      items={items}
      trackOf={() => ({ sv: 'Hel intervju' })}
      nameOf={(member) => NAMES.get(member) ?? ''}
      onOpen={onOpen}
    />,
  );
  return { onOpen, user: userEvent.setup() };
};
const rows = () =>
  within(screen.getByRole('list', { name: 'Intervjuer' })).queryAllByRole('button');
const codes = () => rows().map((row) => /K-00\d/.exec(row.textContent ?? '')?.[0]);

describe('the inbox', () => {
  it('has safety first, then the longest wait, then returned, then approved', () => {
    show();
    expect(codes()).toEqual(['K-005', 'K-003', 'K-004', 'K-002', 'K-001']);
    const [flagged] = rows();
    expect(flagged).toHaveTextContent('1 brådskande meddelande');
    expect(flagged).toHaveTextContent('Färdigställd 6 januari 1970');
    expect(flagged).toHaveTextContent('Olle Lind, Hel intervju');
    expect(rows()[3]).toHaveTextContent('2 öppna kommentarer');
  });

  it('shows one standing, or the code searched for, and a way back', async () => {
    const { user } = show();
    await user.click(screen.getByRole('button', { name: 'Återlämnad' }));
    expect(codes()).toEqual(['K-002']);
    expect(screen.getByRole('button', { name: 'Återlämnad' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await user.type(screen.getByRole('searchbox', { name: 'Sök på deltagarens kod' }), 'k-004');
    expect(codes()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Visa alla' }));
    expect(codes()).toHaveLength(5);
    await user.type(screen.getByRole('searchbox'), 'k-004');
    expect(codes()).toEqual(['K-004']);
  });

  it('is walked with the arrow keys and opened with Enter', async () => {
    const { user, onOpen } = show();
    rows()[0]?.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(rows()[2]).toHaveFocus();
    await user.keyboard('{End}{ArrowDown}');
    expect(rows()[4]).toHaveFocus();
    await user.keyboard('{Home}{ArrowUp}{Enter}');
    expect(onOpen.mock.calls).toEqual([[StreamId.parse('5'.repeat(32))]]);
  });

  it('puts a card nobody was handed and a memo that is late before what waits for a review', () => {
    show([
      item('1', {}),
      item('2', { standing: null, completedAt: null, revision: 0, flags: 1, memo: 'threeDays' }),
      item('3', { unsettled: 1 }),
    ]);
    expect(codes()).toEqual(['K-003', 'K-002', 'K-001']);
    expect(rows()[0]).toHaveTextContent('1 stödkort ej överlämnat');
    expect(rows()[1]).toHaveTextContent('Memot har dröjt i tre dagar');
    expect(screen.getByText(/Något brådskande har skickats i förväg/)).toBeVisible();
  });

  it('shows a page of many, walks over its end by keys and finds one that is on no page shown', async () => {
    const many = Array.from({ length: 120 }, (_, i) => ({
      ...item('1', { completedAt: i }),
      stream: StreamId.parse(i.toString(16).padStart(32, '0')),
      code: `K-${i + 1}`,
    }));
    const { user } = show(many);
    expect(rows()).toHaveLength(50);
    expect(screen.getByText('Visar 1–50 av 120')).toBeVisible();
    rows()[49]?.focus();
    await user.keyboard('j');
    expect(rows()[0]).toHaveFocus();
    expect(rows()[0]).toHaveTextContent('K-51');
    expect(rows()[0]?.closest('li')).toHaveAttribute('aria-posinset', '51');
    expect(rows()[0]?.closest('li')).toHaveAttribute('aria-setsize', '120');
    await user.keyboard('k');
    expect(rows()[49]).toHaveFocus();
    await user.type(screen.getByRole('searchbox'), 'k-120');
    expect(rows()).toHaveLength(1);
    expect(screen.queryByText(/^Visar/)).toBeNull();
  });

  it('shows what one interviewer held, and what is urgent alone', async () => {
    const { user } = show([
      item('1', {}),
      item('2', { interviewer: KARIN.author }),
      item('5', { flags: 1, unhandled: 1 }),
    ]);
    await user.selectOptions(screen.getByLabelText('Intervjuare'), 'Karin Ek');
    expect(codes()).toEqual(['K-002']);
    await user.selectOptions(screen.getByLabelText('Intervjuare'), 'Alla');
    await user.click(screen.getByRole('button', { name: 'Bara det som brådskar' }));
    expect(codes()).toEqual(['K-005']);
  });

  it('says what will come and how, while nothing has', () => {
    show([]);
    expect(screen.getByRole('heading', { name: 'Inga intervjuer har kommit än' })).toBeVisible();
    expect(screen.getByText(/så fort surfplattan når kontoret/)).toBeVisible();
    expect(screen.getByText(/kan också komma som fil/)).toBeVisible();
  });

  it('marks an interview of which only the flag has come', () => {
    show([item('7', { standing: null, completedAt: null, flags: 1, unhandled: 1, revision: 0 })]);
    expect(rows()[0]).toHaveTextContent('Bara det brådskande meddelandet har kommit');
    expect(rows()[0]).toHaveTextContent('Påbörjad 1 januari 1970');
  });

  it('is red only where an urgent message waits for somebody', () => {
    show([item('5', { flags: 1, unhandled: 1 }), item('6', { flags: 2, unhandled: 0 })]);
    const [waiting, handled] = rows();
    expect(waiting).toHaveAttribute('data-flagged');
    expect(waiting?.querySelector('[data-tone="danger"]')).toHaveTextContent(
      '1 brådskande meddelande',
    );
    expect(handled).not.toHaveAttribute('data-flagged');
    expect(handled?.querySelector('[data-tone="danger"]')).toBeNull();
    expect(handled).toHaveTextContent('2 brådskande meddelanden, klara');
  });
});
