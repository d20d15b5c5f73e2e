import { canonical } from '../base/canonical.ts';
import type { Clock } from '../base/deps.ts';
import type { StreamId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { inOrder } from '../journal/model/merge.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import {
  afterFact,
  foldParticipant,
  summaryOf,
  type Details,
  type ParticipantFact,
  type ParticipantSummary,
} from './model/participant.ts';

export type WriteProblem = StoreProblem | { readonly type: 'noSuchPerson' };

/** Puts a new person into the register, in a stream that was empty. */
export async function addParticipant(
  journal: Journal,
  stream: StreamId,
  added: {
    readonly code: string;
    readonly details: Details;
    readonly batch: string | null;
    /** Facts that follow at once, e.g. the placements. */
    readonly more?: readonly ParticipantFact[];
  },
  clock: Clock,
): Promise<Result<ParticipantSummary, StoreProblem>> {
  const { code, details, batch, more = [] } = added;
  const begun: ParticipantFact = {
    type: 'ParticipantAdded',
    version: 1,
    data: { code, details, batch },
  };
  const empty = {
    code,
    details,
    placements: [],
    offers: [],
    notAsked: [],
    held: [],
    batch,
    addedAt: clock.now(),
    unknown: 0,
  };
  const summary = summaryOf(more.reduce(afterFact, empty));
  const kept = await journal.append(stream, 'participant', [begun, ...more], summary);
  return kept.ok ? ok(summary) : kept;
}

/**
 * Adds facts to a person's entry, with the summary that follows from them.
 * @param settled drafts of the stream that these facts settle.
 */
export async function writeParticipant(
  journal: Journal,
  stream: StreamId,
  facts: readonly ParticipantFact[],
  settled: readonly string[] = [],
): Promise<Result<ParticipantSummary, WriteProblem>> {
  const before = await folded(journal, stream);
  if (!before) return err({ type: 'noSuchPerson' });
  const summary = summaryOf(facts.reduce(afterFact, before));
  const kept = await journal.append(stream, 'participant', facts, summary, settled);
  if (!kept.ok) return kept;
  // A colleague's copy may have come in between: then the summary must speak of both.
  const now = await folded(journal, stream);
  const whole = now ? summaryOf(now) : summary;
  if (canonical(whole) !== canonical(summary)) {
    const mended = await journal.take(stream, 'participant', [], whole);
    if (!mended.ok && mended.error.type !== 'otherKind' && mended.error.type !== 'notCountable') {
      return err(mended.error);
    }
  }
  return ok(whole);
}

async function folded(journal: Journal, stream: StreamId) {
  const opened = await journal.open(stream);
  return foldParticipant([...(opened?.events ?? [])].sort(inOrder));
}
