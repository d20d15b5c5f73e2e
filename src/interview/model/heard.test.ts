import { expect, it } from 'vitest';
import { hear, isHeard, type Stretches } from './heard.ts';

const played = (...stretches: (readonly [number, number])[]): Stretches =>
  stretches.reduce<Stretches>((known, [from, to]) => hear(known, from, to), []);

it.each<readonly [string, Stretches, boolean]>([
  ['all of it', played([0, 5000]), true],
  ['bit by bit, with what a player does not tell between', played([900, 2000], [2200, 3000]), true],
  ['in any order', played([2000, 3000], [1000, 2000]), true],
  ['all but the middle', played([0, 1500], [2500, 5000]), false],
  ['all but the end', played([0, 2500]), false],
  ['nothing', [], false],
])('a stretch of which %s was played', (_what, known, heard) => {
  expect(isHeard(known, 1000, 3000)).toBe(heard);
});

it('takes no step back for listening', () => {
  expect(hear([], 3000, 1000)).toEqual([]);
});
