import { runTool } from './run.ts';

process.exitCode = await runTool('oxfmt', process.argv.length > 2 ? process.argv.slice(2) : ['.']);
