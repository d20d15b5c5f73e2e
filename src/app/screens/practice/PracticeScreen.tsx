import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { Guide } from '../../../guide/model/guide.ts';
import { practiceTexts } from '../../../i18n/training-practice.ts';
import type { SoundDesk } from '../../../interview/recording.ts';
import { SoundSpot } from '../../../interview/ui/SoundSpot.tsx';
import { Button } from '../../../kit/button.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { Page } from '../../../kit/page.tsx';
import type { PracticeCase } from '../../../training/model/case.ts';
import type { PlayedBy } from '../../../training/model/run.ts';
import type { Practice } from '../../practice.ts';
import type { Desk } from '../../port.ts';
import { go, useRoute, type Route } from '../../routes.ts';
import { LanguageSwitch } from '../LanguageSwitch.tsx';
import { PracticeBar } from './PracticeBar.tsx';
import { practiceStock, type Stock } from './practice-stock.ts';
import { PracticeCases } from './PracticeCases.tsx';
import './practice.css';

const PracticeTalk = lazy(async () => ({
  default: (await import('./PracticeTalk.tsx')).PracticeTalk,
}));
const PlayedScreen = lazy(async () => ({
  default: (await import('./PlayedScreen.tsx')).PlayedScreen,
}));

const nobody = () => () => undefined;
const nothing = () => null;
/** A bug on the way reaches the error screen: React throws it where the state is read. */
const broken = (bug: unknown) => (): never => {
  throw bug;
};
const LIST: Route = { name: 'practice', case: null, play: false };

/**
 * Practising, by its address: the cases, a talk with one of them, or the words of one for who plays it. `from` is the
 * vault that is open beside it; null on a device without any, where nothing can be kept.
 */
export function PracticeScreen(props: {
  readonly from: Desk | null;
  /** Lies over everything while nobody has touched the device; the practice goes on below it. */
  readonly cover?: ReactNode;
  readonly onLeave: () => void;
}) {
  const { from, onLeave } = props;
  const t = useTexts(practiceTexts);
  const route = useRoute();
  const [stock, setStock] = useState<Stock | null>(null);
  const [by, setBy] = useState<PlayedBy>('tablet');
  const sound = from?.sound?.desk;
  const records = useSyncExternalStore(sound?.subscribe ?? nobody, sound?.current ?? nothing);
  useEffect(() => {
    practiceStock(from).then(setStock, (bug: unknown) => setStock(broken(bug)));
  }, [from]);
  const away = route.name !== 'practice';
  useEffect(() => {
    // By Back from the list. Where a vault is open its shell shows what the address says.
    if (away && !from) onLeave();
  }, [away, from, onLeave]);
  if (away) return null;
  const tried = stock?.tried.find(({ id }) => id === route.case);
  const played = tried ?? stock?.cases.find(({ id }) => id === route.case);
  return (
    <div className="shell practice" data-class="practice">
      {stock && played && !route.play && !records ? (
        <Running
          key={played.id}
          {...props}
          from={tried ? null : from}
          hasVault={from !== null}
          played={played}
          guide={stock.guide}
          by={by}
        />
      ) : (
        <>
          <PracticeBar>
            <LanguageSwitch />
            <Button onClick={onLeave}>{t.leave}</Button>
          </PracticeBar>
          {props.cover ||
            (records && <Records sound={sound} />) ||
            (stock && (
              <Suspense>
                {played ? (
                  <PlayedScreen played={played} guide={stock.guide} onCases={() => go(LIST)} />
                ) : route.case === null ? (
                  <PracticeCases {...stock} onBy={setBy} />
                ) : (
                  <Missing />
                )}
              </Suspense>
            ))}
        </>
      )}
    </div>
  );
}

/** Opens the practice when its screen comes, and wipes it when its screen goes. */
function Running(props: {
  readonly from: Desk | null;
  readonly hasVault: boolean;
  readonly cover?: ReactNode;
  readonly played: PracticeCase;
  readonly guide: Guide;
  readonly by: PlayedBy;
  readonly onLeave: () => void;
}) {
  const { played, guide, by } = props;
  const [practice, setPractice] = useState<Practice | null>(null);
  useEffect(() => {
    let here = true;
    const loading = import('../../practice.ts');
    const opening = loading.then(({ openPractice }) => openPractice({ played, guide, by }));
    opening.then(
      (opened) => {
        if (here) setPractice(opened);
      },
      (bug: unknown) => setPractice(broken(bug)),
    );
    return () => {
      here = false;
      // What did not open has said so and has nothing to wipe.
      Promise.all([loading, opening]).then(
        ([{ closePractice }, opened]) => closePractice(opened),
        () => undefined,
      );
    };
  }, [played, guide, by]);
  const toCases = useCallback(() => go(LIST, 'replace'), []);
  return practice ? (
    <Suspense fallback={<PracticeBar />}>
      <PracticeTalk {...props} practice={practice} onCases={toCases} />
    </Suspense>
  ) : (
    <PracticeBar />
  );
}

/**
 * A recording goes on whatever screen is shown: what is said in practice would be heard in somebody's interview. So
 * it is ended first.
 */
function Records({ sound }: { readonly sound: SoundDesk | undefined }) {
  const t = useTexts(practiceTexts);
  return (
    <Page title={t.recordsTitle}>
      <p>{t.recordsHelp}</p>
      <SoundSpot desk={sound} withStop />
    </Page>
  );
}

function Missing() {
  const t = useTexts(practiceTexts);
  return (
    <Page title={t.missing}>
      <p>{t.missingHelp}</p>
      <div className="row">
        <Button variant="primary" onClick={() => go(LIST, 'replace')}>
          {t.toCases}
        </Button>
      </div>
    </Page>
  );
}
