import type { Guide } from '../../guide/model/guide.ts';
import { ownCaseTexts } from '../../i18n/training-own-cases.ts';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { NO_ANSWER, type CaseForm, type TypedAnswer } from '../model/case-form.ts';
import { CaseAnswerForm } from './CaseAnswerForm.tsx';

/** Every question of the guide, one of them open: forty forms at once are no help to anybody. */
export function CaseAnswers(props: {
  readonly answers: CaseForm['answers'];
  readonly guide: Guide;
  readonly english: boolean;
  /** The question that is open; null: none. */
  readonly open: string | null;
  readonly onOpen: (question: string | null) => void;
  readonly onChange: (question: string, answer: TypedAnswer) => void;
}) {
  const { answers, guide, english, open } = props;
  const t = useTexts(ownCaseTexts);
  const local = useLocal();
  return (
    <div className="stack">
      <p className="hint">{t.answersIntro}</p>
      {guide.sections.map((section) => (
        <section className="stack" key={section.id} aria-labelledby={`case-${section.id}`}>
          <h3 id={`case-${section.id}`}>{local(section.title)}</h3>
          <ul role="list" className="who-list">
            {section.questions.map((question) => {
              const answer = answers[question.id] ?? NO_ANSWER;
              const isOpen = open === question.id;
              const has = answer.reply.say.sv.trim() !== '';
              return (
                <li className="stack" key={question.id}>
                  <button
                    type="button"
                    id={`answer-${question.id}`}
                    className="who-row"
                    aria-expanded={isOpen}
                    onClick={() => props.onOpen(isOpen ? null : question.id)}
                  >
                    <span>{local(question.text)}</span>
                    <span className="tag" data-tone={has ? 'ok' : undefined}>
                      {has ? t.answered : t.unansweredTag}
                    </span>
                  </button>
                  {isOpen && (
                    <div className="card">
                      <CaseAnswerForm
                        question={question}
                        answer={answer}
                        english={english}
                        onChange={(now) => props.onChange(question.id, now)}
                      />
                    </div>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
