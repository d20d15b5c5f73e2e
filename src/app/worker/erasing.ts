import type { Clock } from '../../base/deps.ts';
import type { StreamId } from '../../base/ids.ts';
import { ok, type Result } from '../../base/result.ts';
import type { StoreProblem } from '../../journal/model/port.ts';
import { markErased, wasErased } from '../../sync/erasures.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import { goingHere, streamsToErase } from '../going.ts';
import { removedHere, streamsOfRemoved } from '../removed.ts';
import { openTakingBack, type TakingBack } from './taking-back.ts';

/**
 * Erases on this device whoever was removed from the register, and what two supervisors have approved: the streams'
 * keys are destroyed, their parcels leave the outbox, and the office is asked at the next contact to erase what it has
 * of them. Once for each stream: an urgent message that comes later from an old tablet is not the interview, and stays;
 * what this device itself has written under the same id since is one, and goes too.
 *
 * A recording or a transcript that is gone is in no list any more: it is noted first, or a crash in between would
 * leave what the office has of it there for good. While one is still listed, it is still to be erased.
 */
export async function eraseApproved(
  vault: Pick<OpenVault, 'journal' | 'records'>,
  takingBack: () => Promise<Pick<TakingBack, 'erase'>>,
  clock: Clock,
): Promise<Result<number, StoreProblem>> {
  const removed = await eraseRemoved(vault, takingBack, clock);
  if (!removed.ok) return removed;
  let erased = removed.value;
  const rebuilt = new Set(
    (await vault.journal.list('interview')).flatMap(({ stream, own }) => (own ? [stream] : [])),
  );
  for (const going of (await goingHere(vault.journal)).values()) {
    for (const stream of await streamsToErase(vault.journal, going)) {
      const isWhole = stream === going.interview;
      if (isWhole && !rebuilt.has(stream) && (await wasErased(vault.records, stream))) continue;
      const mark = () => markErased(vault.records, stream, clock.now());
      const noted = isWhole ? ok('later') : await mark();
      if (!noted.ok) return noted;
      const gone = await (await takingBack()).erase(stream);
      if (!gone.ok) return gone;
      const marked = isWhole ? await mark() : noted;
      if (!marked.ok) return marked;
      erased += 1;
    }
  }
  return ok(erased);
}

/** The same in an open vault. @param packAgain packs anew what is left of a stream. */
export const eraseHere = (
  vault: OpenVault,
  packAgain: (stream: StreamId) => void,
  clock: Clock,
): Promise<Result<number, StoreProblem>> =>
  eraseApproved(vault, () => Promise.resolve(openTakingBack(vault, packAgain, clock)), clock);

/**
 * The entries of those who were removed from the register, and the talks given for them. Noted first, as above; the
 * entry itself also where it never was, since a parcel of it may lie at the office, taken in and not kept.
 */
async function eraseRemoved(
  vault: Pick<OpenVault, 'journal' | 'records'>,
  takingBack: () => Promise<Pick<TakingBack, 'erase'>>,
  clock: Clock,
): Promise<Result<number, StoreProblem>> {
  const removed = await removedHere(vault.journal);
  const here = await streamsOfRemoved(vault.journal, removed);
  for (const stream of new Set([...removed, ...here])) {
    if (await wasErased(vault.records, stream)) continue;
    const noted = await markErased(vault.records, stream, clock.now());
    if (!noted.ok) return noted;
  }
  for (const stream of here) {
    const gone = await (await takingBack()).erase(stream);
    if (!gone.ok) return gone;
  }
  return ok(here.length);
}
