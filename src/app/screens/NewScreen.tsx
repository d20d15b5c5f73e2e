import { useCallback } from 'react';
import { NewInterview } from '../../interview/ui/NewInterview.tsx';
import type { InterviewPorts } from '../../interview/ui/ports.ts';
import { Opening } from '../Opening.tsx';
import type { Desk } from '../port.ts';
import { go } from '../routes.ts';
import { Gated, useGate } from './Gated.tsx';
import { useAsked } from './use-desk.ts';

/** A new interview by the guide that is current on this device. */
export function NewScreen({
  desk,
  ports,
}: {
  readonly desk: Desk;
  readonly ports: InterviewPorts;
}) {
  const guide = useAsked(
    desk,
    useCallback(async () => (await desk.guides())[0], [desk]),
  );
  const gate = useGate(desk, ports.deps.clock);
  if (!guide || !gate) return <Opening />;
  return (
    <Gated desk={desk} gate={gate}>
      <NewInterview
        ports={ports}
        guide={guide}
        onBegun={(stream) => go({ name: 'talk', stream }, 'replace')}
      />
    </Gated>
  );
}
