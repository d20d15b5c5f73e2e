import { useState } from 'react';
import type { Guide } from '../../../guide/model/guide.ts';
import { practiceTexts } from '../../../i18n/training-practice.ts';
import { roleTexts } from '../../../i18n/training-role.ts';
import { Button } from '../../../kit/button.tsx';
import { useLanguage, useTexts } from '../../../kit/language.tsx';
import { Page } from '../../../kit/page.tsx';
import { PrintSheet } from '../../../kit/print-sheet.tsx';
import { SelectField } from '../../../kit/select-field.tsx';
import type { PracticeCase } from '../../../training/model/case.ts';
import { sheetOf } from '../../../training/model/case-sheet.ts';
import { RoleQuestion, RoleVoice } from '../../../training/ui/RoleQuestion.tsx';

/**
 * The young person's part for a colleague who plays it, one question at a time or printed whole. It knows nothing of
 * the talk that goes on at the other screen, so no connection is needed.
 */
export function PlayedScreen(props: {
  readonly played: PracticeCase;
  readonly guide: Guide;
  readonly onCases: () => void;
}) {
  const { played, guide } = props;
  const t = useTexts(roleTexts);
  const p = useTexts(practiceTexts);
  const { language } = useLanguage();
  const [at, setAt] = useState(0);
  const sheet = sheetOf(played, guide, language);
  const questions = sheet.sections.flatMap((section) => section.questions);
  const asked = guide.sections.flatMap((section) => section.questions);
  const here = questions[at];
  if (!here) return null;
  const title = t.title(p.person(sheet.alias, sheet.age));
  const lines = (question: typeof here) => (
    <RoleQuestion
      sheet={sheet}
      at={question}
      question={asked.find(({ id }) => id === question.id)}
      played={played}
    />
  );
  return (
    <>
      <Page
        title={title}
        actions={
          <>
            <Button onClick={() => window.print()}>{t.print}</Button>
            <Button onClick={props.onCases}>{p.toCases}</Button>
          </>
        }
      >
        <p>{sheet.summary}</p>
        <p className="hint">{t.help}</p>
        <SelectField
          label={t.choose}
          value={here.id}
          options={questions.map(({ id, text }) => ({ value: id, label: text }))}
          onChange={(chosen) => setAt(questions.findIndex(({ id }) => id === chosen))}
        />
        <section className="card" aria-live="polite">
          <h2>{here.text}</h2>
          {lines(here)}
        </section>
        <div className="row">
          <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
            {t.previous}
          </Button>
          <Button
            variant="primary"
            disabled={at + 1 >= questions.length}
            onClick={() => setAt(at + 1)}
          >
            {t.next}
          </Button>
        </div>
        <details>
          <summary>{t.voice}</summary>
          <RoleVoice sheet={sheet} />
        </details>
      </Page>
      <PrintSheet lang={language}>
        <h1>{title}</h1>
        <p>{sheet.summary}</p>
        <p>{t.help}</p>
        {sheet.sections.map((section) => (
          <section key={section.title}>
            <h2>{section.title}</h2>
            {section.questions.map((question) => (
              <div key={question.id}>
                <h3>{question.text}</h3>
                {lines(question)}
              </div>
            ))}
          </section>
        ))}
        <h2>{t.voice}</h2>
        <RoleVoice sheet={sheet} />
      </PrintSheet>
    </>
  );
}
