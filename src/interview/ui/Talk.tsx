import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
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
import { useOnce } from '../../kit/use-once.ts';
import { isEnough, isSaved, saveConsent, ticksOf } from '../consent.ts';
import { hasConsent, may, saysSomething } from '../model/act.ts';
import type { InterviewState } from '../model/state.ts';
import type { InterviewSession } from '../session.ts';
import { GroundRules } from './GroundRules.tsx';
import { ended, endedByWriting, startingPlace, type Skipped } from './leaving.ts';
import { PauseCover } from './PauseCover.tsx';
import type { InterviewPorts } from './ports.ts';
import { QuestionView } from './QuestionView.tsx';
import { SaveStatus, SaveTrouble } from './SaveStatus.tsx';
import { SectionBar } from './SectionBar.tsx';
import { keys, useShortcuts } from './shortcuts.ts';
import { SoundSpot } from './SoundSpot.tsx';
import { TalkDialog, type OpenDialog } from './TalkDialog.tsx';
import { useSnapshot } from './use-session.ts';
import './talk.css';

const ConsentGate = lazy(async () => ({
  default: (await import('./ConsentGate.tsx')).ConsentGate,
}));
type Consent = InterviewState['consent'];

/** Two taps closer than this are one tap of a hand that shook. */
const DOUBLE_TAP_MS = 400;

/**
 * The conversation: one question, large. Pause, skip and stop are always in the same place. Nothing appears by
 * itself, so that silence stays silence.
 */
export function Talk(props: {
  readonly session: InterviewSession;
  readonly ports: InterviewPorts;
  readonly saveFileLabel: string;
  /** A quiet word beside the save status. */
  readonly beside?: ReactNode;
  /** What belongs to one question: what the supervisor asked about it, or who answers it in practice. */
  readonly commentsFor?: (question: QuestionId) => ReactNode;
}) {
  const { session, ports } = props;
  const t = useTexts(interviewTexts);
  const local = useLocal();
  const { state, route } = useSnapshot(session);
  const [wanted, setHere] = useState(() => startingPlace(session));
  const here = nearestQuestion(session.guide, route, wanted);
  const [caret, setCaret] = useState(() => session.caretIn(startingPlace(session)));
  const [covered, setCovered] = useState(state.status === 'paused');
  const [arrivals, setArrivals] = useState(0);
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const [skipped, setSkipped] = useState<Skipped | null>(null);
  // Until the consent changes: what was said about the one before holds no longer.
  const [blocked, setBlocked] = useState<Consent | 'no'>('no');
  const lastTap = useRef({ act: 'none', at: 0 });
  const main = useRef<HTMLElement>(null);
  useShortcuts();
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
      setBlocked('no');
      setCaret(focus === 'field' ? session.answer(to).text.length : null);
      session.moveTo({ question: to, caret: session.answer(to).text.length });
      if (focus === 'question') setArrivals((before) => before + 1);
    },
    [session],
  );

  // With the question and not a frame later: by then somebody may be writing, and a focus that left the field would
  // take the words with it.
  useEffect(() => {
    if (arrivals === 0) return;
    main.current?.querySelector('h1')?.focus({ preventScroll: true });
    main.current?.scrollTo({ top: 0 });
    // On a low screen the whole page scrolls instead.
    const above = (main.current?.getBoundingClientRect().top ?? 0) < 0;
    if (above) main.current?.scrollIntoView();
  }, [arrivals]);

  // What is ticked and enough is saved on the way: the question was answered at the table.
  const { run: consentAndGo } = useOnce(async (to: QuestionId) => {
    const saved = await saveConsent(session, ticksOf(session));
    if (saved.ok) go(to, 'question');
  });

  if (!place) return null;

  /** Leaves a question: what was written settles, and a question with an answer ends as answered. */
  const leave = (to: QuestionId | undefined) => {
    setSkipped(null);
    void session.settle(here, endedByWriting(session, here));
    if (!to) return talking ? setOpen('finish') : ports.onAfter(session.stream);
    if (!isBehindGate(to)) return go(to, 'question');
    const ticks = ticksOf(session);
    const saved = !may(state, 'consent') || isSaved(ticks, session);
    if (!saved && isEnough(ticks, session)) return consentAndGo(to);
    return consented && saved ? go(to, 'question') : setBlocked(state.consent);
  };

  const isBehindGate = (question: QuestionId) =>
    route.order.indexOf(question) > route.order.indexOf(route.gate);

  /** The same button twice in one go would leave or skip a question that nobody has seen. */
  const isDoubleTap = (act: 'next' | 'skip') => {
    const before = lastTap.current;
    lastTap.current = { act, at: ports.deps.clock.now() };
    return before.act === act && lastTap.current.at - before.at < DOUBLE_TAP_MS;
  };

  const next = () => {
    const to = nextQuestion(route, here);
    // After the last one there is only a dialog, which lists what was not seen.
    if (!isDoubleTap('next') || !to) leave(to);
  };

  const skip = () => {
    if (isDoubleTap('skip')) return;
    const before = state.questions.get(here)?.outcome ?? null;
    // Who has told a part and wants no more has not declined what is written here.
    const told = saysSomething(session.answer(here));
    void session.settle(here, [ended(here, told ? 'partly' : 'declined')]);
    const to = nextQuestion(route, here);
    setSkipped({ question: here, before });
    if (to && (consented || !isBehindGate(to))) go(to, 'question');
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

  const stop = () => {
    void session.settle(here);
    setOpen('stop');
  };

  const home = async () => {
    await session.settle(here, talking ? [{ type: 'InterviewPaused', version: 1, data: {} }] : []);
    ports.onHome();
  };

  if (covered) {
    return (
      <PauseCover script={session.guide.scripts.pause} onResume={resume} onLock={ports.onLock} />
    );
  }

  const shown = { session, place, comments: props.commentsFor?.(here) };
  const last = nextQuestion(route, here) === undefined;
  const close = () => setOpen(null);
  const leaveTo = (to: QuestionId) => {
    close();
    leave(to);
  };
  const moved = (to: QuestionId) => {
    close();
    go(to, 'question');
  };
  const moves = { previous: () => leave(previousQuestion(route, here) ?? here), next, skip };
  const tool = {
    session,
    ports,
    question: place.question,
    onClose: close,
    onGo: leaveTo,
    onMove: (how: keyof typeof moves) => moves[how](),
    onPause: pause,
    onStop: stop,
  };
  return (
    <div className="talk">
      <header className="talk-head">
        <Button variant="plain" className="talk-section" onClick={() => setOpen('overview')}>
          <span className="hint">{t.sectionOf(place.sectionNumber, route.sections.length)}</span>
          <span>{local(place.section.title)}</span>
        </Button>
        <SoundSpot desk={ports.sound?.desk} />
        <SaveStatus session={session} />
        {props.beside}
        <Button {...keys('tools')} onClick={() => setOpen('tools')}>
          {t.tools}
        </Button>
        <Button {...keys('cards')} onClick={() => setOpen('cards')}>
          {t.cards}
        </Button>
      </header>
      <main className="talk-main" ref={main}>
        <SaveTrouble
          session={session}
          saveFileLabel={props.saveFileLabel}
          onSaveFile={() => ports.saveFile(session.stream)}
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
            <ConsentGate {...shown} ports={ports} onStop={stop} />
          ) : (
            <QuestionView key={here} {...shown} caret={caret} />
          )}
        </Suspense>
      </main>
      <footer className="talk-foot">
        <div className="talk-word" role="status">
          {skipped && (
            <p>
              {t.skipped}{' '}
              <Button variant="plain" onClick={() => undoSkip(skipped)}>
                {t.undo}
              </Button>
            </p>
          )}
          {blocked === state.consent && <p data-tone="warn">{t.consentFirst}</p>}
        </div>
        <Button
          {...keys('previous')}
          disabled={!previousQuestion(route, here)}
          onClick={moves.previous}
        >
          {t.previous}
        </Button>
        <div className="talk-acts">
          <Button {...keys('pause')} onClick={pause}>
            {t.pause}
          </Button>
          <Button {...keys('skip')} onClick={skip} disabled={isConsentGate(place.question)}>
            {t.skip}
          </Button>
          <Button onClick={talking ? stop : () => leave(undefined)}>
            {talking ? t.stop : t.toMemo}
          </Button>
        </div>
        <Button {...keys('next')} variant="primary" disabled={last && !talking} onClick={next}>
          {last && talking ? t.finish : t.next}
        </Button>
      </footer>
      <Suspense>
        {open && (
          <TalkDialog
            {...tool}
            open={open}
            here={here}
            onHome={() => void home()}
            onMoved={moved}
          />
        )}
      </Suspense>
    </div>
  );
}
