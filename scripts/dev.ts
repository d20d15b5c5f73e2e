import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import { startOffice } from '../src/office/start.ts';
import { timerPause } from '../src/sync/loop.ts';
import { openDemo } from './demo.ts';
import { root } from './run.ts';

/*
 * `npm run dev`: the app with hot reload, and behind it an office of invented people that is gone when you stop.
 */
const EVERY_MS = 2000;

const data = mkdtempSync(join(tmpdir(), 'aterblick-dev-'));
process.on('exit', () => rmSync(data, { recursive: true, force: true }));
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => stop.abort());
}

const office = await startOffice({ data, port: 0 });
// The app asks for /api on its own origin, as in production; vite.config.ts passes it on to this address.
process.env['ATERBLICK_DEV_OFFICE'] = office.url;
const app = await createServer({
  root,
  clearScreen: false,
  // Found late, a dependency makes Vite reload the page, and an invitation's secret does not survive that.
  optimizeDeps: { entries: ['index.html', 'src/{app,vault}/worker/*.ts'] },
});
await app.listen();
const origin = new URL(app.resolvedUrls?.local[0] ?? `http://localhost:${app.config.server.port}`);

const demo = await openDemo({
  office: office.url,
  secret: office.secret ?? '',
  origin: origin.origin,
});
say(`
  Återblick with invented people. Open one of these; each link works once, so take a private window for the other:

  as a supervisor, with two interviews waiting
    ${demo.links.supervisor}

  as an interviewer
    ${demo.links.interviewer}
`);

let waitedFor: string | undefined;
while (!stop.signal.aborted) {
  const { admitted, delivered, problem } = await demo.round();
  for (const { name, role } of admitted) say(`  Admitted: ${name}, ${role}.`);
  if (delivered > 0) say(`  ${delivered} invented interviews were sent to the supervisors.`);
  if (problem && problem.type !== waitedFor) say(`  The invented office waits: ${problem.type}.`);
  waitedFor = problem?.type;
  await timerPause(EVERY_MS, stop.signal);
}
await app.close();
await office.close();
process.exit();

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
