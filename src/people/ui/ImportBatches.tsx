import { useState } from 'react';
import { dateTime } from '../../i18n/format.ts';
import { importTexts } from '../../i18n/import.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { Undone } from '../import-undo.ts';

interface Batch {
  readonly batch: string;
  readonly at: number;
  readonly people: number;
}

/** What was read in from files, each of which can be undone as long as nothing has happened to its people. */
export function ImportBatches(props: {
  readonly batches: readonly Batch[];
  readonly onUndo: (batch: string, goOn: (done: number) => Promise<boolean>) => Promise<Undone>;
}) {
  const { batches } = props;
  const t = useTexts(importTexts);
  const { language } = useLanguage();
  const [asked, setAsked] = useState<Batch | null>(null);
  const [erased, setErased] = useState(0);
  const [outcome, setOutcome] = useState<Undone | null>(null);
  const { run: undo, busy } = useOnce(async ({ batch }: Batch) => {
    setErased(0);
    const undone = await props.onUndo(batch, async (done) => {
      setErased(done);
      return true;
    });
    setOutcome(undone);
    setAsked(null);
  });
  return (
    <section className="stack" aria-labelledby="import-batches">
      <h2 id="import-batches">{t.batches}</h2>
      {outcome && (
        <Notice tone={outcome.problem ? 'danger' : 'info'} live>
          <p>{t.undone(outcome.erased)}</p>
          {outcome.problem && <p>{t.undoStopped}</p>}
          {outcome.left.map(({ code, why }) => (
            <p key={code}>{t.left(code, t[`left_${why}`])}</p>
          ))}
        </Notice>
      )}
      {batches.length === 0 && <p>{t.noBatches}</p>}
      <ul role="list" className="stack">
        {batches.map((each) => (
          <li className="row" key={each.batch}>
            <span>{t.batch(dateTime(each.at, language), each.people)}</span>
            <Button
              aria-label={t.undoNamed(dateTime(each.at, language))}
              onClick={() => setAsked(each)}
            >
              {t.undo}
            </Button>
          </li>
        ))}
      </ul>
      {asked && (
        <Dialog title={t.undoTitle} onClose={() => setAsked(null)}>
          <p>{busy ? t.undoing(erased) : t.undoText(asked.people)}</p>
          <div className="row" data-end="">
            <Button disabled={busy} onClick={() => setAsked(null)}>
              {t.undoNo}
            </Button>
            <Button variant="danger" disabled={busy} onClick={() => undo(asked)}>
              {t.undoYes}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
