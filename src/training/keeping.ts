import { newId, type Random } from '../base/deps.ts';
import { StreamId, type MemberId } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import type { JournalEvent } from '../journal/model/event.ts';
import { inOrder } from '../journal/model/merge.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import { Debrief, keptOf } from './model/debrief.ts';
import { DebriefSummary, foldDebrief, type DebriefFact } from './model/kept-debrief.ts';
import type { TrainingFact } from './model/progress.ts';
import { noteTraining } from './progress-stream.ts';

/** The talk was held to an end, or stopped at the young person's word: a look at the first question is no practice. */
export const isFinished = ({ marks }: Debrief): boolean =>
  marks.some(({ type }) => type === 'ended');

/**
 * Keeps a debrief with its owner, in the vault: the debrief in a stream of its own, and in their progress that a
 * practice was finished, if it was. Of the run itself nothing is taken along.
 * @returns the stream of the debrief, which may be sent.
 */
export async function keepDebrief(
  journal: Pick<Journal, 'append' | 'open'>,
  me: MemberId,
  debrief: Debrief,
  random: Random,
): Promise<Result<StreamId, StoreProblem>> {
  // First, since noting it twice changes nothing: whoever tries again after a refusal gets one debrief, not two.
  if (isFinished(debrief)) {
    const told = await noteTraining(journal, me, finished(debrief));
    if (!told.ok) return told;
  }
  const stream = newId(StreamId, random);
  const fact: DebriefFact = { type: 'DebriefKept', version: 1, data: { debrief: keptOf(debrief) } };
  const summary: DebriefSummary = { by: me };
  const kept = await journal.append(stream, 'debrief', [fact], summary);
  return kept.ok ? ok(stream) : kept;
}

const finished = ({
  case: played,
  caseVersion,
  guide,
  reached,
  of,
  allMet,
}: Debrief): TrainingFact => ({
  type: 'PracticeFinished',
  version: 1,
  data: { case: played, caseVersion, guide, reached, of, allMet },
});

/** Writes down what its owner has thought of since; the last answer to each question counts. */
export async function addReflection(
  journal: Pick<Journal, 'append'>,
  me: MemberId,
  stream: StreamId,
  data: { readonly question: 0 | 1 | 2; readonly text: string },
): Promise<boolean> {
  const fact: DebriefFact = { type: 'ReflectionAdded', version: 1, data };
  const summary: DebriefSummary = { by: me };
  return (await journal.append(stream, 'debrief', [fact], summary)).ok;
}

export interface OwnDebrief {
  readonly stream: StreamId;
  readonly debrief: Debrief;
}

/** What this member has kept, newest first; what others have sent here is not among it. */
export async function ownDebriefs(
  journal: Pick<Journal, 'list' | 'open'>,
  me: MemberId,
): Promise<readonly OwnDebrief[]> {
  const mine = (await journal.list('debrief')).filter(
    ({ data }) => DebriefSummary.safeParse(data).data?.by === me,
  );
  const all = await Promise.all(
    mine.map(async ({ stream }) => {
      const debrief = readDebrief((await journal.open(stream))?.events ?? []);
      return debrief ? [{ stream, debrief }] : [];
    }),
  );
  return all.flat().sort((a, b) => b.debrief.startedAt - a.debrief.startedAt);
}

/** A kept debrief with what was written to it since; undefined when it is none that this version of the app can read. */
export function readDebrief(events: readonly JournalEvent[]): Debrief | undefined {
  const kept = foldDebrief([...events].sort(inOrder));
  const debrief = Debrief.safeParse(kept?.debrief).data;
  if (!kept || !debrief) return undefined;
  const [first, second, third] = debrief.reflections;
  const { reflections } = kept;
  return {
    ...debrief,
    reflections: [
      reflections.get(0) ?? first,
      reflections.get(1) ?? second,
      reflections.get(2) ?? third,
    ],
  };
}
