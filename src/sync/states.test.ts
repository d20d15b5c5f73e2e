import { expect, it } from 'vitest';
import { sha256 } from '../base/bytes.ts';
import { ParcelId, StreamId } from '../base/ids.ts';
import type { Sent } from './model/kept.ts';
import { deliveryStates } from './states.ts';

const stream = StreamId.parse('a'.repeat(32));
const sent = (revision: number, receivedAt: number | null): Sent => ({
  parcel: ParcelId.parse(`${revision}`.repeat(32)),
  stream,
  kind: 'safety',
  revision,
  content: sha256(`words ${revision}`),
  heads: {},
  at: revision * 100,
  receivedAt,
  opened: [],
});
const waitingSince = async (...parcels: readonly Sent[]) => {
  const [row] = await deliveryStates(
    { allSent: async () => [...parcels] },
    { list: async () => [] },
    { percent: () => undefined },
  );
  return row?.waitingSince;
};

it('a message waits from the oldest parcel after the last that arrived', async () => {
  expect(await waitingSince(sent(1, null))).toBe(100);
  expect(await waitingSince(sent(1, null), sent(2, null))).toBe(100);
  expect(await waitingSince(sent(1, 150), sent(2, null), sent(3, null))).toBe(200);
});

it('what the newest parcel brought waits no more', async () => {
  expect(await waitingSince(sent(1, null), sent(2, 250))).toBeNull();
});
