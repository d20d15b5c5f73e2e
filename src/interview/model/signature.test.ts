import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SignaturePath } from './circumstances.ts';
import { MAX_SIGNATURE, withPoint } from './signature.ts';

it('is drawn stroke by stroke, within its field', () => {
  const down = withPoint('', { x: 10.4, y: 20.6 }, true);
  expect(down).toBe('M10 21L10 21');
  const along = withPoint(down, { x: 700, y: -5 }, false);
  expect(along).toBe('M10 21L10 21L600 0');
  expect(withPoint(along, { x: 600, y: 0 }, false)).toBe(along);
  expect(withPoint(along, { x: 600, y: 0 }, true)).toBe(`${along}M600 0L600 0`);
});

it('is a path that can be kept, however it was drawn', () => {
  const points = fc.array(
    fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true }), fc.boolean()),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(points, (drawn) => {
      const path = drawn.reduce((so, [x, y, begins]) => withPoint(so, { x, y }, begins), '');
      expect(SignaturePath.safeParse(path).success).toBe(true);
    }),
  );
});

it('ends where it would be too long to keep', () => {
  let path = withPoint('', { x: 0, y: 0 }, true);
  for (let i = 0; i < 20_000; i += 1) path = withPoint(path, { x: i % 600, y: i % 199 }, false);
  expect(path.length).toBeLessThanOrEqual(MAX_SIGNATURE);
  expect(SignaturePath.safeParse(path).success).toBe(true);
});

it('is nothing but lines: no other path, and nothing that is no path', () => {
  for (const wrong of ['', 'M0 0C1 1 2 2 3 3', 'url(#x)', 'M0 0"/><script>']) {
    expect(SignaturePath.safeParse(wrong).success).toBe(false);
  }
});
