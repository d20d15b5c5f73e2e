/** What to measure: how many questions, and whether the first half of them is answered. */
export interface BenchQuery {
  readonly task: 'seed' | 'open' | 'put' | 'seedInbox' | 'seedRegister' | 'inbox';
  readonly n: number;
  readonly half: boolean;
}

/** Fewer would be no guide; more than this no guide may have. */
const FEWEST = 10;
const MOST = 2000;
/** Delivered interviews, or people in the register, in the supervisor's vault. */
const MOST_DELIVERED = 20_000;

const TASKS = ['seed', 'put', 'seedInbox', 'seedRegister', 'inbox'] as const;

export function readBenchQuery(search: string): BenchQuery {
  const query = new URLSearchParams(search);
  const task = TASKS.find((each) => each === query.get('bench')) ?? 'open';
  const wanted = Math.trunc(Number(query.get('n') ?? 40)) || 40;
  const most = task === 'seedInbox' || task === 'seedRegister' ? MOST_DELIVERED : MOST;
  return {
    task,
    n: Math.min(most, Math.max(FEWEST, wanted)),
    half: query.get('state') === 'half',
  };
}
