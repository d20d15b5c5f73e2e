import { useState } from 'react';
import type { QuestionId } from '../../base/ids.ts';
import { stopTexts } from '../../i18n/stopping.ts';
import { Button } from '../../kit/button.tsx';
import { CheckChoice } from '../../kit/choice.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { eraseInterview } from '../erase.ts';
import { endOpenQuestions, hasConsent, saysSomething } from '../model/act.ts';
import { cardNotes } from '../model/card-note.ts';
import { datesKey, unclearDates } from '../model/dates.ts';
import type { SegmentId } from '../model/transcript.ts';
import type { InterviewSession } from '../session.ts';
import { settleAnswers } from '../settle-answers.ts';
import type { Along } from '../taken-along.ts';
import { AlongList } from './AlongList.tsx';
import { CardsGoToo } from './CardsGoToo.tsx';
import type { InterviewPorts } from './ports.ts';

/**
 * Stopping needs no reason. The person chooses what is kept: all, a part, or nothing. Without consent nothing may be
 * kept, so that is the only choice.
 */
export function StopDialog(props: {
  readonly session: InterviewSession;
  readonly ports: InterviewPorts;
  readonly onClose: () => void;
}) {
  const { session, ports } = props;
  const t = useTexts(stopTexts);
  const local = useLocal();
  const [step, setStep] = useState<'choose' | 'parts' | 'delete'>('choose');
  const [chosen, setChosen] = useState<QuestionId[]>([]);
  /** What the transcript has of the chosen answers: shown before it goes. */
  const [along, setAlong] = useState<Along | null>(null);
  const [going, setGoing] = useState<readonly SegmentId[]>([]);
  const [failed, setFailed] = useState(false);
  const { state, route } = session.snapshot();

  /** False when it is not gone, and when the transcript has more of it, which is asked about first. */
  const takeParts = async (): Promise<boolean> => {
    const { findAlong, goingOf, takeAlong } = await import('../taken-along.ts');
    const known = along ?? (await findAlong(ports, session, { questions: chosen }));
    if (!along && known && known.found.length > 0) {
      setGoing(goingOf(known));
      setAlong(known);
      return false;
    }
    const gone = await takeAlong(known, going);
    return gone.ok && (await session.takeBack(chosen)).ok;
  };
  const { run: end, busy: ending } = useOnce(async (keep: 'all' | 'parts') => {
    // What was asked to go must be gone before anything else is said about the rest.
    if (keep === 'parts' && !(await takeParts())) return;
    if (!(await settleAnswers(session)).ok) return;
    const kept = await session.act((now) => [
      { type: 'InterviewStopped', version: 1, data: { keep } },
      ...endOpenQuestions(now, route),
      { type: 'TalkEnded', version: 1, data: {} },
    ]);
    if (kept.ok) ports.onAfter(session.stream);
  });
  const { run: erase, busy: erasing } = useOnce(async () => {
    const erased = await eraseInterview(ports.journal, session.stream);
    setFailed(!erased.ok);
    if (erased.ok) ports.onHome();
  });

  const noted = new Set(cardNotes(session.events()).map((note) => note.question));
  // Also what was said in another length of the talk.
  const answers = session.guide.sections
    .flatMap((section) => section.questions)
    .filter(
      ({ id }) =>
        saysSomething(session.answer(id)) ||
        noted.has(id) ||
        unclearDates(session.draftOf(datesKey(id))),
    )
    .map(({ id, text }) => ({ value: id, label: local(text) }));

  const consented = hasConsent(state, session.guide);
  if (step === 'delete') {
    return (
      <Dialog title={t.stopDeleteSure} onClose={() => setStep('choose')}>
        <p>{t.stopDeleteHelp}</p>
        {failed && (
          <Notice tone="danger" live>
            {t.eraseFailed}
          </Notice>
        )}
        <CardsGoToo session={session} />
        <div className="row" data-end="">
          <Button onClick={() => setStep('choose')}>{t.back}</Button>
          <Button variant="danger" disabled={erasing} onClick={erase}>
            {t.stopDeleteNow}
          </Button>
        </div>
      </Dialog>
    );
  }
  if (step === 'parts') {
    return (
      <Dialog title={t.stopKeepParts} onClose={() => setStep('choose')}>
        <p className="hint">{t.stopKeepPartsHelp}</p>
        <CheckChoice
          legend={t.stopChoose}
          options={answers}
          values={chosen}
          onChange={(values) => {
            setAlong(null);
            setChosen(values);
          }}
        />
        {along && <AlongList found={along.found} going={going} onGoing={setGoing} />}
        <div className="row" data-end="">
          <Button onClick={() => setStep('choose')}>{t.back}</Button>
          <Button
            variant="danger"
            disabled={ending || chosen.length === 0}
            onClick={() => end('parts')}
          >
            {t.stopRemoveChosen(chosen.length)}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={t.stopTitle} onClose={props.onClose}>
      {consented && <p className="talk-say">{local(session.guide.scripts.stop)}</p>}
      <div className="stack">
        {consented ? (
          <StopChoice
            label={t.stopKeepAll}
            help={t.stopKeepAllHelp}
            disabled={ending}
            onChoose={() => end('all')}
          />
        ) : (
          <p>{t.stopNoConsent}</p>
        )}
        {consented && answers.length > 0 && (
          <StopChoice
            label={t.stopKeepParts}
            help={t.stopKeepPartsHelp}
            onChoose={() => setStep('parts')}
          />
        )}
        <StopChoice
          label={t.stopDelete}
          help={t.stopDeleteHelp}
          onChoose={() => setStep('delete')}
        />
      </div>
      <div className="row" data-end="">
        <Button onClick={props.onClose}>{t.backToTalk}</Button>
      </div>
    </Dialog>
  );
}

function StopChoice(props: {
  readonly label: string;
  readonly help: string;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <button
      type="button"
      className="choice talk-stop-choice"
      disabled={props.disabled}
      onClick={props.onChoose}
    >
      <strong>{props.label}</strong>
      <span className="hint">{props.help}</span>
    </button>
  );
}
