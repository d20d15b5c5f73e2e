/** What to measure: how many questions, and whether the first half of them is answered. */
export interface BenchQuery {
  readonly task: 'seed' | 'open' | 'put';
  readonly n: number;
  readonly half: boolean;
}

/** Fewer would be no guide; more than this no guide may have. */
const FEWEST = 10;
const MOST = 2000;

export function readBenchQuery(search: string): BenchQuery {
  const query = new URLSearchParams(search);
  const task = query.get('bench');
  const wanted = Math.trunc(Number(query.get('n') ?? 40)) || 40;
  return {
    task: task === 'seed' || task === 'put' ? task : 'open',
    n: Math.min(MOST, Math.max(FEWEST, wanted)),
    half: query.get('state') === 'half',
  };
}
