import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { fixedDeps, newId } from '../../base/deps.ts';
import { StreamId } from '../../base/ids.ts';
import { peopleTexts } from '../../i18n/people.ts';
import { ELIN, TEN_YEARS } from '../fixture.ts';
import { PROGRAM_DEFAULTS } from '../model/program.ts';
import { rowsOf, type Known } from '../model/register.ts';
import { PeopleList } from './PeopleList.tsx';

const t = peopleTexts.sv;
const deps = fixedDeps();
const listed = (n: number): Known => ({
  stream: newId(StreamId, deps.random),
  code: `K-${String(n).padStart(3, '0')}`,
  details: { ...ELIN, name: n === 7 ? 'Åsa Påhittad' : ELIN.name, protectedData: n === 7 },
  // The first of them has no placement written down.
  placements: n === 1 ? [] : [TEN_YEARS],
  offers: [],
  notAsked: [],
  held: [],
  batch: null,
  addedAt: 0,
});

function show(count: number) {
  const people = Array.from({ length: count }, (_, at) => listed(at + 1));
  const onOpen = vi.fn<(stream: StreamId) => void>();
  const rows = rowsOf(people, PROGRAM_DEFAULTS, '2026-11-22');
  render(<PeopleList rows={rows} onOpen={onOpen} empty={<p>{t.nobody}</p>} />);
  return { people, onOpen, user: userEvent.setup() };
}
const row = (code: string) => screen.getByRole('button', { name: new RegExp(`^${code}`) });

it('says that the register is empty', () => {
  show(0);
  expect(screen.getByText(t.nobody)).toBeVisible();
});

it('finds by code or name and by standing, and shows all again', async () => {
  const { people, onOpen, user } = show(8);
  await user.type(screen.getByLabelText(t.search), 'påhitt åsa');
  expect(screen.getByRole('status')).toHaveTextContent(t.found(1));
  await user.click(row('K-007'));
  expect(onOpen.mock.calls).toEqual([[people[6]?.stream]]);
  await user.selectOptions(screen.getByLabelText(t.filter), t.later);
  expect(screen.getByRole('status')).toHaveTextContent(t.noMatch);
  await user.click(screen.getByRole('button', { name: t.clear }));
  expect(screen.getByRole('status')).toHaveTextContent(t.found(8));
  await user.selectOptions(screen.getByLabelText(t.filter), t.later);
  expect(row('K-001')).toHaveTextContent(t.rowNot);
  await user.selectOptions(screen.getByLabelText(t.filter), t.protectedData);
  expect(row('K-007')).toHaveTextContent(t.protectedTag);
});

it('is walked with the arrow keys, also over the end of a page', async () => {
  const { user } = show(60);
  row('K-001').focus();
  await user.keyboard('{ArrowDown}');
  expect(row('K-002')).toHaveFocus();
  await user.keyboard('{End}');
  expect(row('K-050')).toHaveFocus();
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(row('K-051')).toHaveFocus());
  await user.keyboard('{ArrowUp}');
  await waitFor(() => expect(row('K-050')).toHaveFocus());
  expect(screen.getByText(t.page(1, 50, 60))).toBeVisible();
});
