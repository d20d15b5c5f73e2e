import { lazy, Suspense, useCallback, useState, type ComponentType } from 'react';
import type { Random } from '../../../base/deps.ts';
import { trainingTexts } from '../../../i18n/training-overview.ts';
import { useLanguage, useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import type { ExerciseProps } from '../../../training/ui/exercise-props.ts';
import { exerciseTitle } from '../../../training/ui/exercise-title.ts';
import { EXERCISES } from '../../../training/ui/exercises.ts';
import type { Desk } from '../../port.ts';
import { useAsked } from '../use-desk.ts';
import type { TrainingHere } from './training-here.ts';
import { note } from './use-training.ts';

const SCREENS: readonly {
  readonly name: string;
  readonly Screen: ComponentType<ExerciseProps>;
}[] = Object.entries(EXERCISES).map(([name, load]) => ({
  name,
  Screen: lazy(async () => ({ default: await load() })),
}));

const FieldPart = lazy(async () => ({ default: (await import('./FieldPart.tsx')).FieldPart }));
/** The exercise with a vault of its own, which needs more than what the others get. */
const RESTART = 'restart';

/** The exercises of a module, those its data asks for. What comes out of one is noted at once. */
export function ExercisePart(props: {
  readonly desk: Desk;
  readonly here: TrainingHere;
  readonly module: string;
  readonly today: string;
  readonly random: Random;
}) {
  const { here, module } = props;
  const needs = here.needs.modules.find((each) => each.module === module)?.needs ?? [];
  return needs.map((need) =>
    need.type === 'exercise' ? (
      <Exercise key={need.exercise} {...props} exercise={need.exercise} />
    ) : null,
  );
}

function Exercise(props: {
  readonly desk: Desk;
  readonly here: TrainingHere;
  readonly module: string;
  readonly exercise: string;
  readonly today: string;
  readonly random: Random;
}) {
  const { desk, here, module, exercise } = props;
  const t = useTexts(trainingTexts);
  const { language } = useLanguage();
  const [outcome, setOutcome] = useState<string | null>(null);
  const guides = useAsked(
    desk,
    useCallback(() => desk.guides(), [desk]),
  );
  const chosen = SCREENS.find(({ name }) => name === exercise);
  if (!chosen && exercise !== RESTART) return null;
  const best = here.progress.exercises
    .filter((each) => each.module === module && each.exercise === exercise)
    .toSorted((a, b) => b.right - a.right)[0];
  const keep = async ({ right, of }: Parameters<ExerciseProps['onDone']>[0]): Promise<boolean> => {
    const data = { module, exercise, right, of };
    const kept = await note(desk, { type: 'ExerciseDone', version: 1, data });
    setOutcome(kept ? t.exerciseDone(right, of) : t.notSaved);
    return kept;
  };
  const done: ExerciseProps['onDone'] = (result) => void keep(result);
  const heading = `exercise-${exercise}`;
  return (
    <section className="card stack" aria-labelledby={heading}>
      <h2 id={heading}>{t.exercise(exerciseTitle(exercise, language))}</h2>
      {best && <p className="hint">{t.exerciseBest(best.right, best.of)}</p>}
      <Suspense>
        {chosen && guides && (
          <chosen.Screen language={language} guides={guides} today={props.today} onDone={done} />
        )}
        {!chosen && <FieldPart desk={desk} random={props.random} onDone={keep} />}
      </Suspense>
      <div role="status">{outcome && <Notice>{outcome}</Notice>}</div>
    </section>
  );
}
