import { useState } from 'react';
import { consentItemTexts } from '../../i18n/consent-items.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { eraseInterview } from '../erase.ts';
import { may } from '../model/act.ts';
import type { InterviewSession } from '../session.ts';
import { withdraw, withdrawInterview } from '../withdraw.ts';
import { CardsGoToo } from './CardsGoToo.tsx';
import type { InterviewPorts } from './ports.ts';

/**
 * After the talk somebody takes back what the interview stands on. A draft is erased at once (TF 2 kap. 12 §); what
 * was completed is an official document, so it is blocked and waits for a retention decision.
 */
export function LeaveDialog(props: {
  readonly session: InterviewSession;
  readonly ports: InterviewPorts;
  readonly item: string;
  readonly onClose: () => void;
}) {
  const { session, ports } = props;
  const t = useTexts(consentItemTexts);
  const local = useLocal();
  const [failed, setFailed] = useState(false);
  const draft = may(session.snapshot().state, 'erase');
  const block = async () => {
    const done = await withdraw(session, [props.item], ports);
    if (!done.ok) return done;
    const { code } = session.snapshot().state;
    const said = {
      interview: session.stream,
      code,
      through: 'interviewer',
      by: ports.interviewer,
    } as const;
    return withdrawInterview(ports, said, ports.deps.clock.now());
  };
  const { run: leave, busy } = useOnce(async () => {
    const done = draft ? await eraseInterview(ports.journal, session.stream) : await block();
    setFailed(!done.ok);
    if (!done.ok) return;
    if (draft) ports.onHome();
    else props.onClose();
  });
  return (
    <Dialog title={t.leaveTitle} onClose={props.onClose}>
      <p>{draft ? t.leaveDraft : t.leaveCompleted}</p>
      <p>{local(session.guide.consent.withdrawalText)}</p>
      {draft && <CardsGoToo session={session} />}
      {failed && (
        <Notice tone="danger" live>
          {t.notKept}
        </Notice>
      )}
      <div className="row" data-end="">
        <Button onClick={props.onClose}>{t.leaveBack}</Button>
        <Button variant="danger" disabled={busy} onClick={leave}>
          {draft ? t.leaveErase : t.leaveBlock}
        </Button>
      </div>
    </Dialog>
  );
}
