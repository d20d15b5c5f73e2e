import { expect, it } from 'vitest';
import { MemberId, ParcelId, StreamId } from '../base/ids.ts';
import type { DeliveryRow, DeliveryState } from '../sync/states.ts';
import { deliveriesOf } from './deliveries.ts';
import { DIRECTORY } from './screens/fixture.ts';

const stream = (sign: string) => StreamId.parse(sign.repeat(32));
const row = (sign: string, state: DeliveryState, kind: DeliveryRow['kind'] = 'interview') => ({
  stream: stream(sign),
  kind,
  parcel: ParcelId.parse(sign.repeat(32)),
  revision: 1,
  packedAt: 1,
  waitingSince: 5,
  state,
});
const [supervisor] = DIRECTORY.members;
const by = supervisor?.member ?? MemberId.parse('f'.repeat(32));

it.each([
  [{ type: 'onTablet' }, { state: 'onTablet', since: 5 }],
  [
    { type: 'sending', percent: 40 },
    { state: 'sending', percent: 40, since: 5 },
  ],
  [
    { type: 'received', at: 7 },
    { state: 'received', at: 7 },
  ],
  [
    { type: 'opened', at: 8, by },
    { state: 'opened', at: 8, by: 'Maja Alvarsson' },
  ],
  [
    { type: 'refused', code: 'tooLarge', at: 9 },
    { state: 'refused', code: 'tooLarge', since: 5 },
  ],
] as const)('%o is shown as %o', (state, shown) => {
  expect([...deliveriesOf([row('a', state)], DIRECTORY)]).toEqual([
    [stream('a'), { ...shown, packedAt: 1 }],
  ]);
});

it('names nobody who is not in the directory, or without one', () => {
  const opened = { type: 'opened', at: 8, by: MemberId.parse('f'.repeat(32)) } as const;
  expect(deliveriesOf([row('a', opened)], DIRECTORY).get(stream('a'))).toMatchObject({ by: '' });
  expect(deliveriesOf([row('a', { ...opened, by })], undefined).get(stream('a'))).toMatchObject({
    by: '',
  });
});

it('a draft or a safety flag at the office is not the interview delivered', () => {
  const received = { type: 'received', at: 7 } as const;
  const shown = deliveriesOf(
    [
      row('a', { type: 'onTablet' }),
      row('a', received, 'draft'),
      row('a', received, 'safety'),
      row('b', received, 'review'),
    ],
    DIRECTORY,
  );
  expect(shown.get(stream('a'))).toEqual({ state: 'onTablet', since: 5, packedAt: 1 });
  expect(shown.get(stream('b'))).toEqual({ state: 'received', at: 7, packedAt: 1 });
  for (const kind of ['transcript', 'training'] as const) {
    expect(deliveriesOf([row('a', received, kind)], DIRECTORY).size).toBe(1);
  }
  expect(deliveriesOf([row('a', received, 'draft')], DIRECTORY).size).toBe(0);
});
