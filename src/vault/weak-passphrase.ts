import { normalPassphrase } from './derive.ts';

/**
 * Too easy to guess from a copied vault: shorter than twelve, all digits, or a few signs repeated. A run such as
 * "aaaa", "1234" or "abcd" counts as two signs.
 */
export function isWeakPassphrase(text: string): boolean {
  const signs = Array.from(normalPassphrase(text).toLowerCase());
  const telling = signs.filter((sign, index) => {
    const step = stepBetween(signs[index - 1], sign);
    const before = stepBetween(signs[index - 2], signs[index - 1]);
    return step === undefined || step !== before || Math.abs(step) > 1;
  });
  if (telling.length < 12 || new Set(telling).size < 6) return true;
  return telling.every((sign) => /[\d\s]/.test(sign)) && telling.length < 20;
}

function stepBetween(a: string | undefined, b: string | undefined): number | undefined {
  const [from, to] = [a?.codePointAt(0), b?.codePointAt(0)];
  return from === undefined || to === undefined ? undefined : to - from;
}
