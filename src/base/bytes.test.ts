import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  fromBase64Url,
  fromHex,
  fromUtf8,
  hex,
  release,
  sha256,
  toBase64,
  toBase64Url,
  utf8,
} from './bytes.ts';
import { tidying } from './tidying.ts';

const bytes = fc.uint8Array({ maxLength: 300 });

describe('bytes and text', () => {
  it('come back as they went, in hex, base64url and UTF-8', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        expect(fromHex(hex(given))).toEqual(given);
        expect(fromBase64Url(toBase64Url(given))).toEqual(given);
        expect(toBase64Url(given)).toBe(Buffer.from(given).toString('base64url'));
        expect(toBase64(given)).toBe(Buffer.from(given).toString('base64'));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fromUtf8(utf8(text))).toBe(text);
      }),
    );
  });

  it('keep a byte order mark, which a hash would miss', () => {
    expect(fromUtf8(utf8('\uFEFFå'))).toBe('\uFEFFå');
  });

  it('that are not UTF-8, hex or base64url are refused, not guessed', () => {
    expect(() => fromUtf8(Uint8Array.of(0xc3, 0x28))).toThrow(TypeError);
    expect(() => fromHex('zz')).toThrow('hex');
    expect(() => fromBase64Url('*')).toThrow(DOMException);
  });
});

describe('SHA-256', () => {
  it('is the one of FIPS 180-4, of text and of bytes', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    fc.assert(
      fc.property(bytes, (given) => {
        expect(sha256(given)).toBe(createHash('sha256').update(given).digest('hex'));
      }),
    );
    expect(sha256('å')).toBe(sha256(utf8('å')));
  });
});

it('released bytes are gone at once, and a second time changes nothing', () => {
  const whole = new Uint8Array(1000);
  const part = whole.subarray(4, 500);
  release(part);
  expect([whole.length, part.length, whole.buffer.detached]).toEqual([0, 0, true]);
  release(whole);
});

it('asks for tidying up once in a megabyte, and goes on where there is no room to ask with', () => {
  const asked = vi.fn<() => void>();
  vi.stubGlobal(
    'Uint8Array',
    class {
      constructor() {
        asked();
        throw new RangeError('no room');
      }
    },
  );
  const tidy = tidying();
  for (let i = 0; i < 12; i += 1) tidy(1024 * 1024);
  // Before another file is loaded into this worker.
  vi.unstubAllGlobals();
  expect(asked).toHaveBeenCalledTimes(12);
});
