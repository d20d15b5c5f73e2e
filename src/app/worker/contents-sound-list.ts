import { soundTexts } from '../../i18n/sound.ts';
import { recordingsOf } from '../../interview/model/sound.ts';
import { clockOfSound } from '../../interview/model/sound-time.ts';
import type { PageList } from '../../parcel/model/markdown.ts';
import type { RecordSource } from './contents-source.ts';

/** What a reader without the app must know of the sound: how long, what was struck out, what is missing. */
export function soundList({ events, language }: RecordSource): PageList | null {
  const t = soundTexts[language];
  const lines = recordingsOf(events).flatMap((each, i) => {
    const end = each.ms ?? 0;
    return [
      t.recording(i + 1, clockOfSound(end)),
      ...each.struck.map(({ from, to, reason }) =>
        t.struck(clockOfSound(from), clockOfSound(Math.min(to, end)), t[reason]),
      ),
      ...each.missing.map(({ from, why }) => t.missing(clockOfSound(from), t[`gap_${why}`])),
    ];
  });
  return lines.length === 0 ? null : { title: t.recordings, lines };
}
