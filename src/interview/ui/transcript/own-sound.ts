import { useEffect, useState } from 'react';
import type { QuestionId } from '../../../base/ids.ts';
import type { transcriptTexts } from '../../../i18n/transcript.ts';
import { recordingsOf, type RecordingState } from '../../model/sound.ts';
import type { JournalEvent } from '../../../journal/model/event.ts';
import type { SoundPorts } from '../../sound-ports.ts';
import type { SoundGap, SoundMark } from '../sound-source.ts';

/** The tablet's own recordings of this interview. */
export interface OwnSound {
  readonly sound: Pick<SoundPorts, 'cards' | 'read'>;
  /** The interview's events in reading order. */
  readonly events: readonly JournalEvent[];
  /** A question in the words in which it was asked. */
  readonly questionOf: (question: QuestionId) => string | undefined;
}

/** Those that are ended and still lie here. */
export function useOwnRecordings(own: OwnSound | null): readonly RecordingState[] {
  const [here, setHere] = useState<ReadonlySet<string>>(new Set());
  const sound = own?.sound;
  useEffect(() => {
    let current = true;
    void sound?.cards().then((cards) => {
      const whole = cards.filter(({ ms }) => ms > 0).map(({ recording }) => recording);
      if (current) setHere(new Set<string>(whole));
    });
    return () => {
      current = false;
    };
  }, [sound]);
  return recordingsOf(own?.events ?? []).filter(
    ({ recording, ms }) => ms !== null && here.has(recording),
  );
}

/** Where questions were asked, and what was marked by hand. */
export const marksOf = (
  { marks }: RecordingState,
  questionOf: OwnSound['questionOf'],
  byHand: string,
): SoundMark[] =>
  marks.map(({ at, question }) => ({
    at,
    label: (question === null ? undefined : questionOf(question)) ?? byHand,
  }));

/** Where no sound came, and what was struck out. */
export function gapsOf(
  { missing, struck }: RecordingState,
  t: Pick<
    typeof transcriptTexts.sv,
    'gapStruck' | `gap_${RecordingState['missing'][number]['why']}`
  >,
): SoundGap[] {
  return [
    ...missing.map(({ from, to, why }) => ({ from, to, label: t[`gap_${why}`] })),
    ...struck.map(({ from, to }) => ({ from, to, label: t.gapStruck })),
  ].sort((a, b) => a.from - b.from);
}
