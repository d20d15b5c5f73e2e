import { useEffect, useState } from 'react';
import type { StreamId } from '../../base/ids.ts';
import { InterviewSession } from '../../interview/session.ts';
import type { InterviewPorts } from '../../interview/ui/ports.ts';
import type { Desk } from '../port.ts';

/** Opens an interview for as long as the screen shows it: null while opening, 'none' when it isn't on this tablet. */
export function useInterview(
  stream: StreamId,
  desk: Pick<Desk, 'guide'>,
  ports: Pick<InterviewPorts, 'journal' | 'deps'>,
): InterviewSession | 'none' | null {
  const [session, setSession] = useState<InterviewSession | 'none' | null>(null);
  useEffect(() => {
    let here = true;
    void InterviewSession.open(
      { journal: ports.journal, clock: ports.deps.clock },
      stream,
      desk.guide,
    ).then((opened) => {
      if (here) setSession(opened ?? 'none');
    });
    return () => {
      here = false;
    };
  }, [stream, desk, ports]);
  return session;
}
