import { expect, it } from 'vitest';
import { textIn } from './text-file.ts';

it.each([
  ['UTF-8', [0xc3, 0xa5, 0x62]],
  ['UTF-16 with its mark', [0xff, 0xfe, 0xe5, 0x00, 0x62, 0x00]],
  ['UTF-16 the other way round', [0xfe, 0xff, 0x00, 0xe5, 0x00, 0x62]],
  ['what older Swedish tools wrote', [0xe5, 0x62]],
])('reads %s', (_what, bytes) => {
  expect(textIn(Uint8Array.from(bytes)).replace('\uFEFF', '')).toBe('åb');
});
