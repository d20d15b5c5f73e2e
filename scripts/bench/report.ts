import { quantile, SIZES, type Figures, type Size } from './measure.ts';

interface Row {
  readonly name: string;
  readonly of: (figures: Figures) => number;
  readonly unit: 'kB' | 'ms' | 'MB' | '';
  /** What performance.md asks for, in words, by its number. */
  readonly limit: string;
}

const rows: readonly Row[] = [
  {
    name: 'Script and style when question 1 takes a key, gzip',
    of: (f) => f.bytes / 1000,
    unit: 'kB',
    limit: 'A1: ≤ 200, goal 155',
  },
  {
    name: 'Cold start to the first key on screen',
    of: (f) => f.start,
    unit: 'ms',
    limit: 'A2: ≤ 915 / 980 / 980; ratio ≤ 1.15',
  },
  {
    name: 'Half-filled interview back and typable',
    of: (f) => f.restore,
    unit: 'ms',
    limit: 'A4: ≤ 519 / 534 / 588',
  },
  {
    name: 'Next section shown',
    of: (f) => f.switched,
    unit: 'ms',
    limit: 'A5: ≤ 46–52; ratio ≤ 1.15',
  },
  {
    name: 'Key to screen while saving, median',
    of: (f) => f.keyMedian,
    unit: 'ms',
    limit: 'ratio ≤ 1.15',
  },
  {
    name: 'Key to screen while saving, 95th of 100',
    of: (f) => f.keyP95,
    unit: 'ms',
    limit: 'A6: ≤ 105 at 1000; ratio ≤ 1.15',
  },
  {
    name: 'JS heap after all sections',
    of: (f) => f.heap / 1e6,
    unit: 'MB',
    limit: 'A7: ≤ 6 at 1000',
  },
  { name: 'Elements in the document then', of: (f) => f.nodes, unit: '', limit: 'A7: ≤ 950' },
  { name: '2 KB typed, safe in the reserve (×1)', of: (f) => f.draft, unit: 'ms', limit: 'B2' },
  {
    name: '2 KB settled, safe in both copies (×1)',
    of: (f) => f.settled,
    unit: 'ms',
    limit: 'B2: ≤ 1.3 of Dexie + AES-GCM',
  },
  {
    name: '2 KB in bare IndexedDB + AES-GCM, strict (×1)',
    of: (f) => f.rawPut,
    unit: 'ms',
    limit: 'the limit itself',
  },
];

/** The medians of all rounds as a Markdown table. */
export function table(
  found: ReadonlyMap<Size, readonly Figures[]>,
  machine: { readonly chromium: string; readonly cores: number; readonly load: number },
): string {
  const rounds = found.get(SIZES[0])?.length ?? 0;
  const median = (size: Size, row: Row): number =>
    quantile((found.get(size) ?? []).map(row.of), 0.5);
  const lines = rows.map((row) => {
    const cells = SIZES.map((size) => shown(median(size, row), row.unit));
    const ratio = (median(1000, row) / median(40, row)).toFixed(2);
    return `| ${[row.name, ...cells, ratio, row.limit].join(' | ')} |`;
  });
  return `# Speed

\`npm run bench\` wrote this: medians of ${rounds} interleaved rounds, each in a browser just started, Chromium
${machine.chromium} on ${machine.cores} cores, main thread four times slower except where it says ×1. Figures are for
comparing two versions on one quiet machine, and no test rests on them; the size alone is held by \`npm test\`.
${loadNote(machine)}

| Measure | 40 questions | 200 | 1000 | 1000 against 40 | Limit |
| --- | ---: | ---: | ---: | ---: | --- |
${lines.join('\n')}
`;
}

/** Says how busy the machine was, since times taken beside other work are too long. */
export function loadNote({
  load,
  cores,
}: {
  readonly load: number;
  readonly cores: number;
}): string {
  const busy = load > cores + 1;
  return busy
    ? `The machine was busy (load ${load.toFixed(0)}), so the times are several times too long; read the ratios.`
    : `The machine was quiet (load ${load.toFixed(1)}).`;
}

function shown(value: number, unit: Row['unit']): string {
  const digits = unit === '' || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)}${unit ? ` ${unit}` : ''}`;
}
