import { COMMON } from './first-guesses.ts';
import { WORDS } from './words.ts';

/*
 * How many guesses a passphrase would take, as a power of two, counted as an attacker would: the cheapest way to
 * put it together from words, common passwords, rows of keys, repeats, years and single signs. It errs on the low
 * side. Behind it stands Argon2id, which makes every guess cost about a fifth of a second (DESIGN section 7).
 */

export const FLOOR_BITS = 50;

export type StrengthHint = 'short' | 'onlyDigits' | 'common' | 'pattern' | 'personal';

export interface Strength {
  readonly bits: number;
  readonly enough: boolean;
  /** What to say when it is not enough; empty when there is nothing more useful than "make it longer". */
  readonly hints: readonly StrengthHint[];
}

interface Piece {
  readonly length: number;
  readonly bits: number;
  readonly hint?: StrengthHint;
}

const ROWS = [
  'abcdefghijklmnopqrstuvwxyzåäö',
  '01234567890',
  'qwertyuiopå',
  'asdfghjklöä',
  'zxcvbnm',
];
const LOOKALIKES = new Map([...'0o1l3e4a5s7t@a$s!i'.matchAll(/(.)(.)/g)].map(([, a, b]) => [a, b]));
const LONGEST = 24;

const WORD_SET = new Set(WORDS);
const COMMON_SET = new Set(COMMON);

/** @param personal names and the like that the person gave on the same form: anyone near them would try these. */
export function strength(passphrase: string, personal: readonly string[] = []): Strength {
  const text = passphrase.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
  const own = new Set(
    personal.flatMap((name) => name.toLowerCase().split(/\s+/)).filter((part) => part.length > 2),
  );
  const { bits, hints } = cheapest(Array.from(text), own);
  const enough = bits >= FLOOR_BITS;
  if (enough) return { bits, enough, hints: [] };
  if (/^[\d\s]+$/.test(text)) hints.add('onlyDigits');
  else if (text.length < 12) hints.add('short');
  return { bits, enough, hints: [...hints] };
}

/** The cheapest way through the text, from left to right: `best[i]` is the cost of its first i signs. */
function cheapest(
  signs: readonly string[],
  own: ReadonlySet<string>,
): { readonly bits: number; readonly hints: Set<StrengthHint> } {
  const best: { bits: number; hints: readonly StrengthHint[] }[] = [{ bits: 0, hints: [] }];
  for (let at = 0; at < signs.length; at += 1) {
    const before = best[at];
    if (!before) throw new Error('a place nobody can reach');
    for (const piece of pieces(signs, at, own)) {
      const bits = before.bits + piece.bits;
      const end = at + piece.length;
      const known = best[end];
      if (known && known.bits <= bits) continue;
      best[end] = { bits, hints: piece.hint ? [...before.hints, piece.hint] : before.hints };
    }
  }
  const last = best[signs.length];
  return { bits: last?.bits ?? 0, hints: new Set(last?.hints) };
}

/** Everything that may begin at this place. A single sign always may, so every place can be reached. */
function* pieces(signs: readonly string[], at: number, own: ReadonlySet<string>): Generator<Piece> {
  const sign = signs[at] ?? '';
  yield { length: 1, bits: signBits(sign, signs[at - 1]) };
  yield* runs(signs, at);
  yield* echoes(signs, at);
  const rest = signs
    .slice(at, at + LONGEST)
    .join('')
    .toLowerCase();
  const plain = Array.from(rest, (each) => LOOKALIKES.get(each) ?? each).join('');
  if (/^(19|20)\d\d/.test(rest)) yield { length: 4, bits: Math.log2(200), hint: 'pattern' };
  for (let length = 3; length <= rest.length; length += 1) {
    const word = rest.slice(0, length);
    const read = plain.slice(0, length);
    const disguise = word === read ? 0 : 1;
    const shape = signs.slice(at, at + length).join('') === word ? 0 : 1;
    const extra = disguise + shape;
    if (own.has(read) || own.has(word)) yield { length, bits: 3 + extra, hint: 'personal' };
    if (COMMON_SET.has(read) || COMMON_SET.has(word)) {
      yield { length, bits: Math.log2(COMMON.length) + extra, hint: 'common' };
    } else if (WORD_SET.has(read)) yield { length, bits: Math.log2(WORDS.length) + extra };
  }
}

/** A letter after a letter is easier to guess than the first: people write words. */
function signBits(sign: string, before: string | undefined): number {
  if (sign === ' ' || sign === '-') return 0.5;
  if (/\p{Ll}/u.test(sign))
    return before !== undefined && /\p{L}/u.test(before) ? 2.5 : Math.log2(29);
  if (/\p{Lu}/u.test(sign)) return Math.log2(58);
  return /\d/.test(sign) ? Math.log2(10) : Math.log2(33);
}

/** aaaa, 4567, poiu: known from its first sign and its length. */
function* runs(signs: readonly string[], at: number): Generator<Piece> {
  const lower = signs.slice(at, at + LONGEST).map((sign) => sign.toLowerCase());
  const [first] = lower;
  if (first === undefined) return;
  for (const row of [
    first.repeat(LONGEST),
    ...ROWS,
    ...ROWS.map((each) => Array.from(each).reverse().join('')),
  ]) {
    const start = row.indexOf(first);
    if (start < 0) continue;
    let length = 1;
    while (length < lower.length && row[start + length] === lower[length]) length += 1;
    if (length >= 3)
      yield { length, bits: signBits(first, undefined) + Math.log2(length) + 1, hint: 'pattern' };
  }
}

/** The same again, wherever it stood before. */
function* echoes(signs: readonly string[], at: number): Generator<Piece> {
  const before = signs.slice(0, at).join('').toLowerCase();
  const rest = signs.slice(at, at + LONGEST).map((sign) => sign.toLowerCase());
  for (let length = rest.length; length >= 3; length -= 1) {
    if (!before.includes(rest.slice(0, length).join(''))) continue;
    yield { length, bits: Math.log2(at + 1) + 1, hint: 'pattern' };
  }
}
