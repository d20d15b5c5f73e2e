import { useEffect, useRef, useState } from 'react';
import type { StreamId } from '../../base/ids.ts';
import { longDate } from '../../i18n/format.ts';
import { soundTexts } from '../../i18n/sound.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import type { JournalEvent } from '../../journal/model/event.ts';
import { goesToTheEnd, recordingsOf, type RecordingState } from '../model/sound.ts';
import { streamInto } from '../sound-stream.ts';
import type { SoundKeeping, SoundPorts } from '../sound-ports.ts';
import { clockOfSound } from '../model/sound-time.ts';
import { SoundTravelLine, useTravels } from './SoundTravelLine.tsx';
import './sound.css';

type Listening = Pick<SoundPorts, 'cards' | 'read' | 'travels' | 'keeping'>;

/** The recordings of a talk: how long, what is struck out and what is missing, and listening to what is here. */
export function RecordingList(props: {
  readonly events: readonly JournalEvent[];
  readonly sound: Listening;
}) {
  const t = useTexts(soundTexts);
  const recordings = recordingsOf(props.events);
  const [here, setHere] = useState<ReadonlySet<string>>();
  const [keeping, setKeeping] = useState<ReadonlyMap<StreamId, SoundKeeping>>(new Map());
  const { sound } = props;
  const travels = useTravels(sound.travels);
  useEffect(() => {
    let isHere = true;
    void sound.cards().then((cards) => {
      const whole = cards.filter(({ ms }) => ms > 0).map(({ recording }) => recording);
      if (isHere) setHere(new Set<string>(whole));
    });
    void sound.keeping().then((found) => {
      if (isHere) setKeeping(found);
    });
    return () => {
      isHere = false;
    };
  }, [sound, props.events, travels]);
  return (
    <ul role="list" className="sound-list">
      {recordings.map((each, i) => {
        const travel = travels.get(each.recording);
        const isWhole = here?.has(each.recording) && travel?.state !== 'unpacking';
        return (
          <li key={each.recording}>
            <p>
              {each.ms === null ? t.recordingNow(i + 1) : t.recording(i + 1, clockOfSound(each.ms))}
            </p>
            <Course known={each} />
            {travel && (
              <SoundTravelLine
                recording={each.recording}
                name={t.recording(i + 1, clockOfSound(each.ms ?? 0))}
                travel={travel}
                travels={sound.travels}
              />
            )}
            {here && !here.has(each.recording) && <p className="hint">{t.noneHere}</p>}
            <Keeping keeping={keeping.get(each.recording)} />
            {isWhole && each.ms !== null && (
              // A strike makes another file of it.
              <Listen key={each.struck.length} known={each} sound={sound} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** How long it stays on this device, or when it went. */
function Keeping({ keeping }: { readonly keeping: SoundKeeping | undefined }) {
  const t = useTexts(soundTexts);
  const { language } = useLanguage();
  if (!keeping || keeping.state === 'kept') return null;
  const day = longDate(keeping.at, language);
  return (
    <p className="hint">
      {keeping.state === 'due' ? t.stays(day) : t.weeded(day, keeping.decision)}
    </p>
  );
}

/** In words what a line would show: a screen reader says it, and so does paper. */
function Course({ known }: { readonly known: RecordingState }) {
  const t = useTexts(soundTexts);
  const end = known.ms ?? 0;
  return (
    <ul className="hint">
      {known.struck.map(({ from, to, reason, now }) => (
        <li key={`s${now}${from}`}>
          {t.struck(clockOfSound(from), clockOfSound(Math.min(to, end)), t[reason])}
        </li>
      ))}
      {known.missing.map((gap) => {
        const { from, why, now } = gap;
        const text = goesToTheEnd(gap) ? t.missingToEnd : t.missing;
        return <li key={`m${now}${from}${why}`}>{text(clockOfSound(from), t[`gap_${why}`])}</li>;
      })}
    </ul>
  );
}

function Listen(props: { readonly known: RecordingState; readonly sound: Listening }) {
  const t = useTexts(soundTexts);
  const { known, sound } = props;
  const { recording } = known;
  const [wanted, setWanted] = useState(false);
  const [state, setState] = useState<'loading' | 'here' | 'none'>('loading');
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    if (!wanted || !audio.current) return undefined;
    let close: (() => void) | undefined;
    let isHere = true;
    void streamInto(audio.current, sound, recording).then((stream) => {
      if (!isHere) {
        stream?.close();
        return;
      }
      close = stream?.close;
      setState(stream ? 'here' : 'none');
    });
    return () => {
      isHere = false;
      close?.();
    };
  }, [wanted, sound, recording]);
  if (!wanted) return <Button onClick={() => setWanted(true)}>{t.listen}</Button>;
  return (
    <>
      <p role="status">{state === 'loading' ? t.loading : state === 'none' ? t.notPlayable : ''}</p>
      {/* What is said has no captions; its transcript is a tool of its own. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio ref={audio} controls hidden={state !== 'here'} aria-label={t.listen} />
    </>
  );
}
