import * as z from 'zod/mini';
import type { QuestionId } from '../base/ids.ts';

/** Where the interviewer was: restored after a pause, a lock or a crash. */
export interface Position {
  readonly question: QuestionId;
  readonly caret: number;
}

const Kept = z.object({ question: z.string(), caret: z.number() });
/** A draft that is being typed has the caret beside the words: one row, so one of them is never without the other. */
const Typed = z.object({ caret: z.number() });

/** The position among these questions; undefined when there is none, or its question isn't asked any more. */
export function positionIn(order: readonly QuestionId[], kept: unknown): Position | undefined {
  const { data } = Kept.safeParse(kept);
  const question = order.find((each) => each === data?.question);
  return data && question ? { question, caret: data.caret } : undefined;
}

/** Where the caret stood when this draft was typed. */
export const caretOf = (draft: unknown): number | undefined => Typed.safeParse(draft).data?.caret;
