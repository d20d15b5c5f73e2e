import { runCommand } from './commands.ts';

/* node src/office/command.ts audit verify [HEAD] | backup FOLDER | restore FOLDER [--data ./data] */
const outcome = await runCommand(process.argv.slice(2), { now: () => Date.now() });
(outcome.ok ? console.log : console.error)(outcome.text);
process.exitCode = outcome.ok ? 0 : 1;
