import * as z from 'zod/mini';
import { MemberId } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact } from '../../journal/model/fact.ts';

/** Those whom a trainer teaches together. Every trainer of the office sees it and may change it. */
export const GroupFact = z.discriminatedUnion('type', [
  fact('GroupNamed', { name: z.string().check(z.maxLength(200)) }),
  fact('MemberAdded', { member: MemberId }),
  fact('MemberRemoved', { member: MemberId }),
]);
export type GroupFact = z.infer<typeof GroupFact>;

export const Group = z.object({ by: MemberId, name: z.string(), members: z.array(MemberId) });
export type Group = z.infer<typeof Group>;

/** Undefined when the events, in reading order, do not begin with a name. It is its own summary. */
export function foldGroup(events: readonly JournalEvent[]): Group | undefined {
  const [first, ...rest] = events;
  const named = first && parsed(first);
  if (!first || named?.type !== 'GroupNamed') return undefined;
  return rest.reduce<Group>(
    (group, event) => {
      const now = parsed(event);
      return now ? afterGroupFact(group, now) : group;
    },
    { by: first.author, name: named.data.name, members: [] },
  );
}

export function afterGroupFact(group: Group, now: GroupFact): Group {
  switch (now.type) {
    case 'GroupNamed':
      return { ...group, name: now.data.name };
    case 'MemberAdded':
      return { ...group, members: [...new Set([...group.members, now.data.member])] };
    case 'MemberRemoved':
      return { ...group, members: group.members.filter((each) => each !== now.data.member) };
  }
}

const parsed = ({ type, version, body }: JournalEvent): GroupFact | undefined =>
  GroupFact.safeParse({ type, version, data: body?.data }).data;
