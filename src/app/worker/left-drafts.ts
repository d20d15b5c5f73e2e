import { goingHere } from '../going.ts';
import { newId, type Deps } from '../../base/deps.ts';
import { StreamId, type DeviceId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { continuedFacts, type HandoverFact } from '../../interview/model/handover.ts';
import { InterviewSummary } from '../../interview/model/summary.ts';
import { foldInterview } from '../../interview/model/state.ts';
import { merge } from '../../journal/model/merge.ts';
import type { Journal, StoreProblem } from '../../journal/model/port.ts';
import { isIdentity } from '../../parcel/age.ts';
import { openParcel } from '../../parcel/open.ts';
import { verifySignature } from '../../parcel/verify.ts';
import type { LeftAt } from '../../people/model/lost.ts';
import { markErased, wasErased } from '../../sync/erasures.ts';
import { openLeft } from '../../sync/left.ts';
import type { SyncProblem } from '../../sync/model/problem.ts';
import type { Sync } from '../../sync/open.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import type { HandOverDrafts } from '../port.ts';
import { takeHandover } from '../take-given.ts';

/**
 * Opens the half-done interviews that a lost or left colleague's tablet kept at the office, and sends each to the one
 * who goes on with it. The recovery key lives in this call only. What was opened lies sealed in the supervisor's vault
 * until the office has the parcel, and in no list.
 */
export async function handOverDrafts(
  vault: Pick<OpenVault, 'journal' | 'member' | 'records'>,
  sync: Pick<Sync, 'deliver' | 'membership'>,
  { from, to, recovery, interview }: HandOverDrafts,
  deps: Deps,
): Promise<Result<readonly string[], SyncProblem>> {
  const key = recovery.replaceAll(/\s/g, '').toUpperCase();
  if (!isIdentity(key)) return err({ type: 'badRecovery' });
  const current = await sync.membership();
  if (!current) return err({ type: 'notEnrolled' });
  const tools = { ...deps, desk: { open: openParcel }, verify: verifySignature };
  const copies = await openLeft(tools, current, from, key, interview);
  if (!copies.ok) return copies;
  const [finished, going] = await Promise.all([
    finishedHere(vault.journal),
    goingHere(vault.journal),
  ]);
  const codes: string[] = [];
  for (const copy of copies.value) {
    const state = foldInterview(merge(copy.events));
    const isOver = finished.has(copy.interview) || going.has(copy.interview);
    const facts = isOver ? undefined : continuedFacts(copy.events);
    if (!state || !facts) continue;
    const handed: HandoverFact = {
      type: 'DraftHandedOver',
      version: 1,
      data: {
        to,
        from,
        interview: copy.interview,
        code: state.code,
        keptAt: copy.keptAt,
        facts: facts.map(({ type, version, data }) => ({ type, version, data })),
      },
    };
    const stream = newId(StreamId, deps.random);
    const summary = { to, from, interview: copy.interview };
    const kept = await vault.journal.append(stream, 'handover', [handed], summary);
    if (!kept.ok) return kept;
    if (to === vault.member) {
      // Nobody gets a parcel from oneself.
      const events = (await vault.journal.open(stream))?.events ?? [];
      const taken = await takeHandover(
        vault.journal,
        { member: to },
        events,
        deps.clock.now(),
        (gone) => wasErased(vault.records, gone),
      );
      if (!taken.ok) return err({ type: 'storeFailed', name: taken.error.type });
      await vault.journal.erase(stream);
    } else {
      const packed = await sync.deliver('handover', stream);
      if (!packed.ok) return packed;
    }
    codes.push(state.code);
  }
  return codes.length > 0 ? ok(codes) : err({ type: 'noDraft' });
}

/** What the office tells of a tablet out of use, without opening any of it. */
export async function leftAt(
  sync: Pick<Sync, 'membership'>,
  device: DeviceId,
): Promise<Result<LeftAt, SyncProblem>> {
  const current = await sync.membership();
  if (!current) return err({ type: 'notEnrolled' });
  const left = await current.office.left(device);
  if (!left.ok) return left;
  const { items, lastContact } = left.value;
  return ok({ lastContact, copies: items.length, newest: items[0]?.receivedAt ?? null });
}

/** Interviews that were handed in after all: their last draft is old. */
async function finishedHere(journal: Pick<Journal, 'list'>): Promise<ReadonlySet<StreamId>> {
  const listed = await journal.list('interview');
  return new Set(
    listed.flatMap(({ stream, data }) =>
      (InterviewSummary.safeParse(data).data?.revision ?? 0) > 0 ? [stream] : [],
    ),
  );
}

/**
 * What was handed over and has reached the office is not kept here any longer. The office is asked to erase it: it does
 * so when everyone whom the parcel is for has asked, that is, when whoever goes on with it has it.
 */
export async function clearHandedOver(
  vault: {
    readonly journal: Pick<Journal, 'erase' | 'list'>;
    readonly records: Pick<OpenVault['records'], 'put'>;
  },
  sync: Pick<Sync, 'deliveryStates'>,
  clock: Deps['clock'],
): Promise<Result<'cleared', StoreProblem>> {
  const listed = new Set((await vault.journal.list('handover')).map(({ stream }) => stream));
  for (const { stream, kind, state } of await sync.deliveryStates()) {
    const there = state.type === 'received' || state.type === 'opened';
    if (kind !== 'handover' || !there || !listed.has(stream)) continue;
    // Marked first: once it is in no list, nobody would come back to it.
    const marked = await markErased(vault.records, stream, clock.now());
    if (!marked.ok) return marked;
    const erased = await vault.journal.erase(stream);
    if (!erased.ok) return erased;
  }
  return ok('cleared');
}
