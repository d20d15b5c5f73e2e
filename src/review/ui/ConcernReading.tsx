import { useEffect, useState } from 'react';
import type { StreamId } from '../../base/ids.ts';
import { concernTexts } from '../../i18n/concern.ts';
import { foldConcern, type ConcernState } from '../../interview/model/concern.ts';
import { ConcernPaper } from '../../interview/ui/ConcernPaper.tsx';
import { merge } from '../../journal/model/merge.ts';
import type { Journal } from '../../journal/model/port.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { ConcernTag } from './ConcernTag.tsx';
import '../../interview/ui/concern.css';

/** A colleague's draft for a report, as it stands; the one who wrote it is told that it was opened. */
export function ConcernReading(props: {
  readonly stream: StreamId;
  readonly journal: Journal;
  /** A name, or nothing when the directory does not know them. */
  readonly author: string;
  readonly acknowledge: (stream: StreamId) => Promise<void>;
  readonly onBack: () => void;
}) {
  const { stream, journal, acknowledge } = props;
  const t = useTexts(concernTexts);
  const [state, setState] = useState<ConcernState>();
  useEffect(() => {
    let here = true;
    const read = async () => {
      const opened = await journal.open(stream);
      const folded = opened && foldConcern(merge(opened.events));
      if (here && folded) {
        setState(folded);
        await acknowledge(stream);
      }
    };
    void read();
    const stop = journal.subscribe((which) => {
      if (which === stream) void read();
    });
    return () => {
      here = false;
      stop();
    };
  }, [stream, journal, acknowledge]);
  if (!state) return null;
  return (
    <Page
      title={state.code ? t.forCode(t[state.kind], state.code) : t[state.kind]}
      tab={t.inInbox}
      wide
      actions={<Button onClick={props.onBack}>{t.toInbox}</Button>}
    >
      <p className="row">
        <ConcernTag handedOverAt={state.handedOverAt} removedAt={state.removedAt} />
      </p>
      <p className="hint">{t.apart}</p>
      {state.removedAt === undefined || state.handOvers.length > 0 ? (
        <section className="card">
          <ConcernPaper state={state} author={props.author} heading="h2" />
        </section>
      ) : (
        <p>{t.removedHelp}</p>
      )}
    </Page>
  );
}
