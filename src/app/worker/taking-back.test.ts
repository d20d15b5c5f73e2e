import { beforeEach, describe, expect, it } from 'vitest';
import { fixedDeps, newId, systemRandom } from '../../base/deps.ts';
import { OfficeId, StreamId, type EventId } from '../../base/ids.ts';
import { err, ok } from '../../base/result.ts';
import { RETRACTED, type NewEvent } from '../../journal/model/event.ts';
import { toFile } from '../../parcel/file.ts';
import { makeRoot } from '../../parcel/keys.ts';
import { packParcel } from '../../parcel/pack.ts';
import { verifySignature } from '../../parcel/verify.ts';
import { openDelivery, type Delivery } from '../../sync/delivery.ts';
import { outboxWithoutTheGone } from '../../sync/drop-stream.ts';
import { membershipOf, receiptFor } from '../../sync/fixture.ts';
import { wasErased } from '../../sync/erasures.ts';
import { openLedger } from '../../sync/ledger.ts';
import { Dispatch } from '../../sync/model/kept.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import { openMemoryVault } from '../../../tests/setup/memory-vault.ts';
import { answer, hold } from '../../../tests/setup/person.ts';
import { inSafetyParcel } from './safety-parcel.ts';
import { openTakingBack, type TakingBack } from './taking-back.ts';

const { clock } = fixedDeps();
const deps = { clock, random: systemRandom };

let vault: OpenVault;
let delivery: Delivery;
let takingBack: TakingBack;
let stream: StreamId;
let told: StreamId[];
let officeSigner: Awaited<ReturnType<typeof makeRoot>>['signer'];
/** Something that happens while a parcel is being sealed. */
let meanwhile: () => Promise<unknown>;

const flag: NewEvent = {
  type: 'SafetyFlagged',
  version: 1,
  data: { card: 'urgent', question: null, note: 'Ring i dag' },
};

beforeEach(async () => {
  vault = await openMemoryVault(deps);
  officeSigner = (await makeRoot(systemRandom)).signer;
  const membership = await membershipOf(vault, newId(OfficeId, systemRandom), officeSigner.key);
  const never = () => Promise.resolve(err({ type: 'notEnrolled' } as const));
  meanwhile = () => Promise.resolve();
  delivery = openDelivery({
    ...deps,
    vault: { ...vault, outbox: outboxWithoutTheGone(vault) },
    desk: {
      pack: async (...args) => {
        await meanwhile();
        return packParcel(...args);
      },
      toFile,
    },
    ledger: openLedger(vault.records),
    directory: {
      membership: () => Promise.resolve(membership),
      enrol: never,
      refresh: never,
      change: never,
    },
    verify: verifySignature,
    partsOf: (kind, _stream, { events }) =>
      Promise.resolve({
        events: kind === 'safety' ? events.filter(inSafetyParcel) : events,
        parts: [],
        tombstones: [],
        named: [],
      }),
  });
  told = [];
  takingBack = openTakingBack(vault, (each) => told.push(each), clock);
  stream = newId(StreamId, systemRandom);
  await hold(vault, stream, 'Jag minns köket.');
});

const kinds = async () => {
  const sent = new Map((await openLedger(vault.records).allSent()).map((s) => [s.parcel, s]));
  return (await vault.outbox.list())
    .map(({ parcel }) => sent.get(parcel)?.kind ?? '')
    .toSorted((a, b) => a.localeCompare(b));
};
const idOf = async (type: string): Promise<EventId> => {
  const found = (await vault.journal.open(stream))?.events.find((event) => event.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found.id;
};
const takeBack = async (type: string) =>
  takingBack.append(
    stream,
    'interview',
    [{ type: RETRACTED, version: 1, data: { events: [await idOf(type)] } }],
    {},
  );
async function receiveAll(): Promise<void> {
  for (const item of await vault.outbox.list()) {
    const { signed } = Dispatch.parse(item.consignment);
    const receipt = await receiptFor(signed.consignment, officeSigner);
    await vault.outbox.receive(item.parcel, { type: 'receipt', signed: receipt });
  }
}
/** Lists know it as a draft. */
const summed = () =>
  vault.journal.append(stream, 'interview', [answer('Mer.')], {
    code: 'K-014',
    interviewer: vault.member,
    guide: { id: 'aterblick', version: '1.0.0' },
    track: 'full',
    status: 'talking',
    startedAt: 1,
    completedAt: null,
    done: 1,
    of: 40,
    flags: 0,
    revision: 0,
  });
async function packAll(): Promise<void> {
  await vault.journal.append(stream, 'interview', [flag], {});
  for (const kind of ['draft', 'interview', 'safety'] as const) {
    expect(await delivery.deliver(kind, stream)).toMatchObject({ ok: true });
  }
}

describe('taking back', () => {
  it('leaves no unsent parcel with the words, and the urgent message on its way', async () => {
    await packAll();
    const other = newId(StreamId, systemRandom);
    await hold(vault, other, 'En annan ung människas ord.');
    await delivery.deliver('interview', other);
    expect(await takeBack('AnswerWritten')).toMatchObject({ ok: true });
    expect(await kinds()).toEqual(['interview', 'safety']);
    expect(told).toEqual([stream]);
  });

  it('holds the urgent message when its own words are taken back', async () => {
    await packAll();
    await takeBack('SafetyFlagged');
    expect(await kinds()).toEqual([]);
  });

  it('leaves what the office has a receipt for: the next revision replaces it there', async () => {
    await packAll();
    await receiveAll();
    await takeBack('AnswerWritten');
    expect(await kinds()).toEqual(['draft', 'interview', 'safety']);
  });

  it('lets no parcel out that was being sealed meanwhile', async () => {
    meanwhile = () => takeBack('AnswerWritten');
    await delivery.deliver('interview', stream);
    expect(await kinds()).toEqual([]);
  });

  it('touches nothing when nothing is taken back', async () => {
    await packAll();
    await takingBack.append(stream, 'interview', [answer('Mer.')], {});
    expect(await kinds()).toHaveLength(3);
    expect(told).toEqual([]);
  });

  it('says that it failed, and keeps the words, when the parcels can’t be dropped', async () => {
    await packAll();
    const stuck = { ...vault, outbox: { ...vault.outbox, drop: () => Promise.resolve() } };
    takingBack = openTakingBack(stuck, () => undefined, clock);
    expect(await takeBack('AnswerWritten')).toEqual({
      ok: false,
      error: { type: 'storeFailed', name: 'outbox' },
    });
    const opened = await vault.journal.open(stream);
    expect(opened?.events.some((event) => event.type === RETRACTED)).toBe(false);
    expect(await takingBack.erase(stream)).toMatchObject({ ok: false });
    expect(await vault.journal.open(stream)).toBeDefined();
  });
});

describe('deleting everything', () => {
  it('drops every parcel of the interview but its flag, and the private reflection', async () => {
    const reflection = newId(StreamId, systemRandom);
    const thought: NewEvent = { type: 'ReflectionWritten', version: 1, data: {} };
    await vault.journal.append(reflection, 'reflection', [thought], { interview: stream });
    await packAll();
    await receiveAll();
    await vault.journal.append(stream, 'interview', [answer('Mer.')], {});
    await delivery.deliver('draft', stream);
    expect(await takingBack.erase(stream)).toMatchObject({ ok: true });
    expect(await kinds()).toEqual(['safety']);
    expect(await vault.journal.open(stream)).toBeUndefined();
    expect(await vault.journal.open(reflection)).toBeUndefined();
  });

  it.each<[string, (crash: () => Promise<never>) => OpenVault]>([
    ['before anything is gone', (crash) => ({ ...vault, sound: crash })],
    [
      'when its words are gone',
      (crash) => ({
        ...vault,
        journal: {
          ...vault.journal,
          erase: async (which) => {
            await vault.journal.erase(which);
            return crash();
          },
        },
      }),
    ],
    [
      'before it is noted that the office has copies',
      (crash) => ({
        ...vault,
        records: {
          ...vault.records,
          put: (name, value) =>
            name.startsWith('erased/') ? crash() : vault.records.put(name, value),
        },
      }),
    ],
    ['at the very end', (crash) => ({ ...vault, records: { ...vault.records, remove: crash } })],
  ])('is finished at the next start when everything stops %s', async (_when, stopped) => {
    await packAll();
    await receiveAll();
    await summed();
    const crash = () => Promise.reject(new Error('power'));
    const stopping = openTakingBack(stopped(crash), () => undefined, clock);
    await expect(stopping.erase(stream)).rejects.toThrow('power');
    expect(await takingBack.finish()).toEqual(ok('finished'));
    expect(await vault.journal.open(stream)).toBeUndefined();
    expect(await kinds()).toEqual(['safety']);
    expect(await wasErased(vault.records, stream)).toBe(true);
    expect(await vault.records.names('erasing/')).toEqual([]);
  });

  it('does nothing behind the back of who was told that it failed', async () => {
    await summed();
    const full = err({ type: 'diskFull' } as const);
    const journal = { ...vault.journal, erase: () => Promise.resolve(full) };
    const failing = openTakingBack({ ...vault, journal }, () => undefined, clock);
    expect(await failing.erase(stream)).toEqual(full);
    expect(await takingBack.finish()).toEqual(ok('finished'));
    expect(await vault.journal.open(stream)).toBeDefined();
    expect(await wasErased(vault.records, stream)).toBe(false);
  });

  it('lets no parcel out that was being sealed meanwhile', async () => {
    meanwhile = () => takingBack.erase(stream);
    await delivery.deliver('draft', stream);
    expect(await vault.outbox.list()).toEqual([]);
  });
});
