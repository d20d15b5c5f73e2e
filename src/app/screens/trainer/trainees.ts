import type { MemberId } from '../../../base/ids.ts';
import type { Guide } from '../../../guide/model/guide.ts';
import { INTERVIEWING } from '../../../sync/model/directory.ts';
import needsData from '../../../training/data/exercises.json';
import { ModuleNeeds, modulesDone, NOTHING_DONE } from '../../../training/model/exercises.ts';
import { foldProgress, trainingStreamOf, type Progress } from '../../../training/model/progress.ts';
import { isSameMajor, readinessOf, type Missing } from '../../../training/model/readiness.ts';
import type { Signoff, SignoffState } from '../../../training/model/signoff.ts';
import { byName, lastOfEach, type Standing } from '../../../training/model/standing.ts';
import type { Training } from '../../../training/model/training.ts';
import { publishedCases } from '../../../training/own-cases.ts';
import { readShippedTraining } from '../../../training/shipped.ts';
import { readSignoff } from '../../../training/signing.ts';
import type { Desk } from '../../port.ts';
import { trainersIn } from '../training/training-here.ts';

/** Somebody who learns, with what a trainer may know of it. */
export interface Trainee extends Standing {
  readonly state: SignoffState | undefined;
  /** What readiness lacks besides the sign-off; null when the progress is not shared. */
  readonly missing: readonly Missing[] | null;
}

/** All that the trainer's parts are made from. */
export interface Teaching {
  readonly training: Training;
  /** The guide that new interviews are held by; a sign-off is for it. */
  readonly guide: Guide;
  readonly trainees: readonly Trainee[];
}

const NEEDS = ModuleNeeds.parse(needsData);

type Asked = Pick<Desk, 'directory' | 'guides' | 'journal' | 'me'>;

/** Everyone who holds interviews at the office, by name. Undefined while no guide is here. */
export async function readTeaching(desk: Asked, today: string): Promise<Teaching | undefined> {
  const [directory, guides, training, own] = await Promise.all([
    desk.directory(),
    desk.guides(),
    readShippedTraining(),
    publishedCases(desk.journal),
  ]);
  const [guide] = guides;
  if (!guide) return undefined;
  const names = new Map<string, string>(
    [...training.cases, ...own].map(({ id, persona }) => [id, persona.alias]),
  );
  const isTrainer = trainersIn(directory);
  const people = (directory?.members ?? [{ ...desk.me, leftAt: undefined }]).filter(({ role }) =>
    INTERVIEWING.includes(role),
  );
  const trainees = await Promise.all(
    people.map(async ({ member, name, leftAt }): Promise<Trainee> => {
      const state = await readSignoff(desk.journal, member, isTrainer);
      const progress = await sharedProgress(desk, member);
      const { missing, renewBy } = readinessOf({
        progress: progress ?? NOTHING_DONE,
        signoff: state,
        training,
        needs: NEEDS,
        guide,
        today,
      });
      const held = (progress?.finished ?? []).map((each) => ({
        ...each,
        case: names.get(each.case) ?? each.case,
      }));
      return {
        member,
        name,
        hasLeft: leftAt !== undefined,
        shared: progress !== undefined,
        done: progress ? modulesDone(NEEDS, progress) : new Set(),
        held: lastOfEach(held),
        signed: signedOf(state?.standing ?? [], guide, renewBy, today),
        state,
        missing: progress ? missing.filter(({ type }) => type !== 'signoff') : null,
      };
    }),
  );
  return { training, guide, trainees: trainees.toSorted(byName) };
}

/** Undefined when they do not let trainers see it; a trainer's own counts as anybody's. */
async function sharedProgress(desk: Asked, member: MemberId): Promise<Progress | undefined> {
  const progress = foldProgress((await desk.journal.open(trainingStreamOf(member)))?.events ?? []);
  return progress?.shared ? progress : undefined;
}

/** The newest for this guide, or else the newest of all: it shows that there was one. */
function signedOf(
  signoffs: readonly Signoff[],
  guide: Guide,
  renewBy: string | null,
  today: string,
): Standing['signed'] {
  const signed = signoffs.findLast((each) => isSameMajor(each.guide, guide)) ?? signoffs.at(-1);
  if (!signed) return null;
  const isDue = renewBy === null || today > renewBy;
  return { by: signed.by, at: signed.at, guide: signed.guide, renewBy, isDue };
}
