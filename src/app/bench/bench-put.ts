import type { QuestionId } from '../../base/ids.ts';
import type { InterviewSession } from '../../interview/session.ts';

const ROUNDS = 40;
const TWO_KB = 'Det var en lång väg till skolan. '.repeat(64).slice(0, 2048);

export interface PutTimes {
  /** A value being typed: sealed and flushed to the reserve. */
  readonly draft: readonly number[];
  /** The settled answer: sealed, flushed to the reserve and strictly to the database. */
  readonly settled: readonly number[];
}

/** How long it takes until 2 KB are safe, asked from the page as the answer field does. */
export async function timePuts(
  session: InterviewSession,
  question: QuestionId,
  now: () => number,
): Promise<PutTimes> {
  const draft: number[] = [];
  const settled: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = now();
    session.write(question, { text: `${TWO_KB}${round}`, verbatim: [], value: null });
    await saved(session);
    const drafted = now();
    await session.settle(question);
    draft.push(drafted - begun);
    settled.push(now() - drafted);
  }
  return { draft, settled };
}

/** Resolves when all that is shown is on disk. */
export function saved(session: InterviewSession): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (session.saveState().type !== 'saved') return;
      stop();
      resolve();
    };
    const stop = session.subscribeSaving(look);
    look();
  });
}
