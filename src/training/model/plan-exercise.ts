import type { QuestionId } from '../../base/ids.ts';
import type { Guide, Question } from '../../guide/model/guide.ts';

/** A short interview to be planned out of a guide's questions (module 4). */
export interface Plan {
  /** What the guide's shortest track takes. */
  readonly minutes: number;
  /** The opening and the closing: always asked, so they stand fast. */
  readonly fast: ReadonlySet<QuestionId>;
}

/** What a plan has to hold to. */
export const PLAN_RULES = ['fits', 'everySection', 'coreFirst'] as const;
export type PlanRule = (typeof PLAN_RULES)[number];

/** The frame of the plan: the shortest track of the guide, and its questions in the first and last section. */
export function planOf(guide: Guide): Plan {
  const [short] = guide.tracks.toSorted((a, b) => a.minutes - b.minutes);
  const ends = [guide.sections[0], guide.sections.at(-1)].flatMap((each) => each?.questions ?? []);
  const asked = new Set(short?.questionIds);
  return {
    minutes: short?.minutes ?? 0,
    fast: new Set(ends.flatMap(({ id }) => (asked.has(id) ? [id] : []))),
  };
}

/** The minutes that the chosen questions take together. */
export const minutesOf = (guide: Guide, chosen: ReadonlySet<QuestionId>): number =>
  guide.sections
    .flatMap(({ questions }) => questions)
    .reduce((sum, { id, minutes }) => sum + (chosen.has(id) ? minutes : 0), 0);

/**
 * The rules that the chosen questions keep: they fit the time, no section is left out, and no question that may be
 * left out is asked where a core question of its section is not.
 */
export function rulesKept(guide: Guide, chosen: ReadonlySet<QuestionId>): readonly PlanRule[] {
  const kept = {
    fits: minutesOf(guide, chosen) <= planOf(guide).minutes,
    everySection: guide.sections.every(({ questions }) => asks(questions, chosen)),
    coreFirst: guide.sections.every(
      ({ questions }) =>
        !asks(
          questions.filter(({ core }) => !core),
          chosen,
        ) || questions.every(({ core, id }) => !core || chosen.has(id)),
    ),
  };
  return PLAN_RULES.filter((rule) => kept[rule]);
}

const asks = (questions: readonly Question[], chosen: ReadonlySet<QuestionId>): boolean =>
  questions.some(({ id }) => chosen.has(id));
