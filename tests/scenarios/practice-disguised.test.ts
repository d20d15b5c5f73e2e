import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId, systemRandom } from '../../src/base/deps.ts';
import { StreamId } from '../../src/base/ids.ts';
import { ok } from '../../src/base/result.ts';
import { startOffice, type RunningOffice } from '../../src/office/start.ts';
import { consignmentBytes, type Consignment } from '../../src/parcel/model/consignment.ts';
import { PARTING, type PartingRows } from '../../src/parcel/model/policy.ts';
import type { PackInput, ParcelDesk } from '../../src/parcel/model/port.ts';
import { packWith } from '../../src/parcel/pack.ts';
import { caseOf, PlayedRun } from '../../src/training/fixture.ts';
import { debriefOf, keptOf } from '../../src/training/model/debrief.ts';
import type { DebriefFact } from '../../src/training/model/kept-debrief.ts';
import { DEBRIEF_POLICY } from '../../src/training/model/policy.ts';
import { hold, testClock, value, type Person } from '../setup/person.ts';
import { asideAt, fine, peopleAt } from '../setup/trained.ts';

/*
 * A changed app tries to pass practice off as the real thing, and the real thing off as practice: with a real office,
 * its own good keys, and everything that our packing forbids.
 */

let folder: string;
let office: RunningOffice;
const clock = testClock();
const { founded, joined } = peopleAt(() => office, clock);
let karin: Person;
let tora: Person;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aterblick-disguised-'));
  office = await startOffice({ data: join(folder, 'data'), port: 0 });
  karin = await founded();
  tora = await joined(karin, 'Tora', 'trainer');
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

/** What the changed app lets go: everything, in any kind of parcel. */
const ANYTHING: PartingRows = { ...PARTING.interview, ...DEBRIEF_POLICY };
const packAnything = packWith({ ...PARTING, interview: ANYTHING, training: ANYTHING });

interface Change {
  readonly input?: (input: PackInput) => PackInput;
  readonly outside?: (consignment: Consignment) => Consignment;
}

/** Packs, changed inside and outside, and signs what came of it with the sender's own key. */
const packChanged =
  ({ input: inside, outside }: Change): ParcelDesk['pack'] =>
  async (input, signer, deps, way) => {
    const packed = await packAnything(inside?.(input) ?? input, signer, deps, way);
    if (!packed.ok) return packed;
    const { consignment } = packed.value.signed;
    const changed = outside?.(consignment) ?? consignment;
    const signature = await signer.sign(consignmentBytes(changed));
    return ok({ ...packed.value, signed: { consignment: changed, signature } });
  };

/** Sealed so that the reader can open it: nothing below is refused for want of a key. */
const alsoFor =
  (reader: Person) =>
  (input: PackInput): PackInput => ({
    ...input,
    to: [...input.to, reader.vault.age.recipients.x25519],
  });
const consignedAs =
  (ofClass: Consignment['class'], reader: Person) =>
  (consignment: Consignment): Consignment => ({
    ...consignment,
    class: ofClass,
    recipients: [reader.vault.member],
  });

async function interviewOf({ vault }: Person): Promise<StreamId> {
  const stream = newId(StreamId, systemRandom);
  await hold(vault, stream, 'Jag fick välja tapet.');
  return stream;
}

async function debriefWith({ vault }: Person): Promise<StreamId> {
  const debrief = debriefOf(caseOf('Saga'), new PlayedRun(caseOf('Saga')).events());
  if (!debrief) throw new Error('no debrief');
  const kept: DebriefFact = { type: 'DebriefKept', version: 1, data: { debrief: keptOf(debrief) } };
  const stream = newId(StreamId, systemRandom);
  value(await vault.journal.append(stream, 'debrief', [kept], { by: vault.member }));
  return stream;
}

/** What became of it: at the office, with its reader, and whether anything of it was taken in. */
async function sent(sly: Person, kind: 'interview' | 'training', stream: StreamId, to: Person) {
  const before = (await asideAt(to)).length;
  value(await sly.sync.deliver(kind, stream));
  await sly.sync.round(true);
  await fine(to);
  const [row] = (await sly.sync.deliveryStates()).filter((each) => each.stream === stream);
  return {
    office: row?.state.type === 'refused' ? row.state.code : row?.state.type,
    aside: (await asideAt(to)).slice(before),
    taken: (await to.vault.journal.open(stream)) !== undefined,
  };
}

let count = 0;
const withApp = (change: Change): Promise<Person> => {
  count += 1;
  return joined(karin, `Nils ${count}`, 'interviewer', packChanged(change));
};

it('practice to a supervisor is not taken by the office', async () => {
  const sly = await withApp({ input: alsoFor(karin), outside: consignedAs('practice', karin) });
  expect(await sent(sly, 'training', await debriefWith(sly), karin)).toEqual({
    office: 'notAllowed',
    aside: [],
    taken: false,
  });
});

it('practice consigned as real lies aside with the supervisor it was sent to', async () => {
  const sly = await withApp({ input: alsoFor(karin), outside: consignedAs('real', karin) });
  expect(await sent(sly, 'training', await debriefWith(sly), karin)).toEqual({
    office: 'received',
    aside: ['wrongClass'],
    taken: false,
  });
});

it('practice consigned as real is no more a trainer’s than a supervisor’s', async () => {
  const sly = await withApp({ outside: consignedAs('real', tora) });
  expect(await sent(sly, 'training', await debriefWith(sly), tora)).toEqual({
    office: 'received',
    aside: ['wrongClass'],
    taken: false,
  });
});

it('an interview consigned as practice lies aside with the trainer it was sent to', async () => {
  const sly = await withApp({ input: alsoFor(tora), outside: consignedAs('practice', tora) });
  expect(await sent(sly, 'interview', await interviewOf(sly), tora)).toEqual({
    office: 'received',
    aside: ['wrongClass'],
    taken: false,
  });
});

it('an interview sealed as training says nothing to the trainer: its words are none of training', async () => {
  const sly = await withApp({
    input: (input) => ({
      ...alsoFor(tora)(input),
      kind: 'training',
      class: 'practice',
      recipients: [tora.vault.member],
    }),
  });
  expect(await sent(sly, 'interview', await interviewOf(sly), tora)).toEqual({
    office: 'received',
    aside: ['badContents'],
    taken: false,
  });
});

it('a debrief sealed as an interview begins no interview with the supervisor', async () => {
  const sly = await withApp({
    input: (input) => ({
      ...alsoFor(karin)(input),
      kind: 'interview',
      class: 'real',
      recipients: [karin.vault.member],
    }),
  });
  expect(await sent(sly, 'training', await debriefWith(sly), karin)).toEqual({
    office: 'received',
    aside: ['badContents'],
    taken: false,
  });
});

it('a trainer sends interviews as anybody does, and they are real', async () => {
  const interview = await interviewOf(tora);
  value(await tora.sync.deliver('interview', interview));
  await fine(tora, karin);
  expect((await karin.vault.journal.open(interview))?.events).toHaveLength(3);
});

it('what was put aside stays aside when it comes again', async () => {
  const before = await asideAt(karin);
  const replayed = await joined(
    karin,
    'Sly',
    'interviewer',
    packChanged({ input: alsoFor(karin) }),
  );
  const stream = await debriefWith(replayed);
  const { bytes } = value(await replayed.sync.saveFile('training', stream));
  for (const each of [1, 2]) {
    const opened = await karin.sync.openFile(bytes);
    expect([each, opened]).toEqual([each, { ok: false, error: { type: 'wrongClass' } }]);
  }
  expect(await karin.vault.journal.open(stream)).toBeUndefined();
  expect(await asideAt(karin)).toEqual(before);
});
