import type { Sha256, StreamId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { listLeft, writeLeft } from '../../interview/left.ts';
import type { LeftSummary } from '../../interview/model/left.ts';
import type { Journal } from '../../journal/model/port.ts';
import { toFile } from '../../parcel/file.ts';
import { openLedger } from '../../sync/ledger.ts';
import type { MemberOffice } from '../../sync/model/office.ts';
import type { SyncProblem } from '../../sync/model/problem.ts';
import type { InboxPage } from '../../sync/model/protocol.ts';
import type { Sync } from '../../sync/open.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import { goingHere } from '../going.ts';
import { standingBy } from '../screens/standing-by.ts';
import { takeIn } from '../take-in.ts';

export interface BringBackDeps {
  readonly vault: Pick<OpenVault, 'member' | 'records'> & { readonly journal: Journal };
  readonly sync: Pick<Sync, 'membership' | 'openFile'>;
  /** To be waited for before a parcel becomes a file. */
  readonly filesReady: () => Promise<unknown>;
}

/** Of those that have left: what its interviewer asked for, and what a supervisor has returned after all. */
export async function comingBack(journal: Pick<Journal, 'list'>): Promise<readonly LeftSummary[]> {
  const left = (await listLeft(journal)).filter(({ state }) => state !== 'back');
  if (left.length === 0) return [];
  const [reviews, going] = await Promise.all([journal.list('review'), goingHere(journal)]);
  const standing = standingBy(reviews);
  return left.filter(
    ({ interview, revision, state }) =>
      !going.has(interview) && (state === 'wanted' || standing(interview, revision) === 'returned'),
  );
}

/**
 * Fetches interviews that have left this tablet: each own parcel was addressed to its sender too, so the office has it
 * for this device, sealed, and nobody else has to do anything. It goes through every check of a parcel that comes.
 * @returns how many are here again; one that the office has no more stays away.
 */
export async function bringBack(deps: BringBackDeps): Promise<Result<number, SyncProblem>> {
  const { vault, sync } = deps;
  const coming = await comingBack(vault.journal);
  if (coming.length === 0) return ok(0);
  const current = await sync.membership();
  if (!current) return err({ type: 'notEnrolled' });
  await deps.filesReady();
  let back = 0;
  for (const left of coming) {
    const fetched = await fetchParcels(deps, current.office, await parcelsOf(vault, left));
    if (!fetched.ok) return fetched;
    if (!(await vault.journal.open(left.interview))) continue;
    const noted = await writeLeft(vault.journal, left.interview, {
      type: 'InterviewBack',
      version: 1,
      data: {},
    });
    if (!noted.ok) return noted;
    const reopened = await returnAgain(vault, left.interview);
    if (!reopened.ok) return reopened;
    back += 1;
  }
  return ok(back);
}

/** The newest parcel of each stream that left, sent or received; the interview first. */
async function parcelsOf(
  { records }: Pick<OpenVault, 'records'>,
  { streams }: LeftSummary,
): Promise<readonly string[]> {
  const ledger = openLedger(records);
  const imported = await ledger.allImported();
  const found: string[] = [];
  for (const { kind, stream } of streams) {
    const sent = (await ledger.sentOf(stream, kind)).at(-1);
    const came = imported
      .filter((each) => each.stream === stream && each.kind === kind)
      .toSorted((a, b) => a.revision - b.revision)
      .at(-1);
    const newest = sent ?? came;
    if (newest) found.push(newest.parcel);
  }
  return found;
}

async function fetchParcels(
  { sync }: Pick<BringBackDeps, 'sync'>,
  office: Pick<MemberOffice, 'inbox' | 'object'>,
  wanted: readonly string[],
): Promise<Result<'fetched', SyncProblem>> {
  const found = new Map<string, InboxPage['items'][number]>();
  for (let after = 0; ;) {
    const page = await office.inbox(after);
    if (!page.ok) return page;
    for (const item of page.value.items) {
      after = Math.max(after, item.cursor);
      const { parcel } = item.consignment.consignment;
      if (wanted.includes(parcel)) found.set(parcel, item);
    }
    if (!page.value.more || page.value.items.length === 0) break;
  }
  for (const parcel of wanted) {
    const item = found.get(parcel);
    if (!item) continue;
    const objects = new Map<Sha256, Uint8Array>();
    for (const { hash } of item.consignment.consignment.objects) {
      const bytes = await office.object(hash);
      if (!bytes.ok) return bytes;
      objects.set(hash, bytes.value);
    }
    const taken = await sync.openFile(toFile({ signed: item.consignment, objects }));
    if (!taken.ok) return taken;
  }
  return ok('fetched');
}

/** A return that came while the interview was away is heard now: it opens what it names. */
async function returnAgain(
  { journal, member }: BringBackDeps['vault'],
  interview: StreamId,
): Promise<Result<'heard', SyncProblem>> {
  for (const { stream, data } of await journal.list('review')) {
    const isAbout =
      typeof data === 'object' &&
      data !== null &&
      'interview' in data &&
      data.interview === interview;
    const opened = isAbout ? await journal.open(stream) : undefined;
    if (!opened) continue;
    const taken = await takeIn(journal, member, 'review', stream, opened.events);
    if (!taken.ok && taken.error.type !== 'badContents') return err(taken.error);
  }
  return ok('heard');
}
