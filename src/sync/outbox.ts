import { release, sha256 } from '../base/bytes.ts';
import { tidying } from '../base/tidying.ts';
import type { Clock, Verify } from '../base/deps.ts';
import type { ParcelId, Sha256, SignKey } from '../base/ids.ts';
import { never } from '../base/result.ts';
import {
  receiptBytes,
  receiptCovers,
  type Consignment,
  type SignedReceipt,
} from '../parcel/model/consignment.ts';
import type { Outbox, OutboxItem } from '../vault/model/port.ts';
import { Dispatch, Mark } from './model/kept.ts';
import type { OfficeProblem, PublicOffice } from './model/office.ts';
import { FINE, later, type Round, type SyncProblem } from './model/problem.ts';
import type { ApiProblemCode } from './model/protocol.ts';

/** An offer that misses something again after this many turns waits for the next round. */
const MAX_TURNS = 3;

export interface SendDeps {
  readonly outbox: Outbox;
  readonly office: Pick<PublicOffice, 'card' | 'offer' | 'putObject' | 'commit'>;
  readonly verify: Verify;
  readonly clock: Clock;
  readonly progress: (parcel: ParcelId, sent: number, total: number) => void;
}

/**
 * Sends what lies in the outbox: offer, the missing objects, commit, receipt. It needs no key, so it works while the
 * vault is locked. Every step may be repeated, so a fault anywhere means only that the next round goes on from there.
 * @param again also try what the office refused before; otherwise a refusal stands until someone asks.
 */
export async function sendOutbox(deps: SendDeps, again: boolean): Promise<Round> {
  const items = await deps.outbox.list();
  if (items.length === 0) return FINE;
  const card = await deps.office.card();
  if (!card.ok) return later(card.error);
  let round = FINE;
  for (const item of items) {
    if (!isDue(Mark.parse(item.receipt), card.value.epoch, again)) continue;
    const problem = await sendItem(deps, item);
    if (!problem) continue;
    round = later(problem);
    // Nothing else would get through either; what concerns one parcel only must not hold up the others.
    if (problem.type === 'unreachable' || problem.type === 'strangeAnswer') return round;
  }
  return round;
}

/** After a restore the office may lack what it gave a receipt for: its epoch is then higher, and we offer again. */
function isDue(mark: Mark, epoch: number, again: boolean): boolean {
  if (mark === null) return true;
  return mark.type === 'receipt' ? mark.signed.receipt.epoch < epoch : again;
}

/** True when the office's key signed a receipt for exactly these objects. */
export async function isReceiptFor(
  signed: SignedReceipt,
  consignment: Consignment,
  officeKey: SignKey,
  verify: Verify,
): Promise<boolean> {
  return (
    receiptCovers(signed.receipt, consignment) &&
    (await verify(officeKey, receiptBytes(signed.receipt), signed.signature))
  );
}

async function sendItem(deps: SendDeps, item: OutboxItem): Promise<SyncProblem | undefined> {
  const { signed, officeKey } = Dispatch.parse(item.consignment);
  const { consignment } = signed;
  const refuse = async (code: string) => {
    const mark: Mark = { type: 'refused', code, at: deps.clock.now() };
    const kept = await deps.outbox.receive(item.parcel, mark);
    return kept.ok ? undefined : kept.error;
  };
  const failed = (problem: OfficeProblem) =>
    problem.type === 'api' && isRefusal(problem.code) ? refuse(problem.code) : problem;
  const receive = async (receipt: SignedReceipt) => {
    if (!(await isReceiptFor(receipt, consignment, officeKey, deps.verify))) {
      return refuse('badReceipt');
    }
    const mark: Mark = { type: 'receipt', signed: receipt };
    const kept = await deps.outbox.receive(item.parcel, mark);
    return kept.ok ? undefined : kept.error;
  };
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const offer = await deps.office.offer(signed);
    if (!offer.ok) return failed(offer.error);
    if (offer.value.state === 'committed') return receive(offer.value.receipt);
    const problem = await putMissing(deps, consignment, new Set(offer.value.missing));
    if (problem === 'objectLost') {
      // Dropped meanwhile, because a newer revision without words taken back has replaced it.
      const isStillThere = (await deps.outbox.list()).some((each) => each.parcel === item.parcel);
      return isStillThere ? refuse('objectLost') : undefined;
    }
    if (problem) return failed(problem);
    const commit = await deps.office.commit(consignment.parcel);
    if (commit.ok) return receive(commit.value);
    if (commit.error.type !== 'api' || commit.error.code !== 'objectsMissing') {
      return failed(commit.error);
    }
  }
  return { type: 'api', code: 'objectsMissing' };
}

async function putMissing(
  deps: SendDeps,
  consignment: Consignment,
  missing: ReadonlySet<Sha256>,
): Promise<OfficeProblem | 'objectLost' | undefined> {
  const lengthOf = (hashes: (hash: Sha256) => boolean) =>
    consignment.objects.reduce((sum, each) => sum + (hashes(each.hash) ? each.length : 0), 0);
  const total = lengthOf(() => true);
  let sent = lengthOf((hash) => !missing.has(hash));
  const tidy = tidying();
  deps.progress(consignment.parcel, sent, total);
  for (const { hash, length } of consignment.objects) {
    if (!missing.has(hash)) continue;
    const bytes = await deps.outbox.object(hash);
    if (!bytes || sha256(bytes) !== hash) return 'objectLost';
    const put = await deps.office.putObject(consignment.parcel, hash, bytes);
    release(bytes);
    tidy(length);
    if (!put.ok) return put.error;
    sent += length;
    deps.progress(consignment.parcel, sent, total);
  }
  return undefined;
}

/** Whether the office's answer is its decision about this parcel, or a trouble that passes. */
function isRefusal(code: ApiProblemCode): boolean {
  switch (code) {
    case 'wrongClock':
    case 'directoryStale':
    case 'objectsMissing':
    case 'tooMany':
    case 'serverFault':
    case 'storageFull':
    // Bytes altered on the way: ours were checked before they were sent.
    case 'wrongHash':
      return false;
    case 'badRequest':
    case 'wrongSecret':
    case 'badSignature':
    case 'notAllowed':
    case 'notFound':
    case 'alreadyClaimed':
    case 'notClaimed':
    case 'conflict':
    case 'invitationUsed':
    case 'invitationOver':
    case 'erased':
    case 'tooLarge':
      return true;
    default:
      return never(code);
  }
}
