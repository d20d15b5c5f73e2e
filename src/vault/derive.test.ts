import { describe, expect, test } from 'vitest';
import { hex } from '../base/bytes.ts';
import { calibratedIterations } from './calibrate.ts';
import { deriveSecret, isRefusedDerivation } from './derive.ts';
import { delayAfter, heldToClock, waitFor } from './tries.ts';
import { isWeakPassphrase } from './weak-passphrase.ts';

describe('deriving', () => {
  test.each([
    [{ memoryKiB: 65_536, iterations: 3, parallelism: 4 }, false],
    [{ memoryKiB: 19 * 1024, iterations: 2, parallelism: 1 }, false],
    [{ memoryKiB: 19 * 1024 - 1, iterations: 9, parallelism: 1 }, true],
    [{ memoryKiB: 65_536, iterations: 1, parallelism: 4 }, true],
    [{ memoryKiB: 1024 * 1024, iterations: 64, parallelism: 16 }, false],
    [{ memoryKiB: 1024 * 1024 + 1, iterations: 3, parallelism: 4 }, true],
    [{ memoryKiB: 65_536, iterations: 65, parallelism: 4 }, true],
    [{ memoryKiB: 65_536, iterations: 3, parallelism: 17 }, true],
  ])('%j is refused: %s', (derivation, isRefused) => {
    expect(isRefusedDerivation(derivation)).toBe(isRefused);
  });

  test.each([
    [0, 6],
    [100, 6],
    [600, 5],
    [1000, 3],
    [9000, 3],
  ])('three passes in %i ms make %i', (measured, passes) => {
    expect(calibratedIterations(measured)).toBe(passes);
  });

  test('the same words give the same key however they are typed, other words another', async () => {
    const cheap = { memoryKiB: 64, iterations: 1, parallelism: 1 };
    const of = async (text: string): Promise<string> =>
      hex(await deriveSecret(text, '01'.repeat(16), cheap));
    expect(await of(' lampa\u0020 a\u030angra ')).toBe(await of('lampa ångra'));
    expect(await of('lampa angra')).not.toBe(await of('lampa ångra'));
  });

  test.each([
    '1234',
    '123456789012',
    'aaaaaaaaaaaaaaaa',
    'abcdefghijklmnop',
    'kort fras',
    'abababababab',
  ])('"%s" is too weak', (text) => expect(isWeakPassphrase(text)).toBe(true));
  test.each(['granit lampa tallkotte söndag', 'sju sjuka sjömän', '7391 0462 8815 2297 4630'])(
    '"%s" will do',
    (text) => expect(isWeakPassphrase(text)).toBe(false),
  );
});

describe('wrong tries', () => {
  test('wait 1, 2, 4 … 60 s', () => {
    expect([0, 1, 2, 3, 6, 7, 50].map(delayAfter)).toEqual([
      0, 1000, 2000, 4000, 32_000, 60_000, 60_000,
    ]);
  });
  test('the wait runs out, and a clock set back holds the door no longer than the delay', () => {
    expect(waitFor({ count: 3, at: 1000 }, 2000)).toBe(3000);
    expect(waitFor({ count: 3, at: 1000 }, 5000)).toBe(0);
    const yesterday = heldToClock({ count: 3, at: 100_000_000 }, 5000);
    expect(waitFor(yesterday, 5000)).toBe(4000);
    expect(waitFor(yesterday, 9000)).toBe(0);
  });
});
