import * as z from 'zod/mini';
import { QuestionId, SectionId, type Millis } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact, Words } from '../../journal/model/fact.ts';

/** What the person allows for one answer: quoted, used without quoting, or kept between them and the interviewer. */
export const Use = z.enum(['quote', 'noQuote', 'betweenUs']);
export type Use = z.infer<typeof Use>;

/** What happens when the person reads what was written. */
export const ReadBackFact = z.discriminatedUnion('type', [
  fact('SectionReadBack', { section: SectionId }),
  /** The person's own words beside the interviewer's; empty when they were taken away again. */
  fact('OwnWordsWritten', { question: QuestionId, text: Words }),
  /** Beside the retraction and the answer without the passage: that something is gone, and not what. */
  fact('PassageTakenBack', { question: QuestionId }),
  fact('UseChosen', { question: QuestionId, use: Use }),
]);
export type ReadBackFact = z.infer<typeof ReadBackFact>;

/** What reading back came to for one answer. */
export interface ReadBackItem {
  /** Empty when the person wrote nothing. */
  readonly ownWords: string;
  /** Null: not asked yet. Read it with `useOf` (use.ts), since the consent to quotes can be withdrawn. */
  readonly chosen: Use | null;
  /** A passage was taken back, and is erased. */
  readonly shortened: boolean;
}

export interface ReadBack {
  /** The sections that were read, and when last. */
  readonly sections: ReadonlyMap<SectionId, Millis>;
  readonly questions: ReadonlyMap<QuestionId, ReadBackItem>;
}

export const NOT_READ_BACK: ReadBackItem = { ownWords: '', chosen: null, shortened: false };

const OWN = new Set(['SectionReadBack', 'OwnWordsWritten', 'PassageTakenBack', 'UseChosen']);

/** The facts of this tool among an interview's events, in reading order. What was taken back leaves nothing. */
export function foldReadBack(events: readonly JournalEvent[]): ReadBack {
  const sections = new Map<SectionId, Millis>();
  const questions = new Map<QuestionId, ReadBackItem>();
  const change = (question: QuestionId, part: Partial<ReadBackItem>) =>
    questions.set(question, { ...(questions.get(question) ?? NOT_READ_BACK), ...part });
  for (const { type, version, body, at } of events) {
    if (type === 'AnswerTakenBack') {
      const gone = z.object({ question: QuestionId }).safeParse(body?.data).data;
      if (gone) questions.delete(gone.question);
      continue;
    }
    if (!OWN.has(type)) continue;
    const read = ReadBackFact.safeParse({ type, version, data: body?.data }).data;
    switch (read?.type) {
      case undefined:
        break;
      case 'SectionReadBack':
        sections.set(read.data.section, at);
        break;
      case 'OwnWordsWritten':
        change(read.data.question, { ownWords: read.data.text });
        break;
      case 'PassageTakenBack':
        change(read.data.question, { shortened: true });
        break;
      case 'UseChosen':
        change(read.data.question, { chosen: read.data.use });
        break;
    }
  }
  return { sections, questions };
}
