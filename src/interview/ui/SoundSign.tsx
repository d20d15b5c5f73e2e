import { useEffect, useState, useSyncExternalStore } from 'react';
import { soundTexts } from '../../i18n/sound.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import type { RunningSound } from '../recording.ts';
import './sound.css';

const LOOK_MS = 500;

/** That sound is on, for how many minutes, and that it is heard. Nothing counts or blinks (DESIGN section 10). */
export function SoundSign(props: {
  readonly running: RunningSound;
  readonly onSeen: () => void;
  /** Where nothing else can end it: on the cover of a screen that nobody has touched. */
  readonly withStop?: boolean;
}) {
  const { running } = props;
  const t = useTexts(soundTexts);
  const now = useSyncExternalStore(running.subscribe, running.now);
  const [heard, setHeard] = useState({ ms: 0, level: 0 });
  useEffect(() => {
    const look = () => setHeard({ ms: running.position(), level: running.level() });
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [running]);
  return (
    <div className="sound-sign" role="group" aria-label={t.title}>
      {now.type === 'recording' && <span>{t.signOn(Math.floor(heard.ms / 60_000))}</span>}
      {now.type === 'paused' && <span>{t.signPaused}</span>}
      {now.type === 'recording' && now.trouble === null && <Meter level={heard.level} />}
      <span role="status" data-tone="warn">
        {now.trouble ? t[now.trouble] : ''}
      </span>
      {now.type === 'ended' && <Button onClick={props.onSeen}>{t.seen}</Button>}
      {props.withStop && now.type !== 'ended' && (
        <Button onClick={() => void running.stop()}>{t.stop}</Button>
      )}
    </div>
  );
}

/** Loudness in words for nobody: who can't see it is told when no sound comes. */
export function Meter({ level }: { readonly level: number }) {
  const t = useTexts(soundTexts);
  return (
    <meter className="sound-meter" aria-label={t.level} min={0} max={1} value={level}>
      {Math.round(level * 100)}
    </meter>
  );
}
