import { expect, it } from 'vitest';
import { unicodeMap } from './pdf-unicode-map.ts';

it('gives letters back in UTF-16, also two for one sign, in blocks of a hundred', () => {
  const map = unicodeMap([
    { code: '0001', letters: [0x66, 0x69] },
    { code: '0002', letters: [0x1f600] },
    { code: '0003', letters: [] },
  ]);
  expect(map).toContain('2 beginbfchar\n<0001> <00660069>\n<0002> <d83dde00>\nendbfchar');
  const many = Array.from({ length: 101 }, (_, i) => ({ code: String(i), letters: [65] }));
  expect(unicodeMap(many).match(/\d+ beginbfchar/g)).toEqual(['100 beginbfchar', '1 beginbfchar']);
});
