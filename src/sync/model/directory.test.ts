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
  isSupervisor,
  type Directory,
  type Member,
  type Role,
} from './directory.ts';

const office = newId(OfficeId, systemRandom);
const forged = { ok: false, error: { type: 'directoryForged' } };
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
const accept = async (directory: Directory, by: Signer, known?: Directory, base?: Directory) => {
  const offered = await signed(directory, by);
  const rooted = base && { directory: base, signature: (await signed(base, root)).signature };
  return acceptDirectory(
    rooted ? { ...offered, base: rooted } : offered,
    root.key,
    known,
    verifySignature,
  );
};
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

describe('a supervisor who is not the founder', () => {
  const nils = async () => memberOf('Nils', 'interviewer', await signer());
  const mine = (more: Partial<Directory>) => accept(next(first, more), maja, first);
  const changed = (index: 0 | 1, more: Partial<Member>) =>
    members.map((member, at) => (at === index ? { ...member, ...more } : member));
  const others = { x25519: 'age1y', hybrid: 'age1pq1y' };

  it('may add interviewers and devices, take devices out of use and note who left', async () => {
    expect((await mine({ members: [...members, await nils()] })).ok).toBe(true);
    const more = { device: newId(DeviceId, systemRandom), key: (await signer()).key };
    const [device] = members[0].devices;
    const devices = device ? [{ ...device, revokedAt: 5 }, more] : [];
    expect(devices).toHaveLength(2);
    expect((await mine({ members: changed(0, { devices, leftAt: 6 }) })).ok).toBe(true);
  });

  it('may not change what everything is sealed to', async () => {
    expect(await mine({ recovery: [others] })).toEqual(forged);
    expect(await mine({ recipientClass: 'x25519' })).toEqual(forged);
    expect(await mine({ officeKey: karin.key })).toEqual(forged);
    expect(await mine({ members: changed(0, { recipients: others }) })).toEqual(forged);
  });

  it('may not make, unmake or replace a supervisor', async () => {
    const sly = memberOf('Sly', 'supervisor', await signer());
    expect(await mine({ members: [...members, sly] })).toEqual(forged);
    expect(await mine({ members: changed(0, { role: 'interviewer' }) })).toEqual(forged);
    expect(await mine({ members: [members[1]] })).toEqual(forged);
    const known = next(first, { members: [...members, await nils()] });
    const raised = known.members.map((each) => ({ ...each, role: 'supervisor' as const }));
    expect(await accept(next(known, { members: raised }), maja, known)).toEqual(forged);
    const bare = next(first, { certificates: [await certificateOf(members[0], karin)] });
    const both = { ...bare, certificates: [...bare.certificates, ...first.certificates] };
    expect(await accept(next(both, { certificates: first.certificates }), maja, both)).toEqual(
      forged,
    );
  });

  it('may not exchange a key, give one to two people or bring a lost device back', async () => {
    const [device] = members[0].devices;
    const key = (await signer()).key;
    const swapped = device ? [{ ...device, key }] : [];
    expect(await mine({ members: changed(0, { devices: swapped }) })).toEqual(forged);
    const twin = { ...(await nils()), devices: members[0].devices };
    expect(await mine({ members: [...members, twin] })).toEqual(forged);
    const lost = device ? [{ ...device, revokedAt: 5 }] : [];
    const known = next(first, { members: changed(0, { devices: lost }) });
    expect(await accept(next(known, { members: [...members] }), maja, known)).toEqual(forged);
  });

  it('passes on what the root changed while a tablet was away, and nothing but that', async () => {
    const renewed = next(first, { recovery: [others] });
    const joined = next(renewed, { members: [...members, await nils()] });
    expect(await accept(joined, maja, first)).toEqual(forged);
    expect((await accept(joined, maja, first, renewed)).ok).toBe(true);
    expect(await accept(joined, maja, first, first)).toEqual(forged);
    const bent = { ...joined, recovery: [recipients] };
    expect(await accept(bent, maja, first, renewed)).toEqual(forged);
    // A base that only claims to be the root's.
    const offered = await signed(joined, maja);
    const { signature } = await signed(renewed, maja);
    const base = { directory: renewed, signature };
    expect(await acceptDirectory({ ...offered, base }, root.key, first, verifySignature)).toEqual(
      forged,
    );
  });

  it('is believed by somebody who joins only with the root’s own word beside it', async () => {
    const joined = next(first, { members: [...members, await nils()] });
    expect(await accept(joined, maja)).toEqual(forged);
    expect((await accept(joined, maja, undefined, first)).ok).toBe(true);
  });
});

describe('a certificate', () => {
  it('that is not the root’s, or not its key’s member’s, spoils the directory even if the root signed', async () => {
    const foreign = await certificateOf(members[0], karin, maja);
    expect(await accept({ ...first, certificates: [foreign] }, root)).toEqual(forged);
    const crossed = await certificateOf(members[0], maja);
    expect(await accept({ ...first, certificates: [crossed] }, root)).toEqual(forged);
  });

  it('makes the supervisor, not the role alone', () => {
    expect(isSupervisor(first, members[1])).toBe(true);
    expect(isSupervisor(first, members[0])).toBe(false);
    expect(isSupervisor(first, { ...members[1], role: 'trainer' })).toBe(false);
    const devices = members[1].devices.map((device) => ({ ...device, revokedAt: 5 }));
    expect(isSupervisor(first, { ...members[1], devices })).toBe(false);
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
