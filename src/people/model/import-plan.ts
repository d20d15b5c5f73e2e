import type { ReadRow, RowProblem, RowResult } from './import-row.ts';
import type { ParticipantSummary } from './participant.ts';

/** Somebody the list brings, with every placement that its rows tell of. */
export interface PlannedPerson {
  readonly code: string;
  readonly details: ReadRow['details'];
  readonly placements: readonly NonNullable<ReadRow['placement']>[];
}

/** A row that was not read in, and why; row 1 is the headings. */
export interface RowError {
  readonly row: number;
  readonly problems: readonly RowProblem[];
}

export interface Plan {
  readonly people: readonly PlannedPerson[];
  readonly errors: readonly RowError[];
  /** People of the list who are in the register already and so are left as they are; by code. */
  readonly already: readonly string[];
}

type Known = Pick<ParticipantSummary, 'code' | 'details'>;

/**
 * Puts the rows of a list together to people. Somebody is the same by the code or, without one, by name and birth
 * month; so reading the same list in again, or going on after it was stopped half-way, brings nobody twice.
 */
export class ImportPlan {
  readonly #people = new Map<string, PlannedPerson>();
  readonly #already = new Set<string>();
  readonly #errors: RowError[] = [];
  readonly #byCode: ReadonlyMap<string, Known>;
  readonly #byName: ReadonlyMap<string, Known>;
  readonly #removed: ReadonlySet<string>;

  /** @param removed codes of those who were removed from the register: a list does not bring them back. */
  constructor(register: readonly Known[], removed: readonly string[] = []) {
    this.#removed = new Set(removed.map(folded));
    this.#byCode = new Map(register.map((each) => [folded(each.code), each]));
    this.#byName = new Map(register.map((each) => [nameOf(each.details), each]));
  }

  /** @param number where it stands in the file. */
  add(number: number, result: RowResult): void {
    if (!result.ok) {
      this.#errors.push({ row: number, problems: result.problems });
      return;
    }
    const { row } = result;
    if (this.#removed.has(folded(row.code))) return this.#refuse(number, 'removed');
    const here = this.#byCode.get(folded(row.code)) ?? this.#byName.get(nameOf(row.details));
    if (here) {
      // Somebody else has the code: reading it in would put two people under one.
      if (isSame(here.details, row.details)) this.#already.add(here.code);
      else this.#refuse(number);
      return;
    }
    const key = row.code === '' ? nameOf(row.details) : folded(row.code);
    const known = this.#people.get(key);
    if (known && !isSame(known.details, row.details)) return this.#refuse(number);
    const before = known?.placements ?? [];
    const { placement } = row;
    const isNew = placement && !before.some((each) => sameText(each, placement));
    this.#people.set(key, {
      code: known?.code ?? row.code,
      details: known?.details ?? row.details,
      placements: isNew ? [...before, placement] : before,
    });
  }

  #refuse(row: number, type: 'codeTaken' | 'removed' = 'codeTaken'): void {
    this.#errors.push({ row, problems: [{ field: 'code', type }] });
  }

  /** @param year two digits for the codes of those whom the list gives none. */
  result(year: string): Plan {
    const taken = new Set([
      ...this.#byCode.keys(),
      ...this.#removed,
      ...[...this.#people.values()].map(({ code }) => folded(code)),
    ]);
    let number = 0;
    const next = (): string => {
      for (;;) {
        number += 1;
        const code = `${year}-${String(number).padStart(3, '0')}`;
        if (taken.has(code)) continue;
        taken.add(code);
        return code;
      }
    };
    const people = [...this.#people.values()].map((person) =>
      person.code === '' ? { ...person, code: next() } : person,
    );
    return { people, errors: this.#errors, already: [...this.#already] };
  }
}

const folded = (text: string): string => text.trim().toLowerCase();
const nameOf = ({ name, birthMonth }: Pick<ReadRow['details'], 'name' | 'birthMonth'>): string =>
  `${folded(name).replace(/\s+/g, ' ')} ${birthMonth}`;
const isSame = (
  a: Pick<ReadRow['details'], 'name' | 'birthMonth'>,
  b: Pick<ReadRow['details'], 'name' | 'birthMonth'>,
): boolean => nameOf(a) === nameOf(b);
const sameText = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
