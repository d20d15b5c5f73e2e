import { lazy, Suspense, useMemo, useSyncExternalStore, type ComponentProps } from 'react';
import { systemClock, systemRandom } from '../base/deps.ts';
import { homeTexts } from '../i18n/home.ts';
import type { InterviewPorts } from '../interview/ui/ports.ts';
import { Button } from '../kit/button.tsx';
import { useTexts } from '../kit/language.tsx';
import { Notice } from '../kit/notice.tsx';
import type { Desk } from './port.ts';
import { go, useRoute, type Route } from './routes.ts';
import { saveFile } from '../kit/save-file.ts';
import { ahead } from './ahead.tsx';
import { useAutoLock } from './auto-lock.ts';
import { Home } from './screens/Home.tsx';
import { maySee } from './may-see.ts';
import { NavBar } from './NavBar.tsx';
import { Opening } from './Opening.tsx';
import { onUpdate, waitingUpdate } from './update.ts';

const InterviewScreen = lazy(async () => ({
  default: (await import('./screens/InterviewScreen.tsx')).InterviewScreen,
}));
const IdleCover = lazy(async () => ({ default: (await import('./IdleCover.tsx')).IdleCover }));
const NewScreen = lazy(async () => ({
  default: (await import('./screens/NewScreen.tsx')).NewScreen,
}));
const BeginScreen = lazy(async () => ({
  default: (await import('./screens/BeginScreen.tsx')).BeginScreen,
}));
const ReadingScreen = lazy(async () => ({
  default: (await import('./screens/ReadingScreen.tsx')).ReadingScreen,
}));
/** The supervisor's first screen, fetched while the vault opens. */
export const inboxDoor = ahead(async () => (await import('./screens/InboxScreen.tsx')).InboxScreen);
const TranscriptScreen = lazy(async () => ({
  default: (await import('./screens/TranscriptScreen.tsx')).TranscriptScreen,
}));
const Members = lazy(async () => ({ default: (await import('./screens/Members.tsx')).Members }));
const SettingsScreen = lazy(async () => ({
  default: (await import('./screens/SettingsScreen.tsx')).SettingsScreen,
}));

const ConcernScreen = lazy(async () => ({
  default: (await import('./screens/ConcernScreen.tsx')).ConcernScreen,
}));
const CardsScreen = lazy(async () => ({
  default: (await import('./screens/CardsScreen.tsx')).CardsScreen,
}));
const NothingHere = lazy(async () => ({
  default: (await import('./screens/NothingHere.tsx')).NothingHere,
}));
const PlacesScreen = lazy(async () => ({
  default: (await import('./screens/places/PlacesScreen.tsx')).PlacesScreen,
}));
const TrainingScreen = lazy(async () => ({
  default: (await import('./screens/TrainingScreen.tsx')).TrainingScreen,
}));
const TrainerScreen = lazy(async () => ({
  default: (await import('./screens/TrainerScreen.tsx')).TrainerScreen,
}));
const LockedSound = lazy(async () => ({
  default: (await import('./LockedSound.tsx')).LockedSound,
}));
const TryBar = lazy(async () => ({ default: (await import('./TryBar.tsx')).TryBar }));
const Practice = lazy(async () => ({
  default: (await import('./screens/practice/PracticeScreen.tsx')).PracticeScreen,
}));
const LateBar = lazy(async () => ({ default: (await import('./LateFlags.tsx')).LateBar }));

const HOME: Route = { name: 'home' };
const toTraining = () => go({ name: 'training', part: null, stream: null });
/** Where somebody writes down what was said. */
const WITH_A_PERSONS_WORDS: ReadonlySet<Route['name']> = new Set(['talk', 'after', 'transcript']);
const deps = { clock: systemClock(), random: systemRandom };

/** An open vault: the screen that the address names, and above it only what must always be seen. */
export function Shell(props: {
  readonly desk: Desk;
  readonly onDesk: (desk: Desk) => void;
  readonly onLeave: () => void;
}) {
  const { desk } = props;
  const route = useRoute();
  const ports = useMemo<InterviewPorts>(() => interviewPorts(desk), [desk]);
  const update = useSyncExternalStore(onUpdate, waitingUpdate);
  const { covered, uncover } = useAutoLock(
    desk,
    route.name === 'talk' || route.name === 'practice',
  );
  const isLocked = useSyncExternalStore(desk.subscribe, desk.isLocked);
  // An update is offered between interviews, never during one (DESIGN section 10).
  const between = !WITH_A_PERSONS_WORDS.has(route.name);
  if (isLocked) {
    return (
      <Suspense>
        <LockedSound sound={desk.sound?.desk} />
      </Suspense>
    );
  }
  const cover = covered && (
    <Suspense>
      <IdleCover sound={desk.sound?.desk} onResume={uncover} onLock={desk.lock} />
    </Suspense>
  );
  if (route.name === 'practice' && desk.me.class === 'real' && maySee(desk.me.role, 'practice')) {
    // What is practised lives only as long as its screen, also under the cover.
    return <Practising from={desk} cover={cover} onLeave={toTraining} />;
  }
  return (
    <div className="shell" data-class={desk.me.class}>
      {/* Without a boundary of its own: nothing is shown before its mark is. */}
      {desk.me.class === 'practice' && <TryBar {...props} />}
      {between && <NavBar desk={desk} route={route} />}
      {update && between && <UpdateOffer accept={update} />}
      {route.name !== 'talk' && !covered && (
        <Suspense>
          <LateBar desk={desk} clock={deps.clock} />
        </Suspense>
      )}
      <Suspense fallback={<Opening />}>
        {cover || <Screen route={route} desk={desk} ports={ports} />}
      </Suspense>
    </div>
  );
}

/** Here, so that what practice shares with the screens of a vault is fetched with them and not cut into pieces. */
export const Practising = (props: ComponentProps<typeof Practice>) => <Practice {...props} />;

function Screen(props: {
  readonly route: Route;
  readonly desk: Desk;
  readonly ports: InterviewPorts;
}) {
  const { desk, ports } = props;
  const { role } = desk.me;
  // Whoever types an address that is not theirs sees their own start page.
  const route: Route = maySee(role, props.route.name) ? props.route : HOME;
  if (route.name === 'home' && !maySee(role, 'new')) return <NothingHere {...desk.me} />;
  switch (route.name) {
    case 'home':
    case 'practice':
      return <Home desk={desk} deps={deps} />;
    case 'inbox':
      return <inboxDoor.Screen desk={desk} clock={deps.clock} />;
    case 'new':
      return <NewScreen desk={desk} ports={ports} />;
    case 'begin':
      return <BeginScreen key={route.stream} stream={route.stream} desk={desk} ports={ports} />;
    case 'talk':
    case 'after':
      return (
        <InterviewScreen
          key={route.stream}
          stream={route.stream}
          part={route.name}
          desk={desk}
          ports={ports}
        />
      );
    case 'transcript':
      return <TranscriptScreen key={route.stream} stream={route.stream} desk={desk} deps={deps} />;
    case 'reading':
      return (
        <ReadingScreen key={route.stream} stream={route.stream} desk={desk} clock={deps.clock} />
      );
    case 'concern':
      return (
        <ConcernScreen
          key={route.stream}
          stream={route.stream}
          desk={desk}
          clock={deps.clock}
          print={() => window.print()}
        />
      );
    case 'cards':
      return <CardsScreen key={route.stream} stream={route.stream} desk={desk} ports={ports} />;
    case 'places':
      return <PlacesScreen desk={desk} deps={deps} place={null} stream={null} />;
    case 'place':
      return <PlacesScreen desk={desk} deps={deps} place={route.place} stream={route.stream} />;
    case 'training':
      return <TrainingScreen desk={desk} deps={deps} part={route.part} stream={route.stream} />;
    case 'trainer':
      return <TrainerScreen desk={desk} deps={deps} part={route.part} stream={route.stream} />;
    case 'members':
      return <Members desk={desk} onBack={() => go({ name: 'home' })} />;
    case 'settings':
      return (
        <SettingsScreen desk={desk} random={deps.random} onBack={() => go({ name: 'home' })} />
      );
  }
}

function UpdateOffer({ accept }: { readonly accept: () => void }) {
  const t = useTexts(homeTexts);
  return (
    <Notice live>
      <p>{t.updateReady}</p>
      <div className="row">
        <Button variant="primary" onClick={accept}>
          {t.updateNow}
        </Button>
      </div>
    </Notice>
  );
}

function interviewPorts(desk: Desk): InterviewPorts {
  return {
    interviewer: desk.me.member,
    journal: desk.journal,
    deps,
    deliver: async (kind, stream) => {
      // What can't be packed now shows on the start page as "only on the tablet", with a button to try again.
      await desk.deliver(kind, stream);
    },
    saveFile: async (stream) => {
      const file = await desk.saveFile('interview', stream);
      if (!file.ok) return 'notMade';
      saveFile(`${stream.slice(0, 8)}.aterblick`, file.value, 'application/zip');
      return 'saved';
    },
    sound: desk.sound,
    // Practice lies in memory and has no passphrase to come back with.
    onLock: desk.me.class === 'practice' ? null : desk.lock,
    onHome: () => go({ name: 'home' }),
    onTalk: (stream) => go({ name: 'talk', stream }),
    onAfter: (stream) => go({ name: 'after', stream }, 'replace'),
    onConcern: (stream) => go({ name: 'concern', stream }),
    onTranscript: (stream) => go({ name: 'transcript', stream }),
  };
}
