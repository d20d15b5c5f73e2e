import type { Clock } from '../../../base/deps.ts';
import type { StreamId } from '../../../base/ids.ts';
import { noteAccess } from '../../note-access.ts';
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
  for (const stream of streams) {
    const note = { act: 'exported', stream, at: clock.now() } as const;
    const noted = await noteAccess(desk.journal, desk.me.member, note);
    if (!noted.ok) return false;
  }
  return true;
}
