import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hex } from '../base/bytes.ts';
import { systemRandom } from '../base/deps.ts';
import { bucketOf, paddedJson } from './padding.ts';
import { keyIdOf, newKeyId, seal, unseal, type RowStore, type SealKey } from './seal.ts';

async function newKey(): Promise<SealKey> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  return { id: newKeyId(systemRandom), key };
}

const id = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(hex);
const store = fc.constantFrom<RowStore>('event', 'head', 'draft', 'draftGone', 'record');
const place = fc.record({ store, stream: id, id, revision: fc.nat() });

describe('seal', () => {
  test('open of seal is identity, and nothing of the content shows', async () => {
    const key = await newKey();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), place, async (value, where) => {
        const row = await seal(value, where, key, systemRandom);
        expect(keyIdOf(row.bytes)).toBe(key.id);
        const opened = await unseal(row, key.key);
        expect(JSON.stringify(opened)).toBe(JSON.stringify({ ok: true, value }));
      }),
      { numRuns: 60 },
    );
  });

  test('any flipped bit, any cut and any foreign key are refused', async () => {
    const key = await newKey();
    const other = await newKey();
    const where = { store: 'event', stream: 'aa', id: 'bb', revision: 1 } as const;
    const row = await seal({ text: 'granit' }, where, key, systemRandom);
    expect((await unseal(row, other.key)).ok).toBe(false);
    await fc.assert(
      fc.asyncProperty(fc.nat(row.bytes.length * 8 - 1), async (bit) => {
        const byte = Math.floor(bit / 8);
        // The key id only says which key to try; the layout byte and all after the key id are proved by the tag.
        fc.pre(byte < 1 || byte > 8);
        const bytes = row.bytes.slice();
        bytes[byte] = (bytes[byte] ?? 0) ^ (1 << (bit % 8));
        expect(await unseal({ ...row, bytes }, key.key)).toEqual({ ok: false, error: 'altered' });
        const cut = row.bytes.slice(0, byte);
        expect((await unseal({ ...row, bytes: cut }, key.key)).ok).toBe(false);
      }),
      { numRuns: 80 },
    );
  });

  test('a row does not open in another place or as another revision', async () => {
    const key = await newKey();
    await fc.assert(
      fc.asyncProperty(place, place, async (mine, theirs) => {
        fc.pre(JSON.stringify(mine) !== JSON.stringify(theirs));
        const row = await seal('granit', mine, key, systemRandom);
        expect((await unseal({ ...theirs, bytes: row.bytes }, key.key)).ok).toBe(false);
        const older = { ...row, revision: row.revision + 1 };
        expect((await unseal(older, key.key)).ok).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    [0, 256],
    [256, 256],
    [257, 1024],
    [1025, 4096],
    [4097, 16_384],
    [16_385, 32_768],
    [40_000, 49_152],
  ])('%i bytes are padded to %i', (length, bucket) => {
    expect(bucketOf(length)).toBe(bucket);
  });

  test('padded JSON stays JSON', () => {
    expect(JSON.parse(new TextDecoder().decode(paddedJson({ å: 'ö' })))).toEqual({ å: 'ö' });
  });
});
