import { MATERIALS, RetentionRule, type Material, type Program } from './program.ts';

/** One retention rule as it is being typed. `row` tells the rows apart while they come and go. */
export interface TypedRetention {
  readonly row: number;
  readonly material: Material;
  readonly days: string;
  readonly decision: string;
}

export type RetentionProblem =
  /** Two rules for the same material: it would be due by the shorter one without anybody having meant it. */
  | 'twice'
  | 'days'
  /** Nothing is erased without a decision (arkivlagen 10 §). */
  | 'noDecision';

export const MOST_DAYS = 36_500;

export const typedRetention = ({ retention }: Pick<Program, 'retention'>): TypedRetention[] =>
  retention.map((rule, row) => ({ ...rule, row, days: String(rule.days) }));

/** The material that a new row begins with: the first that has no rule; null when each has one. */
export const freeMaterial = (typed: readonly TypedRetention[]): Material | null =>
  MATERIALS.find((each) => typed.every(({ material }) => material !== each)) ?? null;

/** The rules with one more for what has none; unchanged when everything has one. */
export function oneMore(typed: readonly TypedRetention[]): readonly TypedRetention[] {
  const material = freeMaterial(typed);
  if (!material) return typed;
  const row = Math.max(-1, ...typed.map((each) => each.row)) + 1;
  return [...typed, { row, material, days: '', decision: '' }];
}

/** By row, what is in the way of keeping it. */
export function retentionProblems(
  typed: readonly TypedRetention[],
): ReadonlyMap<number, readonly RetentionProblem[]> {
  const seen = new Set<Material>();
  return new Map(
    typed.flatMap(({ row, material, days, decision }) => {
      const found: RetentionProblem[] = [];
      if (seen.has(material)) found.push('twice');
      seen.add(material);
      const n = /^\d{1,5}$/.test(days.trim()) ? Number(days) : 0;
      if (n < 1 || n > MOST_DAYS) found.push('days');
      if (decision.trim() === '') found.push('noDecision');
      return found.length > 0 ? [[row, found] as const] : [];
    }),
  );
}

/** The rules of rows without problems. */
export const retentionOf = (typed: readonly TypedRetention[]): RetentionRule[] =>
  typed.map(({ material, days, decision }) =>
    RetentionRule.parse({ material, days: Number(days), decision: decision.trim() }),
  );
