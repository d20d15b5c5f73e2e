/*
 * Swedish identity numbers have no place in the register or in an interview (Act 2018:218 3 kap. 10 §). What looks
 * like one is refused whether its check digit fits or not: a number with a slip of the finger names a person too.
 */

/** Year, month, day (or day + 60: samordningsnummer), four more; with or without century, sign and spaces. */
const NUMBER =
  /(?<!\d)(?:18|19|20)?\d{2}(?<month>\d{2})(?<day>\d{2})(?<sign>\s?[-+–−]\s?|\s)?\d{4}(?!\d)/gu;
/** With the date written out: 1990-01-02-1234. What goes on as another date is none. */
const WRITTEN_OUT = /(?<!\d)(?:18|19|20)\d{2}([-/. ])\d{2}\1\d{2}\s?[-+–−]?\s?\d{4}(?![-/.]?\d)/u;

/**
 * True when a text holds what looks like a whole Swedish identity number. Ten or twelve digits in a row count when
 * they can begin with a date; six and four set apart always do.
 */
export const holdsIdentityNumber = (text: string): boolean =>
  WRITTEN_OUT.test(text) ||
  [...text.matchAll(NUMBER)].some(({ groups }) => {
    const month = Number(groups?.['month']);
    const day = Number(groups?.['day']) % 60;
    return groups?.['sign'] !== undefined || (month >= 1 && month <= 12 && day >= 1 && day <= 31);
  });

/** A mobile number in one go, as people type them. */
const MOBILE = /^07\d{8}$/;

/**
 * The same for a field that holds a telephone number: `0701234567` could be someone born in 2007. There it is taken
 * for an identity number only if its check digit fits; otherwise nobody could write their number in one go.
 */
export function isIdentityNumberAsPhone(text: string): boolean {
  const number = text.trim();
  return MOBILE.test(number)
    ? fitsCheckDigit(number) && holdsIdentityNumber(number)
    : holdsIdentityNumber(text);
}

/** The check digit of ten digits, by Luhn's rule (SKV 704). */
function fitsCheckDigit(ten: string): boolean {
  const sum = ten.split('').reduce((total, digit, at) => {
    const twice = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(twice / 10) + (twice % 10);
  }, 0);
  return sum % 10 === 0;
}
