import * as z from 'zod/mini';
import { QuestionId, type Millis } from '../../base/ids.ts';
import type { Guide } from '../../guide/model/guide.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact, Words } from '../../journal/model/fact.ts';

/** The end of the talk and what was promised for the time after it. */
export const ClosingFact = z.discriminatedUnion('type', [
  /** The items of the guide's closing checklist that are done; the whole list each time. */
  fact('ClosingChecked', { items: z.array(z.string()) }),
  /** Whom the person meets or can call tonight. */
  fact('TonightPlanned', { plan: Words }),
  /** The participant was given a copy; `without`: questions left out of it. */
  fact('CopyReleased', {
    form: z.enum(['print', 'pdf']),
    language: z.enum(['sv', 'en']),
    without: z.array(QuestionId),
    /** Whether the timeline was in it. */
    timeline: z.optional(z.boolean()),
  }),
]);
export type ClosingFact = z.infer<typeof ClosingFact>;

/** How far the end of the talk has come. */
export interface Closing {
  readonly checked: readonly string[];
  readonly tonight: string;
  readonly copies: readonly {
    readonly at: Millis;
    readonly form: 'print' | 'pdf';
    readonly language: 'sv' | 'en';
    readonly without: readonly QuestionId[];
  }[];
}

/** @param events in reading order. */
export function foldClosing(events: readonly JournalEvent[]): Closing {
  let closing: Closing = { checked: [], tonight: '', copies: [] };
  for (const event of events) {
    const fact = ClosingFact.safeParse({ ...event, data: event.body?.data }).data;
    if (fact?.type === 'ClosingChecked') closing = { ...closing, checked: fact.data.items };
    if (fact?.type === 'TonightPlanned') closing = { ...closing, tonight: fact.data.plan };
    if (fact?.type === 'CopyReleased') {
      closing = { ...closing, copies: [...closing.copies, { at: event.at, ...fact.data }] };
    }
  }
  return closing;
}

type Checklist = NonNullable<Guide['closing']['checklist']>;

/** What must be checked: all of it, or the short list where time or strength ran out (domain.md section 4, stop). */
export const closingItems = (guide: Guide, short: boolean): Checklist =>
  (guide.closing.checklist ?? []).filter((item) => !short || item.short);

export const closingLeft = (items: Checklist, closing: Closing): number =>
  items.filter((item) => item.required && !closing.checked.includes(item.id)).length;
