import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { count } from './catalogue.ts';
import { clockTime, dateTime, longDate } from './format.ts';

describe('times and dates', () => {
  const zone = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = 'Europe/Stockholm';
  });
  afterAll(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
  const at = Date.UTC(2026, 10, 21, 13, 5);

  it('are written as one writes them in Swedish and in English', () => {
    expect([clockTime(at, 'sv'), clockTime(at, 'en')]).toEqual(['14:05', '14:05']);
    expect([longDate(at, 'sv'), longDate(at, 'en')]).toEqual([
      '21 november 2026',
      '21 November 2026',
    ]);
    expect(dateTime(at, 'sv')).toMatch(/^21 nov\.? 14:05$/);
    expect(dateTime(at, 'en')).toMatch(/^21 Nov,? 14:05$/);
  });
});

it('counts one and several', () => {
  const answers = (n: number) => count(n, 'fråga är', 'frågor är');
  expect([0, 1, 2, 21].map(answers)).toEqual([
    '0 frågor är',
    '1 fråga är',
    '2 frågor är',
    '21 frågor är',
  ]);
});
