import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromUtf8, utf8 } from '../../base/bytes.ts';
import { bucket, padText } from './padding.ts';

describe('padding', () => {
  it('has few lengths', () => {
    const lengths = [0, 1, 256, 257, 1024, 1025, 4096, 4097, 16_384, 16_385, 32_768, 32_769];
    expect(lengths.map(bucket)).toEqual([
      256, 256, 256, 1024, 1024, 4096, 4096, 16_384, 16_384, 32_768, 32_768, 49_152,
    ]);
  });

  it('changes nothing that JSON means, and a length that fits is left alone', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), (json) => {
        const padded = padText(utf8(json));
        expect(padded.length).toBe(bucket(padded.length));
        expect(JSON.parse(fromUtf8(padded))).toEqual(JSON.parse(json));
        expect(padText(padded)).toEqual(padded);
      }),
    );
  });
});
