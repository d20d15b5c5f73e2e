import { useCallback, useState } from 'react';
import type { StreamId } from '../../../base/ids.ts';
import { dateTime } from '../../../i18n/format.ts';
import { debriefTexts } from '../../../i18n/training-debrief.ts';
import { Button } from '../../../kit/button.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { useLanguage, useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { useOnce } from '../../../kit/use-once.ts';
import { sentPart, type SentPart } from '../../../training/model/kept-debrief.ts';
import type { Delivery, Desk } from '../../port.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import type { AnyProblem } from '../problem.tsx';
import { trainersOf } from '../training/training-here.ts';
import { useAsked } from '../use-desk.ts';

/** A debrief that has been sent: how far it has come, and what of it went along. */
interface SentDebrief {
  readonly delivery: Delivery;
  readonly part: SentPart | undefined;
}

/** A debrief goes to the office's trainers only when its owner says so, here, after what that means has been said. */
export function SendDebrief(props: {
  readonly desk: Desk;
  /** The debrief, if it is kept already. */
  readonly kept: StreamId | null;
  /** What is sent; it is kept first where it is not yet. Null: it could not be. */
  readonly stream: () => Promise<StreamId | null>;
}) {
  const { desk, kept } = props;
  const t = useTexts(debriefTexts);
  const [state, setState] = useState<'open' | 'asking' | 'sent'>('open');
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const directory = useAsked(
    desk,
    useCallback(async () => (await desk.directory()) ?? null, [desk]),
  );
  const before = useAsked(
    desk,
    useCallback(() => (kept ? sentBefore(desk, kept) : Promise.resolve(null)), [desk, kept]),
  );
  const hasTrainer = trainersOf(directory ?? undefined, desk.me.member).length > 0;
  const { run: send, busy } = useOnce(async () => {
    const stream = await props.stream();
    if (!stream) return setState('open');
    const sent = await desk.deliver('training', stream);
    setProblem(sent.ok ? null : sent.error);
    return setState(sent.ok ? 'sent' : 'open');
  });
  return (
    <div className="stack debrief-acts">
      <div role="status">
        {before ? <Sent {...before} /> : state === 'sent' && <Notice>{t.sent}</Notice>}
      </div>
      {directory && !hasTrainer ? (
        <p className="hint">{t.noTrainer}</p>
      ) : (
        !before && <p className="hint">{t.sendHelp}</p>
      )}
      <div className="row">
        <Button
          disabled={!hasTrainer || before === undefined || (!before && state === 'sent')}
          onClick={() => setState('asking')}
        >
          {before ? t.sendAgain : t.send}
        </Button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {state === 'asking' && (
        <Dialog title={before ? t.sendAgainTitle : t.sendTitle} onClose={() => setState('open')}>
          {before?.part?.isOlder === false && <p>{t.sendAgainSame}</p>}
          <p>{before ? t.sendAgainHelp : t.sendHelp}</p>
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

/** Null when it has not been sent from this device. */
async function sentBefore(desk: Desk, stream: StreamId): Promise<SentDebrief | null> {
  const delivery = (await desk.deliveries()).get(stream);
  if (!delivery) return null;
  const events = (await desk.journal.open(stream))?.events ?? [];
  return { delivery, part: sentPart(events, delivery.packedAt ?? 0) };
}

function Sent({ delivery, part }: SentDebrief) {
  const t = useTexts(debriefTexts);
  const { language } = useLanguage();
  const { packedAt } = delivery;
  return (
    <Notice tone={delivery.state === 'refused' ? 'warn' : 'info'}>
      <p>
        {packedAt !== undefined && <strong>{t.sentAt(dateTime(packedAt, language))}</strong>}{' '}
        {delivery.state === 'refused'
          ? t.sentRefused
          : delivery.state === 'received' || delivery.state === 'opened'
            ? t.sentReceived(dateTime(delivery.at, language))
            : t.sentWaits}
      </p>
      {part && (
        <p>
          {t.sentWith(part.answers)} {part.isOlder && t.sentOlder}
        </p>
      )}
    </Notice>
  );
}
