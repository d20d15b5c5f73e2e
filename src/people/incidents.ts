import { newId, type Deps } from '../base/deps.ts';
import { StreamId, type MemberId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { inOrder } from '../journal/model/merge.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import {
  afterIncidentFact,
  foldIncident,
  IncidentSummary,
  reportedNow,
  type IncidentFact,
} from './model/incident.ts';

export interface ListedIncident extends IncidentSummary {
  readonly stream: StreamId;
}

/** Writes down that a tablet is lost: from here on the clocks run. */
export async function reportLost(
  journal: Journal,
  data: Extract<IncidentFact, { type: 'TabletReportedLost' }>['data'],
  by: MemberId,
  { random }: Pick<Deps, 'random'>,
): Promise<Result<StreamId, StoreProblem>> {
  const stream = newId(StreamId, random);
  const reported: IncidentFact = { type: 'TabletReportedLost', version: 1, data };
  const kept = await journal.append(stream, 'incident', [reported], reportedNow(data, by));
  return kept.ok ? ok(stream) : kept;
}

export async function writeIncident(
  journal: Journal,
  stream: StreamId,
  fact: IncidentFact,
): Promise<Result<IncidentSummary, StoreProblem | { readonly type: 'noSuchIncident' }>> {
  const opened = await journal.open(stream);
  const before = opened && foldIncident([...opened.events].sort(inOrder));
  if (!before) return err({ type: 'noSuchIncident' });
  const summary = afterIncidentFact(before, fact);
  const kept = await journal.append(stream, 'incident', [fact], summary);
  return kept.ok ? ok(summary) : kept;
}

/** All that are known here, newest change first. */
export async function listIncidents(
  journal: Pick<Journal, 'list'>,
): Promise<readonly ListedIncident[]> {
  return (await journal.list('incident')).flatMap(({ stream, data }) => {
    const summary = IncidentSummary.safeParse(data).data;
    return summary ? [{ stream, ...summary }] : [];
  });
}
