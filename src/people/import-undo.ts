import type { MemberId, StreamId } from '../base/ids.ts';
import { RETRACTED } from '../journal/model/event.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import { AssignmentSummary } from './model/assignment.ts';
import { changedSince, type LeftBecause } from './model/imported.ts';
import { ParticipantSummary } from './model/participant.ts';

export interface Undone {
  readonly erased: number;
  /** Whom it leaves, by code, and why. */
  readonly left: readonly { readonly code: string; readonly why: LeftBecause }[];
  /** Why it stopped before the end; what is erased until then stays erased. */
  readonly problem: StoreProblem | 'cancelled' | null;
}

/**
 * Erases the people that one import brought and that nothing has happened to since. Their words are taken back, here
 * and with every colleague who has the entry; of the entry only its random id remains.
 */
export async function undoImport(
  batch: string,
  ports: {
    readonly journal: Journal;
    readonly me: MemberId;
    readonly deliver: (stream: StreamId) => Promise<unknown>;
    readonly goOn: (done: number) => Promise<boolean>;
  },
): Promise<Undone> {
  const { journal } = ports;
  const assigned = new Set(
    (await journal.list('assignment')).map(
      ({ data }) => AssignmentSummary.safeParse(data).data?.brief.participant,
    ),
  );
  const left: Undone['left'][number][] = [];
  let erased = 0;
  for (const { stream, data } of await journal.list('participant')) {
    const known = ParticipantSummary.safeParse(data).data;
    if (known?.batch !== batch) continue;
    if (!(await ports.goOn(erased))) return { erased, left, problem: 'cancelled' };
    const events = (await journal.open(stream))?.events ?? [];
    const why = assigned.has(stream) ? 'assigned' : changedSince(events, batch, ports.me);
    if (why) {
      left.push({ code: known.code, why });
      continue;
    }
    const taken = { type: RETRACTED, version: 1, data: { events: events.map(({ id }) => id) } };
    const kept = await journal.append(stream, 'participant', [taken], null);
    if (!kept.ok) return { erased, left, problem: kept.error };
    erased += 1;
    await ports.deliver(stream);
  }
  return { erased, left, problem: null };
}

/** The imports whose people are in the register, newest first. */
export function batchesOf(
  people: readonly Pick<ParticipantSummary, 'batch' | 'addedAt'>[],
): readonly { readonly batch: string; readonly at: number; readonly people: number }[] {
  const batches = new Map<string, { batch: string; at: number; people: number }>();
  for (const { batch, addedAt } of people) {
    if (batch === null) continue;
    const known = batches.get(batch);
    batches.set(batch, {
      batch,
      at: Math.min(addedAt, known?.at ?? addedAt),
      people: (known?.people ?? 0) + 1,
    });
  }
  return [...batches.values()].sort((a, b) => b.at - a.at);
}
