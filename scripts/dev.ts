import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenOlder } from './bundle.ts';
import { begin, beginTool } from './run.ts';

/* `npm run dev`: the app with hot reload on one port, a throw-away office behind it on another. */
const appPort = 5173;
const officePort = 8788;

const data = mkdtempSync(join(tmpdir(), 'aterblick-dev-'));
process.on('exit', () => rmSync(data, { recursive: true, force: true }));

// The office serves the built app too, so one has to be there; what you look at is the one on the other port.
const built = await buildWhenOlder();
if (built !== 0) process.exit(built);

const appUrl = `http://localhost:${appPort}`;
const office = begin(process.execPath, [
  'src/office/main.ts',
  ...['--port', String(officePort), '--data', data, '--public-url', appUrl],
]);
const app = beginTool('vite', ['--port', String(appPort), '--strictPort'], {
  ATERBLICK_DEV_OFFICE: `http://localhost:${officePort}`,
});

// When one ends, so does the other.
process.exitCode = await Promise.race([office.ended, app.ended]);
office.stop();
app.stop();
await Promise.all([office.ended, app.ended]);
