import { useCallback, useState } from 'react';
import type { StreamId } from '../../../base/ids.ts';
import { debriefTexts } from '../../../i18n/training-debrief.ts';
import { Button } from '../../../kit/button.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { useOnce } from '../../../kit/use-once.ts';
import type { Desk } from '../../port.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import type { AnyProblem } from '../problem.tsx';
import { useAsked } from '../use-desk.ts';

/** A debrief goes to the office's trainers only when its owner says so, here, after what that means has been said. */
export function SendDebrief(props: {
  readonly desk: Desk;
  /** What is sent; it is kept first where it is not yet. Null: it could not be. */
  readonly stream: () => Promise<StreamId | null>;
}) {
  const { desk } = props;
  const t = useTexts(debriefTexts);
  const [state, setState] = useState<'open' | 'asking' | 'sent'>('open');
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const directory = useAsked(
    desk,
    useCallback(async () => (await desk.directory()) ?? null, [desk]),
  );
  const hasTrainer =
    directory?.members.some(({ role, leftAt }) => role === 'trainer' && leftAt === undefined) ??
    false;
  const { run: send, busy } = useOnce(async () => {
    const stream = await props.stream();
    if (!stream) return setState('open');
    const sent = await desk.deliver('training', stream);
    setProblem(sent.ok ? null : sent.error);
    return setState(sent.ok ? 'sent' : 'open');
  });
  return (
    <div className="stack debrief-acts">
      <p className="hint">{directory && !hasTrainer ? t.noTrainer : t.sendHelp}</p>
      <div className="row">
        <Button disabled={!hasTrainer || state === 'sent'} onClick={() => setState('asking')}>
          {t.send}
        </Button>
      </div>
      <div role="status">{state === 'sent' && <Notice>{t.sent}</Notice>}</div>
      {problem && <ProblemNotice problem={problem} />}
      {state === 'asking' && (
        <Dialog title={t.sendTitle} onClose={() => setState('open')}>
          <p>{t.sendHelp}</p>
          <div className="row" data-end="">
            <Button onClick={() => setState('open')}>{t.back}</Button>
            <Button variant="primary" disabled={busy} onClick={send}>
              {t.sendNow}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
