import { fixedDeps } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import { stamp, type JournalEvent, type NewEvent } from '../journal/model/event.ts';
import { merge } from '../journal/model/merge.ts';
import { IDA } from './fixture.ts';

/* An invented draft for a report, for tests. */
export const CONCERN = { stream: StreamId.parse('c'.repeat(32)), author: IDA.author };

/** The events of such a draft, a minute apart. */
export function reported(...facts: readonly NewEvent[]): JournalEvent[] {
  const deps = fixedDeps();
  let all: JournalEvent[] = [];
  for (const fact of facts) {
    deps.clock.advance(60_000);
    all = merge(all, stamp([fact], CONCERN.stream, all, IDA, deps));
  }
  return all;
}
