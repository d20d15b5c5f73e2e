import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { SLOW, SLOW_SCREENS } from './scripts/slow.ts';

/*
 * Test files share a worker and its loaded modules, which halves the time of the whole row. So that none leaves
 * anything to the next, fakes put over functions and globals are taken off again by themselves.
 */
const shared = {
  isolate: false,
  restoreMocks: true,
  unstubGlobals: true,
  unstubEnvs: true,
  // Real key derivation and real servers take long on a busy machine; how fast they are is the benchmark's matter.
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/** `npm run check` leaves out what takes long. */
const quick = process.env['ATERBLICK_QUICK'] === '1';

const screens = { ...shared, environment: 'happy-dom', setupFiles: ['tests/setup/dom.ts'] };

/** Tests without a browser: pure and Node code in `node`, components in `dom`. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'node',
          environment: 'node',
          include: [
            'src/**/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/{contracts,golden,scenarios}/**/*.test.ts',
            'tests/*.test.ts',
          ],
          exclude: quick ? SLOW : [],
        },
      },
      {
        plugins: [react()],
        test: {
          ...screens,
          name: 'dom',
          include: ['src/**/*.test.tsx', 'tests/{scenarios,contracts}/**/*.test.tsx'],
          exclude: quick ? SLOW_SCREENS : [],
        },
      },
    ],
  },
});
