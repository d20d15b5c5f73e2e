import { useId, useRef, useState } from 'react';
import type { Question } from '../../guide/model/guide.ts';
import { readBackTexts } from '../../i18n/read-back.ts';
import { recordTexts } from '../../i18n/record.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { saysSomething } from '../model/act.ts';
import { bare, type Bare } from '../model/passages.ts';
import type { ReadBackItem, Use } from '../model/read-back.ts';
import { NO_ANSWER, type InterviewState } from '../model/state.ts';
import { useOf, usesOffered } from '../model/use.ts';
import { valueWords } from '../model/value-words.ts';
import type { InterviewSession } from '../session.ts';
import type { TranscriptPorts } from '../transcript-session.ts';
import { OwnWords } from './OwnWords.tsx';
import { RemovePassage } from './RemovePassage.tsx';

export interface AnswerProps {
  readonly session: InterviewSession;
  readonly state: InterviewState;
  readonly question: Question;
  readonly item: ReadBackItem;
  readonly ports: TranscriptPorts;
}

/** One answer as it is read back, with what the person can do about it. */
export function ReadBackAnswer(props: AnswerProps) {
  const { session, state, question, item, ports } = props;
  const t = useTexts(readBackTexts);
  const record = useTexts(recordTexts);
  const { language } = useLanguage();
  const local = useLocal();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [removing, setRemoving] = useState(false);
  const [removed, setRemoved] = useState(false);
  const { takenBack } = state.questions.get(question.id) ?? NO_ANSWER;
  const answer = session.answer(question.id);
  const words = bare(answer.text);
  const says = saysSomething(answer);
  const gone = takenBack && !says;
  const close = (erased: boolean) => {
    setRemoving(false);
    setRemoved(erased);
    heading.current?.focus({ preventScroll: true });
  };
  return (
    <article className="read-answer" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {local(question.text)}
      </h2>
      {answer.value && (
        <p className="read-words">
          {valueWords(answer.value, question.answer, { t: record, language, local })}
        </p>
      )}
      {words.text.trim() !== '' && <Said words={words} />}
      {!says && <p className="hint">{gone ? t.takenBack : t.nothingWritten}</p>}
      {says && item.shortened && <p className="hint">{t.shortened}</p>}
      <p className="read-told" role="status">
        {removed && !gone && t.removed}
      </p>
      {!gone && <OwnWords session={session} question={question} kept={item.ownWords} />}
      {removing && (
        <RemovePassage session={session} question={question} ports={ports} onClose={close} />
      )}
      {says && !removing && (
        <div className="row">
          <Button
            aria-describedby={id}
            onClick={() => {
              setRemoved(false);
              setRemoving(true);
            }}
          >
            {t.remove}
          </Button>
        </div>
      )}
      {(says || item.ownWords !== '') && <UseChoice {...props} />}
    </article>
  );
}

/** The words as they were written; what was said word for word stands in quotation marks. */
function Said({ words }: { readonly words: Bare }) {
  const pieces: { readonly text: string; readonly quoted: boolean }[] = [];
  let at = 0;
  for (const [from, to] of words.verbatim) {
    pieces.push({ text: words.text.slice(at, from), quoted: false });
    pieces.push({ text: words.text.slice(from, to), quoted: true });
    at = to;
  }
  pieces.push({ text: words.text.slice(at), quoted: false });
  return (
    <p className="read-words">
      {pieces.map(({ text, quoted }, i) => (quoted ? <q key={i}>{text}</q> : text))}
    </p>
  );
}

/** What the answer may be used for: a choice of the person's, never made for them. */
function UseChoice({ session, state, question, item }: AnswerProps) {
  const t = useTexts(readBackTexts);
  const offered = usesOffered(state);
  const chosen = useOf(state, item);
  const choose = (use: Use) => {
    const data = { question: question.id, use };
    void session.act([{ type: 'UseChosen', version: 1, data }]);
  };
  return (
    <div className="read-use">
      <RadioChoice
        legend={t.use}
        options={offered.map((use) => ({ value: use, label: t[use] }))}
        value={chosen}
        onChange={choose}
      />
      <p className="hint">
        {[chosen === null && t.useNotAsked, !offered.includes('quote') && t.noQuotes]
          .filter(Boolean)
          .join(' ')}
      </p>
    </div>
  );
}
