import type { Millis, StreamId } from '../../base/ids.ts';
import type { Material, RetentionRule } from '../../people/model/program.ts';
import type { Going } from '../../interview/model/withdrawal.ts';

const DAY_MS = 24 * 60 * 60_000;

/** What this device has of one delivered interview. */
export interface Held {
  readonly interview: StreamId;
  readonly code: string;
  readonly completedAt: Millis | null;
  readonly has: ReadonlySet<Material>;
  /** Urgent messages nobody has taken care of. */
  readonly unhandled: number;
}

/** What a rule says is to be erased of one interview, and since when. */
export interface DueForErasing {
  readonly interview: StreamId;
  readonly code: string;
  readonly materials: readonly Material[];
  readonly decision: string;
  readonly since: Millis;
  readonly unhandled: number;
}

/**
 * What is to be erased by the office's rules, the longest overdue first. Days are counted from when the interview was
 * completed. What the participant has taken back is not among it: that has its own list.
 */
export function dueForErasing(
  held: readonly Held[],
  rules: readonly RetentionRule[],
  going: ReadonlyMap<StreamId, Going>,
  now: Millis,
): readonly DueForErasing[] {
  return held
    .flatMap(({ interview, code, completedAt, has, unhandled }): DueForErasing[] => {
      const known = going.get(interview);
      if (completedAt === null || known?.withdrawn) return [];
      const due = rules.filter(
        ({ material, days }) =>
          has.has(material) &&
          !known?.erased.includes(material) &&
          completedAt + days * DAY_MS <= now,
      );
      const [first] = due;
      if (!first) return [];
      return [
        {
          interview,
          code,
          materials: [...new Set(due.map(({ material }) => material))],
          decision: [...new Set(due.map(({ decision }) => decision))].join(', '),
          since: Math.min(...due.map(({ days }) => completedAt + days * DAY_MS)),
          unhandled,
        },
      ];
    })
    .sort((a, b) => a.since - b.since || (a.interview < b.interview ? -1 : 1));
}
