import { useState } from 'react';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { eraseInterview } from '../erase.ts';
import type { InterviewSession } from '../session.ts';
import { CardsGoToo } from './CardsGoToo.tsx';
import type { InterviewPorts } from './ports.ts';

/** Until it is completed an interview is a draft, and may be erased at once (TF 2 kap. 12 §). */
export function EraseDialog(props: {
  readonly session: InterviewSession;
  readonly ports: InterviewPorts;
  readonly words: {
    readonly title: string;
    readonly help: string;
    readonly back: string;
    readonly now: string;
    readonly failed: string;
  };
  readonly onClose: () => void;
}) {
  const { session, ports, words } = props;
  const [failed, setFailed] = useState(false);
  const { run: erase, busy } = useOnce(async () => {
    const erased = await eraseInterview(ports.journal, session.stream);
    setFailed(!erased.ok);
    if (erased.ok) ports.onHome();
  });
  return (
    <Dialog title={words.title} onClose={props.onClose}>
      <p>{words.help}</p>
      <CardsGoToo session={session} />
      {failed && (
        <Notice tone="danger" live>
          {words.failed}
        </Notice>
      )}
      <div className="row" data-end="">
        <Button onClick={props.onClose}>{words.back}</Button>
        <Button variant="danger" disabled={busy} onClick={erase}>
          {words.now}
        </Button>
      </div>
    </Dialog>
  );
}
