import * as z from 'zod/mini';
import { canonical } from '../../base/canonical.ts';
import { Millis, type StreamId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { listLeft, writeLeft } from '../../interview/left.ts';
import type { Beside } from '../../interview/model/left.ts';
import { InterviewSummary, isBy } from '../../interview/model/summary.ts';
import { TranscriptSummary } from '../../interview/model/transcript.ts';
import { headsOf } from '../../journal/model/merge.ts';
import type { StoreProblem } from '../../journal/model/port.ts';
import { readProgram } from '../../people/program-stream.ts';
import { RepliesSummary } from '../../review/model/reply.ts';
import { ReviewSummary } from '../../review/model/summary.ts';
import { dropStream } from '../../sync/drop-stream.ts';
import { openLedger } from '../../sync/ledger.ts';
import type { Deliverable } from '../../sync/delivery.ts';
import { KEEP_AFTER_RECEIPT_MS } from '../../sync/settle.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import { goingHere } from '../going.ts';
import { standingBy } from '../screens/standing-by.ts';
import type { TakingBack } from './taking-back.ts';

const DAY_MS = 24 * 60 * 60_000;
const ASK_EVERY_MS = 60 * 60_000;

/** When this device first knew of an approval, by the office's clock. Record `approved/<interview>`. */
const Approved = z.object({ revision: z.int(), at: Millis });

export interface LeavingDeps {
  readonly vault: Pick<OpenVault, 'journal' | 'member' | 'outbox' | 'records' | 'sound'>;
  readonly takingBack: Pick<TakingBack, 'erase'>;
  /** The office's own time, asked of it now; null when it does not answer. */
  readonly officeTime: () => Promise<Millis | null>;
}

type Left = Promise<Result<number, StoreProblem>>;

/**
 * Lets go of the approved interviews whose days are over (DESIGN section 12), with their transcript, sound, reviews,
 * answers, private notes and outbox. The days count by the office's clock alone, from when this device knew of the
 * approval: a tablet whose clock was moved neither hurries nor waits, and without an answer nothing goes.
 *
 * Nothing goes without the office's receipt for exactly what is here, nor before every backup has it that the office
 * could be restored from; nor while something is still to be done about it.
 */
export async function leaveTablet(deps: LeavingDeps): Left {
  const { vault } = deps;
  const ready = await approvedHere(vault);
  if (ready.length === 0) return ok(0);
  const now = await deps.officeTime();
  if (now === null) return ok(0);
  const { interviewDaysOnTablet: days } = await readProgram(vault.journal);
  let gone = 0;
  for (const interview of ready) {
    const since = await knownSince(vault, interview, now);
    if (!since.ok) return since;
    const beside = await besideOf(vault, interview.stream);
    const receivedAt = await receiptFor(vault, interview, beside);
    if (receivedAt === null) continue;
    const due = Math.max(since.value + days * DAY_MS, receivedAt + KEEP_AFTER_RECEIPT_MS);
    if (now < due) continue;
    const left = await letGo(deps, interview, beside, now);
    if (!left.ok) return left;
    gone += 1;
  }
  return ok(gone);
}

/** How often the office is asked for the time: it is known to the hour which day it is. */
export function hourly(ask: () => Promise<Millis | null>, clock: { now(): Millis }) {
  let asked: Millis | null = null;
  return async (): Promise<Millis | null> => {
    const since = asked === null ? ASK_EVERY_MS : clock.now() - asked;
    // A clock that was set back meanwhile asks anew.
    if (since >= 0 && since < ASK_EVERY_MS) return null;
    asked = clock.now();
    return ask();
  };
}

interface Own extends InterviewSummary {
  readonly stream: StreamId;
}

/** One's own that are approved, and about which nothing is open: no call, no feedback, no card, no return. */
async function approvedHere(vault: LeavingDeps['vault']): Promise<readonly Own[]> {
  const [interviews, reviews, going] = await Promise.all([
    vault.journal.list('interview'),
    vault.journal.list('review'),
    goingHere(vault.journal),
  ]);
  const standing = standingBy(reviews);
  return interviews.flatMap(({ stream, data }) => {
    const own = isBy(data, vault.member) ? InterviewSummary.safeParse(data).data : undefined;
    const isOver =
      own?.status === 'completed' &&
      own.promised.length === 0 &&
      own.unsettled === 0 &&
      standing(stream, own.revision) === 'approved' &&
      !going.has(stream);
    return own && isOver ? [{ ...own, stream }] : [];
  });
}

async function knownSince(
  { records }: LeavingDeps['vault'],
  { stream, revision }: Own,
  now: Millis,
): Promise<Result<Millis, StoreProblem>> {
  const name = `approved/${stream}`;
  const known = Approved.safeParse(await records.get(name)).data;
  if (known?.revision === revision) return ok(known.at);
  const kept = await records.put(name, { revision, at: now });
  return kept.ok ? ok(now) : kept;
}

/** What the office has, and this device beside the interview. */
async function besideOf(
  { journal }: Pick<LeavingDeps['vault'], 'journal'>,
  interview: StreamId,
): Promise<readonly Beside[]> {
  const about = async (kind: Beside['kind'], of: (data: unknown) => StreamId | undefined) =>
    (await journal.list(kind)).flatMap(({ stream, data }): Beside[] =>
      of(data) === interview ? [{ kind, stream }] : [],
    );
  const found = await Promise.all([
    about('transcript', (data) => TranscriptSummary.safeParse(data).data?.interview),
    about('reply', (data) => RepliesSummary.safeParse(data).data?.interview),
    about('review', (data) => ReviewSummary.safeParse(data).data?.interview),
  ]);
  return [{ kind: 'interview', stream: interview }, ...found.flat()];
}

/**
 * When the office signed for the last of it; null unless it has, for all, exactly what is here. A receipt counts only
 * when it was checked against the pinned key, for the hashes of that very parcel (sync/settle).
 */
async function receiptFor(
  vault: LeavingDeps['vault'],
  { stream, flags }: Own,
  beside: readonly Beside[],
): Promise<Millis | null> {
  const ledger = openLedger(vault.records);
  const receiptOf = async (kind: Deliverable, of: StreamId, whole: boolean) => {
    const newest = (await ledger.sentOf(of, kind)).at(-1);
    if (!newest || !whole) return newest?.receivedAt ?? null;
    const opened = await vault.journal.open(of);
    const isSame = opened && canonical(headsOf(opened.events)) === canonical(newest.heads);
    // What is half typed in a transcript or an answer is nowhere else; an interview's drafts ended when it was completed.
    const isTyped = kind !== 'interview' && (opened?.drafts.length ?? 0) > 0;
    return isSame && !isTyped ? newest.receivedAt : null;
  };
  const sound = (await (await vault.sound()).cards()).filter((card) => card.interview === stream);
  const all = await Promise.all([
    ...beside.flatMap(({ kind, stream: of }) =>
      kind === 'review' ? [] : [receiptOf(kind, of, true)],
    ),
    ...sound.map(({ recording }) => receiptOf('sound', recording, true)),
    // A message of its own, packed from a part of the events.
    ...(flags > 0 ? [receiptOf('safety', stream, false)] : []),
  ]);
  const known = all.flatMap((at) => at ?? []);
  return known.length === all.length ? Math.max(...known) : null;
}

/**
 * The line first, and the interview before what lies beside it: while the reviews are here, one that a crash left half
 * gone still counts as approved and goes in the next round. `clearLeft` takes the rest.
 */
async function letGo(
  { vault, takingBack }: LeavingDeps,
  { stream, code, revision }: Own,
  beside: readonly Beside[],
  now: Millis,
): Promise<Result<'gone', StoreProblem>> {
  const noted = await writeLeft(vault.journal, stream, {
    type: 'InterviewLeft',
    version: 1,
    data: { interview: stream, code, revision, at: now, streams: [...beside] },
  });
  if (!noted.ok) return noted;
  const erased = await eraseAll({ vault, takingBack }, stream);
  if (!erased.ok) return erased;
  await vault.records.remove(`approved/${stream}`);
  return ok('gone');
}

/** The stream and every parcel of it, a message's too: the office has them all. */
async function eraseAll(
  { vault, takingBack }: Pick<LeavingDeps, 'takingBack' | 'vault'>,
  stream: StreamId,
): Promise<Result<unknown, StoreProblem>> {
  const dropped = await dropStream(vault, stream, { kinds: 'all', received: true });
  return dropped.ok ? takingBack.erase(stream) : dropped;
}

/**
 * What lay beside an interview that has left goes too, and what comes of it later: a review quotes words. It stays only
 * where it brings the interview back.
 */
export async function clearLeft(
  deps: Pick<LeavingDeps, 'takingBack' | 'vault'>,
  comesBack: ReadonlySet<StreamId>,
): Promise<Result<'cleared', StoreProblem>> {
  const { journal } = deps.vault;
  const here = new Set((await journal.list('interview')).map(({ stream }) => stream));
  for (const { interview, state } of await listLeft(journal)) {
    if (state !== 'gone' || comesBack.has(interview) || here.has(interview)) continue;
    for (const { kind, stream } of await besideOf(deps.vault, interview)) {
      if (kind === 'interview') continue;
      const erased = await eraseAll(deps, stream);
      if (!erased.ok) return err(erased.error);
    }
  }
  return ok('cleared');
}
