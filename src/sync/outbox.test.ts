import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId, systemRandom, fixedDeps } from '../base/deps.ts';
import { OfficeId } from '../base/ids.ts';
import { err, ok } from '../base/result.ts';
import { makeRoot } from '../parcel/keys.ts';
import { verifySignature } from '../parcel/verify.ts';
import type { Outbox } from '../vault/model/port.ts';
import { memoryOutbox } from '../../tests/setup/memory-vault.ts';
import {
  countingOffice,
  faulty,
  receiptFor,
  someParcel,
  type CountingOffice,
  type Fault,
} from './fixture.ts';
import type { ApiProblemCode } from './model/protocol.ts';
import { passageOf } from './model/passage.ts';
import { sendOutbox, type SendDeps } from './outbox.ts';

const id = newId(OfficeId, systemRandom);
let office: CountingOffice;
let outbox: Outbox;

beforeEach(async () => {
  office = await countingOffice(id);
  outbox = memoryOutbox();
});

const deps = (more: Partial<SendDeps> = {}): SendDeps => ({
  outbox,
  office,
  verify: verifySignature,
  clock: fixedDeps().clock,
  progress: () => undefined,
  ...more,
});

async function add(count: number) {
  const parcel = await someParcel(id, office.key, count);
  await outbox.add(parcel.item, parcel.objects);
  return parcel;
}

const passages = async () => (await outbox.list()).map((item) => passageOf(item).type);

describe('the outbox', () => {
  it('ends in one commit and one receipt, whatever is lost on the way and whenever', async () => {
    const fault = fc.constantFrom<Fault>('none', 'lostOnTheWay', 'answerLost');
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 20 }), async (script) => {
        office = await countingOffice(id);
        outbox = memoryOutbox();
        const first = await add(3);
        const second = await add(2);
        const sending = deps({ office: faulty(office, script) });
        for (let round = 0; round <= script.length; round += 1) await sendOutbox(sending, false);
        expect(await sendOutbox(sending, false)).toEqual({ type: 'fine' });
        expect(await passages()).toEqual(['received', 'received']);
        expect(office.commits).toEqual(
          new Map([first, second].map(({ item }) => [item.parcel, 1])),
        );
        expect([...office.stored.values()]).toEqual([1, 1, 1, 1, 1]);
      }),
      { numRuns: 60 },
    );
  });

  it('tells how far it has come, in bytes', async () => {
    const { signed } = await add(3);
    const total = signed.consignment.objects.reduce((sum, object) => sum + object.length, 0);
    const seen: [number, number][] = [];
    await sendOutbox(deps({ progress: (_parcel, sent, all) => seen.push([sent, all]) }), false);
    expect(seen.at(0)).toEqual([0, total]);
    expect(seen.at(-1)).toEqual([total, total]);
    expect(seen).toHaveLength(4);
  });

  it('offers again what a restored office has lost', async () => {
    const { item } = await add(2);
    await sendOutbox(deps(), false);
    office.restore();
    expect(await sendOutbox(deps(), false)).toEqual({ type: 'fine' });
    expect(office.commits.get(item.parcel)).toBe(2);
    expect((await outbox.list())[0]?.receipt).toMatchObject({ signed: { receipt: { epoch: 2 } } });
    await sendOutbox(deps(), false);
    expect(office.commits.get(item.parcel)).toBe(2);
  });

  it('remembers a refusal, keeps the parcel, and tries it again when asked', async () => {
    const bad = await add(1);
    await add(1);
    const refusing: SendDeps['office'] = {
      ...office,
      offer: (signed) =>
        signed.consignment.parcel === bad.item.parcel
          ? Promise.resolve(err({ type: 'api', code: 'conflict' }))
          : office.offer(signed),
    };
    expect(await sendOutbox(deps({ office: refusing }), false)).toEqual({ type: 'fine' });
    const [first] = await outbox.list();
    expect(first && passageOf(first)).toMatchObject({ type: 'refused', code: 'conflict' });
    expect(await passages()).toEqual(['refused', 'received']);
    await sendOutbox(deps(), false);
    expect(await passages()).toEqual(['refused', 'received']);
    await sendOutbox(deps(), true);
    expect(await passages()).toEqual(['received', 'received']);
  });

  it.each<ApiProblemCode>(['serverFault', 'storageFull', 'tooMany', 'wrongHash'])(
    'tries %s again by itself, and does not let one parcel hold up the next',
    async (code) => {
      const bad = await add(1);
      await add(1);
      const failing: SendDeps['office'] = {
        ...office,
        commit: (parcel) =>
          parcel === bad.item.parcel
            ? Promise.resolve(err({ type: 'api', code }))
            : office.commit(parcel),
      };
      const round = await sendOutbox(deps({ office: failing }), false);
      expect(round).toEqual({ type: 'later', problem: { type: 'api', code } });
      expect(await passages()).toEqual(['onTablet', 'received']);
    },
  );

  it('does not take a stranger’s receipt for the office’s', async () => {
    const { signed } = await add(2);
    const { signer } = await makeRoot(systemRandom);
    const receipt = await receiptFor(signed.consignment, signer);
    const lying: SendDeps['office'] = { ...office, commit: () => Promise.resolve(ok(receipt)) };
    await sendOutbox(deps({ office: lying }), false);
    const [item] = await outbox.list();
    expect(item && passageOf(item)).toMatchObject({ type: 'refused', code: 'badReceipt' });
  });

  it('does not take a receipt for less than everything', async () => {
    const { signed } = await add(2);
    const known = await add(2);
    await sendOutbox(deps(), false);
    const other = await office.commit(known.item.parcel);
    const again = memoryOutbox();
    const [first] = await outbox.list();
    if (first) await again.add({ ...first, receipt: null }, new Map());
    const lying: SendDeps['office'] = {
      ...office,
      offer: () =>
        Promise.resolve(other.ok ? ok({ state: 'committed', receipt: other.value }) : other),
    };
    await sendOutbox(deps({ office: lying, outbox: again }), false);
    const [item] = await again.list();
    expect(item?.parcel).toBe(signed.consignment.parcel);
    expect(item && passageOf(item)).toMatchObject({ type: 'refused', code: 'badReceipt' });
  });

  it('never sends bytes that are not what their name says', async () => {
    const { item } = await add(1);
    const damaged: Outbox = {
      ...outbox,
      object: () => Promise.resolve(new Uint8Array([1, 2, 3])),
    };
    await sendOutbox(deps({ outbox: damaged }), false);
    expect(office.stored.size).toBe(0);
    const [kept] = await outbox.list();
    expect(kept?.parcel).toBe(item.parcel);
    expect(kept && passageOf(kept)).toMatchObject({ type: 'refused', code: 'objectLost' });
  });

  it('asks again next time when the receipt could not be written down', async () => {
    const { item } = await add(1);
    const full: Outbox = {
      ...outbox,
      receive: () => Promise.resolve(err({ type: 'diskFull' })),
    };
    expect(await sendOutbox(deps({ outbox: full }), false)).toEqual({
      type: 'later',
      problem: { type: 'diskFull' },
    });
    await sendOutbox(deps(), false);
    expect(await passages()).toEqual(['received']);
    expect(office.commits.get(item.parcel)).toBe(1);
  });
});
