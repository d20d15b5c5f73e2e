/** A small test by the PDSA wheel as a trainee writes it in module 8 (domain.md B11). */
export interface SmallTest {
  readonly goal: string;
  readonly measure: string;
  /** YYYY-MM-DD: when the measure is looked at. */
  readonly date: string;
  readonly owner: string;
}

export const SMALL_TEST_PARTS = [
  'goal',
  'measure',
  'date',
  'owner',
] as const satisfies readonly (keyof SmallTest)[];
export type SmallTestPart = (typeof SMALL_TEST_PARTS)[number];

/** So many letters are the least: an owner may be initials. */
const LEAST = { goal: 3, measure: 3, owner: 2 } as const;

/** The parts that are there. A date is there when it is a day of the calendar that has not passed. */
export const partsThere = (test: SmallTest, today: string): readonly SmallTestPart[] =>
  SMALL_TEST_PARTS.filter((part) =>
    part === 'date' ? isDayFrom(test.date, today) : test[part].trim().length >= LEAST[part],
  );

function isDayFrom(day: string, today: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day < today) return false;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
