import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { StreamId } from '../../base/ids.ts';
import { dueTexts } from '../../i18n/due.ts';
import { yearTexts } from '../../i18n/year.ts';
import type { DueItem } from '../model/due.ts';
import type { Year } from '../model/year.ts';
import { DueList } from './DueList.tsx';
import { YearGlance } from './YearGlance.tsx';

const STREAM = StreamId.parse('1'.repeat(32));
const item = (standing: DueItem['standing'], code: string): DueItem => ({
  kind: 'offer',
  stream: STREAM,
  code,
  wave: 1,
  from: '2026-11-01',
  until: '2027-11-01',
  standing,
});

it('shows what is late, what can be done and what comes later, as far ahead as one asks', async () => {
  const t = dueTexts.sv;
  const user = userEvent.setup();
  const itemsFor = vi.fn<(months: number) => readonly DueItem[]>((months) =>
    months < 6 ? [] : [item('late', 'BJ-1'), item('now', 'BJ-2'), item('later', 'BJ-3')],
  );
  const onPrint = vi.fn<() => void>();
  render(
    <DueList
      itemsFor={itemsFor}
      today="2026-11-20"
      now={() => 0}
      onPrint={onPrint}
      onTakeOut={async () => true}
    />,
  );
  expect(screen.getByText(t.nothing)).toBeVisible();
  expect(screen.getByRole('button', { name: t.save })).toBeDisabled();
  await user.click(screen.getByLabelText(t.ahead_half));
  const headings = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
  expect(headings).toEqual([t.late, t.now, t.later]);
  expect(screen.getAllByText(t.offer('BJ-3'))[0]).toBeVisible();
  await user.click(screen.getByRole('button', { name: t.print }));
  expect(onPrint).toHaveBeenCalledOnce();
});

it('says the year as a picture and a table, with what is too small joined or left out', () => {
  const t = yearTexts.sv;
  const year: Year = {
    first: {
      eligible: 14,
      groups: [
        { of: ['interviewed'], count: 8 },
        { of: ['declined', 'notAsked'], count: 6 },
      ],
      reasons: null,
    },
    followUp: { eligible: null, groups: [], reasons: null },
    medians: {
      closingToOffer: 750,
      offerToInterview: null,
      interviewToMemo: 1,
      memoToReview: null,
    },
  };
  const over = { years: [{ year: 2025, interviews: null }], total: 8, atLeast: true };
  render(
    <YearGlance
      years={[2026]}
      yearOf={() => year}
      over={over}
      least={5}
      onPrint={() => undefined}
      onTakeOut={async () => true}
    />,
  );
  const joined = `${t.place_declined}, ${t.place_notAsked}`;
  const label = t.picture(`${t.place_interviewed} 8, ${joined} 6`);
  expect(screen.getAllByRole('img', { name: label })[0]).toBeVisible();
  expect(screen.getAllByRole('row', { name: `${joined} 6` })[0]).toBeVisible();
  expect(screen.getAllByText(t.tooFew(5))[0]).toBeVisible();
  expect(screen.getAllByRole('row', { name: `2025 ${t.few}` })[0]).toBeVisible();
  expect(screen.getAllByText(t.totalAtLeast(8))[0]).toBeVisible();
});
