import { useEffect, useState } from 'react';
import type { Stretch } from '../model/said-again.ts';
import type { SegmentId } from '../model/transcript.ts';
import type { Written } from '../model/written-then.ts';
import { ownWords } from '../read-back.ts';
import type { InterviewSession } from '../session.ts';
import { findAlong, goingOf, type Along } from '../taken-along.ts';
import type { TranscriptPorts } from '../transcript-session.ts';

export interface ShownAlong {
  readonly found: Along | null;
  readonly going: readonly SegmentId[];
  readonly choose: (segments: readonly SegmentId[]) => void;
}

/**
 * What the transcript has of what is struck out; null until it was looked up.
 * @param when names what was chosen: another name, and it is looked up again.
 */
export function useAlong(
  ports: TranscriptPorts,
  session: InterviewSession,
  written: readonly Written[],
  stretch: Stretch | undefined,
  when: string,
): ShownAlong | null {
  const [shown, setShown] = useState<Omit<ShownAlong, 'choose'> | null>(null);
  useEffect(() => {
    let here = true;
    setShown(null);
    const questions = written.flatMap((each) => (each.kind === 'answer' ? [each.question] : []));
    const more = written.flatMap((each) => {
      if (each.kind === 'placement') return [each.placement.words];
      return each.kind === 'ownWords' ? [ownWords(session, each.question)] : [];
    });
    void findAlong(ports, session, { questions, more, stretch }).then((found) => {
      if (here) setShown({ found, going: goingOf(found) });
    });
    return () => {
      here = false;
    };
    // The lists are made anew at every drawing; what they are made from is named by the caller.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [when]);
  return shown && { ...shown, choose: (going) => setShown({ ...shown, going }) };
}
