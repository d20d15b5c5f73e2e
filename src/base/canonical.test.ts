import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';

describe('one text for one value', () => {
  it.each([
    [null, 'null'],
    [{ b: 1, a: [true, 'x'] }, '{"a":[true,"x"],"b":1}'],
    [{ a: undefined, b: 2 }, '{"b":2}'],
    [[undefined, 1], '[null,1]'],
    // RFC 8785, section 3.2.3: keys by UTF-16 code unit.
    [{ '\u20ac': 1, '\r': 2, '1': 3, '\u00f6': 4 }, '{"\\r":2,"1":3,"ö":4,"€":1}'],
    // RFC 8785, appendix B: numbers as ECMAScript writes them.
    [[1e21, 1e-7, -0, 4.5], '[1e+21,1e-7,0,4.5]'],
  ])('%j', (value, text) => {
    expect(canonical(value)).toBe(text);
  });

  it('does not depend on the order in which members were put', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(turned)).toBe(canonical(value));
      }),
    );
  });

  it('is JSON that says the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, Symbol('a')])(
    'refuses what JSON cannot hold',
    (value) => {
      expect(() => canonical({ value })).toThrow(/^canonical: /);
    },
  );
});
