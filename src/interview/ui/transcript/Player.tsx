import { useSyncExternalStore } from 'react';
import { transcriptTexts } from '../../../i18n/transcript.ts';
import { Button } from '../../../kit/button.tsx';
import { useLanguage, useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { timeWords } from '../../model/cue.ts';
import type { SoundGap, SoundMark } from '../sound-source.ts';
import { BACK_MS, RATES, type Playback } from './playback.ts';
import { Waveform } from './Waveform.tsx';

const STEP_SECONDS = 1;

/** The sound: where it stands, how fast it goes, and where questions were asked. */
export function Player(props: {
  readonly playback: Playback;
  readonly marks: readonly SoundMark[];
  readonly gaps: readonly SoundGap[];
}) {
  const t = useTexts(transcriptTexts);
  const { language } = useLanguage();
  const { playback, marks, gaps } = props;
  const { ms, playing, rate, failed } = useSyncExternalStore(playback.subscribe, playback.snapshot);
  const { source } = playback;
  const number = new Intl.NumberFormat(language);
  return (
    <div className="transcript-player">
      <div className="transcript-track">
        <Waveform source={source} ms={ms} marks={marks} gaps={gaps} />
        <input
          type="range"
          min={0}
          max={Math.round(source.durationMs / 1000)}
          step={STEP_SECONDS}
          value={Math.round(ms / 1000)}
          aria-label={t.position}
          aria-valuetext={t.positionOf(timeWords(ms), timeWords(source.durationMs))}
          onChange={(event) => playback.seek(event.currentTarget.valueAsNumber * 1000)}
        />
      </div>
      <div className="row">
        <Button variant="primary" onClick={playback.toggle}>
          {playing ? t.pause : t.play}
        </Button>
        <Button onClick={() => playback.move(-BACK_MS)}>{t.backSeconds}</Button>
        <Button onClick={() => playback.move(BACK_MS)}>{t.forwardSeconds}</Button>
        <label className="row">
          {t.rate}
          <select
            className="input transcript-select"
            value={rate}
            onChange={(event) => playback.setRate(Number(event.currentTarget.value))}
          >
            {RATES.map((each) => (
              <option key={each} value={each}>
                {t.rateTimes(number.format(each))}
              </option>
            ))}
          </select>
        </label>
        <span className="transcript-clock">
          {timeWords(ms)} / {timeWords(source.durationMs)}
        </span>
      </div>
      {failed && (
        <Notice tone="danger" live>
          {t.soundNotOpened}
        </Notice>
      )}
      {marks.length + gaps.length > 0 && (
        <details>
          <summary>{t.marks}</summary>
          <ul role="list" className="transcript-marks">
            {marks.map(({ at, label }) => (
              <li key={at}>
                <Button variant="plain" onClick={() => playback.seek(at)}>
                  {timeWords(at)} {label}
                </Button>
              </li>
            ))}
            {gaps.map(({ from, to, label }) => (
              <li key={from} className="hint">
                {t.gap(timeWords(from), timeWords(to), label)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
