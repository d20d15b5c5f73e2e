import { useCallback } from 'react';
import { surveyTexts } from '../../../i18n/training-survey.ts';
import { trainingTexts } from '../../../i18n/training-overview.ts';
import { useTexts } from '../../../kit/language.tsx';
import shipped from '../../../training/data/survey.json';
import { Survey } from '../../../training/model/survey.ts';
import { noteSurvey, readSurvey } from '../../../training/progress-stream.ts';
import { SurveyView } from '../../../training/ui/SurveyView.tsx';
import { BackPage } from '../BackPage.tsx';
import { useAsked } from '../use-desk.ts';
import type { PartProps } from './part.ts';

const survey = Survey.parse(shipped);

/** Expectations and fears, before and after; kept on this device and never sent. */
export function SurveyPart({ desk, onBack }: PartProps) {
  const t = useTexts(surveyTexts);
  const back = useTexts(trainingTexts).back;
  const { journal, me } = desk;
  const answered = useAsked(
    desk,
    useCallback(() => readSurvey(journal, me.member), [journal, me.member]),
  );
  return (
    <BackPage title={t.title} back={back} onBack={onBack}>
      {answered && (
        <SurveyView
          survey={survey}
          answered={answered}
          onSave={(when, answers) => noteSurvey(journal, me.member, when, answers)}
        />
      )}
    </BackPage>
  );
}
