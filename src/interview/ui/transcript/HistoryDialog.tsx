import { useMemo, useState } from 'react';
import { dateTime } from '../../../i18n/format.ts';
import { transcriptTexts } from '../../../i18n/transcript.ts';
import { Button } from '../../../kit/button.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { useLanguage, useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { useOnce } from '../../../kit/use-once.ts';
import { sittingsOf } from '../../model/transcript-history.ts';
import type { SegmentId } from '../../model/transcript.ts';
import type { TranscriptState } from '../../model/transcript-state.ts';
import type { TranscriptSession } from '../../transcript-session.ts';

/** The whole as it stood before, and what was removed: to see, and to bring back. */
export function HistoryDialog(props: {
  readonly session: TranscriptSession;
  readonly state: TranscriptState;
  readonly onMore: (id: SegmentId) => void;
  readonly onClose: () => void;
}) {
  const t = useTexts(transcriptTexts);
  const { language } = useLanguage();
  const { session, state, onClose } = props;
  const events = session.events();
  const sittings = useMemo(() => sittingsOf(events), [events]);
  const [failed, setFailed] = useState(false);
  const { run, busy } = useOnce(async (count: number) => {
    const kept = await session.restoreAll(count);
    setFailed(!kept.ok);
    if (kept.ok) onClose();
  });
  return (
    <Dialog title={t.history} onClose={onClose}>
      {failed && (
        <Notice tone="danger" live>
          {t.notSaved}
        </Notice>
      )}
      <p className="hint">{sittings.length === 0 ? t.historyNone : t.historyHelp}</p>
      {sittings.map(({ count, at, state: then }) => (
        <details key={count}>
          <summary>{t.historyShow(dateTime(at, language))}</summary>
          <ol role="list" className="transcript-versions">
            {then.segments.map((segment) => (
              <li key={segment.segment} className="transcript-text">
                <strong>{t[segment.speaker]}</strong> {segment.text}
              </li>
            ))}
          </ol>
          <Button disabled={busy} onClick={() => run(count)}>
            {t.historyRestore}
          </Button>
        </details>
      ))}
      {state.removed.length > 0 && (
        <>
          <h3>{t.removed}</h3>
          <ul role="list" className="transcript-versions">
            {state.removed.map((segment) => {
              const last = segment.versions.at(-1)?.data;
              return (
                <li key={segment.segment}>
                  <p className="transcript-text">{segment.text || t.empty}</p>
                  <div className="row">
                    {last && (
                      <Button onClick={() => void session.restore(last)}>{t.bringBack}</Button>
                    )}
                    <Button onClick={() => props.onMore(segment.segment)}>{t.more}</Button>
                  </div>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <div className="row" data-end="">
        <Button onClick={onClose}>{t.close}</Button>
      </div>
    </Dialog>
  );
}
