import * as z from 'zod/mini';
import type { JournalEvent } from '../../journal/model/event.ts';
import { MAX_SIGNATURE } from './signature.ts';
import { fact } from '../../journal/model/fact.ts';

/** How the interviewer and the participant know each other; the choice of another is offered (domain.md K3). */
export const Relation = z.enum(['own', 'other', 'neverMet']);
export type Relation = z.infer<typeof Relation>;

/** A drawn signature: lines between whole points in a field of 600 by 200, and nothing else an SVG path may do. */
export const SignaturePath = z.string().check(z.maxLength(MAX_SIGNATURE), z.regex(/^[ML\d ]+$/));

/** What surrounds a talk: facts of the preparation, and of how consent was given. */
export const CircumstancesFact = z.discriminatedUnion('type', [
  /** The items of the guide's practical check that are done; the whole list each time. */
  fact('PreparationChecked', { items: z.array(z.string()) }),
  fact('CircumstancesNoted', {
    relation: z.nullable(Relation),
    /** The participant was offered somebody else to talk with. */
    choiceOffered: z.boolean(),
    /** Protected personal data (skyddade personuppgifter): the code only, and no sound. */
    protectedData: z.boolean(),
    /** Never a relative and never a child. Null: no interpreter. */
    interpreter: z.nullable(z.enum(['authorised', 'other'])),
  }),
  /** Under which text, and how, the person or a guardian said yes. `path`: the drawn signature as an SVG path. */
  fact('ConsentSigned', {
    by: z.enum(['participant', 'guardian']),
    how: z.enum(['onScreen', 'spoken']),
    textVersion: z.string(),
    path: z.nullable(SignaturePath),
  }),
  /** Asked again, and the answer was still yes for these items. */
  fact('ConsentConfirmed', {
    moment: z.enum(['soundStarted', 'closing']),
    items: z.array(z.string()),
  }),
]);
export type CircumstancesFact = z.infer<typeof CircumstancesFact>;

export type Circumstances = Extract<CircumstancesFact, { type: 'CircumstancesNoted' }>['data'];

export const NOTHING_NOTED: Circumstances = {
  relation: null,
  choiceOffered: false,
  protectedData: false,
  interpreter: null,
};

/** What was noted last about the two and their talk. @param events in reading order. */
export function circumstancesOf(events: readonly JournalEvent[]): Circumstances {
  const noted = events.findLast(({ type, body }) => type === 'CircumstancesNoted' && body !== null);
  const fact = CircumstancesFact.safeParse({ ...noted, data: noted?.body?.data }).data;
  return fact?.type === 'CircumstancesNoted' ? fact.data : NOTHING_NOTED;
}

/** The items of the practical check that are ticked. @param events in reading order. */
export function preparedItems(events: readonly JournalEvent[]): readonly string[] {
  const checked = events.findLast(({ type }) => type === 'PreparationChecked');
  const fact = CircumstancesFact.safeParse({ ...checked, data: checked?.body?.data }).data;
  return fact?.type === 'PreparationChecked' ? fact.data.items : [];
}

/** A voice tells who somebody is: with protected personal data there is no sound (domain.md section 4, situation 15). */
export const isProtected = (events: readonly JournalEvent[]): boolean =>
  circumstancesOf(events).protectedData;

/** Everything is said twice with an interpreter: a third more time (domain.md section 4, situation 9). */
export const suggestedMinutes = (minutes: number, { interpreter }: Circumstances): number =>
  interpreter === null ? minutes : Math.ceil((minutes * 4) / 3);
