import { identityToRecipient } from 'age-encryption';
import { describe, expect, it, vi } from 'vitest';
import { fromHex, utf8 } from '../base/bytes.ts';
import { fixedDeps, systemRandom } from '../base/deps.ts';
import { Signature, SignKey } from '../base/ids.ts';
import { makeRecoveryKeys, makeRoot, signerFromSeed } from './keys.ts';
import { signerOf, signKeyOf, verifySignature } from './verify.ts';

describe('the root key', () => {
  it('is the one RFC 8032 section 7.1 derives, and signs as it does', async () => {
    // Test 3 of the RFC.
    const signer = await signerFromSeed(
      'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    );
    expect(signer.key).toBe('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025');
    expect(await signer.sign(fromHex('af82'))).toBe(
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac' +
        '18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    );
  });

  it('comes back from its seed', async () => {
    const root = await makeRoot(systemRandom);
    expect((await signerFromSeed(root.seed)).key).toBe(root.key);
    expect(await makeRoot(fixedDeps().random)).toMatchObject({ seed: '00000001'.repeat(8) });
  });

  it('is not made from something that is no seed', async () => {
    await expect(signerFromSeed('kort')).rejects.toThrow('64 hex digits');
  });
});

describe('signatures', () => {
  it('hold for exactly these bytes and this key', async () => {
    const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
    if (!('privateKey' in pair)) throw new Error('no key pair');
    const signer = signerOf(pair.privateKey, await signKeyOf(pair.publicKey));
    const other = await makeRoot(systemRandom);
    const signature = await signer.sign(utf8('ja'));
    expect(await verifySignature(signer.key, utf8('ja'), signature)).toBe(true);
    expect(await verifySignature(signer.key, utf8('nej'), signature)).toBe(false);
    expect(await verifySignature(other.key, utf8('ja'), signature)).toBe(false);
  });

  it('never hold under a key for which anyone can make them, whatever the platform says', async () => {
    // As Chromium does for such keys; Node refuses them by itself.
    const platform = vi.spyOn(crypto.subtle, 'verify').mockResolvedValue(true);
    const signature = Signature.parse('0'.repeat(128));
    const holds = (key: string) => verifySignature(SignKey.parse(key), utf8('ja'), signature);
    for (const key of [
      '00'.repeat(32),
      `01${'00'.repeat(31)}`,
      `${'00'.repeat(31)}80`,
      '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
      `ec${'ff'.repeat(31)}`,
    ]) {
      expect(await holds(key), key).toBe(false);
    }
    expect(await holds((await makeRoot(systemRandom)).key)).toBe(true);
    platform.mockRestore();
  });

  it('are simply false for a key or signature that can be none', async () => {
    for (const digit of ['0', 'f']) {
      const key = SignKey.parse(digit.repeat(64));
      const signature = Signature.parse(digit.repeat(128));
      expect(await verifySignature(key, utf8('ja'), signature)).toBe(false);
    }
  });
});

describe('recovery keys', () => {
  it('are of both classes, have the form age gives them, and belong together', async () => {
    const keys = await makeRecoveryKeys();
    expect(keys.x25519.identity).toMatch(/^AGE-SECRET-KEY-1/);
    expect(keys.hybrid.identity).toMatch(/^AGE-SECRET-KEY-PQ-1/);
    expect(await identityToRecipient(keys.hybrid.identity)).toBe(keys.hybrid.recipient);
    expect(keys.x25519.recipient).toMatch(/^age1[02-9ac-hj-np-z]{58}$/);
    expect(keys.hybrid.recipient).toMatch(/^age1pq1[02-9ac-hj-np-z]{1800,2200}$/);
  });
});
