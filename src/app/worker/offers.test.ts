import { expect, it } from 'vitest';
import { ok } from '../../base/result.ts';
import { fixedDeps, newId, systemRandom } from '../../base/deps.ts';
import { ParcelId } from '../../base/ids.ts';
import {
  aged,
  agreed,
  IDA,
  INTERVIEW,
  memoryJournal,
  must,
  openSession,
  started,
} from '../../interview/fixture.ts';
import { TranscriptSession } from '../../interview/transcript-session.ts';
import type { Deliverable } from '../../sync/delivery.ts';
import type { DeliveryRow } from '../../sync/states.ts';
import { SegmentId } from '../../interview/model/transcript.ts';
import { openOffers } from './offers.ts';

async function offers() {
  const journal = memoryJournal();
  const session = await openSession([started()], journal);
  const delivered: Deliverable[] = [];
  const rows: DeliveryRow[] = [];
  const made = openOffers(
    { journal, member: IDA.author },
    {
      deliver: async (kind) => {
        delivered.push(kind);
        return ok(newId(ParcelId, systemRandom));
      },
      deliveryStates: () => Promise.resolve(rows),
    },
    { clock: { now: () => 1_800_000_000_000 } },
  );
  return { ...made, delivered, session, journal, rows };
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

it('replaces a transcript that was handed in and from which words were taken back since', async () => {
  const { offer, delivered, journal, rows } = await offers();
  const deps = fixedDeps();
  const transcript = must(await TranscriptSession.begin({ journal, deps }, INTERVIEW, 'sv'));
  const segment = transcript.snapshot().segments[0]?.segment ?? '';
  const id = SegmentId.parse(segment);
  transcript.type(id, { text: 'Hemliga ord', remark: '' });
  must(await transcript.takeBack([id]));
  await offer();
  expect(delivered).toEqual([]);
  const row: DeliveryRow = {
    stream: transcript.stream,
    kind: 'transcript',
    parcel: newId(ParcelId, systemRandom),
    revision: 1,
    packedAt: 0,
    waitingSince: 0,
    state: { type: 'onTablet' },
  };
  rows.push(row);
  await offer();
  await offer();
  expect(delivered).toEqual(['transcript']);
  // Packed since: what stands now is on its way.
  rows.splice(0, 1, { ...row, packedAt: Number.MAX_SAFE_INTEGER });
  must(
    await transcript.importAll([
      { from: null, to: null, text: 'Mer', remark: '', speaker: 'other' },
    ]),
  );
  await offer();
  expect(delivered).toEqual(['transcript']);
});
