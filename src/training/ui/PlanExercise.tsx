import { useState, type FormEvent } from 'react';
import type { QuestionId } from '../../base/ids.ts';
import type { Guide } from '../../guide/model/guide.ts';
import { exerciseTexts } from '../../i18n/training-exercises.ts';
import { Button } from '../../kit/button.tsx';
import { Check } from '../../kit/choice.tsx';
import { Notice } from '../../kit/notice.tsx';
import { minutesOf, PLAN_RULES, planOf, rulesKept, type PlanRule } from '../model/plan-exercise.ts';
import type { ExerciseProps } from './exercise-props.ts';
import './exercises.css';

/** Module 4: a short version of the guide in use, where opening and closing stand fast. */
export function PlanExercise({
  guides,
  ...rest
}: Pick<ExerciseProps, 'guides' | 'language' | 'onDone'>) {
  const [guide] = guides;
  return guide ? <PlanOf guide={guide} {...rest} /> : null;
}

function PlanOf({
  guide,
  language,
  onDone,
}: Pick<ExerciseProps, 'language' | 'onDone'> & { readonly guide: Guide }) {
  const t = exerciseTexts[language];
  const { minutes, fast } = planOf(guide);
  const [chosen, setChosen] = useState<ReadonlySet<QuestionId>>(fast);
  const [kept, setKept] = useState<readonly PlanRule[] | null>(null);
  const put = (id: QuestionId, on: boolean) => {
    setChosen(new Set([...chosen, id].filter((each) => on || each !== id)));
    setKept(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const now = rulesKept(guide, chosen);
    setKept(now);
    onDone({ right: now.length, of: PLAN_RULES.length });
  };
  return (
    <form className="stack" noValidate onSubmit={submit} lang={language}>
      <p>{t.planIntro(minutes)}</p>
      {guide.sections.map((section) => (
        <fieldset className="group" key={section.id}>
          <legend>{section.title[language] ?? section.title.sv}</legend>
          {section.questions.map((question) => {
            const text = question.text[language] ?? question.text.sv;
            const facts = `${t.planMinutes(question.minutes)}${question.core ? `, ${t.planCore}` : ''}`;
            if (fast.has(question.id)) {
              return (
                <p key={question.id}>
                  {text} <span className="hint">{`${facts}. ${t.planFast}`}</span>
                </p>
              );
            }
            return (
              <Check
                key={question.id}
                label={
                  <>
                    {text} <span className="hint">{facts}</span>
                  </>
                }
                checked={chosen.has(question.id)}
                onChange={(on) => put(question.id, on)}
              />
            );
          })}
        </fieldset>
      ))}
      <p className="exercise-sum">{t.planSum(minutesOf(guide, chosen), minutes)}</p>
      <div role="status">
        {kept && (
          <Notice tone={kept.length === PLAN_RULES.length ? 'info' : 'warn'}>
            {PLAN_RULES.map((rule) => (
              <p key={rule}>{kept.includes(rule) ? t[`plan_${rule}`] : t[`planNot_${rule}`]}</p>
            ))}
          </Notice>
        )}
      </div>
      <div className="row" data-end="">
        <Button type="submit" variant="primary">
          {t.planShow}
        </Button>
      </div>
    </form>
  );
}
