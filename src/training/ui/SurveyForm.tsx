import { useState, type FormEvent } from 'react';
import { surveyTexts } from '../../i18n/training-survey.ts';
import { Button } from '../../kit/button.tsx';
import { Scale } from '../../kit/choice.tsx';
import { TextArea } from '../../kit/field.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { unanswered, type Survey, type SurveyAnswer, type SurveyAnswers } from '../model/survey.ts';

const LOWEST = 1;
const HIGHEST = 5;

/** One round of the survey: each statement from 1 to 5, and two open questions that may be left empty. */
export function SurveyForm(props: {
  readonly survey: Survey;
  readonly answers: SurveyAnswers;
  /** @returns false when it could not be kept; what was written stays on the screen. */
  readonly onSave: (answers: SurveyAnswers) => Promise<boolean>;
}) {
  const { survey, onSave } = props;
  const t = useTexts(surveyTexts);
  const local = useLocal();
  const [answers, setAnswers] = useState(props.answers);
  const [outcome, setOutcome] = useState<'notSaved' | 'missing' | null>(null);
  const missing = unanswered(survey, answers);
  const put = (answer: SurveyAnswer) => {
    setAnswers([...answers.filter(({ id }) => id !== answer.id), answer]);
    setOutcome(null);
  };
  const { run: save, busy } = useOnce(async () => {
    if (!(await onSave(answers))) setOutcome('notSaved');
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing.length > 0) setOutcome('missing');
    else save();
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {survey.statements.map(({ id, text }, i) => (
        <div className="card" key={id}>
          <Scale
            legend={
              <>
                <span className="visually-hidden">
                  {t.statement(i + 1, survey.statements.length)}{' '}
                </span>
                {local(text)}
              </>
            }
            min={LOWEST}
            max={HIGHEST}
            minLabel={local(survey.ends.min)}
            maxLabel={local(survey.ends.max)}
            value={answers.find((each) => each.id === id)?.scale ?? null}
            onChange={(scale) => put({ id, scale })}
          />
          {outcome === 'missing' && missing.some((each) => each.id === id) && (
            <p className="error">{t.unanswered}</p>
          )}
        </div>
      ))}
      {survey.open.map(({ id, text }) => (
        <TextArea
          key={id}
          label={local(text)}
          maxLength={4000}
          value={answers.find((each) => each.id === id)?.text ?? ''}
          onChange={(event) => put({ id, text: event.currentTarget.value })}
        />
      ))}
      {outcome && (
        <Notice tone="danger" live>
          {outcome === 'missing' ? t.missing(missing.length) : t.notSaved}
        </Notice>
      )}
      <div className="row" data-end="">
        <Button type="submit" variant="primary" disabled={busy}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
