import { groupsOf } from '../../people/model/withhold.ts';

/** How many of a group have done something; null where the numbers could tell about somebody in it. */
export interface DoneOf {
  readonly done: number | null;
  readonly of: number | null;
}

const NOTHING: DoneOf = { done: null, of: null };

/**
 * `done` of `of`, as far as it may leave the trainer's screen. Both those who have and those who have not must be
 * nobody or at least `least`: "one of six has not" is about a person. A group that is too small shows nothing at all.
 */
export function shownOf(done: number, of: number, least: number): DoneOf {
  if (of < least) return NOTHING;
  const together = groupsOf([done, of - done], least)?.length !== 2;
  return { done: together ? null : done, of };
}

/** One group's results; `counted` are those who let trainers see their progress, and nobody else is in a number. */
export interface GroupResults<M extends string = string> {
  readonly group: string;
  readonly counted: readonly M[];
  /** In the order of the modules; `done` among those who are counted. */
  readonly rows: readonly { readonly what: string; readonly done: number }[];
}

/**
 * The table that is exported, without anybody's name: one line for each group and thing done. Two groups that share
 * somebody could be reckoned against each other, so of such groups only the first has numbers.
 */
export function resultRows(
  results: readonly GroupResults[],
  least: number,
  words: {
    readonly head: readonly [group: string, what: string, done: string, of: string];
    readonly withheld: string;
  },
): readonly (readonly string[])[] {
  const seen = new Set<string>();
  const cell = (n: number | null) => (n === null ? words.withheld : String(n));
  const rows = results.flatMap(({ group, counted, rows: lines }) => {
    const overlaps = counted.some((member) => seen.has(member));
    if (!overlaps) for (const member of counted) seen.add(member);
    return lines.map(({ what, done }) => {
      const shown = overlaps ? NOTHING : shownOf(done, counted.length, least);
      return [group, what, cell(shown.done), cell(shown.of)];
    });
  });
  return [words.head, ...rows];
}
