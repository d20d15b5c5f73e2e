import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { newId, systemRandom } from '../../base/deps.ts';
import { MemberId, StreamId } from '../../base/ids.ts';
import { ELIN, KARIN } from '../fixture.ts';
import { givenNow } from '../model/assignment.ts';
import { briefOf } from '../model/givable.ts';
import { HandOverDialog } from './HandOverDialog.tsx';
import { objectionsIn } from '../../../tests/setup/axe.ts';

const NILS = newId(MemberId, systemRandom);
const person = {
  stream: newId(StreamId, systemRandom),
  code: 'K-017',
  details: ELIN,
  placements: [],
  offers: [],
  notAsked: [],
  held: [],
  batch: null,
  addedAt: 0,
};
const brief = briefOf({ person, wave: 1 }, { due: null, topics: [], relation: 'own', way: 'Sms' });
const given = {
  stream: newId(StreamId, systemRandom),
  ...givenNow({ to: NILS, brief, wish: 'none' as const }, KARIN, 0),
};
const begun = { ...given, interview: newId(StreamId, systemRandom) };
type Props = Parameters<typeof HandOverDialog>[0];

function shown(assignment: Props['assignment'], nilsIsHere: boolean, own: Partial<Props> = {}) {
  const onHandOver = vi.fn<Props['onHandOver']>(async () => null);
  const onClose = vi.fn<() => void>();
  render(
    <HandOverDialog
      assignment={assignment}
      colleagues={[
        { member: NILS, name: 'Nils', here: nilsIsHere },
        { member: KARIN, name: 'Karin', here: true },
        { member: newId(MemberId, systemRandom), name: 'Ulla', here: false },
      ]}
      onHandOver={onHandOver}
      onClose={onClose}
      {...own}
    />,
  );
  return { onHandOver, onClose, user: userEvent.setup() };
}

const handOver = () => screen.getByRole('button', { name: 'Lämna över' });

it('hands over to a colleague who is here, and to nobody by mistake', async () => {
  const { onHandOver, onClose, user } = shown(given, true);
  expect(screen.queryByRole('radio', { name: 'Ulla' })).toBeNull();
  expect(screen.queryByRole('radio', { name: 'Nils' })).toBeNull();
  await user.click(handOver());
  expect(screen.getByText('Välj vem som ska intervjua.')).toBeVisible();
  expect(await objectionsIn(document.body)).toEqual([]);
  expect(onHandOver).not.toHaveBeenCalled();
  await user.click(screen.getByRole('radio', { name: 'Karin' }));
  await user.click(handOver());
  expect(onHandOver).toHaveBeenCalledExactlyOnceWith(KARIN, 'left', null);
  expect(onClose).toHaveBeenCalledOnce();
});

it('asks for no recovery key while the tablet with the half-done interview is in use', () => {
  shown(begun, true);
  expect(screen.getByText(/ligger den halvfärdiga intervjun bara där/)).toBeVisible();
  expect(screen.queryByLabelText('Återställningsnyckeln från bladet')).toBeNull();
});

it('takes the half-done interview along with the key, and stays open when the key opens nothing', async () => {
  const onHandOver = vi.fn<Props['onHandOver']>(async () => 'recovery');
  const { onClose, user } = shown(begun, false, { why: 'lostTablet', onHandOver });
  await user.click(screen.getByRole('radio', { name: 'Karin' }));
  await user.type(screen.getByLabelText('Återställningsnyckeln från bladet'), ' AGE-KEY ');
  await user.click(handOver());
  expect(onHandOver).toHaveBeenCalledExactlyOnceWith(KARIN, 'lostTablet', 'AGE-KEY');
  expect(screen.getByText(/Nyckeln öppnar inte kopian/)).toBeVisible();
  expect(await objectionsIn(document.body)).toEqual([]);
  expect(onClose).not.toHaveBeenCalled();
});
