import { useState } from 'react';
import { surveyTexts } from '../../i18n/training-survey.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { Answered, Survey, SurveyAnswers, When } from '../model/survey.ts';
import { SurveyCompared } from './SurveyCompared.tsx';
import { SurveyForm } from './SurveyForm.tsx';
import './training.css';

/** The survey of expectations and fears: two rounds, and both beside each other when they are answered. */
export function SurveyView(props: {
  readonly survey: Survey;
  readonly answered: Answered;
  readonly onSave: (when: When, answers: SurveyAnswers) => Promise<boolean>;
}) {
  const { survey, answered, onSave } = props;
  const t = useTexts(surveyTexts);
  const [when, setWhen] = useState<When>(answered.before ? 'after' : 'before');
  const [changing, setChanging] = useState(false);
  const [saved, setSaved] = useState(false);
  const asks = changing || answered[when] === null;
  return (
    <div className="stack">
      <p>{t.intro}</p>
      <RadioChoice
        legend={t.chooseRound}
        options={(['before', 'after'] as const).map((value) => ({ value, label: t[value] }))}
        value={when}
        onChange={(now) => {
          setWhen(now);
          setChanging(false);
          setSaved(false);
        }}
      />
      <div role="status">{saved && <Notice>{t.saved}</Notice>}</div>
      {asks ? (
        <SurveyForm
          key={when}
          survey={survey}
          answers={answered[when] ?? []}
          onSave={async (answers) => {
            const kept = await onSave(when, answers);
            setSaved(kept);
            if (kept) setChanging(false);
            return kept;
          }}
        />
      ) : (
        <div className="row">
          <Button
            onClick={() => {
              setChanging(true);
              setSaved(false);
            }}
          >
            {t.change}
          </Button>
        </div>
      )}
      {answered.before && answered.after ? (
        <SurveyCompared survey={survey} answered={answered} />
      ) : (
        <p className="hint">{t.compareLater}</p>
      )}
    </div>
  );
}
