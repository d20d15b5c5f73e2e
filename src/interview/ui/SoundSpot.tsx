import { lazy, Suspense, useSyncExternalStore } from 'react';
import type { SoundDesk } from '../recording.ts';

const SoundSign = lazy(async () => ({ default: (await import('./SoundSign.tsx')).SoundSign }));

const nobody = () => () => undefined;
const nothing = () => null;

/** The place of the quiet sign that sound is being recorded; nothing of it is loaded before it is. */
export function SoundSpot(props: {
  readonly desk: SoundDesk | undefined;
  readonly withStop?: boolean;
}) {
  const { desk, withStop = false } = props;
  const running = useSyncExternalStore(desk?.subscribe ?? nobody, desk?.current ?? nothing);
  if (!desk || !running) return null;
  return (
    <Suspense>
      <SoundSign running={running} onSeen={() => desk.set(null)} withStop={withStop} />
    </Suspense>
  );
}
