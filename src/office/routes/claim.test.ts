import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignKey } from '../../base/ids.ts';
import { aParcel, cardOf, firstDirectory, newSigner, signDirectory } from '../invented.ts';
import { inventedOffice, outcome, type InventedOffice } from '../invented-office.ts';

describe('claiming a new office', () => {
  let office: InventedOffice;
  beforeAll(async () => {
    office = await inventedOffice({ unclaimed: true });
  });
  afterAll(() => office.close());

  const body = async (change: { secret?: string; officeKey?: SignKey; version?: number } = {}) => {
    const { officeKey } = await cardOf(office.url());
    const directory = firstDirectory(office.id, officeKey, office.root, [office.supervisor]);
    const { secret = office.secret, ...changed } = change;
    return { secret, directory: await signDirectory({ ...directory, ...changed }, office.root) };
  };
  const claim = async (claimBody: unknown) =>
    outcome(await office.send('POST', '/api/claim', { body: claimBody }));

  it('before it, nobody gets in', async () => {
    const as = office.supervisor;
    expect(outcome(await office.send('GET', '/api/inbox', { as }))).toEqual([409, 'notClaimed']);
    const parcel = await aParcel(office.id, as, [as]);
    const offered = await office.send('POST', '/api/consignments', { body: parcel.signed });
    expect(outcome(offered)).toEqual([409, 'notClaimed']);
    expect(await cardOf(office.url())).toMatchObject({ root: null, name: null, epoch: 1 });
  });

  it('needs the printed secret', async () => {
    expect(office.secret).toMatch(/^([B-Z]{4}-){4}[B-Z]{4}$/);
    expect(await claim(await body({ secret: 'BBBB-BBBB-BBBB-BBBB-BBBB' }))).toEqual([
      401,
      'wrongSecret',
    ]);
  });

  it('says beforehand whether a secret is the printed one, and takes nothing for it', async () => {
    const ask = async (secret: unknown) =>
      outcome(await office.send('POST', '/api/claim/check', { body: { secret } }));
    expect(await ask(office.secret.toLowerCase())).toEqual([200, 'fine']);
    expect(await ask('BBBB-BBBB-BBBB-BBBB-BBBB')).toEqual([401, 'wrongSecret']);
    expect(await ask(7)).toEqual([400, 'badRequest']);
    expect(await cardOf(office.url())).toMatchObject({ root: null });
  });

  it('needs a first directory, signed by its root, that names our receipt key', async () => {
    const foreignKey = SignKey.parse('a'.repeat(64));
    expect(await claim(await body({ officeKey: foreignKey }))).toEqual([400, 'badRequest']);
    expect(await claim(await body({ version: 2 }))).toEqual([400, 'badRequest']);
    const good = await body();
    const forged = await signDirectory(good.directory.directory, newSigner());
    const renamed = { ...forged, key: office.root.key };
    expect(await claim({ ...good, directory: renamed })).toEqual([401, 'badSignature']);
  });

  it('succeeds once, however the secret is typed; the same claim again is answered the same', async () => {
    const good = await body({ secret: office.secret.toLowerCase().replaceAll('-', ' ') });
    const first = await office.send('POST', '/api/claim', { body: good });
    expect(outcome(first)).toEqual([200, 'fine']);
    const again = await office.send('POST', '/api/claim', { body: good });
    expect(again.text).toBe(first.text);

    const rival = newSigner();
    const directory = { ...good.directory.directory, root: rival.key };
    const second = { secret: office.secret, directory: await signDirectory(directory, rival) };
    expect(await claim(second)).toEqual([409, 'alreadyClaimed']);
    const code = await office.send('POST', '/api/claim/check', { body: { secret: office.secret } });
    expect(outcome(code)).toEqual([409, 'alreadyClaimed']);
    expect(await cardOf(office.url())).toMatchObject({ root: office.root.key });
  });

  it('is not possible again after a restart, and no secret is printed', async () => {
    await office.stop();
    await office.restart();
    const rival = newSigner();
    const good = await body();
    const directory = { ...good.directory.directory, root: rival.key };
    const second = { secret: office.secret, directory: await signDirectory(directory, rival) };
    expect(await claim(second)).toEqual([409, 'alreadyClaimed']);
  });

  it('may be tried ten times a minute', async () => {
    const tries = await Promise.all(Array.from({ length: 12 }, async () => claim({})));
    expect(tries).toContainEqual([429, 'tooMany']);
  });
});
