import { trainingTexts } from '../../i18n/training-overview.ts';
import { Button } from '../../kit/button.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import type { Missing } from '../model/readiness.ts';
import type { TrainingModule } from '../model/training.ts';
import './training.css';

/** What is lacking before a first interview, each with a way to it. */
export function MissingList(props: {
  readonly missing: readonly Missing[];
  readonly modules: readonly Pick<TrainingModule, 'id' | 'order' | 'title'>[];
  /** Who can sign, by name; none where the office has no trainer but oneself. */
  readonly trainers: readonly string[];
  readonly onModule: (module: TrainingModule['id']) => void;
  readonly onPractice: () => void;
}) {
  const t = useTexts(trainingTexts);
  const local = useLocal();
  return (
    <ul role="list" className="module-steps">
      {props.missing.map((each) => {
        if (each.type === 'module') {
          const module = props.modules.find(({ id }) => id === each.module);
          if (!module) return null;
          return (
            <li key={module.id} className="missing">
              <span>{t.missing_module(module.order, local(module.title))}</span>
              <Button onClick={() => props.onModule(module.id)}>
                {t.openModule(module.order)}
              </Button>
            </li>
          );
        }
        if (each.type === 'practice') {
          return (
            <li key="practice" className="missing">
              <span>{t.missing_practice}</span>
              <Button onClick={props.onPractice}>{t.practice}</Button>
            </li>
          );
        }
        return (
          <li key="signoff" className="missing">
            <span>
              {t[`missing_signoff_${each.why}`]}{' '}
              <span className="hint">
                {props.trainers.length > 0 ? t.askTrainer(props.trainers.join(', ')) : t.noTrainer}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
