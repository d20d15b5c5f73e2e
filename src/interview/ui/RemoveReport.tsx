import { useState, useSyncExternalStore } from 'react';
import { concernTexts } from '../../i18n/concern.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { ConcernSession } from '../concern.ts';
import { CONCERN_FIELDS, mayBeRemoved } from '../model/concern.ts';
import { fieldWords } from '../model/concern-words.ts';

/** The way to remove a draft that was begun by mistake; nothing once any of it was handed over. */
export function RemoveReport(props: {
  readonly session: ConcernSession;
  readonly onRemoved: () => void;
}) {
  const { session } = props;
  const t = useTexts(concernTexts);
  const state = useSyncExternalStore(session.subscribe, session.snapshot);
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const { run: remove, busy } = useOnce(async () => {
    const removed = await session.remove();
    setFailed(removed !== null && !removed.ok);
    if (removed?.ok) props.onRemoved();
  });
  if (!mayBeRemoved(state)) return null;
  if (!asking) return <Button onClick={() => setAsking(true)}>{t.remove}</Button>;
  const written = CONCERN_FIELDS.filter((field) => session.value(field).trim() !== '');
  return (
    <Dialog title={t.removeTitle} onClose={() => setAsking(false)}>
      <p>{state.kind === 'concern' ? t.removeDuty : t.removeDutyMisconduct}</p>
      {written.length === 0 ? (
        <p>{t.removeEmpty}</p>
      ) : (
        <>
          <p id="report-goes">{t.removeGoes}</p>
          <ul aria-labelledby="report-goes">
            {written.map((field) => (
              <li key={field}>
                <strong>{fieldWords(t, state.kind, field).label}</strong>
                <p className="concern-words">{session.value(field)}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="hint">{t.removeKeeps}</p>
      {failed && (
        <Notice tone="danger" live>
          {t.removeNotKept}
        </Notice>
      )}
      <div className="row" data-end="">
        <Button onClick={() => setAsking(false)}>{t.cancel}</Button>
        <Button variant="danger" disabled={busy} onClick={remove}>
          {t.removeNow}
        </Button>
      </div>
    </Dialog>
  );
}
