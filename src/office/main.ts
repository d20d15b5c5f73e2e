import { parseArgs } from 'node:util';
import { sentence } from './sentences.ts';
import { StartProblem, startOffice, type RunningOffice } from './start.ts';

/*
 * node src/office/main.ts [--port 8787] [--data ./data] [--dist ./dist] [--public-url https://…] [--bench]
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8787' },
    data: { type: 'string', default: './data' },
    dist: { type: 'string', default: './dist' },
    'public-url': { type: 'string' },
    bench: { type: 'boolean', default: false },
  },
});
const publicUrl = values['public-url'];
const port = Number(values.port);

try {
  const office = await startOffice({
    data: values.data,
    dist: values.dist,
    port,
    bench: values.bench,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    log: (line) => console.log(line),
  });
  sayWhere(office);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      office.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
} catch (error) {
  const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (busy) console.error(sentence('portBusy', values.port));
  else if (error instanceof StartProblem) console.error(sentence(error.type));
  else throw error;
  process.exit(1);
}

function sayWhere(office: RunningOffice): void {
  console.log(`\n  ${sentence('running')}\n\n    ${office.url}\n`);
  if (office.secret !== undefined) {
    console.log(`  ${sentence('unclaimed')}\n\n    ${office.secret}\n`);
  }
}
