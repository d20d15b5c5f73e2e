import { useEffect, useRef, useState } from 'react';
import type { Question } from '../../guide/model/guide.ts';
import { readBackTexts } from '../../i18n/read-back.ts';
import { Button } from '../../kit/button.tsx';
import { Check } from '../../kit/choice.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { bare, sentencesOf } from '../model/passages.ts';
import { takeAnswerBack, takePassagesBack } from '../read-back.ts';
import type { SegmentId } from '../model/transcript.ts';
import type { InterviewSession } from '../session.ts';
import type { Along } from '../taken-along.ts';
import type { TranscriptPorts } from '../transcript-session.ts';
import { AlongList } from './AlongList.tsx';

/** Only where something is erased: most talks have no transcript yet. */
const alongside = () => import('../taken-along.ts');

/**
 * The answer sentence by sentence, to choose what is erased; asked once more, since nothing brings it back, and with
 * what the transcript has of it.
 */
export function RemovePassage(props: {
  readonly session: InterviewSession;
  readonly question: Question;
  readonly ports: TranscriptPorts;
  readonly onClose: (erased: boolean) => void;
}) {
  const { session, question, ports, onClose } = props;
  const t = useTexts(readBackTexts);
  // As it was offered: what is erased is counted in these words.
  const [words] = useState(() => bare(session.answer(question.id).text).text);
  const sentences = sentencesOf(words);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [whole, setWhole] = useState(false);
  const [sure, setSure] = useState(false);
  const [along, setAlong] = useState<Along | null>(null);
  const [going, setGoing] = useState<readonly SegmentId[]>([]);
  const [failed, setFailed] = useState(false);
  const group = useRef<HTMLFieldSetElement>(null);
  const asking = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.querySelector('input')?.focus(), []);
  useEffect(() => {
    if (sure) asking.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [sure]);
  const cuts = sentences.filter((_, i) => chosen.includes(i));
  const { run: ask, busy: asks } = useOnce(async () => {
    const { findAlong, goingOf } = await alongside();
    const passage = whole ? {} : { words: cuts.map(([from, to]) => words.slice(from, to)) };
    const found = await findAlong(ports, session, { questions: [question.id], ...passage });
    setAlong(found);
    setGoing(goingOf(found));
    setSure(true);
  });
  const { run: remove, busy } = useOnce(async () => {
    const { takeAlong } = await alongside();
    const gone = await takeAlong(along, going);
    const done = !gone.ok
      ? gone
      : whole
        ? await takeAnswerBack(session, question.id)
        : await takePassagesBack(session, question.id, words, cuts);
    if (done.ok) return onClose(true);
    setSure(false);
    setFailed(true);
  });
  const toggle = (i: number, on: boolean) => {
    setSure(false);
    setChosen(on ? [...chosen, i] : chosen.filter((each) => each !== i));
  };
  return (
    <div className="read-remove">
      <fieldset className="group" ref={group}>
        <legend>{t.removeTitle}</legend>
        {!whole &&
          sentences.map(([from, to], i) => (
            <Check
              key={from}
              label={words.slice(from, to).trim()}
              checked={chosen.includes(i)}
              onChange={(on) => toggle(i, on)}
            />
          ))}
        <Check
          label={<strong>{t.wholeAnswer}</strong>}
          checked={whole}
          onChange={(on) => {
            setSure(false);
            setWhole(on);
          }}
        />
      </fieldset>
      {failed && (
        <Notice tone="danger" live>
          {t.notRemoved}
        </Notice>
      )}
      {sure ? (
        <div className="stack" ref={asking} role="group" aria-label={t.removeSure}>
          <AlongList found={along?.found ?? []} going={going} onGoing={setGoing} />
          <div className="row">
            <span>{t.removeSure}</span>
            <Button onClick={() => onClose(false)}>{t.cancel}</Button>
            <Button variant="danger" disabled={busy} onClick={remove}>
              {t.yesRemove}
            </Button>
          </div>
        </div>
      ) : (
        <div className="row">
          <Button onClick={() => onClose(false)}>{t.cancel}</Button>
          <Button disabled={asks || (!whole && chosen.length === 0)} onClick={ask}>
            {t.removeChosen}
          </Button>
        </div>
      )}
    </div>
  );
}
