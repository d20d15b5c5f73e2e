import { describe, expect, it } from 'vitest';
import { hex } from '../../base/bytes.ts';
import { newId, systemRandom } from '../../base/deps.ts';
import {
  DeviceId,
  MemberId,
  OfficeId,
  Signature,
  SignKey,
  type MemberId as Member,
} from '../../base/ids.ts';
import { ParcelKind } from '../../parcel/model/manifest.ts';
import type { Directory, Role } from './directory.ts';
import { addressees } from './recipients.ts';

const key = (letter: string) => SignKey.parse(letter.repeat(64));
const ownKey = () => SignKey.parse(hex(systemRandom.bytes(32)));
const recipients = (name: string) => ({ x25519: `x:${name}`, hybrid: `pq:${name}` });
const someone = (name: string, role: Role, more: { leftAt?: number; revokedAt?: number } = {}) => ({
  member: newId(MemberId, systemRandom),
  name,
  role,
  recipients: recipients(name),
  devices: [
    {
      device: newId(DeviceId, systemRandom),
      key: ownKey(),
      ...(more.revokedAt !== undefined && { revokedAt: more.revokedAt }),
    },
  ],
  ...(more.leftAt !== undefined && { leftAt: more.leftAt }),
});

const karin = someone('Karin', 'supervisor');
const maja = someone('Maja', 'supervisor');
const gone = someone('Gun', 'supervisor', { leftAt: 5 });
const lost = someone('Lena', 'supervisor', { revokedAt: 5 });
const nils = someone('Nils', 'interviewer');
const olle = someone('Olle', 'interviewer');
const tora = someone('Tora', 'trainer');
const mats = someone('Mats', 'methodLead');
const ines = someone('Ines', 'researcher');
const otto = someone('Otto', 'operator');

const sly = someone('Sly', 'supervisor');
const certified = [karin, maja, gone, lost].flatMap(({ member, devices }) =>
  devices.map((device) => ({
    member,
    key: device.key,
    signature: Signature.parse('0'.repeat(128)),
  })),
);

const directory: Directory = {
  v: 1,
  office: newId(OfficeId, systemRandom),
  name: 'Storby',
  root: key('b'),
  officeKey: key('c'),
  version: 1,
  prev: null,
  recipientClass: 'hybrid',
  recovery: [recipients('sheet')],
  certificates: certified,
  members: [karin, maja, gone, lost, sly, nils, olle, tora, mats, ines, otto],
  at: 0,
};

function picked(kind: ParcelKind, sender = nils, named: readonly Member[] = [], of = directory) {
  const { mailboxes, to } = addressees(kind, of, sender, named);
  const names = directory.members.filter((each) => mailboxes.includes(each.member));
  return { mailboxes: names.map((each) => each.name), to: to.toSorted() };
}

describe('who gets a parcel', () => {
  it.each<ParcelKind>(['interview', 'safety'])(
    '%s: every supervisor who is there, the sender, the recovery keys',
    (kind) => {
      expect(picked(kind)).toEqual({
        mailboxes: ['Karin', 'Maja', 'Nils'],
        to: ['pq:Karin', 'pq:Maja', 'pq:Nils', 'pq:sheet'],
      });
    },
  );

  it('draft: the sender and the recovery keys alone', () => {
    expect(picked('draft')).toEqual({ mailboxes: ['Nils'], to: ['pq:Nils', 'pq:sheet'] });
  });

  it('ack: whose words it is about, and the sender', () => {
    expect(picked('ack', karin, [nils.member])).toEqual({
      mailboxes: ['Karin', 'Nils'],
      to: ['pq:Karin', 'pq:Nils', 'pq:sheet'],
    });
  });

  it.each<ParcelKind>(['review', 'assignment'])(
    '%s: whom it is about, and every supervisor',
    (kind) => {
      expect(picked(kind, karin, [nils.member, olle.member])).toEqual({
        mailboxes: ['Karin', 'Maja', 'Nils', 'Olle'],
        to: ['pq:Karin', 'pq:Maja', 'pq:Nils', 'pq:Olle', 'pq:sheet'],
      });
    },
  );

  it('shared: the register stays with the supervisors', () => {
    expect(picked('shared', karin).mailboxes).toEqual(['Karin', 'Maja']);
  });

  it.each<ParcelKind>(['withdrawal', 'erasure'])('%s: everyone who holds interviews', (kind) => {
    expect(picked(kind, karin).mailboxes).toEqual(['Karin', 'Maja', 'Sly', 'Nils', 'Olle', 'Tora']);
  });

  it('policy: the method lead too; who researches or runs the server gets no parcel of any kind', () => {
    expect(picked('policy', karin).mailboxes).toContain('Mats');
    for (const kind of ParcelKind.options) {
      const { mailboxes } = picked(kind, karin);
      expect(mailboxes).not.toContain('Ines');
      expect(mailboxes).not.toContain('Otto');
    }
  });

  it('training: those who teach, and no mailbox nor key of anybody else’s', () => {
    expect(picked('training')).toEqual({ mailboxes: ['Tora'], to: ['pq:Nils', 'pq:Tora'] });
    expect(picked('training', karin).mailboxes).toEqual(['Tora']);
    expect(picked('training', tora)).toEqual({ mailboxes: ['Tora'], to: ['pq:Tora'] });
    const untaught = { ...directory, members: [karin, nils] };
    expect(picked('training', nils, [], untaught).mailboxes).toEqual([]);
  });

  it('signoff: whom it is about, those who teach and those who give interviews out', () => {
    expect(picked('signoff', tora, [nils.member]).mailboxes).toEqual([
      'Karin',
      'Maja',
      'Nils',
      'Tora',
    ]);
  });

  it('case and group: a case is for everyone who holds interviews, a group for those who teach', () => {
    const all = ['Karin', 'Maja', 'Sly', 'Nils', 'Olle', 'Tora'];
    expect(picked('case', tora).mailboxes).toEqual(all);
    expect(picked('group', tora).mailboxes).toEqual(['Tora']);
  });

  it('is all of the class the office has chosen', () => {
    const { to } = picked('interview', nils, [], { ...directory, recipientClass: 'x25519' });
    expect(to).toEqual(['x:Karin', 'x:Maja', 'x:Nils', 'x:sheet']);
  });

  it('is sealed for no supervisor whom the root has not certified, nor by a colleague’s certificate', () => {
    const [first] = certified;
    const [device] = sly.devices;
    const borrowed = first && device ? [{ ...first, key: device.key }] : [];
    const certificates = [...certified, ...borrowed];
    expect(borrowed).toHaveLength(1);
    expect(picked('interview', nils, [], { ...directory, certificates }).to).not.toContain(
      'pq:Sly',
    );
  });

  it('is named once each, also when a supervisor sends', () => {
    expect(picked('interview', karin)).toEqual({
      mailboxes: ['Karin', 'Maja'],
      to: ['pq:Karin', 'pq:Maja', 'pq:sheet'],
    });
  });
});
