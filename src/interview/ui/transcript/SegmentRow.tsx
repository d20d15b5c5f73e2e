import { memo, useRef, useState, type KeyboardEvent } from 'react';
import { transcriptTexts } from '../../../i18n/transcript.ts';
import { Button } from '../../../kit/button.tsx';
import { Check } from '../../../kit/choice.tsx';
import { TextField } from '../../../kit/field.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { timeWords } from '../../model/cue.ts';
import { Speaker, type SegmentId } from '../../model/transcript.ts';
import { isUnchecked, type Segment } from '../../model/transcript-state.ts';
import type { TranscriptSession } from '../../transcript-session.ts';

/** What a segment asks of the screen around it; the same object for all of them, so that they need not be redrawn. */
export interface SegmentActs {
  readonly onCurrent: (id: SegmentId) => void;
  /**
   * Enter: the next segment, or this one cut at the caret. `typedOn` gives what was typed until the next one was there:
   * it belongs to that one.
   */
  readonly onEnter: (id: SegmentId, caret: number | null, typedOn: () => string) => Promise<void>;
  readonly onPlay: ((ms: number) => void) | null;
  readonly onTimeNow: (id: SegmentId) => void;
  readonly onMore: (id: SegmentId) => void;
}

const MOST = 200_000;

export const fieldOf = (id: SegmentId): string => `segment-${id}`;

/** One segment: always a field for the words; who, when and the remark where one is writing. */
export const SegmentRow = memo(function SegmentRow(props: {
  readonly session: TranscriptSession;
  readonly segment: Segment;
  readonly current: boolean;
  readonly acts: SegmentActs;
}) {
  const t = useTexts(transcriptTexts);
  const { session, segment, current, acts } = props;
  const id = segment.segment;
  const [typed, setTyped] = useState(() => session.words(segment));
  const [shown, setShown] = useState(segment.event);
  /** What is typed after Enter, before the next segment is there; null when nothing is waited for. */
  const ahead = useRef<string | null>(null);
  // Restored, cut or read in: what stands now is another version.
  if (shown !== segment.event) {
    setShown(segment.event);
    setTyped(session.words(segment));
  }
  const type = (next: typeof typed) => {
    setTyped(next);
    session.type(id, next);
  };
  const settle = () => void session.settle(id);
  const unchecked = isUnchecked(segment);
  const speaker = t[segment.speaker];
  const enter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (ahead.current !== null && plain) {
      // A quick hand is already in the next segment.
      if (event.key.length === 1) ahead.current += event.key;
      if (event.key === 'Backspace') ahead.current = ahead.current.slice(0, -1);
      event.preventDefault();
      return;
    }
    if (event.key !== 'Enter' || !plain || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    ahead.current = '';
    const { selectionStart: caret, value } = event.currentTarget;
    const within = value.slice(0, caret).trim() !== '' && value.slice(caret).trim() !== '';
    const typedOn = () => {
      const typedSince = ahead.current ?? '';
      ahead.current = null;
      return typedSince;
    };
    void acts.onEnter(id, within ? caret : null, typedOn);
  };
  return (
    <li className="transcript-segment" data-current={current || undefined}>
      <div className="transcript-who">
        {segment.from !== null && acts.onPlay && (
          <Button
            variant="plain"
            aria-label={t.playHere(timeWords(segment.from))}
            onClick={() => acts.onPlay?.(segment.from ?? 0)}
          >
            {timeWords(segment.from)}
          </Button>
        )}
        {segment.from !== null && !acts.onPlay && <span>{timeWords(segment.from)}</span>}
        {segment.from === null && segment.clock && <span>{segment.clock}</span>}
        <strong>{speaker}</strong>
        {unchecked && (
          <span className="tag" data-tone="warn">
            {t.unchecked}
          </span>
        )}
      </div>
      <div className="transcript-what">
        <textarea
          id={fieldOf(id)}
          className="input"
          rows={1}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={MOST}
          aria-label={t.said(speaker)}
          value={typed.text}
          onChange={(event) => type({ ...typed, text: event.target.value })}
          onFocus={() => acts.onCurrent(id)}
          onBlur={settle}
          onKeyDown={enter}
        />
        {!current && typed.remark !== '' && <p className="hint">{typed.remark}</p>}
        {current && (
          <>
            <TextField
              label={t.remark}
              hint={t.remarkHint}
              maxLength={MOST}
              value={typed.remark}
              onChange={(event) => type({ ...typed, remark: event.target.value })}
              onBlur={settle}
            />
            <div className="row transcript-tools">
              <label className="field">
                {t.speaker}
                <select
                  className="input"
                  value={segment.speaker}
                  onChange={(event) => {
                    const picked = Speaker.safeParse(event.currentTarget.value);
                    if (picked.success) void session.change(id, { speaker: picked.data });
                  }}
                >
                  {Speaker.options.map((each) => (
                    <option key={each} value={each}>
                      {t[each]}
                    </option>
                  ))}
                </select>
              </label>
              <SegmentTime session={session} segment={segment} withSound={acts.onPlay !== null} />
              <Button onClick={() => acts.onTimeNow(id)}>{t.timeNow}</Button>
              <Button onClick={() => acts.onMore(id)}>{t.more}</Button>
            </div>
            {unchecked && (
              <Check label={t.listened} checked={false} onChange={() => void session.check(id)} />
            )}
          </>
        )}
      </div>
    </li>
  );
});

/** Where in the sound, or at what hour where there is none. */
function SegmentTime(props: {
  readonly session: TranscriptSession;
  readonly segment: Segment;
  readonly withSound: boolean;
}) {
  const t = useTexts(transcriptTexts);
  const { session, segment, withSound } = props;
  const id = segment.segment;
  const known = segment.from === null ? '' : timeWords(segment.from);
  const [typed, setTyped] = useState(() => session.timeTyped(id));
  const [wrong, setWrong] = useState(false);
  if (!withSound && segment.from === null && typed === null) {
    return (
      <TextField
        label={t.clock}
        type="time"
        value={segment.clock ?? ''}
        onChange={(event) =>
          void session.change(id, { clock: event.target.value.slice(0, 5) || null })
        }
      />
    );
  }
  return (
    <TextField
      label={t.time}
      inputMode="numeric"
      value={typed ?? known}
      error={wrong ? t.timeWrong : undefined}
      onChange={(event) => {
        setTyped(event.target.value);
        session.typeTime(id, event.target.value);
      }}
      onBlur={() => {
        void session.settleTime(id).then((well) => {
          setWrong(!well);
          if (well) setTyped(null);
        });
      }}
    />
  );
}
