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
/** The talk of module 5, at an address of its own: it is kept, and there is one. */
const FIELD = 'field';
const MODULE_5: Route = { name: 'training', part: 'm5', stream: null };

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
  const isField = route.case === FIELD && from?.field !== undefined;
  const played =
    tried ?? (isField ? stock?.cases[0] : stock?.cases.find(({ id }) => id === route.case));
  return (
    <div className="shell practice" data-class="practice" data-kept={isField || undefined}>
      {stock && played && !route.play && !records ? (
        <Running
          key={route.case}
          {...props}
          field={isField ? from : null}
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

/** Opens the practice when its screen comes, and closes it when its screen goes: by that it is wiped, unless it is kept. */
function Running(props: {
  readonly from: Desk | null;
  /** Where it is kept; null: in memory. */
  readonly field: Desk | null;
  readonly hasVault: boolean;
  readonly cover?: ReactNode;
  readonly played: PracticeCase;
  readonly guide: Guide;
  readonly by: PlayedBy;
  readonly onLeave: () => void;
}) {
  const { played, guide, by, field } = props;
  const [practice, setPractice] = useState<Practice | null>(null);
  useEffect(() => {
    let here = true;
    const opening = openIn(field, { played, guide, by });
    opening.then(
      (opened) => {
        if (!here) return;
        if (opened) setPractice(opened);
        // The practice vault is shut: it is opened where it was made.
        else go(MODULE_5, 'replace');
      },
      (bug: unknown) => setPractice(broken(bug)),
    );
    return () => {
      here = false;
      // What did not open has said so and has nothing to close.
      opening.then(
        (opened) => opened?.close(),
        () => undefined,
      );
    };
  }, [played, guide, by, field]);
  const toCases = useCallback(() => go(field ? MODULE_5 : LIST, 'replace'), [field]);
  const toModule = useCallback(() => go(MODULE_5), []);
  return practice ? (
    <Suspense fallback={<PracticeBar kept={field !== null} />}>
      <PracticeTalk
        {...props}
        practice={practice}
        onLock={field && field.lock}
        onCases={toCases}
        onLeave={field ? toModule : props.onLeave}
      />
    </Suspense>
  ) : (
    <PracticeBar kept={field !== null} />
  );
}

async function openIn(
  field: Desk | null,
  input: { readonly played: PracticeCase; readonly guide: Guide; readonly by: PlayedBy },
): Promise<Practice | undefined> {
  if (!field?.field) return (await import('../../practice.ts')).openPractice(input);
  const { openFieldPractice } = await import('../../field-practice.ts');
  return openFieldPractice({ ...input, field: field.field });
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
