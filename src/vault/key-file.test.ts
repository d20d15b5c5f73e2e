import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId, systemRandom } from '../base/deps.ts';
import { StreamId, VaultId } from '../base/ids.ts';
import { memoryFiles, type MemoryFiles } from '../../tests/setup/memory-files.ts';
import type { SyncFile } from './files.ts';
import { decodeKeyFile, encodeKeyFile, newestKeyFile, type KeyFile } from './key-file.ts';
import { useKeyFiles } from './keys.ts';

const vault = newId(VaultId, systemRandom);
const content: KeyFile = {
  v: 1,
  card: { vault, label: 'AB', createdAt: 1, passkey: null, recoverable: false },
  derivation: { memoryKiB: 65_536, iterations: 3, parallelism: 4, salt: '00'.repeat(16) },
  passphrase: 'AAAA',
  passkey: null,
  recovery: null,
  identity: 'BBBB',
  streams: [],
  tries: { count: 0, at: 0 },
};
const withStreams = (count: number): KeyFile => ({
  ...content,
  streams: Array.from({ length: count }, () => ({
    stream: newId(StreamId, systemRandom),
    now: { id: '00'.repeat(8), generation: 1, key: 'C'.repeat(80) },
    begun: true,
  })),
});

describe('the key file', () => {
  test('says again what it was told, in 64 KiB that double when they are full', () => {
    const small = encodeKeyFile(content, 4, 0);
    expect(small).toHaveLength(65_536);
    expect(decodeKeyFile(small)).toEqual({ content, generation: 4, changes: 0 });
    const many = withStreams(700);
    const big = encodeKeyFile(many, 5, small.length);
    expect(big).toHaveLength(131_072 * 2);
    expect(decodeKeyFile(big)?.content).toEqual(many);
  });

  test('a file that is cut or has a flipped bit is not taken', () => {
    const whole = encodeKeyFile(content, 1, 0);
    const used = 48 + JSON.stringify(content).length;
    fc.assert(
      fc.property(fc.nat(used * 8 - 1), (bit) => {
        const bytes = whole.slice();
        const byte = Math.floor(bit / 8);
        bytes[byte] = (bytes[byte] ?? 0) ^ (1 << (bit % 8));
        expect(decodeKeyFile(bytes)).toBeUndefined();
        expect(decodeKeyFile(whole.slice(0, byte))).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  test('the newer of the whole ones counts', () => {
    const older = encodeKeyFile(content, 1, 0);
    const newer = encodeKeyFile({ ...content, tries: { count: 1, at: 5 } }, 2, 0);
    expect(newestKeyFile([newer, older])?.generation).toBe(2);
    expect(newestKeyFile([newer.slice(0, 90), older])?.generation).toBe(1);
    expect(newestKeyFile([new Uint8Array(), new Uint8Array(99)])).toBeUndefined();
  });

  describe('when one of the two fails', () => {
    const named = (label: string): KeyFile => ({ ...content, card: { ...content.card, label } });
    const labels = (files: MemoryFiles): string | undefined =>
      newestKeyFile(['key-a', 'key-b'].map((name) => files.bytes(vault, name)))?.content.card.label;

    /** Files of which one refuses, after it has taken half, the writes numbered so. */
    async function sick(which: number, writes: readonly number[]) {
      const files = memoryFiles();
      const pair = [await files.open(vault, 'key-a'), await files.open(vault, 'key-b')] as const;
      let count = 0;
      const broken = (file: SyncFile): SyncFile => ({
        ...file,
        write: (bytes, options) => {
          count += 1;
          if (!writes.includes(count)) return file.write(bytes, options);
          file.write(bytes.subarray(0, 40), options);
          file.flush();
          throw new DOMException('io', 'InvalidStateError');
        },
      });
      const [a, b] = pair;
      const used = which === 0 ? ([broken(a), b] as const) : ([a, broken(b)] as const);
      const keys = useKeyFiles(used, { content: named('gammal'), generation: 0 });
      keys.save((same) => same);
      return { files, keys };
    }

    test.each([0, 1])('file %i once: what was refused does not come back', async (which) => {
      const { files, keys } = await sick(which, [2]);
      expect(() => keys.save(() => named('ny'))).toThrow('io');
      expect(() => keys.assertSound()).not.toThrow();
      files.powerCut();
      expect(labels(files)).toBe('gammal');
    });

    test.each([0, 1])('file %i again: nothing is sealed until it is mended', async (which) => {
      const { files, keys } = await sick(which, [2, 3, 4]);
      expect(() => keys.save(() => named('ny'))).toThrow('io');
      expect(() => keys.assertSound()).toThrow('io');
      // One of them is whole all the while.
      expect(labels(files)).toBeDefined();
      expect(() => keys.assertSound()).not.toThrow();
      expect(labels(files)).toBe('gammal');
      keys.save(() => named('nyare'));
      files.powerCut();
      expect(labels(files)).toBe('nyare');
    });
  });

  test('a key that is taken out is gone from both files', async () => {
    const files = memoryFiles();
    const pair = [await files.open(vault, 'key-a'), await files.open(vault, 'key-b')] as const;
    const keys = useKeyFiles(pair, { content: withStreams(1), generation: 0 });
    keys.save((same) => same);
    keys.save((same) => ({ ...same, streams: [] }));
    for (const name of ['key-a', 'key-b']) {
      expect(new TextDecoder().decode(files.bytes(vault, name))).not.toContain('CCCCCCCC');
    }
  });
});
