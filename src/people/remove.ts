import { newId, type Deps } from '../base/deps.ts';
import { StreamId, type MemberId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import { listAssignments } from './assignments.ts';
import { dayAt } from './model/days.ts';
import { pastOf } from './model/past.ts';
import type { Program } from './model/program.ts';
import type { Known } from './model/register.ts';
import {
  RemovalSummary,
  type EntryErasedFact,
  type EntryErasedSummary,
  type RemovalFact,
  type RemovalReason,
} from './model/removal.ts';

export interface RemovePorts {
  readonly journal: Journal;
  readonly me: MemberId;
  readonly deliver: (kind: 'shared' | 'erasure', stream: StreamId) => Promise<unknown>;
  /** Erases on this device what the streams now say is to be erased. */
  readonly erase: () => Promise<Result<unknown, unknown>>;
}

/** `given`: a talk with the person is somebody's task, and must be taken back from them first. */
export type RemoveProblem = StoreProblem | { readonly type: 'given'; readonly to: MemberId };

/**
 * Removes somebody from the register: first the line with their numbers, then the word to everyone that the entry is to
 * be erased, then the entry here. After a crash in between the person stands in the register as before, or is gone from
 * it; done again, it is one removal.
 * @returns `waits` when the entry could not be erased now: it is tried again in every round to the office.
 */
export async function removePerson(
  ports: RemovePorts,
  person: Known,
  how: { readonly why: RemovalReason; readonly decision: string; readonly rules: Program },
  { clock, random }: Deps,
): Promise<Result<'removed' | 'waits', RemoveProblem>> {
  const { journal, me, deliver } = ports;
  const participant = person.stream;
  const to = openTalkOf(await listAssignments(journal), participant);
  if (to) return err({ type: 'given', to });
  const { why, decision } = how;
  const past = pastOf(person, why, how.rules, dayAt(clock.now()));
  const line = newId(StreamId, random);
  const removed: RemovalFact = {
    type: 'PersonRemoved',
    version: 1,
    data: { participant, code: person.code, why, decision, past },
  };
  const summary: RemovalSummary = { ...removed.data, by: me, at: clock.now() };
  const kept = await journal.append(line, 'participant', [removed], summary);
  if (!kept.ok) return kept;
  const word = newId(StreamId, random);
  const erased: EntryErasedFact = { type: 'EntryErased', version: 1, data: { participant } };
  const said: EntryErasedSummary = { participant, by: me, at: clock.now() };
  const told = await journal.append(word, 'erasure', [erased], said);
  if (!told.ok) return told;
  await deliver('shared', line);
  await deliver('erasure', word);
  return ok((await ports.erase()).ok ? 'removed' : 'waits');
}

/** Who has been given a talk with this person that is not ended; undefined when nobody has. */
export const openTalkOf = (
  assignments: readonly {
    readonly to: MemberId;
    readonly ended: unknown;
    readonly brief: { readonly participant: StreamId };
  }[],
  participant: StreamId,
): MemberId | undefined =>
  assignments.find(({ brief, ended }) => ended === null && brief.participant === participant)?.to;

/**
 * Those who were removed, newest first, each once: two supervisors may have done it at once. Somebody who still stands in the register is not yet one of them: a crash came
 * in between, or a colleague's word is still on its way.
 */
export async function listRemoved(
  journal: Pick<Journal, 'list'>,
): Promise<readonly RemovalSummary[]> {
  const lines = await journal.list('participant');
  const here = new Set(lines.map(({ stream }) => stream));
  const removed = lines
    .flatMap(({ data }) => (isLine(data) ? (RemovalSummary.safeParse(data).data ?? []) : []))
    .filter(({ participant }) => !here.has(participant))
    .sort((a, b) => b.at - a.at || (a.by < b.by ? -1 : 1));
  return [...new Map(removed.map((each) => [each.participant, each])).values()];
}

/** Looked at before it is parsed: thousands of entries stand beside a few lines. */
const isLine = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'past' in data;
