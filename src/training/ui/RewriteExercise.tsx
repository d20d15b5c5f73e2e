import { useState, type FormEvent } from 'react';
import type { Language } from '../../i18n/catalogue.ts';
import { exerciseTexts } from '../../i18n/training-exercises.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { Notice } from '../../kit/notice.tsx';
import data from '../data/closed-questions.json';
import { ClosedQuestions, openOf, rewritten, type Rewritten } from '../model/rewrite-exercise.ts';
import type { ExerciseProps } from './exercise-props.ts';
import { KindHint } from './KindHint.tsx';
import './exercises.css';

const CLOSED = ClosedQuestions.parse(data);
const LONGEST = 300;

/** Module 3: ten closed questions are made open. The questions are written in the language they are judged in. */
export function RewriteExercise({ language, onDone }: Pick<ExerciseProps, 'language' | 'onDone'>) {
  const t = exerciseTexts[language];
  const [written, setWritten] = useState<ReadonlyMap<string, string>>(new Map());
  const [shown, setShown] = useState<readonly Rewritten[] | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const all = rewritten(CLOSED, written, language);
    setShown(all);
    onDone(openOf(all));
  };
  const result = shown && openOf(shown);
  return (
    <form className="stack" noValidate onSubmit={submit} lang={language}>
      <p>{t.rewriteIntro}</p>
      <ol role="list" className="exercise-list">
        {CLOSED.questions.map(({ id, text, example }, i) => (
          <li className="card" key={id}>
            <h3>
              <span className="hint">{t.number(i + 1, CLOSED.questions.length)}</span>{' '}
              {text[language] ?? text.sv}
            </h3>
            <TextField
              label={t.rewriteField}
              value={written.get(id) ?? ''}
              maxLength={LONGEST}
              onChange={(event) => setWritten(new Map(written).set(id, event.currentTarget.value))}
            />
            <Outcome
              rewriting={shown?.find((each) => each.id === id)}
              example={example[language] ?? example.sv}
              language={language}
            />
          </li>
        ))}
      </ol>
      <div role="status">
        {result && <Notice>{t.rewriteResult(result.right, result.of)}</Notice>}
      </div>
      <div className="row" data-end="">
        <Button type="submit" variant="primary">
          {t.rewriteShow}
        </Button>
      </div>
    </form>
  );
}

/** What the rewriting became when it was last shown; the example stays folded until somebody wants it. */
function Outcome(props: {
  readonly rewriting: Rewritten | undefined;
  readonly example: string;
  readonly language: Language;
}) {
  const { rewriting, language } = props;
  const t = exerciseTexts[language];
  if (!rewriting) return null;
  const { judged, outcome } = rewriting;
  return (
    <>
      {outcome === 'empty' && <p className="hint">{t.rewriteEmpty}</p>}
      {outcome === 'again' && <p className="hint">{t.rewriteAgain}</p>}
      {(outcome === 'open' || outcome === 'notOpen') && (
        <KindHint judged={judged} language={language} live={false} />
      )}
      {outcome !== 'open' && (
        <details>
          <summary>{t.rewriteExample}</summary>
          <p>{props.example}</p>
        </details>
      )}
    </>
  );
}
