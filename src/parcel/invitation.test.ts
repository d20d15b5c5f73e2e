import { describe, expect, it } from 'vitest';
import { utf8 } from '../base/bytes.ts';
import { Sha256 } from '../base/ids.ts';
import { deriveInvitationToken, invitationMac, verifyInvitationMac } from './invitation.ts';

const secret = new Uint8Array(32).fill(7);
const other = new Uint8Array(32).fill(8);

describe('what an invitation secret yields', () => {
  it('is a token that is the same every time and says nothing of the secret', async () => {
    const token = await deriveInvitationToken(secret);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await deriveInvitationToken(secret)).toBe(token);
    expect(await deriveInvitationToken(other)).not.toBe(token);
  });

  it('follows RFC 5869: the token is HKDF-SHA-256 by another implementation', async () => {
    const { hkdfSync } = await import('node:crypto');
    const expected = hkdfSync('sha256', secret, '', 'aterblick-invitation/1 token', 32);
    expect(await deriveInvitationToken(secret)).toBe(Buffer.from(expected).toString('base64url'));
  });

  it('authenticates exactly these bytes under exactly this secret', async () => {
    const mac = await invitationMac(secret, utf8('keys'));
    expect(await verifyInvitationMac(secret, utf8('keys'), mac)).toBe(true);
    expect(await verifyInvitationMac(secret, utf8('keyz'), mac)).toBe(false);
    expect(await verifyInvitationMac(other, utf8('keys'), mac)).toBe(false);
    const flipped = Sha256.parse((mac[0] === '0' ? '1' : '0') + mac.slice(1));
    expect(await verifyInvitationMac(secret, utf8('keys'), flipped)).toBe(false);
  });
});
