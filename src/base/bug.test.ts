import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf, framesOf } from './bug.ts';

const WORDS = 'Hon heter egentligen Siv';
const AT = 'https://kontoret.example/assets/main-Bx1_.js';

/** An error as a browser would have made it. */
function madeWith(message: string, stack: string, name = 'Error'): Error {
  const bug = new Error(message);
  bug.name = name;
  Object.defineProperty(bug, 'stack', { value: stack });
  return bug;
}

describe('where a bug happened', () => {
  it('says function, file and line of a real one, and not its message', () => {
    const { name, frames } = factsOf(new TypeError(WORDS));
    expect(name).toBe('TypeError');
    expect(frames[0]).toMatch(/^\S+ bug\.test\.ts:\d+:\d+$/);
    expect(frames.join()).not.toContain('Siv');
  });

  it('reads the frames of Chromium', () => {
    const stack = [
      `TypeError: ${WORDS}`,
      `    at Ledger.put (${AT}:1:2345)`,
      `    at async Promise.all (index 0)`,
      `    at async Object.take [as importParcel] (${AT}:10:2)`,
      `    at new Thing (${AT}:3:4)`,
      `    at ${AT}:5:6`,
      '    at <anonymous>',
    ].join('\n');
    expect(framesOf(madeWith(WORDS, stack))).toEqual([
      'Ledger.put main-Bx1_.js:1:2345',
      'Object.take main-Bx1_.js:10:2',
      'Thing main-Bx1_.js:3:4',
      '– main-Bx1_.js:5:6',
    ]);
  });

  it('reads the frames of Firefox and Safari, whose stack has no message', () => {
    const stack = `put@${AT}:1:23\nasync*take/<@${AT}:4:5\n@${AT}:6:7\n`;
    expect(framesOf(madeWith(WORDS, stack))).toEqual([
      'put main-Bx1_.js:1:23',
      'async*take/< main-Bx1_.js:4:5',
      '– main-Bx1_.js:6:7',
    ]);
  });

  it('lets no line of a message pass for a frame', () => {
    const message = `oväntat\n    at Siv (${AT}:1:2)\n    at async Kalle (${AT}:3:4)\nSiv@${AT}:5:6`;
    const chromium = `Error: ${message}\n    at put (${AT}:7:8)`;
    expect(framesOf(madeWith(message, chromium))).toEqual(['put main-Bx1_.js:7:8']);
    const real = new Error(message);
    expect(framesOf(real).join()).toMatch(/bug\.test\.ts/);
    expect(framesOf(real).join()).not.toMatch(/Siv|Kalle/);
  });

  it('tells nothing of a stack whose message was changed afterwards', () => {
    const stack = `Error: Hej\n    at Siv (${AT}:1:2)\n    at put (${AT}:7:8)`;
    expect(framesOf(madeWith('other', stack))).toEqual([]);
    // Whose name has several lines is no better.
    expect(
      framesOf(madeWith('Hej', `a\n    at Siv (${AT}:1:2)\nHej\n    at put (${AT}:7:8)`)),
    ).toEqual([]);
  });

  it('keeps no address but the file’s name, and not more than twenty', () => {
    const many = Array.from({ length: 50 }, (_, i) => `    at f (${AT}?v=1:1:${i})`).join('\n');
    const frames = framesOf(madeWith('', `Error\n${many}`));
    expect(frames).toHaveLength(20);
    expect(frames[0]).toBe('f main-Bx1_.js:1:0');
  });

  it('no message whatever comes along', () => {
    const word = fc.constantFrom('Siv', `at Siv (${AT}:1:2)`, `Siv@${AT}:1:2`, '\n', '    ', ': ');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const told = framesOf(new Error(words.join('')));
        expect(told.join()).not.toContain('Siv');
      }),
    );
  });

  it('passes on what another has told, and says nothing of what is no error', () => {
    const told = Object.assign(new Error(), { name: 'DataError', frames: ['put main.js:1:2', 7] });
    expect(factsOf(told)).toEqual({ name: 'DataError', frames: ['put main.js:1:2'] });
    expect(factsOf(WORDS)).toEqual({ name: 'unknown', frames: [] });
  });
});
