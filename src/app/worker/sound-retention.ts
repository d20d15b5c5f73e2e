import * as z from 'zod/mini';
import { Millis, StreamId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { SoundKeeping } from '../../interview/sound-ports.ts';
import { InterviewSummary } from '../../interview/model/summary.ts';
import { TranscriptSummary } from '../../interview/model/transcript.ts';
import type { StoreProblem } from '../../journal/model/port.ts';
import { ReviewSummary } from '../../review/model/summary.ts';
import { SoundRetention } from '../../sync/model/directory.ts';
import type { DeliveryRow } from '../../sync/states.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import type { RecordingCard } from '../../vault/model/sound.ts';

const DAY_MS = 24 * 60 * 60_000;

/** The line in the log: sealed, and kept when the sound itself is gone. Record `weeded/<recording>`. */
const Weeded = z.object({
  recording: StreamId,
  interview: StreamId,
  at: Millis,
  retention: SoundRetention,
});

export interface RetentionDeps {
  readonly vault: Pick<OpenVault, 'journal' | 'member' | 'records' | 'sound'>;
  readonly deliveries: () => Promise<readonly DeliveryRow[]>;
  /** The office's decision; null: there is none, and nothing goes by itself. */
  readonly retention: () => Promise<SoundRetention | null>;
}

/**
 * When this device's copy of each recording goes, and which have gone (domain.md section 3, weeding).
 *
 * Own sound: the decision's days after the office has signed for it and, where somebody began to write it out, for the
 * transcript; never before. Sound that came from a colleague: the days after a supervisor approved the interview.
 */
export async function keepingOf(deps: RetentionDeps): Promise<ReadonlyMap<StreamId, SoundKeeping>> {
  const { vault } = deps;
  const found = new Map<StreamId, SoundKeeping>();
  for (const name of await vault.records.names('weeded/')) {
    const line = Weeded.safeParse(await vault.records.get(name)).data;
    if (!line) continue;
    const { recording, at, retention } = line;
    found.set(recording, { state: 'weeded', at, decision: retention.decision });
  }
  const retention = await deps.retention();
  if (!retention) return found;
  const since = await startOf(deps);
  for (const card of await (await vault.sound()).cards()) {
    const from = since(card);
    found.set(
      card.recording,
      from === null ? { state: 'kept' } : { state: 'due', at: from + retention.days * DAY_MS },
    );
  }
  return found;
}

/** Erases what is due, keys first, and writes it down before: a crash in between leaves a line, and no forgotten sound. */
export async function weedSound(
  deps: RetentionDeps,
  now: Millis,
): Promise<Result<readonly StreamId[], StoreProblem>> {
  const retention = await deps.retention();
  if (!retention) return ok([]);
  const keeping = await keepingOf(deps);
  const sound = await deps.vault.sound();
  const gone: StreamId[] = [];
  for (const { recording, interview } of await sound.cards()) {
    const known = keeping.get(recording);
    if (known?.state !== 'due' || known.at > now) continue;
    const line = { recording, interview, at: now, retention } satisfies z.infer<typeof Weeded>;
    const noted = await deps.vault.records.put(`weeded/${recording}`, line);
    if (!noted.ok) return err(noted.error);
    const erased = await sound.erase(recording);
    if (!erased.ok) return erased;
    gone.push(recording);
  }
  return ok(gone);
}

/** From when the days count for a recording; null while it must stay. */
async function startOf({
  vault,
  deliveries,
}: RetentionDeps): Promise<(card: RecordingCard) => Millis | null> {
  const rows = new Map(
    (await deliveries()).map(({ kind, stream, state }) => [`${kind} ${stream}`, state]),
  );
  const receivedAt = (kind: 'sound' | 'transcript', stream: StreamId): Millis | null => {
    const state = rows.get(`${kind} ${stream}`);
    return state?.type === 'received' || state?.type === 'opened' ? state.at : null;
  };
  const interviews = await vault.journal.list('interview');
  const isOwn = (interview: StreamId) =>
    interviews.some(
      ({ stream, data }) =>
        stream === interview && InterviewSummary.safeParse(data).data?.interviewer === vault.member,
    );
  const transcripts = await vault.journal.list('transcript');
  const reviews = await vault.journal.list('review');
  const approvedAt = (interview: StreamId): Millis | null => {
    const times = reviews.flatMap(({ data }) => {
      const review = ReviewSummary.safeParse(data).data;
      return review?.interview === interview && review.decision.type === 'approved'
        ? [review.decision.at]
        : [];
    });
    return times.length === 0 ? null : Math.max(...times);
  };
  return ({ recording, interview }) => {
    if (!isOwn(interview)) return approvedAt(interview);
    const written = transcripts
      .filter(({ data }) => TranscriptSummary.safeParse(data).data?.interview === interview)
      .map(({ stream }) => receivedAt('transcript', stream));
    const all = [receivedAt('sound', recording), ...written];
    return all.includes(null) ? null : Math.max(...all.filter((at) => at !== null));
  };
}
