import type { QuestionId } from '../../base/ids.ts';
import { closingTexts } from '../../i18n/closing.ts';
import { consentItemTexts } from '../../i18n/consent-items.ts';
import { stopTexts } from '../../i18n/stopping.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { endOpenQuestions, outcomeOf } from '../model/act.ts';
import type { InterviewSession } from '../session.ts';
import { settleAnswers } from '../settle-answers.ts';
import { ClosingList } from './ClosingList.tsx';
import { ConsentAgain } from './ConsentAgain.tsx';
import { ConsentLater } from './ConsentLater.tsx';
import type { InterviewPorts } from './ports.ts';
import { useSnapshot } from './use-session.ts';

/** The end of the talk: the closing words, and what becomes of questions that are not done. */
export function FinishDialog(props: {
  readonly session: InterviewSession;
  readonly ports: InterviewPorts;
  readonly onGo: (question: QuestionId) => void;
  readonly onClose: () => void;
  readonly onStop: () => void;
}) {
  const { session, ports } = props;
  const t = useTexts(stopTexts);
  const closing = useTexts(closingTexts);
  const consent = useTexts(consentItemTexts);
  const local = useLocal();
  const { state, route } = useSnapshot(session);
  const open = route.order.filter((question) => outcomeOf(state, question) === null);
  const { run: finish, busy } = useOnce(async () => {
    if (!(await settleAnswers(session)).ok) return;
    const kept = await session.act((now) => [
      ...endOpenQuestions(now, route),
      { type: 'TalkEnded', version: 1, data: {} },
    ]);
    if (kept.ok) ports.onAfter(session.stream);
  });
  return (
    <Dialog title={t.finishTitle} onClose={props.onClose}>
      <p>{t.finishHelp}</p>
      <p className="talk-say">{local(session.guide.scripts.closing)}</p>
      <details>
        <summary>{consent.itemsTitle}</summary>
        <ConsentAgain session={session} ports={ports} moment="closing" onStop={props.onStop} />
      </details>
      <ConsentLater session={session} />
      {open.length > 0 && (
        <>
          <p>{t.finishOpen(open.length)}</p>
          <ul role="list" className="talk-open">
            {open.map((question) => (
              <li key={question}>
                <button type="button" className="choice" onClick={() => props.onGo(question)}>
                  {local(route.find(question)?.question.text ?? { sv: question })}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {session.guide.closing.checklist && (
        <details>
          <summary>{closing.title}</summary>
          <ClosingList session={session} onGo={props.onGo} />
        </details>
      )}
      <div className="row" data-end="">
        <Button onClick={props.onClose}>{t.backToTalk}</Button>
        <Button variant="primary" disabled={busy} onClick={finish}>
          {t.finishNow}
        </Button>
      </div>
    </Dialog>
  );
}
