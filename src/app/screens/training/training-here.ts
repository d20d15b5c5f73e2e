import type { MemberId } from '../../../base/ids.ts';
import type { GuideRef } from '../../../guide/model/guide.ts';
import { continuedStreamOf } from '../../../interview/model/continued.ts';
import { InterviewSummary } from '../../../interview/model/summary.ts';
import type { StreamSummary } from '../../../journal/model/port.ts';
import { listAssignments } from '../../../people/assignments.ts';
import type { AssignmentSummary } from '../../../people/model/assignment.ts';
import type { Directory } from '../../../sync/model/directory.ts';
import { isActive } from '../../../sync/model/recipients.ts';
import shippedNeeds from '../../../training/data/exercises.json';
import { ModuleNeeds, NOTHING_DONE, type Done } from '../../../training/model/exercises.ts';
import {
  isSameMajor,
  readinessOf,
  type ReadinessState,
} from '../../../training/model/readiness.ts';
import type { Training } from '../../../training/model/training.ts';
import { readProgress } from '../../../training/progress-stream.ts';
import { readShippedTraining } from '../../../training/shipped.ts';
import { readSignoff } from '../../../training/signing.ts';
import type { Desk } from '../../port.ts';

/** How far the person at this desk has come, and what is lacking before their first interview. */
export interface TrainingHere {
  readonly training: Training;
  readonly needs: ModuleNeeds;
  readonly progress: Done;
  readonly isShared: boolean;
  /** The guide for new interviews. */
  readonly guide: GuideRef;
  readonly state: ReadinessState;
  /** A trainer has taken the last sign-off back. */
  readonly isTakenBack: boolean;
  /** What the trainer wrote to the sign-off that stands, or why it was taken back; empty when nothing. */
  readonly trainerWrote: string;
  /** Who can sign, by name: the office's trainers, but oneself. */
  readonly trainers: readonly string[];
}

/** @param today YYYY-MM-DD */
export async function readTrainingHere(
  desk: Pick<Desk, 'directory' | 'guides' | 'journal' | 'me'>,
  today: string,
): Promise<TrainingHere> {
  const { me, journal } = desk;
  const [training, guides, directory, progress] = await Promise.all([
    readShippedTraining(),
    desk.guides(),
    desk.directory(),
    readProgress(journal, me.member),
  ]);
  const signoffs = await readSignoff(journal, me.member, trainersIn(directory));
  const needs = ModuleNeeds.parse(shippedNeeds);
  const [{ id, version } = training.guide] = guides;
  const guide = { id, version };
  return {
    training,
    needs,
    progress: progress ?? NOTHING_DONE,
    isShared: progress?.shared ?? false,
    guide,
    state: readinessOf({
      progress: progress ?? NOTHING_DONE,
      signoff: signoffs,
      training,
      needs,
      guide,
      today,
    }),
    isTakenBack: signoffs?.takenBack != null,
    trainerWrote: signoffs?.takenBack?.reason ?? signoffs?.standing.at(-1)?.note ?? '',
    trainers: trainersOf(directory, me.member),
  };
}

/** Who is heard in sign-offs: a trainer who has left signed all the same. */
export const trainersIn =
  (directory: Directory | undefined) =>
  (member: MemberId): boolean =>
    directory?.members.some((each) => each.member === member && each.role === 'trainer') ?? false;

/**
 * The trainers of the office, by name, whom a parcel from `me` reaches and who can sign: one whose only tablet is blocked
 * can't. Nobody signs for themselves.
 */
export const trainersOf = (directory: Directory | undefined, me: MemberId): readonly string[] =>
  (directory?.members ?? [])
    .filter((each) => each.role === 'trainer' && each.member !== me && isActive(each))
    .map(({ name }) => name);

/** What a colleague handed over is written anew at one stroke: a talk that lasted no longer was not held here. */
const ONE_STROKE_MS = 5000;

/**
 * True when somebody has held an interview by this major version of a guide, as far as this device knows: begun by
 * them, and its talk has ended. One that a colleague began and handed over is theirs to finish and counts for the
 * colleague. One that has left the device after its approval is known by its assignment alone, which does not say the
 * version: nobody is stopped at a door for what they have done already.
 */
export async function hasInterviewed(
  journal: Pick<Desk['journal'], 'list'>,
  me: MemberId,
  guide: GuideRef,
): Promise<boolean> {
  const [interviews, assignments] = await Promise.all([
    journal.list('interview'),
    listAssignments(journal),
  ]);
  const continued = new Set(
    assignments.flatMap((each) =>
      each.interview === null || isBegunBy(each, me) ? [] : [continuedStreamOf(each.interview, me)],
    ),
  );
  const isHeld = ({ stream, data }: StreamSummary) => {
    const summary = InterviewSummary.safeParse(data).data;
    if (summary?.interviewer !== me || continued.has(stream)) return false;
    return isSameMajor(summary.guide, guide) && wasHeld(summary);
  };
  const here = new Set(interviews.map(({ stream }) => stream));
  const hasLeft = (each: AssignmentSummary) =>
    each.interview !== null && !here.has(each.interview) && isBegunBy(each, me);
  return interviews.some(isHeld) || assignments.some(hasLeft);
}

/** Where it was not kept who began it, the only one who has ever had it did. */
const isBegunBy = ({ begunBy, hands, interview }: AssignmentSummary, me: MemberId): boolean =>
  interview !== null && (begunBy === null ? hands.every((hand) => hand === me) : begunBy === me);

const wasHeld = ({ status, startedAt, endedAt }: InterviewSummary): boolean =>
  ['writing', 'completed', 'reopened'].includes(status) &&
  (endedAt === null || endedAt - startedAt > ONE_STROKE_MS);
