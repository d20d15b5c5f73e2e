import { canonical } from '../base/canonical.ts';
import type { Clock, Verify } from '../base/deps.ts';
import type { ParcelId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { headsOf } from '../journal/model/merge.ts';
import type { OpenVault } from '../vault/model/port.ts';
import type { DirectoryDesk } from './directory.ts';
import type { Ledger } from './ledger.ts';
import { Dispatch, Mark, type Sent } from './model/kept.ts';
import type { SyncProblem } from './model/problem.ts';
import { isReceiptFor } from './outbox.ts';

/** A backup is kept 30 days at most (DESIGN section 9), so no restore can lack what was received before that. */
export const KEEP_AFTER_RECEIPT_MS = 31 * 24 * 60 * 60_000;

export interface SettleDeps {
  readonly vault: Pick<OpenVault, 'outbox' | 'journal' | 'settle'>;
  readonly directory: DirectoryDesk;
  readonly ledger: Ledger;
  readonly verify: Verify;
  readonly clock: Clock;
  /** Parcels whose events the reserve has let go in this session; it does not remember by itself. */
  readonly released: Set<ParcelId>;
}

/** Checks new receipts against the pinned key and writes them down; lets go what no longer need be kept. */
export async function settleReceipts(deps: SettleDeps): Promise<Result<'settled', SyncProblem>> {
  const { vault, ledger, clock } = deps;
  const current = await deps.directory.membership();
  if (!current) return err({ type: 'notEnrolled' });
  const { officeKey } = current.identity;
  const sent = new Map((await ledger.allSent()).map((each) => [each.parcel, each]));
  for (const item of await vault.outbox.list()) {
    const mark = Mark.parse(item.receipt);
    const known = sent.get(item.parcel);
    if (mark?.type !== 'receipt' || !known) continue;
    const { consignment } = Dispatch.parse(item.consignment).signed;
    // While locked the key stood beside the parcel, in clear; here it comes from the sealed record.
    if (!(await isReceiptFor(mark.signed, consignment, officeKey, deps.verify))) {
      const again = await vault.outbox.receive(item.parcel, null);
      if (!again.ok) return again;
      continue;
    }
    if (known.receivedAt === null) {
      const noted = await ledger.received(item.parcel, mark.signed.receipt.at);
      if (!noted.ok) return noted;
    } else if (clock.now() - mark.signed.receipt.at > KEEP_AFTER_RECEIPT_MS) {
      await vault.outbox.drop(item.parcel);
    }
  }
  for (const known of await ledger.allSent()) {
    if (known.receivedAt === null || deps.released.has(known.parcel)) continue;
    deps.released.add(known.parcel);
    await settleStream(deps, known);
  }
  return ok('settled');
}

/**
 * The reserve may let go of a stream only if nothing was written since the parcel was packed. A half-done interview
 * stays twice on the device though a copy of it lies at the office: its author goes on writing here. So does the log,
 * which is written at every unlocking.
 */
async function settleStream({ vault }: SettleDeps, sent: Sent): Promise<void> {
  if (sent.kind === 'ack' || sent.kind === 'draft' || sent.kind === 'log') return;
  const opened = await vault.journal.open(sent.stream);
  if (opened && canonical(headsOf(opened.events)) === canonical(sent.heads)) {
    await vault.settle(opened.events.map((event) => event.id));
  }
}
