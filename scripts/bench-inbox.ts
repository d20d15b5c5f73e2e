import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureInbox, type InboxFigures } from './bench/inbox.ts';
import { inboxTable } from './bench/inbox-report.ts';
import { openBenchPlace } from './bench/place.ts';
import { root } from './run.ts';

/*
 * `npm run bench-inbox -- [--count 5000] [--rounds 5] [--dist FOLDER]`: a supervisor's vault with delivered interviews
 * of 40 answers and 80 kB, made through the vault worker, and how long the inbox takes with them. No test rests on it.
 */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '5' },
    /** A folder to keep the seeded profile in; what is there already is measured again. */
    keep: { type: 'string' },
    dist: { type: 'string', default: join(root, 'dist') },
    write: { type: 'string', default: join(root, 'docs', 'benchmarks', 'supervisor.md') },
  },
});

/** A kept vault opens only at the address at which it was made. */
const PORT = 41_873;

process.exitCode = await main();

async function main(): Promise<number> {
  const count = Number(values.count);
  const { keep } = values;
  const known = keep !== undefined && existsSync(join(keep, 'profile'));
  const place = await openBenchPlace(values.dist, keep ? { folder: keep, port: PORT } : undefined);
  try {
    if (!known) {
      process.stdout.write(`putting ${count} interviews into the vault …\n`);
      await place.seedInbox(count, (done) => process.stdout.write(`${done} of ${count}\n`));
    }
    const found: InboxFigures[] = [];
    for (let round = 1; round <= Number(values.rounds); round += 1) {
      const figures = await measureInbox(place);
      process.stdout.write(`round ${round}: ${JSON.stringify(figures)}\n`);
      found.push(figures);
    }
    const text = inboxTable(found, {
      count,
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
