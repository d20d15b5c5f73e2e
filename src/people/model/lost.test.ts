import { expect, it } from 'vitest';
import { newId, systemRandom } from '../../base/deps.ts';
import { MemberId } from '../../base/ids.ts';
import { wasOn } from './lost.ts';

const nils = newId(MemberId, systemRandom);
const sara = newId(MemberId, systemRandom);

it('counts what was handed over since as having been on the tablet, and what has ended apart', () => {
  const open = { to: nils, hands: [nils], ended: null };
  const handed = { to: sara, hands: [nils, sara], ended: null };
  const held = { to: nils, hands: [nils], ended: 'held' as const };
  const others = { to: sara, hands: [sara], ended: null };
  expect(wasOn(nils, [open, handed, held, others])).toEqual({
    assigned: [open, handed],
    earlier: 1,
    toHandOver: [open],
  });
});
