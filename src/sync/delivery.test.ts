import { beforeEach, describe, expect, it } from 'vitest';
import { fixedDeps, newId, systemRandom, type Signer } from '../base/deps.ts';
import { OfficeId, StreamId, type EventId, type ParcelId } from '../base/ids.ts';
import { err, ok } from '../base/result.ts';
import { fromFile, toFile } from '../parcel/file.ts';
import { makeRoot } from '../parcel/keys.ts';
import { openParcel } from '../parcel/open.ts';
import { packParcel } from '../parcel/pack.ts';
import { verifySignature } from '../parcel/verify.ts';
import type { OpenVault } from '../vault/model/port.ts';
import { openMemoryVault } from '../../tests/setup/memory-vault.ts';
import { answer, hold } from '../../tests/setup/person.ts';
import { openDelivery, type DeliveryDeps, type PartsOf } from './delivery.ts';
import type { DirectoryDesk, Membership } from './directory.ts';
import { membershipOf, receiptFor } from './fixture.ts';
import { openLedger } from './ledger.ts';
import { Dispatch, Sequence } from './model/kept.ts';
import { deliveryStates, openProgress } from './states.ts';

const { clock } = fixedDeps();
const deps = { clock, random: systemRandom };
const office = newId(OfficeId, systemRandom);
const DAY_MS = 24 * 60 * 60_000;

let vault: OpenVault;
let officeSigner: Signer;
let membership: Membership;
let stream: StreamId;
let settled: EventId[];

beforeEach(async () => {
  const made = await openMemoryVault(deps);
  settled = [];
  vault = {
    ...made,
    settle: (each) => {
      settled.push(...each);
      return Promise.resolve();
    },
  };
  officeSigner = (await makeRoot(systemRandom)).signer;
  membership = await membershipOf(vault, office, officeSigner.key);
  stream = newId(StreamId, systemRandom);
  await hold(vault, stream, 'Jag minns köket.');
});

const partsOf: PartsOf = (_kind, _stream, { events, drafts }) =>
  Promise.resolve({
    events,
    parts: drafts.map((draft) => ({
      path: `${draft.key}.md`,
      bytes: new TextEncoder().encode(String(draft.value)),
    })),
    tombstones: [],
    named: [],
  });

const directory = (): DirectoryDesk => ({
  membership: () => Promise.resolve(membership),
  enrol: () => Promise.resolve(err({ type: 'notEnrolled' })),
  refresh: () => Promise.resolve(err({ type: 'notEnrolled' })),
  change: () => Promise.resolve(err({ type: 'notEnrolled' })),
});

/** As after unlocking: nothing is remembered but what was kept. */
const delivery = (more: Partial<DeliveryDeps> = {}) =>
  openDelivery({
    ...deps,
    vault,
    desk: { pack: packParcel, toFile },
    ledger: openLedger((more.vault ?? vault).records),
    directory: directory(),
    verify: verifySignature,
    partsOf,
    ...more,
  });

const inOutbox = async () => (await vault.outbox.list()).map((item) => item.parcel);
const states = () =>
  deliveryStates(
    openLedger(vault.records),
    vault.outbox,
    openProgress(() => {}),
  );

async function receive(parcel: ParcelId, by = officeSigner) {
  const item = (await vault.outbox.list()).find((each) => each.parcel === parcel);
  const { signed } = Dispatch.parse(item?.consignment);
  const receipt = await receiptFor(signed.consignment, by);
  await vault.outbox.receive(parcel, { type: 'receipt', signed: receipt });
}

async function opened(bytes: Uint8Array) {
  const file = fromFile(bytes);
  if (!file.ok) throw new Error(file.error.type);
  const { signed, objects } = file.value;
  const read = await openParcel(signed, (hash) => Promise.resolve(objects.get(hash)), {
    ...deps,
    verify: verifySignature,
    identities: Object.values(vault.age.identities),
    me: Object.values(vault.age.recipients),
    office,
    class: 'real',
    enrolled: () => true,
    seen: () => Promise.resolve(undefined),
  });
  if (!read.ok) throw new Error(read.error.type);
  return read.value.manifest;
}

describe('delivering', () => {
  it('packs the same content once, also after unlocking again', async () => {
    const first = await delivery().deliver('interview', stream);
    expect(await delivery().deliver('interview', stream)).toEqual(first);
    expect(await inOutbox()).toHaveLength(1);
  });

  it('packs a new revision when something was said since', async () => {
    const first = await delivery().deliver('interview', stream);
    await vault.journal.append(stream, 'interview', [answer('Och fönstret.')], {});
    const file = await delivery().saveFile('interview', stream);
    if (!file.ok || !first.ok) throw new Error('not packed');
    expect(await opened(file.value.bytes)).toMatchObject({
      revision: 2,
      parent: first.value,
      seq: 2,
    });
  });

  it('takes one at a time, so that no number in the sequence is used twice', async () => {
    const other = newId(StreamId, systemRandom);
    await hold(vault, other, 'Jag minns trappan.');
    const one = delivery();
    await Promise.all([one.deliver('interview', stream), one.deliver('interview', other)]);
    expect(Sequence.parse(await vault.records.get('sequence')).seq).toBe(2);
    expect(await inOutbox()).toHaveLength(2);
  });

  it('packs a draft anew when only the unsettled text has changed, an interview not', async () => {
    const one = delivery();
    await one.deliver('draft', stream);
    await one.deliver('interview', stream);
    await vault.journal.draft(stream, 'interview', 's1q2', 'Jag');
    await one.deliver('draft', stream);
    await one.deliver('interview', stream);
    expect(await inOutbox()).toHaveLength(3);
  });

  it.each([0, 1, 2, 3, 4])(
    'survives a crash at write %i: the next try delivers, and no number is used twice',
    async (survived) => {
      let left = survived;
      const writing = <T>(write: () => Promise<T>): Promise<T> => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error('crash')) : write();
      };
      const dying: OpenVault = {
        ...vault,
        records: {
          ...vault.records,
          put: (name, value) => writing(() => vault.records.put(name, value)),
        },
        outbox: {
          ...vault.outbox,
          add: (item, objects) => writing(() => vault.outbox.add(item, objects)),
        },
      };
      const first = delivery({ vault: dying }).deliver('interview', stream);
      const end = await first.then(
        () => 'done',
        () => 'crash',
      );
      expect(end).toBe(survived < 4 ? 'crash' : 'done');
      const after = await delivery().saveFile('interview', stream);
      if (!after.ok) throw new Error(after.error.type);
      expect(await inOutbox()).toHaveLength(1);
      const { seq, parcel } = await opened(after.value.bytes);
      expect(await inOutbox()).toEqual([parcel]);
      expect(seq).toBe(survived === 0 || survived === 4 ? 1 : 2);
    },
  );

  it('still makes the file when nothing can be written here, and says that it is the only one', async () => {
    const full = () => Promise.resolve(err({ type: 'diskFull' } as const));
    const stuck: OpenVault = {
      ...vault,
      records: { ...vault.records, put: full },
      outbox: { ...vault.outbox, add: full },
    };
    const one = delivery({ vault: stuck });
    expect(await one.deliver('interview', stream)).toEqual({
      ok: false,
      error: { type: 'diskFull' },
    });
    const file = await one.saveFile('interview', stream);
    if (!file.ok) throw new Error(file.error.type);
    expect(file.value.alsoInOutbox).toBe(false);
    const manifest = await opened(file.value.bytes);
    expect(manifest.stream).toBe(stream);

    // Nothing of it is remembered after unlocking again, and yet no number comes twice.
    const next = await delivery({ vault: stuck }).saveFile('interview', stream);
    const later = await delivery().saveFile('interview', stream);
    if (!next.ok || !later.ok) throw new Error('not packed');
    const numbers = [manifest, await opened(next.value.bytes), await opened(later.value.bytes)];
    expect(new Set(numbers.map(({ seq }) => seq)).size).toBe(3);
  });

  it('packs anew when the sealed copy here is damaged', async () => {
    const first = await delivery().deliver('interview', stream);
    if (!first.ok) throw new Error(first.error.type);
    const mark = { type: 'refused', code: 'objectLost', at: 0 };
    await vault.outbox.receive(first.value, mark);
    await delivery().deliver('interview', stream);
    expect(await inOutbox()).toHaveLength(2);
    const refused = { type: 'refused', code: 'conflict', at: 0 };
    for (const parcel of await inOutbox()) await vault.outbox.receive(parcel, refused);
    await delivery().deliver('interview', stream);
    expect(await inOutbox()).toHaveLength(2);
    expect(await states()).toMatchObject([{ state: { type: 'refused', code: 'conflict' } }]);
  });

  it('needs an office and a stream', async () => {
    const nowhere = { ...directory(), membership: () => Promise.resolve(undefined) };
    expect(await delivery({ directory: nowhere }).deliver('interview', stream)).toEqual(
      err({ type: 'notEnrolled' }),
    );
    expect(await delivery().deliver('interview', newId(StreamId, systemRandom))).toEqual(
      err({ type: 'noSuchStream' }),
    );
  });
});

describe('settling receipts', () => {
  it('says received only by the office’s own signature, wherever the receipt was taken', async () => {
    const parcel = await delivery().deliver('interview', stream);
    if (!parcel.ok) throw new Error(parcel.error.type);
    await receive(parcel.value, (await makeRoot(systemRandom)).signer);
    expect(await delivery().settle()).toEqual(ok('settled'));
    expect(await states()).toMatchObject([{ state: { type: 'onTablet' } }]);
    expect((await vault.outbox.list())[0]?.receipt).toBeNull();
    expect(settled).toEqual([]);

    await receive(parcel.value);
    await delivery().settle();
    expect(await states()).toMatchObject([{ state: { type: 'received' } }]);
    const { events = [] } = (await vault.journal.open(stream)) ?? {};
    expect(settled).toEqual(events.map((event) => event.id));
  });

  it('lets the reserve go once more after a restart, since what was let go is not written down', async () => {
    const parcel = await delivery().deliver('interview', stream);
    if (!parcel.ok) throw new Error(parcel.error.type);
    await receive(parcel.value);
    await delivery().settle();
    settled = [];
    const again = delivery();
    await again.settle();
    await again.settle();
    expect(settled).toHaveLength((await vault.journal.open(stream))?.events.length ?? 0);
  });

  it('lets the reserve keep what was written after packing', async () => {
    const parcel = await delivery().deliver('interview', stream);
    if (!parcel.ok) throw new Error(parcel.error.type);
    await vault.journal.append(stream, 'interview', [answer('Mer.')], {});
    await receive(parcel.value);
    await delivery().settle();
    expect(settled).toEqual([]);
  });

  it('keeps a half-done interview twice on the device, though the office has a copy', async () => {
    const parcel = await delivery().deliver('draft', stream);
    if (!parcel.ok) throw new Error(parcel.error.type);
    await receive(parcel.value);
    await delivery().settle();
    expect(await states()).toMatchObject([{ kind: 'draft', state: { type: 'received' } }]);
    expect(settled).toEqual([]);
  });

  it('keeps the sealed parcel as long as a restore could lack it, then lets it go, and remembers', async () => {
    const parcel = await delivery().deliver('interview', stream);
    if (!parcel.ok) throw new Error(parcel.error.type);
    await receive(parcel.value);
    await delivery().settle();
    const later = (days: number) => ({ now: () => 1_800_000_000_000 + days * DAY_MS });
    await delivery({ clock: later(30) }).settle();
    expect(await inOutbox()).toEqual([parcel.value]);
    await delivery({ clock: later(32) }).settle();
    expect(await inOutbox()).toEqual([]);
    expect(await states()).toMatchObject([{ state: { type: 'received' } }]);
    expect(await delivery().deliver('interview', stream)).toEqual(parcel);
    expect(await inOutbox()).toEqual([]);
  });
});
