import { trainingTexts } from '../../i18n/training-overview.ts';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { stepsOf, type Done, type ModuleNeeds } from '../model/exercises.ts';
import type { TrainingModule } from '../model/training.ts';
import './training.css';

/** Where a module stands; derived from what was done, never stored. */
export type ModuleState = 'done' | 'begun' | 'notBegun';

export function moduleState(needs: ModuleNeeds, module: string, done: Done): ModuleState {
  const steps = stepsOf(needs, module, done);
  const met = steps.filter((step) => step.met).length;
  if (steps.length > 0 && met === steps.length) return 'done';
  const tried = done.exercises.some((each) => each.module === module);
  return met > 0 || tried ? 'begun' : 'notBegun';
}

/** The modules in their order, each with how far one has come. */
export function ModuleList(props: {
  readonly modules: readonly TrainingModule[];
  readonly needs: ModuleNeeds;
  readonly progress: Done;
  readonly pathOf: (module: TrainingModule['id']) => string;
  readonly onOpen: (module: TrainingModule['id']) => void;
}) {
  const { modules, needs, progress } = props;
  const t = useTexts(trainingTexts);
  const local = useLocal();
  const sorted = [...modules].sort((a, b) => a.order - b.order);
  const stateOf = (id: string) => moduleState(needs, id, progress);
  return (
    <section className="stack" aria-labelledby="training-modules">
      <h2 id="training-modules">{t.modules}</h2>
      <p>
        {t.modulesDone(sorted.filter(({ id }) => stateOf(id) === 'done').length, sorted.length)}
      </p>
      <ul role="list" className="module-list">
        {sorted.map(({ id, order, title, minutes }) => {
          const state = stateOf(id);
          return (
            <li key={id}>
              <a
                className="module-link"
                href={props.pathOf(id)}
                onClick={(event) => {
                  event.preventDefault();
                  props.onOpen(id);
                }}
              >
                <span className="module-head">
                  <span className="hint">
                    {t.module(order)} · {t.minutes(minutes)}
                  </span>
                  <span className="tag" data-tone={state === 'done' ? 'ok' : undefined}>
                    {t[state]}
                  </span>
                </span>
                <strong>{local(title)}</strong>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
