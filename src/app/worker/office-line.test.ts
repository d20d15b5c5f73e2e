import { expect, it } from 'vitest';
import { ok } from '../../base/result.ts';
import { newId, systemRandom } from '../../base/deps.ts';
import { ParcelId } from '../../base/ids.ts';
import {
  aged,
  agreed,
  IDA,
  INTERVIEW,
  memoryJournal,
  openSession,
  started,
} from '../../interview/fixture.ts';
import type { Deliverable } from '../../sync/delivery.ts';
import { openOffers } from './office-line.ts';

async function offers() {
  const journal = memoryJournal();
  const session = await openSession([started()], journal);
  const delivered: Deliverable[] = [];
  const made = openOffers(
    { journal, member: IDA.author },
    {
      deliver: async (kind) => {
        delivered.push(kind);
        return ok(newId(ParcelId, systemRandom));
      },
    },
    { clock: { now: () => 1_800_000_000_000 } },
  );
  return { ...made, delivered, session };
}

it('offers nothing before the young person has said yes', async () => {
  const { offer, delivered, session } = await offers();
  await session.act([{ type: 'InterviewPaused', version: 1, data: {} }]);
  await offer();
  expect(delivered).toEqual([]);
});

it('offers no copy of somebody who turns out to be under 15', async () => {
  const { offer, delivered, session } = await offers();
  await session.act([aged(), agreed(), aged('under15')]);
  await offer();
  expect(delivered).toEqual([]);
});

it('offers a sealed copy of a half-done interview now and then, and at once after a taking back', async () => {
  const { offer, forget, delivered, session } = await offers();
  await session.act([agreed()]);
  await offer();
  await offer();
  expect(delivered).toEqual(['draft']);
  forget(INTERVIEW);
  await offer();
  expect(delivered).toEqual(['draft', 'draft']);
});
