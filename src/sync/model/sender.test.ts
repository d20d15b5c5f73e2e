import { expect, it } from 'vitest';
import { newId, systemRandom, fixedDeps } from '../../base/deps.ts';
import { DeviceId, MemberId, OfficeId, SignKey, StreamId, Signature } from '../../base/ids.ts';
import { hex } from '../../base/bytes.ts';
import { openMemoryJournal } from '../../journal/memory.ts';
import type { Directory, Member, Role } from './directory.ts';
import { mayBring, toBring } from './sender.ts';

const key = () => SignKey.parse(hex(systemRandom.bytes(32)));
const someone = (name: string, role: Role): Member => ({
  member: newId(MemberId, systemRandom),
  name,
  role,
  recipients: { x25519: `x:${name}`, hybrid: `pq:${name}` },
  devices: [{ device: newId(DeviceId, systemRandom), key: key() }],
});
const [karin, maja, nils, stranger] = [
  someone('Karin', 'supervisor'),
  someone('Maja', 'supervisor'),
  someone('Nils', 'interviewer'),
  someone('Sly', 'supervisor'),
];
const [tora, tuva] = [someone('Tora', 'trainer'), someone('Tuva', 'trainer')];
const directory: Directory = {
  v: 1,
  office: newId(OfficeId, systemRandom),
  name: 'Storby',
  root: key(),
  officeKey: key(),
  version: 1,
  prev: null,
  recipientClass: 'hybrid',
  recovery: [{ x25519: 'x', hybrid: 'pq' }],
  certificates: [karin, maja].flatMap(({ member, devices }) =>
    devices.map((device) => ({
      member,
      key: device.key,
      signature: Signature.parse('0'.repeat(128)),
    })),
  ),
  members: [karin, maja, nils, tora, { ...tuva, leftAt: 5 }],
  at: 0,
};

async function by(member: Member, type = 'AssignmentAnswered') {
  const device = member.devices[0]?.device ?? newId(DeviceId, systemRandom);
  const journal = openMemoryJournal({ author: member.member, device }, fixedDeps());
  const stream = newId(StreamId, systemRandom);
  await journal.append(stream, 'participant', [{ type, version: 1, data: {} }], {});
  return (await journal.open(stream))?.events ?? [];
}

it('lets a supervisor pass on what a colleague wrote in a shared stream, and nowhere else', async () => {
  const events = await by(karin);
  expect(mayBring('shared', events, [], maja, directory)).toBe(true);
  expect(mayBring('assignment', events, [], maja, directory)).toBe(true);
  expect(mayBring('interview', events, [], maja, directory)).toBe(false);
  expect(mayBring('review', events, [], maja, directory)).toBe(false);
});

it('lets anyone else bring only their own words to what is here', async () => {
  const given = await by(karin);
  const own = await by(nils);
  expect(mayBring('assignment', [...given, ...own], given, nils, directory)).toBe(true);
  expect(mayBring('assignment', [...given, ...own], [], nils, directory)).toBe(false);
  expect(mayBring('shared', own, given, nils, directory)).toBe(true);
});

it('lets nobody but a supervisor give a talk, pass it on or end it', async () => {
  for (const type of ['AssignmentGiven', 'AssignmentHandedOver', 'AssignmentEnded']) {
    expect(mayBring('assignment', await by(nils, type), [], nils, directory)).toBe(false);
    expect(mayBring('assignment', await by(maja, type), [], maja, directory)).toBe(true);
  }
});

it('lets a trainer pass on what trainers wrote, and nobody else', async () => {
  for (const kind of ['case', 'group'] as const) {
    const events = await by(tuva);
    expect(mayBring(kind, events, [], tora, directory)).toBe(true);
    expect(mayBring(kind, [...events, ...(await by(tora))], events, tora, directory)).toBe(true);
    expect(mayBring(kind, events, [], karin, directory)).toBe(false);
    expect(mayBring(kind, await by(nils), [], tora, directory)).toBe(false);
    expect(mayBring(kind, await by(karin), [], tora, directory)).toBe(false);
  }
  expect(mayBring('training', await by(nils), [], tora, directory)).toBe(false);
});

it('takes a sign-off from the trainer who gave it, and from no colleague who brings it', async () => {
  const events = await by(tuva);
  const own = await by(tora);
  expect(mayBring('signoff', own, [], tora, directory)).toBe(true);
  expect(mayBring('signoff', events, [], tora, directory)).toBe(false);
  expect(mayBring('signoff', [...events, ...own], [], tora, directory)).toBe(false);
  // What is here already came from herself.
  expect(mayBring('signoff', [...events, ...own], events, tora, directory)).toBe(true);
  expect(toBring('signoff', [...events, ...own], tora.member)).toEqual(own);
  expect(toBring('case', [...events, ...own], tora.member)).toEqual([...events, ...own]);
});

it('passes on nothing from somebody whom the directory does not know', async () => {
  expect(mayBring('shared', await by(stranger), [], maja, directory)).toBe(false);
});
