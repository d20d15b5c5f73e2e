import { useEffect, useState, useSyncExternalStore } from 'react';
import { clockTime } from '../../i18n/format.ts';
import { soundTexts } from '../../i18n/sound.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { may } from '../model/act.ts';
import { saysYes } from '../model/state.ts';
import { isProtected } from '../model/circumstances.ts';
import { recordingsOf } from '../model/sound.ts';
import type { RunningSound } from '../recording.ts';
import type { SoundPorts } from '../sound-ports.ts';
import { startRecording, type RecorderProblem } from '../sound-recorder.ts';
import { openMicrophone } from '../microphone.ts';
import { endForgotten } from '../strike-sound.ts';
import { Meter } from './SoundSign.tsx';
import { StillOk } from './StillOk.tsx';
import { StrikeDialog } from './StrikeDialog.tsx';
import type { ToolProps } from './tool-props.ts';
import { useRetention } from './use-retention.ts';
import { useSnapshot } from './use-session.ts';
import './sound.css';

/** Sound in a talk: why it is off, or the way to start it, and all that can be done while it is on. */
export function SoundTool(props: ToolProps) {
  const t = useTexts(soundTexts);
  const { sound } = props.ports;
  if (sound) return <WithSound {...props} sound={sound} />;
  return (
    <Dialog title={t.title} onClose={props.onClose}>
      <p>{t.practice}</p>
      <Closing onClose={props.onClose} />
    </Dialog>
  );
}

type WithSoundProps = ToolProps & { readonly sound: SoundPorts };

function WithSound(props: WithSoundProps) {
  const { session, ports, sound, onClose } = props;
  const t = useTexts(soundTexts);
  const { state } = useSnapshot(session);
  const running = useSyncExternalStore(sound.desk.subscribe, sound.desk.current);
  const retention = useRetention(sound);
  const [asking, setAsking] = useState(false);
  const [striking, setStriking] = useState(false);
  useEffect(() => void endForgotten(session, sound), [session, sound]);
  const here = running?.interview === session.stream && running.now().type !== 'ended';
  if (retention === undefined) return null;
  if (asking && here) {
    return <StillOk {...props} running={running} onAnswered={() => setAsking(false)} />;
  }
  if (striking) {
    return (
      <StrikeDialog
        session={session}
        ports={ports}
        sound={sound}
        onClose={() => setStriking(false)}
      />
    );
  }
  const why = !retention
    ? t.noRetention
    : !saysYes(state, 'audio')
      ? t.noConsent
      : isProtected(session.events())
        ? t.isProtected
        : !may(state, 'pause')
          ? t.notTalking
          : null;
  return (
    <Dialog title={t.title} onClose={onClose}>
      {here ? (
        <Running {...props} running={running} />
      ) : why ? (
        <p>{why}</p>
      ) : (
        <Start {...props} onStarted={() => setAsking(true)} />
      )}
      <div className="row" data-end="">
        {recordingsOf(session.events()).length > 0 && (
          <Button onClick={() => setStriking(true)}>{t.strike}</Button>
        )}
        <Button onClick={onClose}>{t.close}</Button>
      </div>
    </Dialog>
  );
}

function Closing({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(soundTexts);
  return (
    <div className="row" data-end="">
      <Button onClick={onClose}>{t.close}</Button>
    </div>
  );
}

function Start(props: WithSoundProps & { readonly onStarted: () => void }) {
  const { session, ports, sound } = props;
  const t = useTexts(soundTexts);
  const local = useLocal();
  const { language } = useLanguage();
  const [problem, setProblem] = useState<RecorderProblem | null>(null);
  const { run: start, busy } = useOnce(async () => {
    const { journal, deps } = ports;
    const started = await startRecording({
      ...deps,
      session,
      journal,
      keeper: sound,
      desk: sound.desk,
      openMicrophone: sound.openMicrophone ?? openMicrophone,
    });
    setProblem(started.ok ? null : started.error);
    if (started.ok) props.onStarted();
  });
  const script = local(session.guide.scripts.recordingStart);
  return (
    <>
      <p>{t.before}</p>
      <blockquote>
        {script.replace('{TIME}', clockTime(ports.deps.clock.now(), language))}
      </blockquote>
      {problem && (
        <Notice tone="danger" live>
          {sayProblem(problem, t)}
        </Notice>
      )}
      <div className="row">
        <Button variant="primary" disabled={busy} onClick={start}>
          {t.start}
        </Button>
      </div>
    </>
  );
}

function sayProblem(problem: RecorderProblem, t: typeof soundTexts.sv): string {
  switch (problem.type) {
    case 'notAllowed':
    case 'noMicrophone':
    case 'notSupported':
      return t[problem.type];
    case 'diskFull':
      return t.notKept;
    default:
      return t.failed;
  }
}

function Running(props: WithSoundProps & { readonly running: RunningSound }) {
  const { session, running } = props;
  const t = useTexts(soundTexts);
  const now = useSyncExternalStore(running.subscribe, running.now);
  const [marked, setMarked] = useState(false);
  const mark = async () => {
    const data = { recording: running.recording, at: running.position(), question: null };
    const kept = await session.act([{ type: 'SoundMarked', version: 1, data }]);
    setMarked(kept.ok);
  };
  return (
    <>
      <div className="row">
        <p>{now.type === 'paused' ? t.paused : t.on(Math.floor(running.position() / 60_000))}</p>
        {now.type === 'recording' && <Meter level={running.level()} />}
      </div>
      {now.trouble && <Notice tone="warn">{t[now.trouble]}</Notice>}
      <p role="status">{marked ? t.marked : ''}</p>
      <div className="row">
        <Button onClick={() => void running.stop()}>{t.stop}</Button>
        <Button
          onClick={() => {
            props.onClose();
            props.onPause();
          }}
        >
          {t.pause}
        </Button>
        <Button onClick={() => void mark()}>{t.mark}</Button>
      </div>
    </>
  );
}
