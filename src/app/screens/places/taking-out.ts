import type { Clock } from '../../../base/deps.ts';
import type { StreamId } from '../../../base/ids.ts';
import { noteAccesses } from '../../note-access.ts';
import type { Desk } from '../../port.ts';

/**
 * Notes that this member takes something out, on paper or as a file, before it is made.
 * @param about the people or interviews in it; none for lists of codes and for numbers.
 * @returns false when it could not be noted: then nothing is taken out.
 */
export async function noteTakingOut(
  desk: Pick<Desk, 'journal' | 'me'>,
  clock: Clock,
  about: readonly StreamId[] = [],
): Promise<boolean> {
  const streams = about.length > 0 ? about : [null];
  // At once: a log that names half of the people of a print that was never made would be false.
  const note = { act: 'exported', streams, at: clock.now() } as const;
  return (await noteAccesses(desk.journal, desk.me.member, note)).ok;
}
