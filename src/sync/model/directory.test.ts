import { beforeAll, describe, expect, it } from 'vitest';
import { newId, systemRandom, type Signer } from '../../base/deps.ts';
import { DeviceId, MemberId, OfficeId } from '../../base/ids.ts';
import { makeRoot } from '../../parcel/keys.ts';
import { verifySignature } from '../../parcel/verify.ts';
import {
  acceptDirectory,
  certificateBytes,
  directoryBytes,
  directoryHash,
  findDevice,
  type Directory,
  type Member,
  type Role,
} from './directory.ts';

const office = newId(OfficeId, systemRandom);
let root: Signer;
let officeKey: Directory['officeKey'];
let karin: Signer;
let maja: Signer;
let members: readonly [Member, Member];
let first: Directory;

const recipients = { x25519: 'age1x', hybrid: 'age1pq1x' };
const memberOf = (name: string, role: Role, signer: Signer): Member => ({
  member: newId(MemberId, systemRandom),
  name,
  role,
  recipients,
  devices: [{ device: newId(DeviceId, systemRandom), key: signer.key }],
});
const signer = async () => (await makeRoot(systemRandom)).signer;
const signed = async (directory: Directory, by: Signer) => ({
  directory,
  key: by.key,
  signature: await by.sign(directoryBytes(directory)),
});
const next = (known: Directory, more: Partial<Directory> = {}): Directory => ({
  ...known,
  version: known.version + 1,
  prev: directoryHash(known),
  ...more,
});
const accept = async (directory: Directory, by: Signer, known?: Directory) =>
  acceptDirectory(await signed(directory, by), root.key, known, verifySignature);
const certificateOf = async ({ member }: Member, { key }: Signer, by = root) => ({
  member,
  key,
  signature: await by.sign(certificateBytes(office, member, key)),
});

beforeAll(async () => {
  root = await signer();
  officeKey = (await signer()).key;
  karin = await signer();
  maja = await signer();
  members = [memberOf('Karin', 'supervisor', karin), memberOf('Maja', 'supervisor', maja)];
  first = {
    v: 1,
    office,
    name: 'Storby',
    root: root.key,
    officeKey,
    version: 1,
    prev: null,
    recipientClass: 'hybrid',
    recovery: [recipients],
    certificates: [await certificateOf(members[1], maja)],
    members: [...members],
    at: 0,
  };
});

describe('a directory is accepted', () => {
  it('when the root has signed it', async () => {
    expect(await accept(first, root)).toEqual({ ok: true, value: first });
  });

  it('when a supervisor has whom the root certified', async () => {
    expect((await accept(next(first), maja, first)).ok).toBe(true);
  });

  it('again, and when versions were missed', async () => {
    expect((await accept(first, root, first)).ok).toBe(true);
    expect((await accept({ ...next(next(first)), version: 9 }, root, first)).ok).toBe(true);
  });
});

describe('a directory is refused', () => {
  it.each([
    ['by a supervisor without a certificate', () => karin],
    ['by somebody unknown', () => officeSigner()],
  ])('when it is signed %s', async (_who, who) => {
    expect(await accept(first, await who())).toEqual({
      ok: false,
      error: { type: 'directoryForged' },
    });
  });

  it('when the certificate is not the root’s', async () => {
    const certificates = [await certificateOf(members[0], karin, maja)];
    expect((await accept({ ...first, certificates }, karin)).ok).toBe(false);
  });

  it('when a word was changed after signing', async () => {
    const offered = await signed(first, root);
    const changed = { ...offered, directory: { ...first, name: 'Lillby' } };
    expect((await acceptDirectory(changed, root.key, undefined, verifySignature)).ok).toBe(false);
  });

  it('when its signer holds a certificate but is a supervisor no longer', async () => {
    const demoted = [members[0], { ...members[1], role: 'interviewer' as const }];
    expect(await accept(next(first, { members: demoted }), maja, first)).toMatchObject({
      error: { type: 'directoryForged' },
    });
  });

  it('when a lost tablet tries to write itself back in', async () => {
    const [device] = members[1].devices;
    const lost = device ? [{ ...device, revokedAt: 5 }] : [];
    const known = next(first, { members: [members[0], { ...members[1], devices: lost }] });
    expect((await accept(known, root, first)).ok).toBe(true);
    expect(await accept(next(known, { members: [...members] }), maja, known)).toMatchObject({
      error: { type: 'directoryForged' },
    });
  });

  it('when it is older, has another content, or another past', async () => {
    const second = next(first);
    expect(await accept(first, root, second)).toMatchObject({ error: { type: 'directoryOlder' } });
    expect(await accept({ ...second, name: 'Lillby' }, root, second)).toMatchObject({
      error: { type: 'directoryForked' },
    });
    expect(await accept({ ...next(second), prev: null }, root, second)).toMatchObject({
      error: { type: 'directoryForked' },
    });
  });

  it('when it is of another root or office', async () => {
    const other = newId(OfficeId, systemRandom);
    expect((await accept({ ...first, office: other }, root, first)).ok).toBe(false);
    expect((await accept({ ...first, root: maja.key }, maja)).ok).toBe(false);
  });
});

describe('finding a device', () => {
  it('passes over those who left and tablets that are lost', () => {
    expect(findDevice(first, maja.key)?.member.name).toBe('Maja');
    const left = { ...first, members: [members[0], { ...members[1], leftAt: 5 }] };
    expect(findDevice(left, maja.key)).toBeUndefined();
  });
});

const officeSigner = () => signer();
