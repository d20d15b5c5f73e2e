import { buildWhenOlder } from './bundle.ts';
import { run } from './run.ts';

/* `npm start`: the app is built when it has to be, then the office serves it. Arguments go on to the office. */
const built = await buildWhenOlder();
process.exitCode =
  built === 0
    ? await run(process.execPath, ['src/office/main.ts', ...process.argv.slice(2)])
    : built;
