import { expect, it } from 'vitest';
import { fixedDeps, newId } from '../base/deps.ts';
import { MemberId, ParcelId, Sha256, StreamId } from '../base/ids.ts';
import { ok } from '../base/result.ts';
import { SignedConsignment } from '../parcel/model/consignment.ts';
import type { ParcelKind } from '../parcel/model/manifest.ts';
import { openMemoryVault } from '../../tests/setup/memory-vault.ts';
import { askToErase, markErased } from './erasures.ts';
import { openLedger } from './ledger.ts';
import type { MemberOffice } from './model/office.ts';

const HOUR = 60 * 60_000;

/** A device that has taken in one parcel of an erased stream, and an office that answers as it is told. */
async function erasing() {
  const deps = fixedDeps();
  const { records } = await openMemoryVault(deps);
  const ledger = openLedger(records);
  const [me, sender] = [newId(MemberId, deps.random), newId(MemberId, deps.random)];
  const stream = newId(StreamId, deps.random);
  const taken = async (kind: ParcelKind = 'interview') => {
    const parcel = newId(ParcelId, deps.random);
    const row = { parcel, stream, kind, revision: 1, sender, at: 0, acknowledgedAt: null };
    await ledger.putImported(row);
    return parcel;
  };
  await markErased(records, stream, 0);
  const asked: (readonly ParcelId[])[] = [];
  const erased = new Set<ParcelId>();
  const waiting = new Set<ParcelId>();
  const office: Pick<MemberOffice, 'erase'> = {
    erase: async (parcels) => {
      asked.push(parcels);
      const among = (some: ReadonlySet<ParcelId>) => parcels.filter((each) => some.has(each));
      return ok({ erased: among(erased), waiting: among(waiting) });
    },
  };
  const round = async () => {
    expect(await askToErase(records, ledger, office, me, deps.clock)).toEqual({ type: 'fine' });
    return asked.splice(0).flat();
  };
  return { deps, ledger, stream, sender, me, taken, erased, waiting, round };
}

it('asks again for what waits for a second person, and no more for what is gone or not there', async () => {
  const { deps, taken, erased, waiting, round } = await erasing();
  const [gone, open, unknown] = [await taken(), await taken(), await taken()];
  erased.add(gone);
  waiting.add(open);
  expect(new Set(await round())).toEqual(new Set([gone, open, unknown]));
  expect(await round()).toEqual([]);
  deps.clock.advance(7 * HOUR);
  expect(await round()).toEqual([open]);
  waiting.delete(open);
  erased.add(open);
  deps.clock.advance(7 * HOUR);
  expect(await round()).toEqual([open]);
  deps.clock.advance(7 * HOUR);
  expect(await round()).toEqual([]);
});

it('asks again for a parcel of its own that had not arrived yet', async () => {
  const { deps, ledger, stream, round } = await erasing();
  const parcel = newId(ParcelId, deps.random);
  const content = Sha256.parse('0'.repeat(64));
  const sent = { parcel, stream, kind: 'interview', revision: 1, content, heads: {} } as const;
  await ledger.putSent({ ...sent, at: 0, receivedAt: null, opened: [] });
  expect(await round()).toEqual([parcel]);
  deps.clock.advance(7 * HOUR);
  await ledger.received(parcel, 5);
  expect(await round()).toEqual([parcel]);
  deps.clock.advance(7 * HOUR);
  expect(await round()).toEqual([]);
});

it('asks for what was put aside of an erased stream, and lets go of it when it is gone', async () => {
  const { deps, ledger, stream, sender, erased, round } = await erasing();
  const parcel = newId(ParcelId, deps.random);
  const other = newId(ParcelId, deps.random);
  const flagged = newId(ParcelId, deps.random);
  const put = (which: ParcelId, about?: { stream: StreamId; kind: ParcelKind }) =>
    ledger.putAside({
      signed: signedAs(which, sender),
      problem: 'badContents',
      receivedAt: 1,
      ...(about && { about }),
    });
  await put(parcel, { stream, kind: 'interview' });
  await put(other);
  await put(flagged, { stream, kind: 'safety' });
  expect(await round()).toEqual([parcel]);
  expect(await ledger.asides()).toHaveLength(3);
  // Another device asks first: there it is gone, and here it is let go of.
  const second = newId(ParcelId, deps.random);
  await put(second, { stream, kind: 'review' });
  erased.add(second);
  expect(await round()).toEqual([second]);
  const left = (await ledger.asides()).map(({ signed }) => signed.consignment.parcel);
  expect(new Set(left)).toEqual(new Set([parcel, other, flagged]));
});

function signedAs(parcel: ParcelId, member: MemberId): SignedConsignment {
  const hash = Sha256.parse('ab'.repeat(32));
  return SignedConsignment.parse({
    consignment: {
      v: 1,
      parcel,
      class: 'real',
      office: 'c'.repeat(32),
      sender: { member, device: 'd'.repeat(32), key: 'e'.repeat(64) },
      recipients: [member],
      manifest: hash,
      objects: [{ hash, length: 1 }],
      at: 1,
    },
    signature: 'f'.repeat(128),
  });
}
