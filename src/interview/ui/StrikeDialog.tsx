import { useEffect, useMemo, useState } from 'react';
import { soundTexts } from '../../i18n/sound.ts';
import { Button } from '../../kit/button.tsx';
import { CheckChoice, RadioChoice } from '../../kit/choice.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { recordingsOf, type RecordingState, type StrikeReason } from '../model/sound.ts';
import { clockOfSound } from '../model/sound-time.ts';
import { goesAtOnce, keyOf, writtenDuring } from '../model/written-then.ts';
import type { InterviewSession } from '../session.ts';
import { settleAnswers } from '../settle-answers.ts';
import type { SoundPorts } from '../sound-ports.ts';
import { strikeSound } from '../strike-sound.ts';
import type { TranscriptPorts } from '../transcript-session.ts';
import { AlongList } from './AlongList.tsx';
import { StrikeBetween } from './StrikeBetween.tsx';
import { useAlong } from './use-along.ts';
import { useWrittenWords } from './use-written-words.ts';

const LAST = ['2', '5', '10'] as const;
type Part = (typeof LAST)[number] | 'between' | 'all';
const REASONS = ['participant', 'thirdPerson', 'mistake'] as const;

/** Chooses a stretch and a kind of reason, shows which answers were written then, and makes it go for good. */
export function StrikeDialog(props: {
  readonly session: InterviewSession;
  readonly ports: TranscriptPorts;
  readonly sound: SoundPorts;
  readonly onClose: () => void;
}) {
  const { session, ports, sound } = props;
  const t = useTexts(soundTexts);
  const recordings = recordingsOf(session.events());
  const [recording, setRecording] = useState(recordings.at(-1)?.recording ?? '');
  const known = recordings.find((each) => each.recording === recording);
  const [part, setPart] = useState<Part | null>(null);
  const [places, setPlaces] = useState<readonly [number, number]>([0, Number.MAX_SAFE_INTEGER]);
  const [reason, setReason] = useState<StrikeReason | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  // What stands half-typed in a field was written then too.
  const [settled, setSettled] = useState(false);
  useEffect(() => void settleAnswers(session).then(() => setSettled(true)), [session]);
  const words = useWrittenWords(session);
  const [result, setResult] = useState<'gone' | 'failed' | null>(null);
  const end = known ? endOf(known, sound) : 0;
  const [from, to] = stretchOf(part, places, end);
  const written = useMemo(
    () =>
      known && part && settled ? writtenDuring(session.events(), known.recording, from, to) : [],
    // The events grow while this is open, and the stretch with the time; what is shown is what was chosen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [recording, part, places, settled],
  );
  const taken = written.filter((each) => chosen.get(keyOf(each)) ?? goesAtOnce(each));
  const stretch = recordings.length === 1 && part ? { from, to } : undefined;
  const along = useAlong(
    ports,
    session,
    taken,
    stretch,
    [recording, part, ...places, ...taken.map(keyOf)].join(),
  );
  const { run: strike, busy } = useOnce(async () => {
    if (!known || !reason || !part || !along) return;
    const struck = await strikeSound(session, sound, {
      recording: known.recording,
      from,
      to,
      reason,
      written: taken,
      along: along.found,
      segments: along.going,
    });
    setResult(struck.ok ? 'gone' : 'failed');
  });
  if (!known || result === 'gone') {
    return (
      <Dialog title={t.strike} onClose={props.onClose}>
        <p role="status">{t.struckNow}</p>
        <div className="row" data-end="">
          <Button onClick={props.onClose}>{t.back}</Button>
        </div>
      </Dialog>
    );
  }
  const parts: readonly { readonly value: Part; readonly label: string }[] = [
    ...LAST.filter((minutes) => end > Number(minutes) * 60_000 - 60_000).map((minutes) => ({
      value: minutes,
      label: t.last(Number(minutes)),
    })),
    { value: 'between', label: t.between },
    { value: 'all', label: t.all },
  ];
  return (
    <Dialog title={t.strikeTitle} onClose={props.onClose}>
      <p>{t.strikeHelp}</p>
      {recordings.length > 1 && (
        <RadioChoice
          legend={t.recordings}
          options={recordings.map((each, i) => ({
            value: each.recording,
            label: t.recording(i + 1, clockOfSound(endOf(each, sound))),
          }))}
          value={known.recording}
          onChange={setRecording}
        />
      )}
      <RadioChoice legend={t.which} options={parts} value={part} onChange={setPart} />
      {part === 'between' && (
        <StrikeBetween known={known} session={session} places={places} onPlaces={setPlaces} />
      )}
      {part && written.length === 0 && <p className="hint">{t.nothingWritten}</p>}
      {part && written.length > 0 && (
        <CheckChoice
          legend={t.writtenThen}
          options={written.map((each) => ({ value: keyOf(each), label: words(each) }))}
          values={taken.map(keyOf)}
          onChange={(going) =>
            setChosen(new Map(written.map((each) => [keyOf(each), going.includes(keyOf(each))])))
          }
        />
      )}
      {along?.found && (
        <AlongList found={along.found.found} going={along.going} onGoing={along.choose} />
      )}
      <RadioChoice
        legend={t.reason}
        options={REASONS.map((value) => ({ value, label: t[value] }))}
        value={reason}
        onChange={setReason}
      />
      {result === 'failed' && (
        <Notice tone="danger" live>
          {t.failed}
        </Notice>
      )}
      <div className="row" data-end="">
        <Button onClick={props.onClose}>{t.back}</Button>
        <Button
          variant="danger"
          disabled={busy || !along || !part || !reason || from >= to}
          onClick={strike}
        >
          {t.strikeNow}
        </Button>
      </div>
    </Dialog>
  );
}

const endOf = (known: RecordingState, sound: SoundPorts): number => {
  const running = sound.desk.current();
  return known.ms ?? (running?.recording === known.recording ? running.position() : 0);
};

/** A slice more at the end than was heard: what is being recorded belongs to it. */
function stretchOf(
  part: Part | null,
  places: readonly [number, number],
  end: number,
): readonly [number, number] {
  switch (part) {
    case null:
      return [0, 0];
    case 'all':
      return [0, end + 1000];
    case 'between':
      return [places[0], Math.min(places[1], end + 1000)];
    default:
      return [Math.max(0, end - Number(part) * 60_000), end + 1000];
  }
}
