import * as z from 'zod/mini';
import { MemberId, Millis, StreamId } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact } from '../../journal/model/fact.ts';
import type { StreamSummary } from '../../journal/model/port.ts';
import { continuedStreamOf } from './continued.ts';
import { besideStreamOf } from './own-place.ts';
import { MATERIALS, type Material } from '../../people/model/program.ts';

const Code = z.string().check(z.maxLength(40));

/**
 * The participant takes back a whole interview that has been handed in (domain.md section 4, situation 7). From then
 * on it is blocked: nobody reads it, codes it or counts it, here and on every other device at its next contact.
 */
export const WithdrawalFact = z.discriminatedUnion('type', [
  fact('InterviewWithdrawn', {
    interview: StreamId,
    code: Code,
    /** Through whom the participant said it. */
    through: z.enum(['interviewer', 'supervisor']),
  }),
  /** It was noted by mistake, and who noted it says so: the interview can be read again, unless it is erased. */
  fact('WithdrawalRecalled', { interview: StreamId }),
]);
export type WithdrawalFact = z.infer<typeof WithdrawalFact>;

/** What cannot be called back when an interview is erased; said in the certificate. */
export const LEFT_BEHIND = ['participantCopy', 'savedFiles', 'backups', 'compiledYear'] as const;
export type LeftBehind = (typeof LEFT_BEHIND)[number];

/**
 * A completed interview is an official document (TF 2 kap. 10 §): it is erased only under a retention decision
 * (gallringsbeslut), and only when two supervisors have said so, each in a stream of their own.
 */
export const ErasureFact = z.discriminatedUnion('type', [
  fact('ErasureApproved', {
    interview: StreamId,
    code: Code,
    materials: z.array(z.enum(MATERIALS)).check(z.minLength(1)),
    /** Where the retention decision is found. */
    decision: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
    why: z.enum(['withdrawn', 'retention']),
    leftBehind: z.array(z.enum(LEFT_BEHIND)),
  }),
]);
export type ErasureFact = z.infer<typeof ErasureFact>;

/** What lists know of one member's word that an interview was withdrawn. */
export const WithdrawalSummary = z.object({
  interview: StreamId,
  code: Code,
  through: z.enum(['interviewer', 'supervisor']),
  by: MemberId,
  at: Millis,
  recalled: z._default(z.boolean(), false),
  /** Set where it was taken in: an interviewer's word counts for the interviews they held themselves. */
  bySupervisor: z._default(z.boolean(), true),
});
export type WithdrawalSummary = z.infer<typeof WithdrawalSummary>;

/** What lists know of one supervisor's approval; the newest counts when there are several. */
export const ErasureSummary = z.object({
  interview: StreamId,
  code: Code,
  materials: z.array(z.enum(MATERIALS)),
  decision: z.string(),
  why: z.enum(['withdrawn', 'retention']),
  leftBehind: z.array(z.enum(LEFT_BEHIND)),
  by: MemberId,
  at: Millis,
});
export type ErasureSummary = z.infer<typeof ErasureSummary>;

/** One stream a member and interview, so that nobody can withdraw or approve in a colleague's name. */
export const withdrawalStreamOf = (interview: StreamId, member: MemberId): StreamId =>
  besideStreamOf('withdrawal', interview, member);
export const erasureStreamOf = (interview: StreamId, supervisor: MemberId): StreamId =>
  besideStreamOf('erasure', interview, supervisor);

/** Undefined when the events do not say that an interview was withdrawn, or the stream is not its author's. */
export function summariseWithdrawal(
  events: readonly JournalEvent[],
): WithdrawalSummary | undefined {
  let summary: WithdrawalSummary | undefined;
  for (const event of events) {
    const { data } = WithdrawalFact.safeParse(plain(event));
    if (!data || event.stream !== withdrawalStreamOf(data.data.interview, event.author)) continue;
    if (data.type === 'InterviewWithdrawn') {
      summary = {
        ...data.data,
        by: event.author,
        at: event.at,
        recalled: false,
        bySupervisor: true,
      };
    } else if (summary) summary = { ...summary, recalled: true };
  }
  return summary;
}

/** Undefined when the events approve nothing, or the stream is not its author's. */
export function summariseErasure(events: readonly JournalEvent[]): ErasureSummary | undefined {
  for (const event of events.toReversed()) {
    const { data } = ErasureFact.safeParse(plain(event));
    if (!data || event.stream !== erasureStreamOf(data.data.interview, event.author)) continue;
    return { ...data.data, by: event.author, at: event.at };
  }
  return undefined;
}

const plain = ({ type, version, body }: JournalEvent) => ({ type, version, data: body?.data });

/** Where an interview stands that was taken back or is to be erased. */
export interface Going {
  readonly interview: StreamId;
  readonly code: string;
  /** When it was withdrawn and who wrote it down; null when only a retention rule asks for it. */
  readonly withdrawn: WithdrawalSummary | null;
  /** One a supervisor, oldest first. */
  readonly approvals: readonly ErasureSummary[];
  /** What two supervisors have approved; nothing of it may be kept anywhere. */
  readonly erased: readonly Material[];
}

/** What is known here of an interview that somebody says was withdrawn. */
export interface Held {
  readonly stream: StreamId;
  readonly interviewer: MemberId;
}

/**
 * Every interview that is going, from the summaries of both kinds. One that goes on from a withdrawn one in other
 * hands (handover.ts) is withdrawn with it, and an interviewer withdraws none that somebody else held.
 * @param held the interviews that are here.
 */
export function goingInterviews(
  withdrawals: readonly StreamSummary[],
  erasures: readonly StreamSummary[],
  held: readonly Held[],
): ReadonlyMap<StreamId, Going> {
  const interviewerOf = new Map(held.map(({ stream, interviewer }) => [stream, interviewer]));
  const said = withdrawals
    .flatMap(({ data }) => WithdrawalSummary.safeParse(data).data ?? [])
    .filter(
      ({ interview, by, bySupervisor }) =>
        bySupervisor || (interviewerOf.get(interview) ?? by) === by,
    );
  const withdrawn = Map.groupBy(
    [...said, ...continuedFrom(said, interviewerOf)],
    (each) => each.interview,
  );
  const approved = Map.groupBy(
    erasures.flatMap(({ data }) => ErasureSummary.safeParse(data).data ?? []),
    (each) => each.interview,
  );
  const all = new Set([...withdrawn.keys(), ...approved.keys()]);
  return new Map(
    [...all].map((interview) => {
      const here = (withdrawn.get(interview) ?? [])
        .filter(({ recalled }) => !recalled)
        .toSorted((a, b) => a.at - b.at);
      const approvals = (approved.get(interview) ?? []).toSorted((a, b) => a.at - b.at);
      return [
        interview,
        {
          interview,
          code: here[0]?.code ?? approvals[0]?.code ?? '',
          withdrawn: here[0] ?? null,
          approvals,
          erased: MATERIALS.filter((material) => isApprovedByTwo(approvals, material)),
        },
      ];
    }),
  );
}

/** The same word said of the interviews here that go on from those withdrawn, through however many hands. */
function continuedFrom(
  withdrawn: readonly WithdrawalSummary[],
  interviewerOf: ReadonlyMap<StreamId, MemberId>,
): readonly WithdrawalSummary[] {
  const interviewers = [...new Set(interviewerOf.values())];
  const found: WithdrawalSummary[] = [];
  let from = withdrawn;
  while (from.length > 0) {
    const next = from.flatMap((each) =>
      interviewers.flatMap((to) => {
        const interview = continuedStreamOf(each.interview, to);
        return interviewerOf.has(interview) ? [{ ...each, interview }] : [];
      }),
    );
    found.push(...next);
    from = next;
  }
  return found;
}

/** Whoever erases the interview erases what lies beside it too. */
function isApprovedByTwo(approvals: readonly ErasureSummary[], material: Material): boolean {
  const wholes: readonly Material[] = material === 'log' ? ['log'] : [material, 'interview'];
  const by = new Set(
    approvals
      .filter(({ materials }) => materials.some((each) => wholes.includes(each)))
      .map((each) => each.by),
  );
  return by.size >= 2;
}
