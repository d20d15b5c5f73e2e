import * as z from 'zod/mini';
import { EventId, QuestionId, type Millis } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact } from '../../journal/model/fact.ts';

/** Minimal mode: a tap says that something important was said here, to be written out afterwards. */
export const MomentFact = z.discriminatedUnion('type', [
  fact('MomentMarked', { question: QuestionId }),
  /** `done` false: the tick was taken away again. */
  fact('MomentWrittenOut', { moment: EventId, done: z.boolean() }),
]);
export type MomentFact = z.infer<typeof MomentFact>;

/** Something important that was said: at which question, when, and after how long a talk. */
export interface Moment {
  readonly id: EventId;
  readonly question: QuestionId;
  readonly at: Millis;
  /** Milliseconds of talk before it, pauses left out. */
  readonly talkedMs: number;
  readonly writtenOut: boolean;
}

/** The moments of a talk in their order; those at answers that were taken back are not asked for again. */
export function momentsOf(events: readonly JournalEvent[]): Moment[] {
  const moments = new Map<EventId, Moment>();
  let talkedMs = 0;
  let since: Millis | null = null;
  const talkedUntil = (at: Millis) => talkedMs + (since === null ? 0 : Math.max(0, at - since));
  for (const { id, type, version, at, body } of events) {
    const clock = CLOCK[type];
    if (clock) {
      talkedMs = talkedUntil(at);
      since = clock === 'runs' ? at : null;
    } else if (type === 'AnswerTakenBack') {
      const gone = z.object({ question: QuestionId }).safeParse(body?.data).data;
      for (const moment of moments.values())
        if (moment.question === gone?.question) moments.delete(moment.id);
    } else if (type.startsWith('Moment')) {
      const marked = MomentFact.safeParse({ type, version, data: body?.data }).data;
      if (marked?.type === 'MomentMarked') {
        const { question } = marked.data;
        moments.set(id, { id, question, at, talkedMs: talkedUntil(at), writtenOut: false });
      } else if (marked) {
        const known = moments.get(marked.data.moment);
        if (known) moments.set(known.id, { ...known, writtenOut: marked.data.done });
      }
    }
  }
  return [...moments.values()];
}

/** When the talk's clock runs: from the start, and not in preparation or pauses. */
const CLOCK: Readonly<Record<string, 'runs' | 'stands'>> = {
  InterviewStarted: 'runs',
  PreparationBegun: 'stands',
  TalkBegun: 'runs',
  InterviewPaused: 'stands',
  InterviewResumed: 'runs',
  TalkEnded: 'stands',
};
