import { interviewTexts } from '../../i18n/interview.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { endOpenQuestions, outcomeOf } from '../model/act.ts';
import type { InterviewSession } from '../session.ts';
import type { InterviewPorts } from './ports.ts';
import { useSnapshot } from './use-session.ts';

/** The end of the talk: the closing words, and what becomes of questions that are not done. */
export function FinishDialog(props: {
  readonly session: InterviewSession;
  readonly ports: InterviewPorts;
  readonly onClose: () => void;
}) {
  const { session, ports } = props;
  const t = useTexts(interviewTexts);
  const local = useLocal();
  const { state, route } = useSnapshot(session);
  const open = route.order.filter((question) => outcomeOf(state, question) === null).length;
  const finish = async () => {
    const kept = await session.act((now) => [
      ...endOpenQuestions(now, route),
      { type: 'TalkEnded', version: 1, data: {} },
    ]);
    if (kept.ok) ports.onAfter(session.stream);
  };
  return (
    <Dialog title={t.finishTitle} onClose={props.onClose}>
      <p>{t.finishHelp}</p>
      <p className="talk-say">{local(session.guide.scripts.closing)}</p>
      {open > 0 && <p>{t.finishOpen(open)}</p>}
      <div className="row" data-end="">
        <Button onClick={props.onClose}>{t.backToTalk}</Button>
        <Button variant="primary" onClick={() => void finish()}>
          {t.finishNow}
        </Button>
      </div>
    </Dialog>
  );
}
