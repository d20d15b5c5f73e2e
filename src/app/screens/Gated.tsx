import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import type { Clock } from '../../base/deps.ts';
import type { Desk } from '../port.ts';
import type { GateHere } from './training/gate.ts';
import { useAsked } from './use-desk.ts';

const GateStop = lazy(async () => ({ default: (await import('./training/Gate.tsx')).GateStop }));
const GateWarning = lazy(async () => ({
  default: (await import('./training/Gate.tsx')).GateWarning,
}));

/**
 * What stands before a new interview: the office's rule on the training. It is asked for beside what the screen itself
 * asks for, so that nobody waits for it; an interview that has begun never passes here.
 */
export function useGate(desk: Desk, clock: Clock): GateHere | undefined {
  return useAsked(
    desk,
    useMemo(() => askGate(desk, clock), [desk, clock]),
  );
}

/** The form for a new interview, or what has to be done before it. */
export function Gated(props: {
  readonly desk: Desk;
  readonly gate: GateHere;
  readonly children: ReactNode;
}) {
  const { desk, gate } = props;
  if (gate.type === 'stop') {
    return (
      <Suspense>
        <GateStop desk={desk} here={gate.here} />
      </Suspense>
    );
  }
  return (
    <>
      {props.children}
      {gate.type === 'warn' && (
        <Suspense>
          <GateWarning here={gate.here} />
        </Suspense>
      )}
    </>
  );
}

function askGate(desk: Desk, clock: Clock): () => Promise<GateHere> {
  let asker: Promise<() => Promise<GateHere>> | undefined;
  return async () => {
    asker ??= import('./training/gate.ts').then(({ gateAsker }) => gateAsker(desk, clock));
    return (await asker)();
  };
}
