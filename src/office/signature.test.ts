import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficeId } from '../base/ids.ts';
import { CLOCK_TOLERANCE_MS } from '../sync/model/protocol.ts';
import { anInvitation, type SendOptions } from './invented.ts';
import { inventedOffice, outcome, type InventedOffice } from './invented-office.ts';
import { hashText } from './keys.ts';

const now = 1_900_000_000_000;
let office: InventedOffice;
beforeAll(async () => {
  office = await inventedOffice({ clock: { now: () => now } });
});
afterAll(() => office.close());

const get = async (path: string, options: SendOptions = {}) =>
  outcome(await office.send('GET', path, { as: office.supervisor, ...options }));

describe('a signed request', () => {
  it('is taken as it was signed', async () => {
    expect(await get('/api/inbox')).toEqual([200, 'fine']);
    expect(await get('/api/inbox?after=3')).toEqual([200, 'fine']);
  });

  const badSignature = [401, 'badSignature'];

  it('is refused with another method', async () => {
    expect(await get('/api/inbox', { signedAs: { method: 'POST' } })).toEqual(badSignature);
  });

  it('is refused with another path', async () => {
    expect(await get('/api/inbox', { signedAs: { path: '/api/joins' } })).toEqual(badSignature);
  });

  it('is refused with another query', async () => {
    const signedAs = { path: '/api/inbox?after=1' };
    expect(await get('/api/inbox?after=2', { signedAs })).toEqual(badSignature);
    expect(await get('/api/inbox', { signedAs })).toEqual(badSignature);
  });

  it('is refused with another body, whether or not the digest was changed to fit', async () => {
    const { invitation, token } = anInvitation();
    const body = { invitation, tokenHash: hashText(token), role: 'trainer', expires: now + 1 };
    const post = async (options: SendOptions) =>
      outcome(await office.send('POST', '/api/invitations', { as: office.supervisor, ...options }));
    const signedAs = { body: { ...body, role: 'interviewer' } };
    expect(await post({ body, signedAs })).toEqual(badSignature);
    expect(
      await post({ body: signedAs.body, headers: { 'content-digest': 'sha-256=:AA==:' } }),
    ).toEqual(badSignature);
    const forged = { 'content-digest': '' };
    expect(await post({ body, headers: forged })).toEqual(badSignature);
    expect(await post({ body })).toEqual([201, 'fine']);
  });

  it('is refused for another office, in the header or in what was signed', async () => {
    const other = OfficeId.parse('9'.repeat(32));
    expect(await get('/api/inbox', { office: other })).toEqual(badSignature);
    const headers = { 'aterblick-office': office.id };
    expect(await get('/api/inbox', { office: other, headers })).toEqual(badSignature);
  });

  it('is refused with the time moved after signing', async () => {
    const created = Math.floor(now / 1000) + 1;
    const { key } = office.supervisor.signer;
    const input =
      'sig1=("@method" "@path" "@query" "content-digest" "aterblick-office")' +
      `;created=${created};keyid="${key}";alg="ed25519"`;
    expect(await get('/api/inbox', { headers: { 'signature-input': input } })).toEqual(
      badSignature,
    );
  });

  it('is refused with the name of a colleague’s key', async () => {
    const as = { ...office.interviewer, signer: { ...office.supervisor.signer } };
    const posing = { ...as, signer: { ...as.signer, key: office.interviewer.signer.key } };
    expect(await get('/api/inbox', { as: posing })).toEqual(badSignature);
  });

  it('is refused when it covers less than it must', async () => {
    const headers = { 'signature-input': 'sig1=("@method" "@path");created=1;keyid="a"' };
    expect(await get('/api/inbox', { headers })).toEqual(badSignature);
  });
});

describe('a wrong clock', () => {
  it('within five minutes is no matter', async () => {
    expect(await get('/api/inbox', { at: now - CLOCK_TOLERANCE_MS })).toEqual([200, 'fine']);
    expect(await get('/api/inbox', { at: now + CLOCK_TOLERANCE_MS })).toEqual([200, 'fine']);
  });

  it.each([-1000 - CLOCK_TOLERANCE_MS, 1000 + CLOCK_TOLERANCE_MS, -86_400_000])(
    'of %i ms is answered with the right time, so that the tablet can try again',
    async (off) => {
      const as = office.supervisor;
      const reply = await office.send('GET', '/api/inbox', { as, at: now + off });
      expect([reply.status, reply.json]).toEqual([401, { code: 'wrongClock', now }]);
    },
  );
});
