import { useId, useMemo, useState } from 'react';
import type { QuestionId } from '../../base/ids.ts';
import { soundTexts } from '../../i18n/sound.ts';
import { Button } from '../../kit/button.tsx';
import { CheckChoice, RadioChoice } from '../../kit/choice.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { Journal } from '../../journal/model/port.ts';
import {
  recordingsOf,
  writtenDuring,
  type RecordingState,
  type StrikeReason,
} from '../model/sound.ts';
import type { InterviewSession } from '../session.ts';
import type { SoundPorts } from '../sound-ports.ts';
import { strikeSound } from '../strike-sound.ts';
import { clockOfSound } from '../model/sound-time.ts';

const LAST = ['2', '5', '10'] as const;
type Part = (typeof LAST)[number] | 'between' | 'all';
const REASONS = ['participant', 'thirdPerson', 'mistake'] as const;

/** Chooses a stretch and a kind of reason, shows which answers were written then, and makes it go for good. */
export function StrikeDialog(props: {
  readonly session: InterviewSession;
  readonly journal: Journal;
  readonly sound: SoundPorts;
  readonly onClose: () => void;
}) {
  const { session, sound } = props;
  const t = useTexts(soundTexts);
  const local = useLocal();
  const recordings = recordingsOf(session.events());
  const [recording, setRecording] = useState(recordings.at(-1)?.recording ?? '');
  const known = recordings.find((each) => each.recording === recording);
  const [part, setPart] = useState<Part | null>(null);
  const [places, setPlaces] = useState<readonly [number, number]>([0, Number.MAX_SAFE_INTEGER]);
  const [reason, setReason] = useState<StrikeReason | null>(null);
  const [kept, setKept] = useState<ReadonlySet<QuestionId>>(new Set());
  const [result, setResult] = useState<'gone' | 'failed' | null>(null);
  const end = known ? endOf(known, sound) : 0;
  const [from, to] = stretchOf(part, places, end);
  const written = useMemo(
    () =>
      known && part ? writtenDuring(session.events(), known.recording, from, to).questions : [],
    // The events grow while this is open, and the stretch with the time; what is shown is what was chosen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [recording, part, places],
  );
  const questionText = (id: QuestionId): string => {
    const question = session.guide.sections
      .flatMap(({ questions }) => questions)
      .find((each) => each.id === id);
    return question ? local(question.text) : id;
  };
  const { run: strike, busy } = useOnce(async () => {
    if (!known || !reason || !part) return;
    const questions = written.filter((id) => !kept.has(id));
    const stretch = { recording: known.recording, from, to, reason, questions };
    const struck = await strikeSound(session, props.journal, sound, stretch);
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
        <Between known={known} questionText={questionText} places={places} onPlaces={setPlaces} />
      )}
      {part && written.length === 0 && <p className="hint">{t.nothingWritten}</p>}
      {part && written.length > 0 && (
        <CheckChoice
          legend={t.writtenThen}
          options={written.map((id) => ({ value: id, label: questionText(id) }))}
          values={written.filter((id) => !kept.has(id))}
          onChange={(going) => setKept(new Set(written.filter((id) => !going.includes(id))))}
        />
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
        <Button variant="danger" disabled={busy || !part || !reason || from >= to} onClick={strike}>
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

/** Two places: the beginning, every question and every mark, the end. */
function Between(props: {
  readonly known: RecordingState;
  readonly questionText: (id: QuestionId) => string;
  readonly places: readonly [number, number];
  readonly onPlaces: (places: readonly [number, number]) => void;
}) {
  const t = useTexts(soundTexts);
  const { places, onPlaces } = props;
  const marks = props.known.marks
    .filter(({ at }) => at > 0)
    .map(({ at, question }) => ({
      at,
      label:
        question === null
          ? t.handMark(clockOfSound(at))
          : `${clockOfSound(at)} ${props.questionText(question)}`,
    }));
  return (
    <>
      <Place
        label={t.from}
        value={places[0]}
        options={[{ at: 0, label: t.beginning }, ...marks]}
        onChange={(at) => onPlaces([at, places[1]])}
      />
      <Place
        label={t.to}
        value={places[1]}
        options={[...marks, { at: Number.MAX_SAFE_INTEGER, label: t.end }]}
        onChange={(at) => onPlaces([places[0], at])}
      />
    </>
  );
}

function Place(props: {
  readonly label: string;
  readonly value: number;
  readonly options: readonly { readonly at: number; readonly label: string }[];
  readonly onChange: (at: number) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="input"
        autoComplete="off"
        value={props.value}
        onChange={(event) => props.onChange(Number(event.currentTarget.value))}
      >
        {props.options.map(({ at, label }) => (
          <option key={at} value={at}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
