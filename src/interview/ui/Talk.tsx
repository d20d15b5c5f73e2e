import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { interviewTexts } from '../../i18n/interview.ts';
import type { QuestionId } from '../../base/ids.ts';
import { isConsentGate } from '../../guide/model/guide.ts';
import {
  nearestQuestion,
  nextQuestion,
  nextSection,
  previousQuestion,
} from '../../guide/model/route.ts';
import { Button } from '../../kit/button.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { hasConsent, may } from '../model/act.ts';
import type { InterviewFact, Outcome } from '../model/event.ts';
import { NO_ANSWER } from '../model/state.ts';
import type { InterviewSession } from '../session.ts';
import { GroundRules } from './GroundRules.tsx';
import { PauseCover } from './PauseCover.tsx';
import type { InterviewPorts } from './ports.ts';
import { QuestionView } from './QuestionView.tsx';
import { SaveStatus, SaveTrouble } from './SaveStatus.tsx';
import { SectionBar } from './SectionBar.tsx';
import { useSnapshot } from './use-session.ts';
import './talk.css';

const ConsentGate = lazy(async () => ({
  default: (await import('./ConsentGate.tsx')).ConsentGate,
}));
const SupportCards = lazy(async () => ({
  default: (await import('./SupportCards.tsx')).SupportCards,
}));
const StopDialog = lazy(async () => ({ default: (await import('./StopDialog.tsx')).StopDialog }));
const Overview = lazy(async () => ({ default: (await import('./Overview.tsx')).Overview }));
const FinishDialog = lazy(async () => ({
  default: (await import('./FinishDialog.tsx')).FinishDialog,
}));

type Open = 'cards' | 'stop' | 'overview' | 'finish' | null;

/**
 * The conversation: one question, large. Pause, skip and stop are always in the same place. Nothing appears by
 * itself, so that silence stays silence.
 */
export function Talk(props: {
  readonly session: InterviewSession;
  readonly ports: InterviewPorts;
  readonly saveFileLabel: string;
}) {
  const { session, ports } = props;
  const t = useTexts(interviewTexts);
  const local = useLocal();
  const { state, route } = useSnapshot(session);
  const [wanted, setHere] = useState(() => startingPlace(session));
  const here = nearestQuestion(session.guide, route, wanted);
  const [caret, setCaret] = useState(() => session.caretIn(startingPlace(session)));
  const [covered, setCovered] = useState(state.status === 'paused');
  const [open, setOpen] = useState<Open>(null);
  const [skipped, setSkipped] = useState<Skipped | null>(null);
  const [blocked, setBlocked] = useState(false);
  const main = useRef<HTMLElement>(null);
  const place = route.find(here);
  const consented = hasConsent(state, session.guide);

  // After the talk its questions are open for mending, and nothing is asked or timed any more.
  const talking = may(state, 'finishTalk') || state.status === 'paused';

  const askedAlready = state.questions.get(here)?.asked ?? false;
  useEffect(() => {
    if (talking && !askedAlready && !covered) {
      void session.act([{ type: 'QuestionAsked', version: 1, data: { question: here } }]);
    }
  }, [session, here, talking, askedAlready, covered]);

  const go = useCallback(
    (to: QuestionId, focus: 'question' | 'field') => {
      setHere(to);
      setBlocked(false);
      setCaret(focus === 'field' ? session.answer(to).text.length : null);
      session.moveTo({ question: to, caret: session.answer(to).text.length });
      if (focus === 'question') {
        requestAnimationFrame(() => {
          main.current?.querySelector('h1')?.focus({ preventScroll: true });
          main.current?.scrollTo({ top: 0 });
        });
      }
    },
    [session],
  );

  if (!place) return null;

  /** Leaves a question: what was written settles, and a question with an answer ends as answered. */
  const leave = (to: QuestionId | undefined) => {
    setSkipped(null);
    void session.settle(here, endedByWriting(session, here));
    if (!to) return talking ? setOpen('finish') : ports.onAfter(session.stream);
    if (!consented && route.order.indexOf(to) > route.order.indexOf(route.gate)) {
      return setBlocked(true);
    }
    return go(to, 'question');
  };

  const skip = () => {
    const before = state.questions.get(here)?.outcome ?? null;
    void session.settle(here, [ended(here, 'declined')]);
    const to = nextQuestion(route, here);
    setSkipped({ question: here, before });
    if (to && (consented || route.order.indexOf(to) <= route.order.indexOf(route.gate))) {
      go(to, 'question');
    }
  };

  const undoSkip = ({ question, before }: Skipped) => {
    void session.settle(here, endedByWriting(session, here));
    void session.act([ended(question, before)]);
    setSkipped(null);
    go(question, 'question');
  };

  const pause = () => {
    const field = main.current?.querySelector('textarea');
    if (field) {
      setCaret(null);
      session.moveTo({ question: here, caret: field.selectionStart });
    }
    setCovered(true);
    void session.settle(here, talking ? [{ type: 'InterviewPaused', version: 1, data: {} }] : []);
  };

  const resume = () => {
    setCovered(false);
    setCaret(session.position()?.caret ?? null);
    if (talking) void session.act([{ type: 'InterviewResumed', version: 1, data: {} }]);
  };

  if (covered) return <PauseCover script={session.guide.scripts.pause} onResume={resume} />;

  const last = nextQuestion(route, here) === undefined;
  const close = () => setOpen(null);
  return (
    <div className="talk">
      <header className="talk-head">
        <Button variant="plain" className="talk-section" onClick={() => setOpen('overview')}>
          <span className="hint">{t.sectionOf(place.sectionNumber, route.sections.length)}</span>
          <span>{local(place.section.title)}</span>
        </Button>
        <SaveStatus session={session} />
        <Button onClick={() => setOpen('cards')}>{t.cards}</Button>
      </header>
      <main className="talk-main" ref={main}>
        <SaveTrouble
          session={session}
          saveFileLabel={props.saveFileLabel}
          onSaveFile={() => void ports.saveFile(session.stream)}
        />
        <SectionBar
          session={session}
          here={here}
          now={ports.deps.clock.now}
          onGo={(to) => leave(to)}
          onNextSection={() => leave(nextSection(route, here))}
        />
        <Suspense>
          {place.sectionNumber === 1 && place.number <= 2 && <GroundRules guide={session.guide} />}
          {isConsentGate(place.question) ? (
            <ConsentGate session={session} place={place} onStop={() => setOpen('stop')} />
          ) : (
            <QuestionView key={here} session={session} place={place} caret={caret} />
          )}
        </Suspense>
        {blocked && (
          <Notice tone="warn" live>
            <p>{t.consentFirst}</p>
          </Notice>
        )}
      </main>
      <footer className="talk-foot">
        <Button
          disabled={!previousQuestion(route, here)}
          onClick={() => leave(previousQuestion(route, here) ?? here)}
        >
          {t.previous}
        </Button>
        <div className="talk-acts">
          <Button onClick={pause}>{t.pause}</Button>
          <Button onClick={skip} disabled={isConsentGate(place.question)}>
            {t.skip}
          </Button>
          {talking ? (
            <Button onClick={() => setOpen('stop')}>{t.stop}</Button>
          ) : (
            <Button onClick={() => leave(undefined)}>{t.toMemo}</Button>
          )}
        </div>
        <Button
          variant="primary"
          disabled={last && !talking}
          onClick={() => leave(nextQuestion(route, here))}
        >
          {last && talking ? t.finish : t.next}
        </Button>
        {skipped && (
          <p className="talk-skipped" role="status">
            {t.skipped}{' '}
            <Button variant="plain" onClick={() => undoSkip(skipped)}>
              {t.undo}
            </Button>
          </p>
        )}
      </footer>
      <Suspense>
        {open === 'cards' && (
          <SupportCards session={session} question={place.question} ports={ports} onClose={close} />
        )}
        {open === 'stop' && <StopDialog session={session} ports={ports} onClose={close} />}
        {open === 'overview' && (
          <Overview
            session={session}
            here={here}
            onClose={close}
            onGo={(to) => {
              close();
              leave(to);
            }}
          />
        )}
        {open === 'finish' && <FinishDialog session={session} ports={ports} onClose={close} />}
      </Suspense>
    </div>
  );
}

/** Where the interviewer was; else the first question without an outcome. */
function startingPlace(session: InterviewSession): QuestionId {
  const { state, route } = session.snapshot();
  const open = route.order.find((question) => !state.questions.get(question)?.outcome);
  const place = session.position()?.question ?? open ?? route.order[0];
  if (!place) throw new Error('a track without questions');
  return place;
}

/** The question that was skipped last, and how it had ended before. */
interface Skipped {
  readonly question: QuestionId;
  readonly before: Outcome | null;
}

const ended = (question: QuestionId, outcome: Outcome | null): InterviewFact => ({
  type: 'QuestionEnded',
  version: 1,
  data: { question, outcome },
});

function endedByWriting(session: InterviewSession, question: QuestionId): InterviewFact[] {
  const known = session.snapshot().state.questions.get(question) ?? NO_ANSWER;
  const answer = session.answer(question);
  const written = answer.text.trim() !== '' || answer.value !== null;
  return written && known.outcome === null ? [ended(question, 'answered')] : [];
}
