import { useEffect, useState } from 'react';
import type { Clock } from '../../base/deps.ts';
import type { StreamId } from '../../base/ids.ts';
import { noteAccess } from '../note-access.ts';
import type { Desk } from '../port.ts';

/**
 * Notes once that this member has read a stream. Nobody reads unseen: what could not be noted is tried again at every
 * change on the device, and until then the screen says so.
 * @param stream null while there is nothing to read.
 * @returns true while it could not be noted.
 */
export function useNotedReading(
  desk: Pick<Desk, 'journal' | 'me' | 'subscribe'>,
  clock: Clock,
  stream: StreamId | null,
): boolean {
  const [failed, setFailed] = useState<StreamId | null>(null);
  useEffect(() => {
    if (!stream) return undefined;
    const at = clock.now();
    let state: 'open' | 'trying' | 'noted' = 'open';
    let current = true;
    const note = async () => {
      if (state !== 'open') return;
      state = 'trying';
      const kept = await noteAccess(desk.journal, desk.me.member, { act: 'read', stream, at });
      state = kept.ok ? 'noted' : 'open';
      if (current) setFailed(kept.ok ? null : stream);
    };
    void note();
    const stop = desk.subscribe(() => void note());
    return () => {
      current = false;
      stop();
    };
  }, [desk, clock, stream]);
  return failed !== null && failed === stream;
}
