import type { Program } from '../../../people/model/program.ts';
import { rowsWhenAsked, type Known, type PersonRow } from '../../../people/model/register.ts';
import { heldBy, type CameIn } from '../../../people/model/waves.ts';
import type { Journal } from '../../../journal/model/port.ts';
import { readProgram } from '../../../people/program-stream.ts';
import { interviewsIn } from './assigning.ts';
import { entriesIn, type Entry } from './register.ts';

/** By code, as `interviewsIn` gives them. */
type Talks = ReadonlyMap<string, readonly CameIn[]>;

interface Reckoned {
  readonly cameIn: Talks;
  readonly rules: string;
  readonly today: string;
  readonly rows: readonly PersonRow[];
}

/** Whoever comes back to the list finds it reckoned, as long as nobody in it has changed; gone with the list itself. */
const reckoned = new WeakMap<readonly Entry[], Reckoned>();

/** The rows of the register, each reckoned when it is first looked at. */
export function rowsOfRegister(
  entries: readonly Entry[],
  cameIn: Talks,
  program: Program,
  today: string,
): readonly PersonRow[] {
  const rules = JSON.stringify(program);
  const known = reckoned.get(entries);
  if (known?.cameIn === cameIn && known.rules === rules && known.today === today) return known.rows;
  const unread = entries.map(({ stream, code, person }) => ({
    stream,
    code,
    person: (): Known | null => {
      const read = person();
      return read && { ...read, held: heldBy(read, cameIn) };
    },
  }));
  const rows = rowsWhenAsked(unread, program, today);
  reckoned.set(entries, { cameIn, rules, today, rows });
  reckonBehind(rows);
  return rows;
}

/**
 * Has the register brought to the page and reckoned while nothing else happens, so that its list is there when somebody
 * comes to it for the first time, and a search finds all of it.
 */
export async function prepareRegister(journal: Journal, today: string): Promise<void> {
  const [entries, cameIn, program] = await Promise.all([
    entriesIn(journal),
    interviewsIn(journal),
    readProgram(journal),
  ]);
  rowsOfRegister(entries, cameIn, program, today);
}

/** So many at a time: ten milliseconds at most, after which a key that was pressed goes first. */
const AT_ONCE = 50;
/** Whoever goes to the list at once sees it first: what is on the screen is reckoned there. */
const AFTER_MS = 250;

function reckonBehind(rows: readonly PersonRow[], from = 0): void {
  if (from >= rows.length) return;
  setTimeout(
    () => {
      for (const row of rows.slice(from, from + AT_ONCE)) void row.words;
      reckonBehind(rows, from + AT_ONCE);
    },
    from === 0 ? AFTER_MS : 0,
  );
}
