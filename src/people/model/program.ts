import * as z from 'zod/mini';
import { changed } from '../../base/changed.ts';
import { sha256 } from '../../base/bytes.ts';
import { StreamId, type MemberId, type OfficeId } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { inOrder } from '../../journal/model/merge.ts';
import { fact } from '../../journal/model/fact.ts';
import { PLACEMENT_KINDS, PlacementKind } from './participant.ts';
import type { ProgramSummary } from './program-summary.ts';

const Months = z.int().check(z.nonnegative(), z.maximum(240));
const Days = z.int().check(z.positive(), z.maximum(36_500));

/** Which material a retention rule is about. `interview` is answers and memo: one document, erased as one. */
export const MATERIALS = ['sound', 'transcript', 'interview', 'log'] as const;
export const Material = z.enum(MATERIALS);
export type Material = z.infer<typeof Material>;

/** After `days` the material is due for erasing, by the decision that `decision` names. */
export const RetentionRule = z.object({
  material: Material,
  days: Days,
  decision: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
});
export type RetentionRule = z.infer<typeof RetentionRule>;

/** Everything a supervisor may set about the programme. No rule of it stands in code (DESIGN section 6). */
export const Program = z.object({
  minAge: z.int().check(z.minimum(15), z.maximum(30)),
  monthsAfterClosing: Months,
  /** How long somebody can be offered before the list says "late"; never a bar. */
  offerWindowMonths: Months,
  minPlacementMonths: Months,
  placementKinds: z.array(PlacementKind),
  excludeCustodyTransferred: z.boolean(),
  perWorkerMin: z.int().check(z.nonnegative(), z.maximum(50)),
  perWorkerMax: z.int().check(z.positive(), z.maximum(50)),
  preferOwnWorker: z.boolean(),
  reminders: z.int().check(z.nonnegative(), z.maximum(5)),
  followUpEveryMonths: z.int().check(z.positive(), z.maximum(60)),
  followUpWindowMonths: z.int().check(z.nonnegative(), z.maximum(12)),
  cohortTarget: z.int().check(z.positive(), z.maximum(1000)),
  guardianPolicy: z.enum(['required', 'informed', 'none']),
  memoDueHours: z.int().check(z.positive(), z.maximum(1000)),
  reviewDueDays: z.int().check(z.positive(), z.maximum(365)),
  /** How long an approved interview stays on the tablet it was held on (DESIGN section 12). */
  interviewDaysOnTablet: z.int().check(z.positive(), z.maximum(3650)),
  suppressBelow: z.int().check(z.minimum(5), z.maximum(50)),
  /** Two supervisors approve before an interview counts as approved. */
  twoApprovers: z.boolean(),
  /**
   * What the training says before somebody's first interview: it stops, it reminds, or it says nothing. Where nobody
   * can sign somebody off, `required` reminds as well (training/model/readiness).
   */
  readiness: z.enum(['required', 'warning', 'off']),
  retention: z.array(RetentionRule).check(z.maxLength(20)),
  /** Interviews of earlier years, from before this was used. Karlstad had 58. */
  earlierYears: z
    .array(z.object({ year: z.int(), interviews: z.int().check(z.nonnegative()) }))
    .check(z.maxLength(100)),
  /** Words for the letters: MUNICIPALITY, BOARD, DPO_CONTACT, PHONE, … (the guide's `placeholders`). */
  placeholders: z
    .array(
      z.object({
        name: z.string().check(z.maxLength(40)),
        text: z.string().check(z.maxLength(400)),
      }),
    )
    .check(z.maxLength(60)),
});
export type Program = z.infer<typeof Program>;

/** As the shipped guide's `programDefaults` has it; a test holds the two together. */
export const PROGRAM_DEFAULTS: Program = {
  minAge: 15,
  monthsAfterClosing: 24,
  offerWindowMonths: 12,
  minPlacementMonths: 6,
  placementKinds: [PLACEMENT_KINDS[0]],
  excludeCustodyTransferred: false,
  perWorkerMin: 1,
  perWorkerMax: 2,
  preferOwnWorker: true,
  reminders: 1,
  followUpEveryMonths: 8,
  followUpWindowMonths: 1,
  cohortTarget: 10,
  guardianPolicy: 'required',
  memoDueHours: 24,
  reviewDueDays: 14,
  interviewDaysOnTablet: 30,
  suppressBelow: 5,
  twoApprovers: false,
  readiness: 'required',
  retention: [],
  earlierYears: [],
  placeholders: [],
};

export const ProgramFact = z.discriminatedUnion('type', [
  fact('ProgramChanged', { program: z.partial(Program) }),
]);
export type ProgramFact = z.infer<typeof ProgramFact>;

/**
 * Each supervisor says what they change in a stream of their own, so that nobody can put a rule into a colleague's
 * mouth; the office's programme is all of them in reading order.
 */
export const programStreamOf = (office: OfficeId, supervisor: MemberId): StreamId =>
  StreamId.parse(sha256(`aterblick-program/1\n${office}\n${supervisor}`).slice(0, 32));

/** The programme as it stands, from the events of every supervisor's stream. */
export function foldProgram(streams: readonly (readonly JournalEvent[])[]): Program {
  let program = PROGRAM_DEFAULTS;
  for (const event of streams.flat().sort((a, b) => a.at - b.at || inOrder(a, b))) {
    const { type, version, body } = event;
    const now = ProgramFact.safeParse({ type, version, data: body?.data }).data;
    if (now) program = changed(program, now.data.program);
  }
  return program;
}

/** What the list of such streams needs. Undefined when nothing in it is known. */
export function summariseProgram(events: readonly JournalEvent[]): ProgramSummary | undefined {
  const [first] = events;
  if (first?.type !== 'ProgramChanged') return undefined;
  let guardian: ProgramSummary['guardian'] = null;
  for (const { type, version, body, at } of events) {
    const said = ProgramFact.safeParse({ type, version, data: body?.data }).data;
    const policy = said?.data.program.guardianPolicy;
    if (policy !== undefined) guardian = { policy, at };
  }
  return { by: first.author, guardian };
}
