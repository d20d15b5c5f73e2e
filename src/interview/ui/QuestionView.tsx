import { lazy, type ReactNode } from 'react';
import { interviewTexts } from '../../i18n/interview.ts';
import type { LocalText } from '../../guide/model/guide.ts';
import type { RoutePlace } from '../../guide/model/route.ts';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { Outcome } from '../model/event.ts';
import { isLocked } from '../model/locked.ts';
import { NO_ANSWER } from '../model/state.ts';
import type { InterviewSession } from '../session.ts';
import { AnswerField } from './AnswerField.tsx';
import { useSnapshot } from './use-session.ts';

const LockedAnswer = lazy(async () => ({
  default: (await import('./LockedAnswer.tsx')).LockedAnswer,
}));

/** One question, large; what helps to ask it lies a tap away and stays out of sight until then. */
export function QuestionView(props: {
  readonly session: InterviewSession;
  readonly place: RoutePlace;
  readonly caret: number | null;
  /** What the supervisor asked about it. */
  readonly comments?: ReactNode;
}) {
  const { session, place } = props;
  const t = useTexts(interviewTexts);
  const local = useLocal();
  const { state } = useSnapshot(session);
  const { questions, erased } = state;
  const known = questions.get(place.question.id) ?? NO_ANSWER;
  return (
    <>
      {place.number === 1 && (
        <p className="talk-say">
          <span className="hint">{t.sayThis}: </span>
          {local(place.section.intro)}
        </p>
      )}
      <QuestionText place={place} aboutOthers={session.guide.scripts.thirdParty} />
      {known.takenBack && <p className="hint">{t.takenBack}</p>}
      {props.comments}
      {isLocked(state, place.question.id) ? (
        <LockedAnswer session={session} question={place.question} />
      ) : (
        <>
          <AnswerField
            // The field holds its own text: what was erased elsewhere must not come back from it.
            key={`${place.question.id}-${erased.size}`}
            session={session}
            question={place.question}
            caret={props.caret}
          />
          <OutcomeRow session={session} place={place} />
        </>
      )}
    </>
  );
}

/** The words to say, and behind one tap each: probes, motive and guidance. */
export function QuestionText(props: {
  readonly place: RoutePlace;
  /** What to say when somebody else is named. */
  readonly aboutOthers?: LocalText;
}) {
  const t = useTexts(interviewTexts);
  const local = useLocal();
  const { question } = props.place;
  return (
    <>
      <h1 className="talk-question" tabIndex={-1}>
        {local(question.text)}
      </h1>
      {question.sensitivity === 3 && <p className="hint">{t.sensitive}</p>}
      <div className="talk-support">
        {question.probes.length > 0 && (
          <details name="support">
            <summary>{t.probes}</summary>
            <ul>
              {question.probes.map((probe) => (
                <li key={probe.sv}>{local(probe)}</li>
              ))}
            </ul>
          </details>
        )}
        {question.motive && (
          <details name="support">
            <summary>{t.motive}</summary>
            <p>{local(question.motive)}</p>
          </details>
        )}
        {question.guidance && (
          <details name="support">
            <summary>{t.guidance}</summary>
            <p>
              <strong>{t.doLabel}: </strong>
              {local(question.guidance.do)}
            </p>
            <p>
              <strong>{t.avoidLabel}: </strong>
              {local(question.guidance.avoid)}
            </p>
          </details>
        )}
        {props.aboutOthers && (
          <details name="support">
            <summary>{t.thirdPersonSay}</summary>
            <p className="talk-say">{local(props.aboutOthers)}</p>
          </details>
        )}
      </div>
    </>
  );
}

/** How the question ended; "answered" is set by itself when something is written and the talk moves on. */
function OutcomeRow({
  session,
  place,
}: {
  readonly session: InterviewSession;
  readonly place: RoutePlace;
}) {
  const t = useTexts(interviewTexts);
  const { question, section } = place;
  const known = useSnapshot(session).state.questions.get(question.id) ?? NO_ANSWER;
  const mayLeaveOut = question.optional || section.mayBeSkippedByInterviewer;
  const offered = Outcome.options.filter(
    (outcome) => outcome !== 'notReached' && (outcome !== 'leftOut' || mayLeaveOut),
  );
  return (
    <fieldset className="talk-outcome">
      <legend>{t.outcome}</legend>
      <div className="row">
        {offered.map((outcome) => (
          <label className="choice" key={outcome}>
            <input
              type="radio"
              name={`outcome-${question.id}`}
              checked={known.outcome === outcome}
              onChange={() =>
                void session.settle(question.id, [
                  {
                    type: 'QuestionEnded',
                    version: 1,
                    data: { question: question.id, outcome },
                  },
                ])
              }
            />
            <span>{t[outcome]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
