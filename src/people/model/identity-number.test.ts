import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsIdentityNumber, isIdentityNumberAsPhone } from './identity-number.ts';

describe('an identity number', () => {
  it.each([
    '20160412-1234',
    '160412-1234',
    '201604121234',
    '1604121234',
    'född 160412 1234.',
    '160412+1234',
    '160412–1234',
    '19900162-1234',
    '9001621234',
    '1990-01-02-1234',
    '1990-01-02 1234',
    '900199-1234',
  ])('%s is noticed', (text) => expect(holdsIdentityNumber(text)).toBe(true));

  it.each([
    'Han är åtta',
    'kl. 14.32',
    '2016-04-12',
    '2012-03-01 2014-05-01',
    '070-123 45 67',
    '+46701234567',
    '0046701234567',
    '9913321234',
    '1234567890123456',
    'K-017',
  ])('%s is none', (text) => expect(holdsIdentityNumber(text)).toBe(false));

  it('is noticed wherever it stands in a text, and with any last four digits', () => {
    const prose = fc.stringMatching(/^[a-zåäö ,.]{0,40}$/);
    const number = fc
      .tuple(
        fc.constantFrom('', '19', '20'),
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        fc.constantFrom(0, 60),
        fc.constantFrom('', '-', '+', ' '),
        fc.integer({ min: 0, max: 9999 }),
      )
      .map(([century, year, month, day, more, sign, last]) => {
        const two = (n: number) => String(n).padStart(2, '0');
        return `${century}${two(year)}${two(month)}${two(day + more)}${sign}${String(last).padStart(4, '0')}`;
      });
    fc.assert(
      fc.property(prose, number, prose, (before, found, after) =>
        holdsIdentityNumber(`${before}${found}${after}`),
      ),
    );
  });
});

describe('in a field for a telephone number', () => {
  it('a mobile number typed in one go is one, unless its check digit makes it an identity number', () => {
    expect(holdsIdentityNumber('0701234567')).toBe(true);
    expect(isIdentityNumberAsPhone('0701234567')).toBe(false);
    expect(isIdentityNumberAsPhone('0701012387')).toBe(true);
    expect(isIdentityNumberAsPhone('0701012385')).toBe(false);
  });

  it('everything else counts as everywhere', () => {
    expect(isIdentityNumberAsPhone('070123-4567')).toBe(true);
    expect(isIdentityNumberAsPhone('9001021234')).toBe(true);
    expect(isIdentityNumberAsPhone('070-123 45 67')).toBe(false);
  });
});
