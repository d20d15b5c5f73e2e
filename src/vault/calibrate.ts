import type { Clock } from '../base/deps.ts';
import { deriveSecret, RECOMMENDED, type Derivation } from './derive.ts';

const MAX_ITERATIONS = 6;
const TARGET_MS = 1000;

/** How many passes this device takes in about a second, never fewer than recommended. */
export function calibratedIterations(measuredMs: number): number {
  if (measuredMs <= 0) return MAX_ITERATIONS;
  const passes = Math.floor((TARGET_MS * RECOMMENDED.iterations) / measuredMs);
  return Math.min(MAX_ITERATIONS, Math.max(RECOMMENDED.iterations, passes));
}

/** Measures the recommended parameters on this device and turns them up toward a second. */
export async function calibrate(clock: Clock): Promise<Derivation> {
  // Before the clock starts: fetching is not deriving.
  await import('./argon2.ts');
  const start = clock.now();
  const trial = await deriveSecret('calibration', '00'.repeat(16), RECOMMENDED);
  trial.fill(0);
  return { ...RECOMMENDED, iterations: calibratedIterations(clock.now() - start) };
}
