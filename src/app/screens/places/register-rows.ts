import type { Program } from '../../../people/model/program.ts';
import { rowsWhenAsked, type Known, type PersonRow } from '../../../people/model/register.ts';
import { heldBy, type CameIn } from '../../../people/model/waves.ts';
import type { Journal } from '../../../journal/model/port.ts';
import { readProgram } from '../../../people/program-stream.ts';
import { interviewsIn, readTalks } from './assigning.ts';
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
  const entries = await entriesIn(journal);
  if (entries.length === 0) return;
  await inSlices(await journal.list('interview'), readTalks);
  const [cameIn, program] = await Promise.all([interviewsIn(journal), readProgram(journal)]);
  rowsOfRegister(entries, cameIn, program, today);
}

/** Whoever goes to the list at once sees it first: what is on the screen is reckoned there. */
const AFTER_MS = 250;

function reckonBehind(rows: readonly PersonRow[]): void {
  setTimeout(() => {
    void inSlices(rows, (some) => some.forEach((row) => void row.words));
  }, AFTER_MS);
}

/** So many at a time: ten milliseconds at most, after which a key that was pressed goes first. */
const AT_ONCE = 50;

async function inSlices<T>(all: readonly T[], task: (some: readonly T[]) => void): Promise<void> {
  for (let from = 0; from < all.length; from += AT_ONCE) {
    task(all.slice(from, from + AT_ONCE));
    await new Promise((resolve) => setTimeout(resolve));
  }
}
