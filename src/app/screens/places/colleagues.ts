import type { Colleague } from '../../../people/model/propose.ts';
import type { Desk } from '../../port.ts';

/**
 * Everyone the directory knows, by name, also who has left: they may have been somebody's social worker, and what was
 * with them can still be handed over.
 */
export async function colleaguesOf(
  desk: Pick<Desk, 'directory' | 'me' | 'other'>,
): Promise<readonly Colleague[]> {
  const directory = await desk.directory();
  // "Try it" has two people and no directory.
  const both = desk.other ? [desk.me, desk.other().me] : [desk.me];
  const colleagues = directory
    ? directory.members.map(({ member, name, leftAt, devices }) => ({
        member,
        name,
        here: leftAt === undefined && devices.some(({ revokedAt }) => revokedAt === undefined),
      }))
    : both.map(({ member, name }) => ({ member, name, here: true }));
  return colleagues.sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}
