import * as z from 'zod/mini';
import { sha256 } from '../base/bytes.ts';
import { canonical } from '../base/canonical.ts';
import { Millis, Sha256 } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { SignedReceipt } from '../parcel/model/consignment.ts';
import { decode, type Db, type Tx } from './store/open.ts';

/*
 * What was done at the office, by which device, when: ids, hashes and numbers only, never a name, a word or an
 * address. h_i = SHA-256(h_{i-1} ‖ canonical(entry)), so that a changed, removed or reordered line shows. Cutting
 * off the end leaves a whole chain behind; it shows because every receipt carries the head of its time.
 */
export const AuditAct = z.enum([
  'officeFounded',
  'officeClaimed',
  'directoryChanged',
  'invitationMade',
  'invitationWithdrawn',
  'joinAsked',
  'parcelAdmitted',
  'parcelCommitted',
  'parcelsForgotten',
  'objectFetched',
  'erasureAsked',
  'parcelErased',
  'leftListed',
  'leftFetched',
  'officeRestored',
]);
export type AuditAct = z.infer<typeof AuditAct>;

const AuditEntry = z.object({
  n: z.int().check(z.positive()),
  at: Millis,
  act: AuditAct,
  /** What it was done to, and by whom: ids of our own making. */
  ids: z.record(z.string(), z.union([z.string(), z.int()])),
});
type AuditEntry = z.infer<typeof AuditEntry>;

/** The head of an empty log. */
export const NO_HEAD: Sha256 = Sha256.parse('0'.repeat(64));

/** Adds a line inside the transaction of the act it speaks of: both or neither. Returns the new head. */
export async function audit(
  tx: Tx,
  at: Millis,
  act: AuditAct,
  ids: AuditEntry['ids'],
): Promise<Sha256> {
  const last = await lastLine(tx);
  const n = (last?.n ?? 0) + 1;
  const entry = canonical({ n, at, act, ids } satisfies AuditEntry);
  const hash = chain(last?.hash ?? NO_HEAD, entry);
  await tx.insertInto('audit').values({ n, entry, hash }).execute();
  return hash;
}

export async function auditHead(db: Db): Promise<Sha256> {
  return (await lastLine(db))?.hash ?? NO_HEAD;
}

export type AuditProblem =
  /** The first line that is not what the chain says: changed, or something before it is gone. */
  | { readonly type: 'lineBroken'; readonly n: number }
  /** A receipt witnessed a head that the log no longer has: the end was cut off. */
  | { readonly type: 'headMissing'; readonly head: Sha256 };

/**
 * Walks the whole chain, then looks for every head that the office's own receipts carry and for `witnessed`,
 * heads from receipts kept elsewhere (a tablet, a backup).
 */
export async function verifyAudit(
  db: Db,
  witnessed: readonly Sha256[] = [],
): Promise<Result<{ readonly lines: number; readonly head: Sha256 }, AuditProblem>> {
  const heads = new Set<string>([NO_HEAD]);
  let head = NO_HEAD;
  let n = 0;
  for (const row of await db.selectFrom('audit').selectAll().orderBy('n').execute()) {
    n += 1;
    const hash = chain(head, row.entry);
    const entry = readEntry(row.entry);
    if (row.n !== n || row.hash !== hash || entry?.n !== n) return err({ type: 'lineBroken', n });
    head = hash;
    heads.add(hash);
  }
  for (const witness of [...(await receiptHeads(db)), ...witnessed]) {
    if (!heads.has(witness)) return err({ type: 'headMissing', head: witness });
  }
  return ok({ lines: n, head });
}

const chain = (previous: Sha256, entry: string): Sha256 => sha256(previous + entry);

function readEntry(text: string): AuditEntry | undefined {
  try {
    return AuditEntry.parse(JSON.parse(text));
  } catch (error) {
    // Not JSON or not our shape: that is a broken line, which the caller reports.
    if (error instanceof SyntaxError || error instanceof z.core.$ZodError) return undefined;
    throw error;
  }
}

async function lastLine(
  db: Db,
): Promise<{ readonly n: number; readonly hash: Sha256 } | undefined> {
  const row = await db
    .selectFrom('audit')
    .select(['n', 'hash'])
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { n: row.n, hash: Sha256.parse(row.hash) };
}

async function receiptHeads(db: Db): Promise<Sha256[]> {
  const rows = await db
    .selectFrom('parcels')
    .select('receipt')
    .where('receipt', 'is not', null)
    .execute();
  return rows.flatMap((row) =>
    row.receipt === null ? [] : [decode(SignedReceipt, row.receipt).receipt.auditHead],
  );
}
