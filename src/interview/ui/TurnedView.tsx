import { useEffect, useReducer, useRef, useState, type ReactNode } from 'react';
import { interviewTexts } from '../../i18n/interview.ts';
import { turnedTexts } from '../../i18n/turned.ts';
import { isConsentGate, type Question } from '../../guide/model/guide.ts';
import { nextQuestion, previousQuestion } from '../../guide/model/route.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { hasConsent, may } from '../model/act.ts';
import type { AnswerValue } from '../model/event.ts';
import { answerOf } from '../model/marks.ts';
import type { InterviewSession } from '../session.ts';
import { HoldButton } from './HoldButton.tsx';
import { TimelineTool } from './TimelineTool.tsx';
import type { ToolProps } from './tool-props.ts';
import { useSaveState, useSnapshot } from './use-session.ts';
import { ValueField } from './ValueField.tsx';
import './turned.css';

const PAUSED = { type: 'InterviewPaused', version: 1, data: {} } as const;
const RESUMED = { type: 'InterviewResumed', version: 1, data: {} } as const;

/**
 * The screen as the young person has it: the question alone, what there is to touch, and pause, skip and stop in their
 * reach. Nothing of the notes is here, and the way back to them needs more than a tap.
 */
export function TurnedView(props: ToolProps) {
  const { session, question } = props;
  const t = useTexts(turnedTexts);
  const i = useTexts(interviewTexts);
  const local = useLocal();
  const { state } = useSnapshot(session);
  const [shown, setShown] = useState<'question' | 'pause' | 'stop' | 'timeline'>('question');
  const [around, setAround] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [question.id, shown]);
  const trouble = useSaveState(session).type === 'failed';
  const { next, previous, own } = useWay(props);
  const talking = may(state, 'pause') || may(state, 'resume');

  if (shown === 'timeline') {
    return <TimelineTool {...props} onClose={() => setShown('question')} />;
  }
  const pause = () => {
    setShown('pause');
    void session.settle(question.id, may(state, 'pause') ? [PAUSED] : []);
  };
  const resume = () => {
    setShown('question');
    if (may(state, 'resume')) void session.act([RESUMED]);
  };
  const giveBack = () => {
    props.onClose();
    // Whatever lay on the screen: a pause stays a pause, and a wish to stop is met at once.
    if (shown === 'pause') props.onPause();
    if (shown === 'stop') {
      if (may(state, 'resume')) void session.act([RESUMED]);
      props.onStop();
    }
  };
  const acts = {
    question: (
      <>
        <Button onClick={pause}>{i.pause}</Button>
        <Button
          disabled={isConsentGate(question) || next === 'consent'}
          onClick={() => props.onMove('skip')}
        >
          {i.skip}
        </Button>
        {talking && <Button onClick={() => setShown('stop')}>{i.stop}</Button>}
      </>
    ),
    pause: (
      <>
        <Button variant="primary" onClick={resume}>
          {i.resume}
        </Button>
        {talking && <Button onClick={() => setShown('stop')}>{i.stop}</Button>}
      </>
    ),
    stop: <Button onClick={resume}>{t.goOn}</Button>,
  } satisfies Record<typeof shown, ReactNode>;
  return (
    <Dialog
      full
      mustAnswer
      title={<span className="visually-hidden">{t.yours}</span>}
      onClose={() => undefined}
      corner={
        <Button aria-pressed={around} onClick={() => setAround(!around)}>
          {t.around}
        </Button>
      }
    >
      <div className="turned" data-around={around || undefined}>
        <div className="turned-main">
          {shown === 'question' && (
            <>
              <h3 className="turned-question" ref={heading} tabIndex={-1}>
                {local(question.text)}
              </h3>
              {own && <OwnAnswer key={question.id} session={session} question={question} />}
              {own && (
                <Button variant="plain" onClick={() => setShown('timeline')}>
                  {t.timeline}
                </Button>
              )}
              {next === 'last' && <p>{t.last}</p>}
              {(next === 'consent' || trouble) && <p>{t.needed}</p>}
            </>
          )}
          {shown === 'pause' && (
            <>
              <h3 className="turned-question" ref={heading} tabIndex={-1}>
                {i.pausedTitle}
              </h3>
              <p>{t.pauseText}</p>
            </>
          )}
          {shown === 'stop' && (
            <>
              <h3 className="turned-question" ref={heading} tabIndex={-1}>
                {t.stopTitle}
              </h3>
              <p>{t.stopText}</p>
            </>
          )}
        </div>
        <div className="turned-acts">{acts[shown]}</div>
        <div className="turned-foot">
          <Button
            disabled={shown !== 'question' || previous === 'first'}
            onClick={() => props.onMove('previous')}
          >
            {i.previous}
          </Button>
          <HoldButton key={shown} hint={t.hold} second={t.sure} onHeld={giveBack}>
            {t.giveBack}
          </HoldButton>
          <Button
            disabled={shown !== 'question' || next !== 'there'}
            onClick={() => props.onMove('next')}
          >
            {i.next}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/**
 * Where one can go from here. The consent is asked and noted by the interviewer, so the way ends there until it is
 * given; the questions up to it are the interviewer's as well, their options observations ("said the rules back").
 */
function useWay({ session, question }: ToolProps) {
  const { state, route } = useSnapshot(session);
  const to = nextQuestion(route, question.id);
  const from = previousQuestion(route, question.id);
  const closed = !hasConsent(state, session.guide) || isConsentGate(question);
  const beyond = to !== undefined && route.order.indexOf(to) > route.order.indexOf(route.gate);
  return {
    next: !to ? 'last' : closed && beyond ? 'consent' : 'there',
    previous: from ? 'there' : 'first',
    own: route.order.indexOf(question.id) > route.order.indexOf(route.gate),
  } as const;
}

/** What the person can touch themselves, kept as the interviewer's own field keeps it. Years are told, not typed. */
function OwnAnswer(props: { readonly session: InterviewSession; readonly question: Question }) {
  const { session, question } = props;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const { kind } = question.answer;
  if (kind !== 'scale' && kind !== 'choice') return null;
  const choose = (value: AnswerValue | null) => {
    session.write(question.id, answerOf(session.answer(question.id).text, value));
    redraw();
  };
  return (
    <ValueField
      session={session}
      question={question}
      value={session.answer(question.id).value}
      onChange={choose}
    />
  );
}
