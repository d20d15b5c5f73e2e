import { useEffect, useRef, useState } from 'react';
import { interviewTexts } from '../../i18n/interview.ts';
import type { Question } from '../../guide/model/guide.ts';
import { Button } from '../../kit/button.tsx';
import { CheckChoice, RadioChoice, Scale } from '../../kit/choice.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import type { Answer, AnswerValue } from '../model/event.ts';
import { datesKey } from '../model/dates.ts';
import { markVerbatim, QUOTE, verbatimRanges } from '../model/verbatim.ts';
import type { InterviewSession } from '../session.ts';
import { DateAnswer } from './DateAnswer.tsx';

/** The answer of one question: its value, if it has one, and free words. Every input is saved. */
export function AnswerField(props: {
  readonly session: InterviewSession;
  readonly question: Question;
  readonly caret: number | null;
}) {
  const { session, question } = props;
  const t = useTexts(interviewTexts);
  const [value, setValue] = useState(() => session.answer(question.id).value);
  const put = (part: Partial<Answer>, caret?: number) => {
    const answer = { ...session.answer(question.id), ...part };
    session.write(question.id, { ...answer, verbatim: verbatimRanges(answer.text) }, caret);
  };
  const choose = (next: AnswerValue | null) => {
    setValue(next);
    put({ value: next });
  };
  const values = useRef<HTMLDivElement>(null);
  const clear = () => {
    choose(null);
    // The button is gone now, and the focus must stand somewhere.
    values.current?.querySelector('input')?.focus();
  };
  const single =
    question.answer.kind === 'scale' ||
    (question.answer.kind === 'choice' && !question.answer.multiple);
  return (
    <div className="talk-answer">
      <div className="stack" ref={values}>
        <ValueField session={session} question={question} value={value} onChange={choose} />
        {single && value && (
          <div>
            <Button variant="plain" onClick={clear}>
              {t.clearChoice}
            </Button>
          </div>
        )}
      </div>
      <NoteField
        session={session}
        question={question}
        caret={props.caret}
        onText={(text, at) => put({ text }, at)}
      />
    </div>
  );
}

function ValueField(props: {
  readonly session: InterviewSession;
  readonly question: Question;
  readonly value: AnswerValue | null;
  readonly onChange: (value: AnswerValue | null) => void;
}) {
  const t = useTexts(interviewTexts);
  const local = useLocal();
  const { answer } = props.question;
  const { value } = props;
  switch (answer.kind) {
    case 'narrative':
    case 'none':
      return null;
    case 'scale':
      return (
        <>
          <Scale
            legend={local(props.question.text)}
            hideLegend
            min={answer.min}
            max={answer.max}
            minLabel={local(answer.minLabel)}
            maxLabel={local(answer.maxLabel)}
            value={value?.kind === 'scale' ? value.value : null}
            onChange={(step) => props.onChange({ kind: 'scale', value: step })}
          />
          {value?.kind === 'scale' &&
            answer.attentionAtOrBelow !== undefined &&
            value.value <= answer.attentionAtOrBelow && (
              <p className="hint" role="status">
                {t.attention}
              </p>
            )}
        </>
      );
    case 'choice': {
      const options = answer.options.map((option) => ({
        value: option.id,
        label: local(option.label),
      }));
      const chosen = value?.kind === 'choice' ? value.options : [];
      return answer.multiple ? (
        <CheckChoice
          legend={local(props.question.text)}
          hideLegend
          options={options}
          values={chosen}
          onChange={(ids) =>
            props.onChange(ids.length > 0 ? { kind: 'choice', options: ids } : null)
          }
        />
      ) : (
        <RadioChoice
          legend={local(props.question.text)}
          hideLegend
          options={options}
          value={chosen[0] ?? null}
          onChange={(id) => props.onChange({ kind: 'choice', options: [id] })}
        />
      );
    }
    case 'date':
      return (
        <DateAnswer
          spec={answer}
          value={value?.kind === 'date' ? value : null}
          draft={props.session.draftOf(datesKey(props.question.id))}
          onDraft={(typed) => props.session.draft(datesKey(props.question.id), typed)}
          onChange={props.onChange}
        />
      );
  }
}

/**
 * The plain large text field. It is uncontrolled: a key stroke goes to the session and to disk, and nothing on the
 * screen is drawn again but the letters.
 */
function NoteField(props: {
  readonly session: InterviewSession;
  readonly question: Question;
  readonly caret: number | null;
  readonly onText: (text: string, caret: number) => void;
}) {
  const t = useTexts(interviewTexts);
  const local = useLocal();
  const field = useRef<HTMLTextAreaElement>(null);
  const { question, session, onText, caret } = props;

  useEffect(() => {
    const element = field.current;
    if (!element || caret === null) return;
    element.focus();
    element.setSelectionRange(caret, caret);
  }, [caret]);

  const keepCaret = () => {
    const element = field.current;
    if (element) session.moveTo({ question: question.id, caret: element.selectionStart });
  };

  const mark = () => {
    const element = field.current;
    if (!element) return;
    const marked = markVerbatim(element.value, element.selectionStart, element.selectionEnd);
    element.value = marked.text;
    element.focus();
    element.setSelectionRange(marked.caret, marked.caret);
    onText(marked.text, marked.caret);
  };

  const prompt =
    question.answer.kind === 'narrative' && question.answer.notePrompt
      ? local(question.answer.notePrompt)
      : t.notePrompt;
  const id = `note-${question.id}`;
  return (
    <div className="field">
      <div className="row talk-note-head">
        <label htmlFor={id}>{t.noteLabel}</label>
        <Button onClick={mark} title={t.verbatimHelp} aria-describedby={`${id}-verbatim`}>
          <span aria-hidden="true">{QUOTE}</span> {t.verbatim}
        </Button>
        <span id={`${id}-verbatim`} className="visually-hidden">
          {t.verbatimHelp}
        </span>
      </div>
      <textarea
        ref={field}
        id={id}
        data-qid={question.id}
        className="input talk-note"
        placeholder={prompt}
        defaultValue={session.answer(question.id).text}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        rows={4}
        onInput={(event) => {
          const element = event.currentTarget;
          if (element.value.includes('"')) straightToCurly(element);
          onText(element.value, element.selectionStart);
        }}
        onBlur={() => {
          keepCaret();
          void session.settle(question.id);
        }}
      />
    </div>
  );
}

/** The key on the keyboard gives a straight mark; the record has the one that means "word for word". */
function straightToCurly(element: HTMLTextAreaElement): void {
  const at = element.selectionStart;
  element.value = element.value.replaceAll('"', QUOTE);
  element.setSelectionRange(at, at);
}
