import {
  lazy,
  Suspense,
  useCallback,
  useMemo,
  useState,
  useSyncExternalStore,
  type ComponentProps,
  type ReactNode,
} from 'react';
import { systemClock, systemRandom } from '../../../base/deps.ts';
import { practiceTexts } from '../../../i18n/training-practice.ts';
import type { InterviewSession } from '../../../interview/session.ts';
import type { InterviewPorts } from '../../../interview/ui/ports.ts';
import { Talk } from '../../../interview/ui/Talk.tsx';
import { useSnapshot } from '../../../interview/ui/use-session.ts';
import { Button } from '../../../kit/button.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { Page, useTabTitle } from '../../../kit/page.tsx';
import { CasePanel } from '../../../training/ui/CasePanel.tsx';
import type { Desk } from '../../port.ts';
import type { Practice } from '../../practice.ts';
import type { Route } from '../../routes.ts';
import { useInterview } from '../use-interview.ts';
import { PracticeBar } from './PracticeBar.tsx';
import { practicePorts } from './practice-ports.ts';
import { useLeaving } from './use-leaving.ts';

const AfterTalk = lazy(async () => ({
  default: (await import('../../../interview/ui/AfterTalk.tsx')).AfterTalk,
}));

const CardsScreen = lazy(async () => ({
  default: (await import('../CardsScreen.tsx')).CardsScreen,
}));
const ConcernScreen = lazy(async () => ({
  default: (await import('../ConcernScreen.tsx')).ConcernScreen,
}));
const TranscriptScreen = lazy(async () => ({
  default: (await import('../TranscriptScreen.tsx')).TranscriptScreen,
}));
const PracticeDebrief = lazy(async () => ({
  default: (await import('./PracticeDebrief.tsx')).PracticeDebrief,
}));

const nobody = () => () => undefined;
const nothing = () => null;
const deps = { clock: systemClock(), random: systemRandom };

/**
 * A practice from its first question to its debrief, on the real screens. They lead to each other as in a real
 * interview, but not by the address: a practice has one, and what happens in it lies in memory.
 */
export function PracticeTalk(props: {
  /** Where the debrief can be kept; null where there is no vault, and for a case that is only being tried. */
  readonly from: Desk | null;
  /** A vault is open beside it, which locks by reloading the page. */
  readonly hasVault: boolean;
  readonly cover?: ReactNode;
  readonly practice: Practice;
  /** It is kept in the practice vault of module 5 and goes on there: locking loses nothing, and leaving neither. */
  readonly onLock: (() => void) | null;
  readonly onCases: () => void;
  readonly onLeave: () => void;
}) {
  const { practice, cover, onLock } = props;
  const keeps = onLock !== null;
  const { desk, session } = practice;
  const t = useTexts(practiceTexts);
  const talk = useMemo<Route>(() => ({ name: 'talk', stream: session.interview }), [session]);
  const [at, setAt] = useState<Route | 'debrief'>(talk);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const [kept, setKept] = useState(keeps);
  const goTo = useCallback((to: Route) => setAt(to), []);
  const ports = useMemo(() => practicePorts(desk, deps, goTo, onLock), [desk, goTo, onLock]);
  const ask = useCallback((then: () => void) => setLeaving(() => then), []);
  useLeaving(!kept, !props.hasVault, () => ask(props.onLeave));
  const sound = desk.sound?.desk;
  const records = useSyncExternalStore(sound?.subscribe ?? nobody, sound?.current ?? nothing);
  const finish = async () => {
    await sound?.stop();
    await session.end();
    setAt('debrief');
  };
  return (
    <>
      <PracticeBar kept={keeps}>
        {records && <span>{t.sound}</span>}
        {at !== 'debrief' && <Button onClick={() => void finish()}>{t.toDebrief}</Button>}
        <Button onClick={() => (kept ? props.onLeave() : ask(props.onLeave))}>
          {keeps ? t.toModule5 : t.leave}
        </Button>
      </PracticeBar>
      {cover || (
        <Suspense>
          {at === 'debrief' ? (
            <PracticeDebrief
              from={props.from}
              practice={practice}
              away={keeps ? t.toModule5 : null}
              onKept={() => setKept(true)}
              onCases={() => (kept ? props.onCases() : ask(props.onCases))}
            />
          ) : (
            <At
              at={at}
              practice={practice}
              ports={ports}
              goTo={goTo}
              keeps={keeps}
              onTalk={() => setAt(talk)}
              onFinish={() => void finish()}
            />
          )}
        </Suspense>
      )}
      {leaving && (
        <Dialog title={t.leaveTitle} onClose={() => setLeaving(null)}>
          <p>{t.leaveHelp}</p>
          <div className="row" data-end="">
            <Button onClick={() => setLeaving(null)}>{t.stay}</Button>
            <Button variant="danger" onClick={leaving}>
              {t.leaveNow}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

interface AtProps {
  readonly at: Route;
  readonly practice: Practice;
  readonly ports: InterviewPorts;
  readonly goTo: (to: Route) => void;
  readonly keeps: boolean;
  readonly onTalk: () => void;
  readonly onFinish: () => void;
}

function At(props: AtProps) {
  const { at, practice, ports, goTo } = props;
  const { desk } = practice;
  switch (at.name) {
    case 'talk':
    case 'after':
      return <Interview {...props} part={at.name} />;
    case 'concern':
      return (
        <ConcernScreen
          key={at.stream}
          stream={at.stream}
          desk={desk}
          clock={deps.clock}
          print={() => window.print()}
          goTo={goTo}
        />
      );
    case 'cards':
      return <CardsScreen stream={at.stream} desk={desk} ports={ports} />;
    case 'transcript':
      return <TranscriptScreen stream={at.stream} desk={desk} deps={deps} goTo={goTo} />;
    default:
      return <Interview {...props} part="home" />;
  }
}

/** The talk itself is no page, and would keep the title of the one before. */
function TalkInTab(props: ComponentProps<typeof Talk>) {
  useTabTitle(useTexts(practiceTexts).tab);
  return <Talk {...props} />;
}

function Interview(props: AtProps & { readonly part: 'talk' | 'after' | 'home' }) {
  const { practice, ports } = props;
  const interview = useInterview(practice.session.interview, practice.desk, ports);
  if (interview === null) return null;
  // The young person wanted all of it gone, and it is.
  if (interview === 'none') return <Resting {...props} erased />;
  return props.part === 'home' ? (
    <Resting {...props} erased={false} />
  ) : (
    <Opened {...props} interview={interview} />
  );
}

function Opened(props: AtProps & { readonly part: string; readonly interview: InterviewSession }) {
  const { practice, ports, interview } = props;
  const t = useTexts(practiceTexts);
  const { state } = useSnapshot(interview);
  const talking = state.status === 'talking' || state.status === 'paused';
  if (talking || (state.status === 'writing' && props.part === 'talk')) {
    return (
      <TalkInTab
        session={interview}
        ports={ports}
        saveFileLabel=""
        commentsFor={(question) =>
          talking && <CasePanel key={question} session={practice.session} question={question} />
        }
      />
    );
  }
  if (state.status === 'completed') {
    return (
      <Page title={t.completed}>
        <p>{props.keeps ? t.completedKept : t.completedHelp}</p>
        <div className="row">
          <Button variant="primary" onClick={props.onFinish}>
            {t.toDebrief}
          </Button>
        </div>
      </Page>
    );
  }
  return <AfterTalk session={interview} ports={ports} saveFileLabel="" />;
}

/** Where a real interview would lead to the start page. */
function Resting(props: AtProps & { readonly erased: boolean }) {
  const t = useTexts(practiceTexts);
  return (
    <Page title={t.restTitle}>
      <p>{props.erased ? t.erased : t.restHelp}</p>
      <div className="row">
        {!props.erased && (
          <Button variant="primary" onClick={props.onTalk}>
            {t.toTalk}
          </Button>
        )}
        <Button variant={props.erased ? 'primary' : 'normal'} onClick={props.onFinish}>
          {t.toDebrief}
        </Button>
      </div>
    </Page>
  );
}
