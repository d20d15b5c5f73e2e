import {
  lazy,
  startTransition,
  Suspense,
  useCallback,
  useEffect,
  useState,
  type ReactNode,
} from 'react';
import { systemClock, systemRandom } from '../base/deps.ts';
import { err, type Result } from '../base/result.ts';
import { LanguageProvider } from '../kit/language.tsx';
import type { VaultCard } from '../vault/model/port.ts';
import { openEntrance } from './entrance.ts';
import { ErrorScreen } from './ErrorScreen.tsx';
import { forgetVault, hadVault } from './had-vault.ts';
import type { PasskeyProblem } from './passkey.ts';
import type { Desk, Entrance } from './port.ts';
import { Opening } from './Opening.tsx';
import { go, routeOf } from './routes.ts';
import {
  followLanguage,
  rememberedLanguage,
  rememberedScheme,
  rememberLanguage,
  showScheme,
} from './settings-store.ts';
import { TroubleNotice } from './TroubleNotice.tsx';

const FirstStart = lazy(async () => ({
  default: (await import('./screens/FirstStart.tsx')).FirstStart,
}));
const SetUpOffice = lazy(async () => ({
  default: (await import('./screens/SetUpOffice.tsx')).SetUpOffice,
}));
const Join = lazy(async () => ({ default: (await import('./screens/Join.tsx')).Join }));
const Lock = lazy(async () => ({ default: (await import('./screens/Lock.tsx')).Lock }));
const Taken = lazy(async () => ({ default: (await import('./Taken.tsx')).Taken }));
const Practice = lazy(async () => ({
  default: (await import('./Shell.tsx')).Practising,
}));
const VaultLost = lazy(async () => ({
  default: (await import('./screens/VaultLost.tsx')).VaultLost,
}));
const loadShell = () => import('./Shell.tsx');
/**
 * The shell and the supervisor's first screen. It only fetches code, so nothing can be lost: what does not come now is
 * asked for again when it is shown, and what does not come then is the error screen's.
 */
const fetchAhead = () =>
  loadShell()
    .then(({ inboxDoor }) => inboxDoor.prepare())
    .catch(() => undefined);
const Shell = lazy(async () => ({ default: (await loadShell()).Shell }));

type Stage =
  | { readonly type: 'starting' }
  /** `practice`: a talk with an invented person, without any vault. */
  | { readonly type: 'doors' | 'practice' }
  /** A vault was opened here before and is not found. */
  | { readonly type: 'lost' }
  | { readonly type: 'setUp' }
  | { readonly type: 'join'; readonly fragment: string | null }
  | { readonly type: 'locked'; readonly cards: readonly VaultCard[] }
  | { readonly type: 'open'; readonly desk: Desk }
  | { readonly type: 'taken' };

/** The secret of an invitation stands behind the `#`; it is taken out of the address bar at once. */
function takeFragment(): string | null {
  const { hash } = location;
  if (!hash.startsWith('#join=')) return null;
  history.replaceState(null, '', location.pathname);
  return hash;
}

const invited = takeFragment();
showScheme(rememberedScheme());
const clock = systemClock();

/** @param props.instead is shown in place of the app's own screens: the bench. */
export function App(props: { readonly instead?: ReactNode }) {
  return (
    <LanguageProvider
      initial={rememberedLanguage()}
      remember={rememberLanguage}
      follow={followLanguage}
    >
      <ErrorScreen>
        <TroubleNotice />
        <Suspense fallback={<Opening />}>{props.instead ?? <Stages />}</Suspense>
      </ErrorScreen>
    </LanguageProvider>
  );
}

function firstStage(cards: readonly VaultCard[]): Stage {
  if (invited) return { type: 'join', fragment: invited };
  if (cards.length > 0) return { type: 'locked', cards };
  if (routeOf(location.pathname).name === 'practice') return { type: 'practice' };
  return { type: hadVault() ? 'lost' : 'doors' };
}

function Stages() {
  const [stage, show] = useState<Stage>({ type: 'starting' });
  // What is on the screen stays until the next is fetched. Else React would show the waiting line, for 300 ms at least.
  const setStage = useCallback<typeof show>((next) => startTransition(() => show(next)), []);
  const [entrance] = useState<Entrance>(() => openEntrance(() => setStage({ type: 'taken' })));
  const toDoors = useCallback(() => setStage({ type: 'doors' }), [setStage]);
  const leavePractice = useCallback(() => {
    go({ name: 'home' }, 'replace');
    toDoors();
  }, [toDoors]);
  const enter = useCallback(
    (desk: Desk) => {
      const show = () => setStage({ type: 'open', desk });
      if (desk.me.role !== 'supervisor' || location.pathname !== '/') return show();
      // A supervisor's day begins with what has come.
      go({ name: 'inbox' }, 'replace');
      void fetchAhead().then(show);
    },
    [setStage],
  );

  useEffect(() => {
    // An invitation opened where the app stands open already.
    const opened = () => {
      const fragment = takeFragment();
      if (!fragment) return;
      setStage((now) => (now.type === 'open' ? now : { type: 'join', fragment }));
    };
    window.addEventListener('hashchange', opened);
    // Or in the moment before this was listened for.
    opened();
    return () => window.removeEventListener('hashchange', opened);
  }, [setStage]);

  useEffect(() => {
    void entrance.cards().then((cards) => {
      // What stands behind the lock comes while somebody types.
      void fetchAhead();
      // An invitation may have been opened in the meantime.
      setStage((now) => (now.type === 'starting' ? firstStage(cards) : now));
    });
  }, [entrance, setStage]);

  const tryIt = async () => {
    const { openTryDesk } = await import('./try.ts');
    go({ name: 'home' }, 'replace');
    enter(await openTryDesk());
  };

  switch (stage.type) {
    case 'starting':
      return <Opening />;
    case 'doors':
      return (
        <FirstStart
          onSetUp={() => setStage({ type: 'setUp' })}
          onJoin={() => setStage({ type: 'join', fragment: null })}
          onTry={() => void tryIt()}
          onPractice={() => {
            go({ name: 'practice', case: null, play: false });
            setStage({ type: 'practice' });
          }}
        />
      );
    case 'lost':
      return (
        <VaultLost
          onReopen={() => location.reload()}
          onAnew={() => {
            forgetVault();
            toDoors();
          }}
        />
      );
    case 'practice':
      return <Practice from={null} onLeave={leavePractice} />;
    case 'setUp':
      return (
        <SetUpOffice entrance={entrance} random={systemRandom} onDone={enter} onBack={toDoors} />
      );
    case 'join':
      return (
        <Join
          entrance={entrance}
          fragment={stage.fragment}
          random={systemRandom}
          onDone={enter}
          onBack={toDoors}
        />
      );
    case 'locked':
      return (
        <Lock
          entrance={entrance}
          cards={stage.cards}
          clock={clock}
          random={systemRandom}
          onPasskey={askPasskey}
          onDone={enter}
          onNew={toDoors}
        />
      );
    case 'open':
      return <Shell desk={stage.desk} onDesk={enter} onLeave={toDoors} />;
    case 'taken':
      return <Taken />;
  }
}

/** The passkey code is loaded when someone touches the button. */
async function askPasskey(card: VaultCard): Promise<Result<Uint8Array, PasskeyProblem>> {
  const { browserPasskeys } = await import('./passkey.ts');
  return card.passkey
    ? browserPasskeys(systemRandom, location.hostname).use(card.passkey)
    : err({ type: 'passkeyUnsupported' });
}
