import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../base/deps.ts';
import { below, bitsOf, OFFERED_WORDS, offerWords } from './offer.ts';
import { FLOOR_BITS, strength } from './strength.ts';
import { WORDS } from './words.ts';

describe('the list of words', () => {
  it('has 2048 different words of four to eight small Swedish letters', () => {
    expect(WORDS).toHaveLength(2048);
    expect(new Set(WORDS).size).toBe(2048);
    expect(WORDS.filter((word) => !/^[a-zåäö]{4,8}$/.test(word))).toEqual([]);
  });
});

describe('offered words', () => {
  it('are five from the list, and say honestly how strong they are', () => {
    const words = offerWords(systemRandom).split(' ');
    expect(words).toHaveLength(OFFERED_WORDS);
    expect(words.filter((word) => !WORDS.includes(word))).toEqual([]);
    expect(new Set(words).size).toBe(OFFERED_WORDS);
    expect(bitsOf(OFFERED_WORDS)).toBeCloseTo(54.993, 3);
  });

  it('are drawn evenly: what would favour the first is drawn again', () => {
    const drawn = [
      [0xff, 0xff],
      [0x00, 0x07],
    ];
    const random = { bytes: () => Uint8Array.from(drawn.shift() ?? []) };
    expect(below(1000, random)).toBe(7);
    expect(drawn).toEqual([]);
  });

  it('are strong enough by our own count', () => {
    const offered = Array.from({ length: 300 }, () => offerWords(systemRandom));
    expect(offered.filter((each) => !strength(each).enough)).toEqual([]);
  });
});

describe('strength', () => {
  it.each([
    ['1234', 'onlyDigits'],
    ['830417', 'onlyDigits'],
    ['8304171234', 'onlyDigits'],
    ['sommar', 'short'],
    ['Lösenord1', 'common'],
    ['P@ssw0rd2026', 'common'],
    ['poiuytrewq lkjhgfdsa', 'pattern'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'pattern'],
    ['kastanj kastanj kastanj kastanj kastanj', 'pattern'],
    ['fosterbarn familjehem kommun', 'common'],
  ])('refuses %s', (passphrase, hint) => {
    const found = strength(passphrase);
    expect(found.enough).toBe(false);
    expect(found.hints).toContain(hint);
  });

  it.each([
    'hallon tegel vinter mossa kanot',
    'min kusin spelar trombon varje torsdag i källaren',
    'x7K-qP2w_Zr9',
    '41705520981366240',
  ])('accepts %s', (passphrase) => {
    expect(strength(passphrase)).toEqual({ bits: expect.any(Number), enough: true, hints: [] });
  });

  it('counts a word of the list as one draw from it, however it is dressed', () => {
    expect(strength('hallon').bits).toBeCloseTo(11);
    expect(strength('H4ll0n').bits).toBeCloseTo(13);
    expect(strength('hallon tegel vinter mossa').bits).toBeLessThan(FLOOR_BITS);
  });

  it('does not count what the person has written beside it', () => {
    const alone = strength('alvarsson');
    const known = strength('alvarsson', ['Maja Alvarsson']);
    expect(known.bits).toBeLessThan(alone.bits);
    expect(known.hints).toContain('personal');
  });

  it('is nothing for nothing', () => {
    expect(strength('   ')).toMatchObject({ bits: 0, enough: false });
  });
});
