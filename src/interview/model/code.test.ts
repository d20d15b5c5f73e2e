import { expect, it } from 'vitest';
import { codeProblem } from './code.ts';

it.each([
  ['K-014', null],
  ['k14', null],
  ['BJÖ-2026-0031', null],
  ['Anna', 'bad'],
  ['K', 'bad'],
  ['K 014', 'bad'],
  ['', 'bad'],
  ['K-0000000000000000001', 'bad'],
  ['200904121234', 'identity'],
  ['090412-1234', 'identity'],
  ['K-200904121234', 'identity'],
  ['K-20090412-1234', 'identity'],
  ['9804721234X', 'identity'],
  ['980412+1234', 'identity'],
] as const)('%s: %s', (code, problem) => {
  expect(codeProblem(code)).toBe(problem);
});
