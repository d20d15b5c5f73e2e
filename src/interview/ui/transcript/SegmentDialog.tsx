import { useState } from 'react';
import { dateTime } from '../../../i18n/format.ts';
import { transcriptTexts } from '../../../i18n/transcript.ts';
import { Button } from '../../../kit/button.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { useLanguage, useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { useOnce } from '../../../kit/use-once.ts';
import { alsoSaidIn } from '../../model/transcript-acts.ts';
import type { Segment, TranscriptState } from '../../model/transcript-state.ts';
import type { TranscriptSession } from '../../transcript-session.ts';

/** One segment's older versions, and two acts that must not be mixed up: a slip, and what the participant takes back. */
export function SegmentDialog(props: {
  readonly session: TranscriptSession;
  readonly state: TranscriptState;
  readonly segment: Segment;
  readonly onClose: () => void;
}) {
  const t = useTexts(transcriptTexts);
  const { language } = useLanguage();
  const { session, segment, onClose } = props;
  const [sure, setSure] = useState(false);
  const [failed, setFailed] = useState(false);
  const { run, busy } = useOnce(async (act: () => Promise<{ readonly ok: boolean }>) => {
    const kept = await act();
    setFailed(!kept.ok);
    if (kept.ok) onClose();
  });
  const id = segment.segment;
  const older = segment.versions.slice(0, -1).toReversed();
  const removed = props.state.removed.includes(segment);
  if (sure) {
    const others = alsoSaidIn(props.state, segment).length;
    return (
      <Dialog title={t.takeBackSure} onClose={() => setSure(false)}>
        <p>{t.takeBackHelp}</p>
        {others > 0 && <Notice tone="warn">{t.alsoSaid(others)}</Notice>}
        {failed && (
          <Notice tone="danger" live>
            {t.notSaved}
          </Notice>
        )}
        <div className="row" data-end="">
          <Button onClick={() => setSure(false)}>{t.cancel}</Button>
          <Button
            variant="danger"
            disabled={busy}
            onClick={() => run(() => session.takeBack([id]))}
          >
            {t.takeBackNow}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={t.segmentTitle} onClose={onClose}>
      {failed && (
        <Notice tone="danger" live>
          {t.notSaved}
        </Notice>
      )}
      <h3>{t.versions}</h3>
      {older.length === 0 && <p className="hint">{t.versionsNone}</p>}
      <ul role="list" className="transcript-versions">
        {older.map(({ event, at, data }) => (
          <li key={event}>
            <p className="hint">{t.versionAt(dateTime(at, language))}</p>
            <p className="transcript-text">{data.text || t.empty}</p>
            {data.remark !== '' && <p className="hint">{data.remark}</p>}
            <Button disabled={busy} onClick={() => run(() => session.restore(data))}>
              {t.restore}
            </Button>
          </li>
        ))}
      </ul>
      {!removed && (
        <div className="transcript-act">
          <Button disabled={busy} onClick={() => run(() => session.remove(id))}>
            {t.remove}
          </Button>
          <p className="hint">{t.removeHelp}</p>
        </div>
      )}
      <div className="transcript-act">
        <Button disabled={busy} onClick={() => setSure(true)}>
          {t.takeBack}
        </Button>
        <p className="hint">{t.takeBackHelp}</p>
      </div>
      <div className="row" data-end="">
        <Button onClick={onClose}>{t.close}</Button>
      </div>
    </Dialog>
  );
}
