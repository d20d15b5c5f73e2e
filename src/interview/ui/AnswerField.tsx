import { lazy, Suspense, useEffect, useId, useReducer, useRef } from 'react';
import { interviewTexts } from '../../i18n/interview.ts';
import type { Question } from '../../guide/model/guide.ts';
import { Button } from '../../kit/button.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import type { AnswerValue } from '../model/event.ts';
import { ABOUT_OTHERS, answerOf, mark, WORD_FOR_WORD, type MarkSigns } from '../model/marks.ts';
import { isMinimal } from '../minimal.ts';
import type { InterviewSession } from '../session.ts';
import { keys, type Shortcut } from './shortcuts.ts';
import { ValueField } from './ValueField.tsx';

const MomentMark = lazy(async () => ({ default: (await import('./MomentMark.tsx')).MomentMark }));

/** The answer of one question: its value, if it has one, and free words. Every input is saved. */
export function AnswerField(props: {
  readonly session: InterviewSession;
  readonly question: Question;
  readonly caret: number | null;
}) {
  const { session, question } = props;
  const t = useTexts(interviewTexts);
  // Read anew each time: it may have been touched on the young person's own view.
  const { value } = session.answer(question.id);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const choose = (next: AnswerValue | null) => {
    session.write(question.id, answerOf(session.answer(question.id).text, next));
    redraw();
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
  const minimal = isMinimal(session);
  const note = (
    <NoteField
      session={session}
      question={question}
      caret={props.caret}
      onText={(text, at) =>
        session.write(question.id, answerOf(text, session.answer(question.id).value), at)
      }
    />
  );
  return (
    <div className="talk-answer">
      <div className="stack" ref={values}>
        <ValueField session={session} question={question} value={value} onChange={choose} />
        {isAttention(question, value) && (
          <p className="hint" role="status">
            {t.attention}
          </p>
        )}
        {single && value && (
          <div>
            <Button variant="plain" onClick={clear}>
              {t.clearChoice}
            </Button>
          </div>
        )}
      </div>
      <Suspense>
        <MomentMark session={session} question={question} minimal={minimal} />
      </Suspense>
      {minimal ? (
        <details>
          <summary>{t.showNote}</summary>
          {note}
        </details>
      ) : (
        note
      )}
    </div>
  );
}

/** A low number that the guide asks the interviewer to be attentive to. */
const isAttention = ({ answer }: Question, value: AnswerValue | null): boolean =>
  value?.kind === 'scale' &&
  answer.kind === 'scale' &&
  answer.attentionAtOrBelow !== undefined &&
  value.value <= answer.attentionAtOrBelow;

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

  const put = (signs: MarkSigns) => {
    const element = field.current;
    if (!element) return;
    const marked = mark(element.value, element.selectionStart, element.selectionEnd, signs);
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
        <div className="row">
          <MarkButton
            act="verbatim"
            signs={WORD_FOR_WORD}
            name={t.verbatim}
            help={t.verbatimHelp}
            onMark={put}
          />
          <MarkButton
            act="thirdPerson"
            signs={ABOUT_OTHERS}
            name={t.thirdPerson}
            help={t.thirdPersonHelp}
            onMark={put}
          />
        </div>
      </div>
      <textarea
        ref={field}
        {...keys('note')}
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

/** Marks what is selected in the field, or begins and ends a stretch at the caret. */
function MarkButton(props: {
  readonly act: Shortcut;
  readonly signs: MarkSigns;
  readonly name: string;
  readonly help: string;
  readonly onMark: (signs: MarkSigns) => void;
}) {
  const { signs, name, help } = props;
  const id = useId();
  return (
    <>
      <Button
        {...keys(props.act)}
        onClick={() => props.onMark(signs)}
        title={help}
        aria-describedby={id}
      >
        <span aria-hidden="true">{signs.open}</span> {name}
      </Button>
      <span id={id} className="visually-hidden">
        {help}
      </span>
    </>
  );
}

/** The key on the keyboard gives a straight mark; the record has the one that means "word for word". */
function straightToCurly(element: HTMLTextAreaElement): void {
  const at = element.selectionStart;
  element.value = element.value.replaceAll('"', WORD_FOR_WORD.open);
  element.setSelectionRange(at, at);
}
