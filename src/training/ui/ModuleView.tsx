import type { ReactNode } from 'react';
import { trainingTexts } from '../../i18n/training-overview.ts';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import {
  isModuleDone,
  stepsOf,
  type Done,
  type ModuleNeeds,
  type Step,
} from '../model/exercises.ts';
import type { TrainingModule } from '../model/training.ts';
import { ConfirmStep } from './ConfirmStep.tsx';
import { exerciseTitle } from './exercise-title.ts';
import './training.css';

type Confirmed = Done['confirmed'][number];

/** What a module is for, what one does in it and what shows that it is done. */
export function ModuleView(props: {
  readonly module: TrainingModule;
  readonly modules: readonly TrainingModule[];
  /** Names of the practice cases that a step may speak of. */
  readonly cases: readonly { readonly id: string; readonly persona: { readonly alias: string } }[];
  readonly needs: ModuleNeeds;
  readonly progress: Done;
  /** YYYY-MM-DD */
  readonly today: string;
  /** @returns false when it could not be kept. */
  readonly onConfirm: (how: Confirmed['how'], note: string) => Promise<boolean>;
  /** The exercise, and ways to what the module asks to read and do. */
  readonly children: ReactNode;
}) {
  const { module, modules, needs, progress } = props;
  const t = useTexts(trainingTexts);
  const local = useLocal();
  const before = modules.filter(
    ({ id }) => module.requires.includes(id) && !isModuleDone(needs, id, progress),
  );
  const steps = stepsOf(needs, module.id, progress);
  return (
    <div className="stack">
      <p className="hint">
        {t.module(module.order)} · {t.minutes(module.minutes)}
      </p>
      {before.length > 0 && (
        <p>{t.first(before.map(({ order, title }) => `${order}. ${local(title)}`).join(' · '))}</p>
      )}
      <dl className="card module-facts">
        {(['goal', 'activity', 'check'] as const).map((fact) => (
          <div key={fact}>
            <dt>{t[fact]}</dt>
            <dd>{local(module[fact])}</dd>
          </div>
        ))}
      </dl>
      {props.children}
      <section className="card stack" aria-labelledby="module-shows">
        <h2 id="module-shows">{t.shows}</h2>
        <ul role="list" className="module-steps">
          {steps.map((step) => (
            <li key={JSON.stringify(step.need)} className="stack">
              <StepLine step={step} cases={props.cases} />
              {step.need.type === 'confirmed' && (
                <ConfirmStep
                  how={step.need.how}
                  said={lastSaid(progress.confirmed, module.id, step.need.how)}
                  today={props.today}
                  onConfirm={props.onConfirm}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

const lastSaid = (
  confirmed: Done['confirmed'],
  module: string,
  how: Confirmed['how'],
): string | null =>
  confirmed.filter((each) => each.module === module && each.how === how).at(-1)?.note ?? null;

function StepLine(props: {
  readonly step: Step;
  readonly cases: readonly { readonly id: string; readonly persona: { readonly alias: string } }[];
}) {
  const { need, met } = props.step;
  const t = useTexts(trainingTexts);
  const { language } = useLanguage();
  const aliasOf = (id: string) => props.cases.find((each) => each.id === id)?.persona.alias ?? id;
  const words = () => {
    switch (need.type) {
      case 'confirmed':
        return need.how === 'exercise' ? t.step_practice : t[`step_${need.how}`];
      case 'exercise':
        return t.step_exercise(exerciseTitle(need.exercise, language), need.atLeast);
      case 'case':
        return need.allMet ? t.step_caseAll(aliasOf(need.case)) : t.step_case(aliasOf(need.case));
    }
  };
  return (
    <p className="module-head">
      <span>{words()}</span>
      <span className="tag" data-tone={met ? 'ok' : undefined}>
        {met ? t.stepDone : t.stepLeft}
      </span>
    </p>
  );
}
