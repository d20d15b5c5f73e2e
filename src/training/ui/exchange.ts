import type { QuestionId } from '../../base/ids.ts';
import type { Cue, Wish } from '../model/case.ts';
import type { PracticeRun } from '../model/run.ts';

/** One thing that was said at a question, by whom. */
export type Said =
  | { readonly who: 'trainee'; readonly text: string | null; readonly probe: number | null }
  | { readonly who: 'person'; readonly reply: string; readonly cue: Cue | null }
  | { readonly who: 'wish'; readonly wants: Wish };

/** What was said at one question, in the order in which it was. */
export function exchangeAt(run: PracticeRun, question: QuestionId): readonly Said[] {
  const here = <T extends { readonly question: QuestionId }>(all: readonly T[]) =>
    all.filter((each) => each.question === question);
  return [
    ...here(run.put).map(({ at, text, probe }) => ({
      at,
      turn: 0,
      said: { who: 'trainee', text, probe } as const,
    })),
    ...here(run.given).map(({ at, reply, cue }) => ({
      at,
      turn: 1,
      said: { who: 'person', reply, cue } as const,
    })),
    ...here(run.wishes).map(({ at, wants }) => ({
      at,
      turn: 2,
      said: { who: 'wish', wants } as const,
    })),
  ]
    .sort((a, b) => a.at - b.at || a.turn - b.turn)
    .map(({ said }) => said);
}
