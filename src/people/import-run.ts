import { hex } from '../base/bytes.ts';
import { newId, type Deps } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import type { PlannedPerson } from './model/import-plan.ts';
import type { ParticipantFact } from './model/participant.ts';
import { addParticipant } from './write.ts';

export interface ImportPorts extends Deps {
  readonly journal: Journal;
  /** Hands a person's entry to the colleagues; what can't be packed now is packed in a later round. */
  readonly deliver: (stream: StreamId) => Promise<unknown>;
  /** Told how many people are in, after each; false stops there. */
  readonly goOn: (done: number) => Promise<boolean>;
}

export interface ImportEnd {
  /** How many have come in and stay. */
  readonly done: number;
  readonly ended: 'all' | 'cancelled' | StoreProblem;
}

/** Names one import, so that it can be undone. */
export const newBatch = ({ random }: Pick<Deps, 'random'>): string => hex(random.bytes(8));

/**
 * Puts the people of a list into the register, one after the other. Each is whole or not there at all, so an import
 * that is stopped half-way leaves nobody half-read; going on later leaves those who are in.
 */
export async function runImport(
  people: readonly PlannedPerson[],
  batch: string,
  ports: ImportPorts,
): Promise<ImportEnd> {
  for (const [done, person] of people.entries()) {
    if (!(await ports.goOn(done))) return { done, ended: 'cancelled' };
    const stream = newId(StreamId, ports.random);
    const more = person.placements.map((placement): ParticipantFact => ({
      type: 'PlacementWritten',
      version: 1,
      // Begins as the batch does: a placement written or changed by hand later is told apart by it.
      data: { placement: { ...placement, placement: `${batch}${hex(ports.random.bytes(8))}` } },
    }));
    const details = { ...person.details, ownWorkers: [], siblings: [] };
    const added = { code: person.code, details, batch, more };
    const kept = await addParticipant(ports.journal, stream, added, ports.clock);
    if (!kept.ok) return { done, ended: kept.error };
    await ports.deliver(stream);
  }
  await ports.goOn(people.length);
  return { done: people.length, ended: 'all' };
}
