import type { Clock } from '../../base/deps.ts';
import type { MemberId, StreamId } from '../../base/ids.ts';
import { ok, type Result } from '../../base/result.ts';
import { listLastTalks, mayHold } from '../../interview/last-talk.ts';
import { mayBeLent } from '../../interview/model/last-talk.ts';
import { merge } from '../../journal/model/merge.ts';
import type { Journal, StoreProblem } from '../../journal/model/port.ts';
import type { ParcelKind } from '../../parcel/model/manifest.ts';
import { listAssignments, writeAssignment } from '../../people/assignments.ts';
import { markErased } from '../../sync/erasures.ts';
import type { Sync } from '../../sync/open.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import { goingHere } from '../going.ts';
import type { TakingBack } from './taking-back.ts';

export interface LastTalksDeps extends Sweeping {
  readonly vault: Sweeping['vault'] & { readonly journal: Journal };
  readonly sync: Pick<Sync, 'deliveryStates' | 'membership'>;
}

/**
 * All that is to be done about what is lent: in every round, or after a parcel of a kind that may end it. What has
 * arrived here need not stay at the office.
 */
export function openLastTalks(
  deps: LastTalksDeps,
): (kind?: ParcelKind, stream?: StreamId) => Tended {
  const { vault, sync, clock } = deps;
  return async (kind, stream) => {
    if (kind === 'lastTalk' && stream) {
      const marked = await markErased(vault.records, stream, clock.now());
      if (!marked.ok) return marked;
    }
    if (!kind && (await sync.membership())?.identity.role === 'supervisor') {
      const recalled = await recallLastTalks(vault.journal, vault.member);
      if (!recalled.ok) return recalled;
    }
    const swept = await sweepLastTalks(deps, kind === undefined);
    return swept.ok && !kind ? clearLent(deps, sync) : swept;
  };
}

type Tended = Promise<Result<'tended', StoreProblem>>;

/**
 * A person who takes back that the next interviewer may read what they said, or the whole of that interview, says it
 * through whoever held it; every supervisor's device hears of it and tells whoever holds the assignment.
 */
async function recallLastTalks(journal: Journal, me: MemberId): Tended {
  const open = (await listAssignments(journal)).filter(
    ({ ended, lastTalk }) => ended === null && lastTalk && !lastTalk.recalled,
  );
  if (open.length === 0) return ok('tended');
  const going = await goingHere(journal);
  for (const { stream, lastTalk } of open) {
    const opened = lastTalk && (await journal.open(lastTalk.interview));
    // A supervisor who joined later has not got the interview, and knows nothing of it.
    const known = opened && opened.events.length > 0;
    const isGone = lastTalk && going.has(lastTalk.interview);
    if (!isGone && (!known || mayBeLent(merge(opened.events)))) continue;
    const kept = await writeAssignment(
      journal,
      stream,
      { type: 'LastTalkRecalled', version: 1, data: {} },
      me,
    );
    if (!kept.ok && kept.error.type !== 'noSuchAssignment') return { ok: false, error: kept.error };
  }
  return ok('tended');
}

interface Sweeping {
  readonly vault: {
    readonly journal: Pick<Journal, 'list'>;
    readonly member: MemberId;
    readonly records: Pick<OpenVault['records'], 'put'>;
  };
  readonly takingBack: Pick<TakingBack, 'erase'>;
  readonly clock: Clock;
}

/**
 * Erases from this device what may be here no more, and has the office asked for its copy at the next contact.
 * @param orphans also what belongs to no assignment that is known here: not while a round takes in one after the other.
 */
async function sweepLastTalks({ vault, takingBack, clock }: Sweeping, orphans: boolean): Tended {
  const given = new Set((await listAssignments(vault.journal)).map(({ stream }) => stream));
  for (const lent of await listLastTalks(vault.journal)) {
    const isOrphan = orphans && !given.has(lent.assignment);
    if (!isOrphan && (await mayHold(vault.journal, lent))) continue;
    const gone = await eraseOne(lent.stream, { vault, takingBack, clock });
    if (!gone.ok) return gone;
  }
  return ok('tended');
}

/** Whoever lent it keeps no second copy once the office has the parcel: the interview itself is here. */
async function clearLent(sweeping: Sweeping, sync: Pick<Sync, 'deliveryStates'>): Tended {
  const { vault } = sweeping;
  const lent = (await listLastTalks(vault.journal)).filter(({ to }) => to !== vault.member);
  if (lent.length === 0) return ok('tended');
  const there = new Set<StreamId>();
  for (const { kind, stream, state } of await sync.deliveryStates()) {
    const arrived = state.type === 'received' || state.type === 'opened';
    if (kind === 'lastTalk' && arrived) there.add(stream);
  }
  for (const { stream } of lent) {
    if (!there.has(stream)) continue;
    const gone = await eraseOne(stream, sweeping);
    if (!gone.ok) return gone;
  }
  return ok('tended');
}

/** Marked first: once it is in no list, nobody would come back to it. */
async function eraseOne(stream: StreamId, { vault, takingBack, clock }: Sweeping): Tended {
  const marked = await markErased(vault.records, stream, clock.now());
  if (!marked.ok) return marked;
  const erased = await takingBack.erase(stream);
  return erased.ok ? ok('tended') : erased;
}
