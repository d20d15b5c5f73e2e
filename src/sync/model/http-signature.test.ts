import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromUtf8, hex, toBase64, utf8 } from '../../base/bytes.ts';
import { OfficeId, SignKey } from '../../base/ids.ts';
import { contentDigest, readSignature, signatureBase, signatureInput } from './http-signature.ts';

const key = SignKey.parse('26b40b8f93fff3d897112f7ebc582b232dbd72517d082fe83cfb30ddce43d1bb');
const office = OfficeId.parse('0123456789abcdef0123456789abcdef');
const content = utf8('{"hello": "world"}');
/** RFC 9421's own moment: Tue, 20 Apr 2021 02:07:55 GMT. */
const created = 1_618_884_475_000;

describe('our use of RFC 9421', () => {
  it('digests content as RFC 9530 does: the example of RFC 9421 appendix B.2', () => {
    expect(contentDigest(content)).toBe('sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:');
  });

  it('writes the signature base as section 2.5 says, line by line', () => {
    const request = { method: 'post', path: '/api/inbox', query: '?after=7', office, content };
    const expected =
      // 2.2.1: the method as sent, case-sensitive; ours are all upper case.
      '"@method": POST\n' +
      // 2.2.6: the absolute path.
      '"@path": /api/inbox\n' +
      // 2.2.7: the query with its leading question mark.
      '"@query": ?after=7\n' +
      // 2.1: a field by its lower-case name, its value without white space around it.
      '"content-digest": sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:\n' +
      '"aterblick-office": 0123456789abcdef0123456789abcdef\n' +
      // 2.3: the parameters last, without a newline after them.
      '"@signature-params": ("@method" "@path" "@query" "content-digest" "aterblick-office")' +
      ';created=1618884475' +
      ';keyid="26b40b8f93fff3d897112f7ebc582b232dbd72517d082fe83cfb30ddce43d1bb";alg="ed25519"';
    expect(fromUtf8(signatureBase(request, key, created))).toBe(expected);
  });

  it('writes a missing query as a lone question mark (2.2.7)', () => {
    const request = { method: 'GET', path: '/', query: '?', office, content: utf8('') };
    expect(fromUtf8(signatureBase(request, key, created)).split('\n')[2]).toBe('"@query": ?');
  });

  it('goes out and comes back: signed, read from its headers and verified by Node', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const mine = SignKey.parse(hex(publicKey.export({ format: 'der', type: 'spki' }).subarray(12)));
    const request = { method: 'PUT', path: '/api/directory', query: '?', office, content };
    const signature = sign(null, signatureBase(request, mine, created), privateKey);
    const input = signatureInput(mine, created + 999);

    const read = readSignature(input, `sig1=:${toBase64(signature)}:`);
    expect(read).toMatchObject({ created, key: mine });
    const check = (changed: Partial<typeof request>) =>
      verify(
        null,
        signatureBase({ ...request, ...changed }, mine, read?.created ?? 0),
        publicKey,
        read?.signature ?? new Uint8Array(),
      );
    expect(check({})).toBe(true);
    expect(check({ method: 'POST' })).toBe(false);
    expect(check({ path: '/api/claim' })).toBe(false);
    expect(check({ query: '?a' })).toBe(false);
    expect(check({ content: utf8('{"hello": "World"}') })).toBe(false);
    expect(check({ office: OfficeId.parse('f'.repeat(32)) })).toBe(false);
  });

  it('reads no other form: fewer components, more, other order, other algorithm, other label', () => {
    const good = signatureInput(key, created);
    const value = `sig1=:${'A'.repeat(86)}==:`;
    expect(readSignature(good, value)).toBeDefined();
    const others = [
      good.replace('"@method" ', ''),
      good.replace('"@path"', '"@path" "@path"'),
      good.replace('"@method" "@path"', '"@path" "@method"'),
      good.replace('ed25519', 'rsa-v1_5-sha256'),
      good.replace('sig1', 'sig2'),
      good.replace(/created=\d+;/, ''),
      `${good}, sig2=()`,
      '',
    ];
    for (const other of others) expect(readSignature(other, value), other).toBeUndefined();
    expect(readSignature(good, `sig1=:${'A'.repeat(84)}==:`)).toBeUndefined();
  });
});
