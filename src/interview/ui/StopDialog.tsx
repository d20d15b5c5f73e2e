import { useState } from 'react';
import type { QuestionId } from '../../base/ids.ts';
import { interviewTexts } from '../../i18n/interview.ts';
import { Button } from '../../kit/button.tsx';
import { CheckChoice } from '../../kit/choice.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { endOpenQuestions } from '../model/act.ts';
import type { InterviewSession } from '../session.ts';
import type { InterviewPorts } from './ports.ts';

/** Stopping needs no reason. The person chooses what is kept: all, a part, or nothing. */
export function StopDialog(props: {
  readonly session: InterviewSession;
  readonly ports: InterviewPorts;
  readonly onClose: () => void;
}) {
  const { session, ports } = props;
  const t = useTexts(interviewTexts);
  const local = useLocal();
  const [step, setStep] = useState<'choose' | 'parts' | 'delete'>('choose');
  const [chosen, setChosen] = useState<QuestionId[]>([]);
  const { route } = session.snapshot();

  const end = async (keep: 'all' | 'parts') => {
    // What was asked to go must be gone before anything else is said about the rest.
    if (keep === 'parts' && !(await session.takeBack(chosen)).ok) return;
    const kept = await session.act((state) => [
      { type: 'InterviewStopped', version: 1, data: { keep } },
      ...endOpenQuestions(state, route),
      { type: 'TalkEnded', version: 1, data: {} },
    ]);
    if (kept.ok) ports.onAfter(session.stream);
  };
  const erase = async () => {
    await ports.journal.erase(session.stream);
    ports.onHome();
  };

  const answers = route.order.flatMap((id) => {
    const answer = session.answer(id);
    const place = route.find(id);
    const written = answer.text.trim() !== '' || answer.value !== null;
    return place && written ? [{ value: id, label: local(place.question.text) }] : [];
  });

  if (step === 'delete') {
    return (
      <Dialog title={t.stopDeleteSure} onClose={() => setStep('choose')}>
        <p>{t.stopDeleteHelp}</p>
        <div className="row" data-end="">
          <Button onClick={() => setStep('choose')}>{t.back}</Button>
          <Button variant="danger" onClick={() => void erase()}>
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
        <CheckChoice legend={t.stopChoose} options={answers} values={chosen} onChange={setChosen} />
        <div className="row" data-end="">
          <Button onClick={() => setStep('choose')}>{t.back}</Button>
          <Button variant="danger" disabled={chosen.length === 0} onClick={() => void end('parts')}>
            {t.stopRemoveChosen(chosen.length)}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={t.stopTitle} onClose={props.onClose}>
      <p className="talk-say">{local(session.guide.scripts.stop)}</p>
      <div className="stack">
        <StopChoice
          label={t.stopKeepAll}
          help={t.stopKeepAllHelp}
          onChoose={() => void end('all')}
        />
        {answers.length > 0 && (
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
  readonly onChoose: () => void;
}) {
  return (
    <button type="button" className="choice talk-stop-choice" onClick={props.onChoose}>
      <strong>{props.label}</strong>
      <span className="hint">{props.help}</span>
    </button>
  );
}
