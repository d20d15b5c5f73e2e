import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWhenOlder } from './bundle.ts';
import { openBenchPlace } from './bench/place.ts';
import { table } from './bench/report.ts';
import { measureOnce, SIZES, type Figures, type Size } from './bench/measure.ts';
import { root } from './run.ts';

/*
 * `npm run bench [-- --rounds 5] [--dist FOLDER]`: start, restore, switch, typing, put, heap and bytes with 40, 200
 * and 1000 questions, in Chromium with the main thread four times slower. The figures are for comparing two
 * versions on one quiet machine; no test rests on them.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    dist: { type: 'string' },
    write: { type: 'string', default: join(root, 'docs', 'benchmarks', 'latest.md') },
  },
});

process.exitCode = await main();

async function main(): Promise<number> {
  const dist = values.dist ?? join(root, 'dist');
  if (!values.dist && (await buildWhenOlder()) !== 0) return 1;
  const place = await openBenchPlace(dist);
  const found = new Map<Size, Figures[]>(SIZES.map((size) => [size, []]));
  try {
    for (const size of SIZES) await place.seed(size);
    // The sizes take turns, so that a slow minute of the machine does not fall on one of them.
    for (let round = 1; round <= Number(values.rounds); round += 1) {
      for (const size of SIZES) {
        process.stdout.write(`round ${round} of ${values.rounds}, ${size} questions …\n`);
        found.get(size)?.push(await measureOnce(place, size));
      }
    }
    const text = table(found, {
      chromium: place.version,
      cores: cpus().length,
      load: loadavg()[0] ?? Number.NaN,
    });
    process.stdout.write(`\n${text}`);
    mkdirSync(join(values.write, '..'), { recursive: true });
    writeFileSync(values.write, text);
    return 0;
  } finally {
    await place.end();
  }
}
