import type { Question } from '../../guide/model/guide.ts';
import { checkingTexts } from '../../i18n/checking.ts';
import { recordTexts } from '../../i18n/record.ts';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { valueWords } from '../model/value-words.ts';
import type { InterviewSession } from '../session.ts';

/** An answer of a returned interview that the supervisor did not ask about: to be read, and not to be changed. */
export function LockedAnswer(props: {
  readonly session: InterviewSession;
  readonly question: Question;
}) {
  const t = useTexts(checkingTexts);
  const record = useTexts(recordTexts);
  const { language } = useLanguage();
  const local = useLocal();
  const { text, value } = props.session.answer(props.question.id);
  return (
    <div className="talk-answer">
      <p className="hint">{t.lockedAnswer}</p>
      {value && <p>{valueWords(value, props.question.answer, { t: record, language, local })}</p>}
      {text === '' && !value ? (
        <p className="hint">{t.noAnswer}</p>
      ) : (
        <p className="talk-locked">{text}</p>
      )}
    </div>
  );
}
