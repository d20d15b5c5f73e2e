import { useId } from 'react';
import { soundTexts } from '../../i18n/sound.ts';
import { useTexts } from '../../kit/language.tsx';
import type { RecordingState } from '../model/sound.ts';
import { clockOfSound } from '../model/sound-time.ts';
import type { InterviewSession } from '../session.ts';
import { useQuestionText } from './use-written-words.ts';

/** Two places: the beginning, every question and every mark, the end. */
export function StrikeBetween(props: {
  readonly known: RecordingState;
  readonly session: InterviewSession;
  readonly places: readonly [number, number];
  readonly onPlaces: (places: readonly [number, number]) => void;
}) {
  const t = useTexts(soundTexts);
  const questionText = useQuestionText(props.session);
  const { places, onPlaces } = props;
  const marks = props.known.marks
    .filter(({ at }) => at > 0)
    .map(({ at, question }) => ({
      at,
      label:
        question === null
          ? t.handMark(clockOfSound(at))
          : `${clockOfSound(at)} ${questionText(question)}`,
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
