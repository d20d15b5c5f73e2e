import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { quantile } from './bench/measure.ts';
import { openBenchPlace } from './bench/place.ts';
import { measureRegister, type RegisterFigures } from './bench/register.ts';
import { loadNote } from './bench/report.ts';
import { root } from './run.ts';

/*
 * `npm run bench-register -- [--count 2000] [--rounds 5] [--dist FOLDER]`: a supervisor's vault with people in the
 * register, put there through the vault worker, and how long list, filter and search take. No test rests on it.
 */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '5' },
    dist: { type: 'string', default: join(root, 'dist') },
    write: { type: 'string', default: join(root, 'docs', 'benchmarks', 'register.md') },
  },
});

const ROWS = [
  { name: 'The list, opened for the first time after unlocking', of: 'first', limit: '100 ms' },
  { name: 'The list at once, without a moment at the inbox', of: 'atOnce', limit: '' },
  { name: 'The list, opened again, median of five', of: 'list', limit: '100 ms' },
  { name: 'Filter of the list', of: 'filter', limit: '100 ms' },
  { name: 'Search by code, slowest key', of: 'search', limit: '100 ms' },
] as const satisfies readonly {
  readonly of: keyof RegisterFigures;
  readonly [key: string]: string;
}[];

process.exitCode = await main();

async function main(): Promise<number> {
  const count = Number(values.count);
  const place = await openBenchPlace(values.dist);
  try {
    process.stdout.write(`putting ${count} people into the register …\n`);
    await place.seedRegister(count, (done) => process.stdout.write(`${done} of ${count}\n`));
    const found: RegisterFigures[] = [];
    for (let round = 1; round <= Number(values.rounds); round += 1) {
      const figures = await measureRegister(place);
      process.stdout.write(`round ${round}: ${JSON.stringify(figures)}\n`);
      found.push(figures);
    }
    const text = tableOf(found, { count, chromium: place.version });
    process.stdout.write(`\n${text}`);
    mkdirSync(join(values.write, '..'), { recursive: true });
    writeFileSync(values.write, text);
    return 0;
  } finally {
    await place.end();
  }
}

/** The medians of all rounds as a Markdown table. */
function tableOf(
  found: readonly RegisterFigures[],
  { count, chromium }: { readonly count: number; readonly chromium: string },
): string {
  const cores = cpus().length;
  const lines = ROWS.map(({ name, of, limit }) => {
    const all = found.map((figures) => figures[of]);
    return `| ${name} | ${quantile(all, 0.5).toFixed(0)} ms | ${Math.max(...all).toFixed(0)} ms | ${limit} |`;
  });
  return `# The register

\`npm run bench-register\` wrote this: medians of ${found.length} rounds, each in a browser just started, Chromium
${chromium} on ${cores} cores, with ${count} people in a sealed vault, put there through the vault worker: two
placements each, every second one asked. The list shows fifty at a time. No test rests on these figures.
${loadNote({ cores, load: loadavg()[0] ?? Number.NaN })}

| Measure | Median | Worst | Limit |
| --- | ---: | ---: | ---: |
${lines.join('\n')}
`;
}
