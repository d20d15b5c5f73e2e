import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignKey } from '../../base/ids.ts';
import { certificateBytes } from '../../sync/model/directory.ts';
import {
  invent,
  memberOf,
  newSigner,
  nextDirectory,
  signDirectory,
  type Person,
} from '../invented.ts';
import { inventedOffice, outcome, type InventedOffice } from '../invented-office.ts';

describe('the directory', () => {
  let office: InventedOffice;
  beforeAll(async () => {
    office = await inventedOffice();
  });
  afterAll(() => office.close());
  const put = async (body: unknown, as: Person = office.supervisor) =>
    outcome(await office.send('PUT', '/api/directory', { as, body }));

  it('is given to every member as it was signed', async () => {
    const got = await office.send('GET', '/api/directory', { as: office.interviewer });
    expect(got.json).toEqual(await signDirectory(office.directory(), office.root));
  });

  it('takes a later version only, and the same again without change', async () => {
    const known = office.directory();
    const next = nextDirectory(known, { name: 'Ekbacken' });
    const other = nextDirectory({ ...known, name: 'En annan historia' }, {});
    expect(await put(await signDirectory(other, office.root))).toEqual([409, 'directoryStale']);
    expect(await put(await signDirectory(known, office.root))).toEqual([200, 'fine']);
    expect((await office.change({ name: 'Ekbacken' })).status).toBe(200);
    expect(await put(await signDirectory(next, office.root))).toEqual([200, 'fine']);
    expect(await put(await signDirectory(known, office.root))).toEqual([409, 'directoryStale']);
  });

  it('of two changes at once keeps one', async () => {
    const known = office.directory();
    const bodies = await Promise.all(
      ['Norr', 'Söder'].map((name) => signDirectory(nextDirectory(known, { name }), office.root)),
    );
    const statuses = await Promise.all(bodies.map((body) => put(body)));
    expect(statuses.toSorted(([a], [b]) => Number(a) - Number(b))).toEqual([
      [200, 'fine'],
      [409, 'directoryStale'],
    ]);
    const winner = statuses[0]?.[0] === 200 ? 'Norr' : 'Söder';
    const got = await office.send('GET', '/api/directory', { as: office.supervisor });
    expect(got.text).toContain(winner);
    await office.close();
    office = await inventedOffice();
  });

  it('is refused with a foreign root, a foreign signature, another office or another receipt key', async () => {
    const known = office.directory();
    const rival = newSigner();
    const next = (change: Parameters<typeof nextDirectory>[1]) => nextDirectory(known, change);
    expect(await put(await signDirectory(next({ root: rival.key }), rival))).toEqual([
      401,
      'badSignature',
    ]);
    expect(await put(await signDirectory(next({}), rival))).toEqual([401, 'badSignature']);
    const foreignKey = SignKey.parse('a'.repeat(64));
    expect(await put(await signDirectory(next({ officeKey: foreignKey }), office.root))).toEqual([
      400,
      'badRequest',
    ]);
  });

  it('can’t be left without a supervisor, nor with one key in two hands', async () => {
    const { members } = office.directory();
    const without = members.filter((member) => member.role !== 'supervisor');
    expect((await office.change({ members: without })).status).toBe(400);
    const twin = { ...memberOf(invent('Tove Ek', 'trainer')), devices: members[0]?.devices ?? [] };
    expect((await office.change({ members: [...members, twin] })).status).toBe(400);
  });

  it('may be signed by a certified supervisor, until that device is revoked', async () => {
    const second = invent('Maja Åberg', 'supervisor');
    const { member, signer } = second;
    const certificate = {
      member,
      key: signer.key,
      signature: await office.root.sign(certificateBytes(office.id, member, signer.key)),
    };
    const members = [...office.directory().members, memberOf(second)];
    expect((await office.change({ members, certificates: [certificate] })).text).toContain('Maja');
    const renamed = nextDirectory(office.directory(), { name: 'Nytt namn' });
    const uncertified = await signDirectory(renamed, office.interviewer.signer);
    expect(await put(uncertified)).toEqual([401, 'badSignature']);
    expect((await office.change({ name: 'Nytt namn' }, signer)).status).toBe(200);

    const lost = memberOf(second).devices.map((device) => ({ ...device, revokedAt: 1 }));
    await office.change({
      members: members.map((each) => (each.member === member ? { ...each, devices: lost } : each)),
    });
    const late = nextDirectory(office.directory(), { name: 'Ännu ett' });
    // The certificate still verifies; the device behind it is gone.
    expect(await put(await signDirectory(late, signer))).toEqual([401, 'badSignature']);
  });

  it('takes back what a restored backup lacks, several versions at once', async () => {
    const later = { ...nextDirectory(office.directory(), { name: 'Ekbacken' }), version: 9 };
    expect(await put(await signDirectory(later, office.root))).toEqual([200, 'fine']);
    expect((await office.send('GET', '/api/directory', { as: office.interviewer })).json).toEqual(
      await signDirectory(later, office.root),
    );
  });
});
