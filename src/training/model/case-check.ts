import type { Guide } from '../../guide/model/guide.ts';
import { CaseId, type PracticeCase } from './case.ts';
import type { CaseForm } from './case-form.ts';
import { lintCase } from './case-lint.ts';
import { makeCase, type CasePlace, type Lack } from './case-made.ts';
import type { CaseProblem } from './case-problem.ts';

/** One thing to mend before a case can be published, and where; the sentences are in i18n/training-own-cases.ts. */
export type ToMend =
  | { readonly place: CasePlace; readonly lack: Lack['type'] }
  | {
      readonly place: CasePlace;
      readonly problem: CaseProblem['what'];
      readonly found: string | null;
    };

/** What stands in the form as it would be published, and what is to be mended first. */
export function checkCase(
  form: CaseForm,
  guide: Guide,
): { readonly made: PracticeCase | null; readonly toMend: readonly ToMend[] } {
  // Its own id is random, and is nobody's telephone number.
  const made = makeCase(form, { id: CaseId.parse('own'), version: 1 });
  if (!made.ok) {
    return { made: null, toMend: made.error.map(({ place, type }) => ({ place, lack: type })) };
  }
  const toMend = lintCase(made.value, guide).map(({ what, place, found }): ToMend => {
    return { place: placeOfProblem(place, made.value, guide), problem: what, found };
  });
  return { made: made.value, toMend };
}

/** The part of the form for what the check names: a question, a checkpoint or a part of the case. */
function placeOfProblem(place: string, made: PracticeCase, guide: Guide): CasePlace {
  const asked = guide.sections.some(({ questions }) => questions.some(({ id }) => id === place));
  if (asked || place in made.answers) return `answers/${place}`;
  if (place === 'voice') return 'voice';
  const isCheckpoint = made.checkpoints.some(({ id }) => id === place);
  return isCheckpoint || place === 'checkpoints' ? 'checkpoints' : 'about';
}
