import { lazy, Suspense, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Clock } from '../../../base/deps.ts';
import type { StreamId } from '../../../base/ids.ts';
import { transcriptTexts } from '../../../i18n/transcript.ts';
import { Button } from '../../../kit/button.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { Page } from '../../../kit/page.tsx';
import { useOnce } from '../../../kit/use-once.ts';
import type { SegmentId } from '../../model/transcript.ts';
import { uncheckedIn } from '../../model/transcript-state.ts';
import type { TranscriptSession } from '../../transcript-session.ts';
import { SaveStatus, SaveTrouble } from '../SaveStatus.tsx';
import type { SoundSource } from '../sound-source.ts';
import { checkWhatIsHeard, stayWhileHeard } from './listening.ts';
import type { OwnSound } from './own-sound.ts';
import { openPlayback, type Playback } from './playback.ts';
import { SegmentRow } from './SegmentRow.tsx';
import { SoundPanel } from './SoundPanel.tsx';
import type { TranscriptPorts } from './transcript-ports.ts';
import { useWriting } from './use-writing.ts';

const ImportDialog = lazy(async () => ({
  default: (await import('./ImportDialog.tsx')).ImportDialog,
}));
const HistoryDialog = lazy(async () => ({
  default: (await import('./HistoryDialog.tsx')).HistoryDialog,
}));
const SegmentDialog = lazy(async () => ({
  default: (await import('./SegmentDialog.tsx')).SegmentDialog,
}));

type Open =
  | { readonly name: 'import' | 'history' }
  | { readonly name: 'segment'; readonly id: SegmentId };

/** Listening and writing in one place. */
export function Writing(props: {
  readonly session: TranscriptSession;
  readonly code: string;
  readonly own: OwnSound | null;
  readonly ports: TranscriptPorts;
  readonly delivery: (transcript: StreamId) => ReactNode;
}) {
  const t = useTexts(transcriptTexts);
  const { session, ports } = props;
  const state = useSyncExternalStore(session.subscribe, session.snapshot);
  const [open, setOpen] = useState<Open | null>(null);
  const { playback, setSound } = useSound(session, ports.deps.clock);
  const { current, acts, add } = useWriting(session, playback, ports.deps.clock, (id) =>
    setOpen({ name: 'segment', id }),
  );
  const unchecked = uncheckedIn(state);
  const more = open?.name === 'segment' ? [...state.segments, ...state.removed] : [];
  const chosen = more.find(({ segment }) => open?.name === 'segment' && segment === open.id);
  const close = () => setOpen(null);
  return (
    <Page
      title={t.titleOf(props.code)}
      tab={t.title}
      wide
      actions={<SaveStatus session={session} />}
    >
      <SaveTrouble
        session={session}
        saveFileLabel={t.saveFile}
        onSaveFile={() => ports.saveFile(session.stream)}
      />
      <div className="row">
        <Button onClick={ports.onBack}>{t.back}</Button>
        <Button onClick={() => setOpen({ name: 'import' })}>{t.importFile}</Button>
        <Button onClick={() => setOpen({ name: 'history' })}>{t.history}</Button>
      </div>
      <SoundPanel playback={playback} onSound={setSound} own={props.own} />
      {state.takenBack.length > 0 && <p>{t.takenBackCount(state.takenBack.length)}</p>}
      {state.unknown > 0 && <Notice tone="warn">{t.unknown(state.unknown)}</Notice>}
      <section className="stack" aria-labelledby="transcript-segments">
        <h2 id="transcript-segments">{t.segments}</h2>
        <p className="hint">{t.enterHint}</p>
        <ol role="list" className="transcript-segments">
          {state.segments.map((segment) => (
            <SegmentRow
              key={segment.segment}
              session={session}
              segment={segment}
              current={segment.segment === current}
              acts={acts}
            />
          ))}
        </ol>
        <div className="row">
          <Button onClick={add}>{t.newSegment}</Button>
        </div>
      </section>
      <Handing
        session={session}
        ports={ports}
        unchecked={unchecked}
        empty={state.segments.length === 0}
      >
        {props.delivery(session.stream)}
      </Handing>
      <Suspense>
        {open?.name === 'import' && <ImportDialog session={session} onClose={close} />}
        {open?.name === 'history' && (
          <HistoryDialog
            session={session}
            state={state}
            onMore={(id) => setOpen({ name: 'segment', id })}
            onClose={close}
          />
        )}
        {chosen && (
          <SegmentDialog
            key={chosen.segment}
            session={session}
            state={state}
            segment={chosen}
            onClose={close}
          />
        )}
      </Suspense>
    </Page>
  );
}

/** The sound that is open, closed with the screen; what is listened to is checked. */
function useSound(session: TranscriptSession, clock: Clock) {
  const [playback, setPlayback] = useState<Playback | null>(null);
  useEffect(() => {
    if (!playback) return undefined;
    const leave = checkWhatIsHeard(playback, session);
    const sleep = stayWhileHeard(playback, clock);
    return () => {
      leave();
      sleep();
      playback.close();
    };
  }, [playback, session, clock]);
  const setSound = (source: SoundSource | null) => setPlayback(source && openPlayback(source));
  return { playback, setSound };
}

/** Handing over: what is typed is kept first, and what is not checked is said. */
function Handing(props: {
  readonly session: TranscriptSession;
  readonly ports: TranscriptPorts;
  readonly unchecked: number;
  readonly empty: boolean;
  readonly children: ReactNode;
}) {
  const t = useTexts(transcriptTexts);
  const { session, ports, unchecked } = props;
  const [told, setTold] = useState<'delivered' | 'notDelivered' | null>(null);
  const { run, busy } = useOnce(async () => {
    const kept = await session.settleAll();
    const sent = kept.ok && (await ports.deliver(session.stream));
    setTold(sent ? 'delivered' : 'notDelivered');
  });
  return (
    <section className="card">
      <h2>{t.deliver}</h2>
      <p>{unchecked > 0 ? t.uncheckedCount(unchecked) : t.allChecked}</p>
      <div className="row">
        <Button variant="primary" disabled={busy || props.empty} onClick={run}>
          {t.deliver}
        </Button>
        {props.children}
      </div>
      <div role="status">{told && <p>{t[told]}</p>}</div>
    </section>
  );
}
