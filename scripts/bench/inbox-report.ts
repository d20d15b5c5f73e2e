import type { InboxFigures } from './inbox.ts';
import { quantile } from './measure.ts';
import { loadNote } from './report.ts';

const ROWS = [
  { name: 'Inbox usable after unlocking', of: 'usable', unit: 'ms', limit: '1,500 ms' },
  { name: '… of that, until the vault is open', of: 'unlocked', unit: 'ms', limit: '' },
  { name: 'Processor time of the vault worker until then', of: 'workerCpu', unit: 'ms', limit: '' },
  { name: 'Processor time of the page until then', of: 'pageCpu', unit: 'ms', limit: '' },
  { name: 'Filter of the list', of: 'filter', unit: 'ms', limit: '100 ms' },
  { name: 'Search by code, slowest key', of: 'search', unit: 'ms', limit: '100 ms' },
  { name: 'One interview opened, median of five', of: 'open', unit: 'ms', limit: '300 ms' },
  { name: 'Processor time of page and worker for it', of: 'openCpu', unit: 'ms', limit: '' },
  { name: 'Memory with the list open', of: 'memory', unit: 'MB', limit: '300 MB' },
  { name: 'Memory after five readings', of: 'memoryAfter', unit: 'MB', limit: '300 MB' },
] as const satisfies readonly { readonly of: keyof InboxFigures; readonly [key: string]: string }[];

/** The medians of all rounds as a Markdown table. */
export function inboxTable(
  found: readonly InboxFigures[],
  machine: {
    readonly count: number;
    readonly chromium: string;
    readonly cores: number;
    readonly load: number;
  },
): string {
  const lines = ROWS.map(({ name, of, unit, limit }) => {
    const all = found.map((figures) => figures[of] / (unit === 'MB' ? 1e6 : 1));
    const cell = (value: number) => `${value.toFixed(0)} ${unit}`;
    return `| ${name} | ${cell(quantile(all, 0.5))} | ${cell(Math.max(...all))} | ${limit} |`;
  });
  return `# A supervisor's inbox

\`npm run bench-inbox\` wrote this: medians of ${found.length} rounds, each in a browser just started, Chromium
${machine.chromium} on ${machine.cores} cores, with ${machine.count} delivered interviews of 40 answers and 80 kB in a
sealed vault, put there through the vault worker. The vault opens as by a passkey, so that the time of the passphrase
(half a second and more, on purpose) is not in it. Memory is what the renderer's process with page and worker
holds alone. No test rests on these figures.
${loadNote(machine)}

| Measure | Median | Worst | Limit |
| --- | ---: | ---: | ---: |
${lines.join('\n')}
`;
}
