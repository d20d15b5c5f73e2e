import { newId, type Random } from '../base/deps.ts';
import { StreamId, type MemberId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import { afterGroupFact, foldGroup, Group, type GroupFact } from './model/group.ts';

/** A group as the lists have it. */
export interface ListedGroup extends Group {
  readonly stream: StreamId;
}

/** Begins a group; it must be delivered as `group` to reach the other trainers. */
export async function makeGroup(
  journal: Pick<Journal, 'append'>,
  name: string,
  by: MemberId,
  random: Random,
): Promise<Result<StreamId, StoreProblem>> {
  const stream = newId(StreamId, random);
  const named: GroupFact = { type: 'GroupNamed', version: 1, data: { name } };
  const summary: Group = { by, name, members: [] };
  const kept = await journal.append(stream, 'group', [named], summary);
  return kept.ok ? ok(stream) : kept;
}

/** Notes a change of a group, with the summary that follows from it. */
export async function changeGroup(
  journal: Pick<Journal, 'append' | 'open'>,
  stream: StreamId,
  fact: GroupFact,
): Promise<Result<Group, StoreProblem | { readonly type: 'noSuchGroup' }>> {
  const before = foldGroup((await journal.open(stream))?.events ?? []);
  if (!before) return err({ type: 'noSuchGroup' });
  const summary = afterGroupFact(before, fact);
  const kept = await journal.append(stream, 'group', [fact], summary);
  return kept.ok ? ok(summary) : kept;
}

/** All groups that are known here, by name. */
export async function listGroups(journal: Pick<Journal, 'list'>): Promise<readonly ListedGroup[]> {
  return (await journal.list('group'))
    .flatMap(({ stream, data }) => {
      const group = Group.safeParse(data).data;
      return group ? [{ ...group, stream }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}
