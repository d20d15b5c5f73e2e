import { useEffect, useState } from 'react';
import { transcriptTexts } from '../../i18n/transcript.ts';
import { timeWords } from '../../interview/model/cue.ts';
import {
  foldTranscript,
  isUnchecked,
  uncheckedIn,
  type Segment,
  type TranscriptState,
} from '../../interview/model/transcript-state.ts';
import { merge } from '../../journal/model/merge.ts';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { ReadingDesk } from './desk.ts';

/** The transcript that came beside the interview; what nobody has listened to yet is marked. */
export function TranscriptRecord({ desk }: { readonly desk: ReadingDesk }) {
  const t = useTexts(transcriptTexts);
  const { session, now } = desk;
  const [state, setState] = useState<TranscriptState | null>(null);
  useEffect(() => {
    let here = true;
    void session.beside('transcript').then((opened) => {
      const read = opened && foldTranscript(merge(opened.events));
      if (here) setState(read ?? null);
    });
    return () => {
      here = false;
    };
    // Asked anew with the interview: a transcript may have come with a later version of it.
  }, [session, now]);
  if (!state) return null;
  const unchecked = uncheckedIn(state);
  return (
    <section className="review-section" aria-labelledby="review-transcript">
      <h2 id="review-transcript">{t.recordTitle}</h2>
      {unchecked > 0 && <Notice tone="warn">{t.uncheckedCount(unchecked)}</Notice>}
      {state.takenBack.length > 0 && <p>{t.takenBackCount(state.takenBack.length)}</p>}
      <details>
        <summary>{t.recordShow(state.segments.length)}</summary>
        <ol role="list" className="stack">
          {state.segments.map((segment) => (
            <SegmentRecord key={segment.segment} segment={segment} />
          ))}
        </ol>
      </details>
    </section>
  );
}

function SegmentRecord({ segment }: { readonly segment: Segment }) {
  const t = useTexts(transcriptTexts);
  const time = segment.from === null ? segment.clock : timeWords(segment.from);
  return (
    <li>
      <p className="row">
        {time && <span className="hint">{time}</span>}
        <strong>{t[segment.speaker]}</strong>
        {isUnchecked(segment) && <span className="tag">{t.unchecked}</span>}
      </p>
      <p className="review-text">{segment.text}</p>
      {segment.remark !== '' && (
        <p className="hint">
          {t.remarkOf} {segment.remark}
        </p>
      )}
    </li>
  );
}
