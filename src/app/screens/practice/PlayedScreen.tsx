import { useState } from 'react';
import type { Guide } from '../../../guide/model/guide.ts';
import { routeOf } from '../../../guide/model/route.ts';
import { practiceTexts } from '../../../i18n/training-practice.ts';
import { Button } from '../../../kit/button.tsx';
import { useLanguage, useLocal, useTexts } from '../../../kit/language.tsx';
import { Page } from '../../../kit/page.tsx';
import { PrintSheet } from '../../../kit/print-sheet.tsx';
import { SelectField } from '../../../people/ui/select-field.tsx';
import type { PracticeCase } from '../../../training/model/case.ts';
import { RoleQuestion } from '../../../training/ui/RoleQuestion.tsx';
import { go } from '../../routes.ts';
import { PracticeBar } from './PracticeBar.tsx';

/**
 * The young person's part for a colleague who plays it, one question at a time or printed whole. It knows nothing of
 * the talk that goes on at the other screen, so no connection is needed.
 */
export function PlayedScreen(props: { readonly played: PracticeCase; readonly guide: Guide }) {
  const { played, guide } = props;
  const { alias, age, summary } = played.persona;
  const t = useTexts(practiceTexts);
  const local = useLocal();
  const { language } = useLanguage();
  const track = guide.tracks.find(({ id }) => id === played.setup.track) ?? guide.tracks[0];
  const questions = track
    ? routeOf(guide, track.id).sections.flatMap((section) => section.questions)
    : [];
  const [at, setAt] = useState(0);
  const question = questions[at];
  if (!question) return null;
  return (
    <>
      <PracticeBar>
        <Button onClick={() => go({ name: 'practice', case: null, play: false })}>
          {t.toCases}
        </Button>
      </PracticeBar>
      <Page
        title={t.roleTitle(t.person(alias, age))}
        actions={<Button onClick={() => window.print()}>{t.printRole}</Button>}
      >
        <p>{local(summary)}</p>
        <p className="hint">{t.roleHelp}</p>
        <SelectField
          label={t.roleChoose}
          value={question.id}
          options={questions.map(({ id, text }) => ({ value: id, label: local(text) }))}
          onChange={(id) => setAt(questions.findIndex((each) => each.id === id))}
        />
        <section className="card" aria-live="polite">
          <h2>{local(question.text)}</h2>
          <RoleQuestion played={played} question={question} />
        </section>
        <div className="row">
          <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
            {t.rolePrevious}
          </Button>
          <Button
            variant="primary"
            disabled={at + 1 >= questions.length}
            onClick={() => setAt(at + 1)}
          >
            {t.roleNext}
          </Button>
        </div>
      </Page>
      <PrintSheet lang={language}>
        <h1>{t.roleTitle(t.person(alias, age))}</h1>
        <p>{local(summary)}</p>
        <p>{t.roleHelp}</p>
        {questions.map((each) => (
          <section key={each.id}>
            <h2>{local(each.text)}</h2>
            <RoleQuestion played={played} question={each} />
          </section>
        ))}
      </PrintSheet>
    </>
  );
}
