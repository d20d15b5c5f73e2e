import { useState } from 'react';
import type { Question } from '../../guide/model/guide.ts';
import { clockTime } from '../../i18n/format.ts';
import { momentTexts } from '../../i18n/moments.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { may } from '../model/act.ts';
import { momentsOf } from '../model/moments.ts';
import type { InterviewSession } from '../session.ts';
import { keys } from './shortcuts.ts';
import { useSnapshot } from './use-session.ts';
import './tools.css';

/**
 * Marks that something important was said: a large calm button where little is written, else only a key on the
 * keyboard. After the talk nothing is marked any more.
 */
export function MomentMark(props: {
  readonly session: InterviewSession;
  readonly question: Question;
  readonly minimal: boolean;
}) {
  const { session, question, minimal } = props;
  const t = useTexts(momentTexts);
  const { language } = useLanguage();
  const { state } = useSnapshot(session);
  const [failed, setFailed] = useState(false);
  const { run: mark, busy } = useOnce(async () => {
    const data = { question: question.id };
    const kept = await session.act([{ type: 'MomentMarked', version: 1, data }]);
    setFailed(!kept.ok);
  });
  if (!may(state, 'ask')) return null;
  const marked = momentsOf(session.events()).filter((moment) => moment.question === question.id);
  const last = marked.at(-1);
  return (
    <div className="moment">
      <button
        {...keys('moment')}
        type="button"
        className={minimal ? 'button moment-button' : 'visually-hidden'}
        tabIndex={minimal ? undefined : -1}
        disabled={busy}
        onClick={mark}
      >
        {t.mark}
      </button>
      <p className="hint" role="status">
        {failed && t.notMarked}
        {!failed && last && t.markedAt(clockTime(last.at, language), marked.length)}
      </p>
    </div>
  );
}
