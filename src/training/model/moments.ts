import * as z from 'zod/mini';
import type { Millis } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { isAbout } from './about.ts';
import { HappeningType, type Happening } from './predicate.ts';
import { foldRun, type PlayedBy } from './run.ts';

/** The streams of one run: its own, the interview's, and those of the drafts for reports that were begun in it. */
export interface RunEvents {
  readonly run: readonly JournalEvent[];
  readonly interview: readonly JournalEvent[];
  readonly concerns: readonly (readonly JournalEvent[])[];
}

/** One thing that happened, in the words of `Happening`. */
export interface Moment {
  readonly type: HappeningType;
  readonly at: Millis;
  readonly question: string | null;
  readonly card: string | null;
  readonly outcome: string | null;
  readonly items: readonly string[];
  readonly how: string | null;
  readonly probe: number | null;
  readonly kind: string | null;
  readonly text: string;
  readonly seconds: number;
  readonly wants: string | null;
}

/** What a checkpoint may look for in an event; of an interview's events the rest is not read. */
const Seen = z.object({
  question: z.optional(z.nullable(z.string())),
  card: z.optional(z.nullable(z.string())),
  outcome: z.optional(z.nullable(z.string())),
  kind: z.optional(z.string()),
  items: z.optional(z.array(z.string())),
  yes: z.optional(z.array(z.string())),
  answer: z.optional(
    z.object({
      text: z.string(),
      value: z.nullable(z.object({ options: z.optional(z.array(z.string())) })),
    }),
  ),
  text: z.optional(z.nullable(z.string())),
  plan: z.optional(z.string()),
  note: z.optional(z.string()),
  how: z.optional(z.string()),
  probe: z.optional(z.nullable(z.number())),
  judged: z.optional(z.nullable(z.object({ kind: z.string() }))),
  seconds: z.optional(z.number()),
  wants: z.optional(z.string()),
});

/**
 * All that happened in a run, in its order. The streams lie on one device and in one session, whose clock does not
 * jump; at the same instant what was put comes before what was done about it.
 */
export function momentsOf({ run, interview, concerns }: RunEvents): Moment[] {
  const by = foldRun(run)?.by ?? 'tablet';
  const reached = new Set<string>();
  return [run, interview, ...concerns]
    .flat()
    .toSorted((a, b) => a.at - b.at)
    .flatMap((event) => {
      const moment = momentOf(event);
      if (!moment) return [];
      const { question, type } = moment;
      const first = putsAQuestion(event.type, by) && question !== null && !reached.has(question);
      if (first) reached.add(question);
      return [
        ...(first ? [{ ...moment, type: 'QuestionReached' as const }] : []),
        ...(type === 'QuestionReached' ? [] : [{ ...moment, type }]),
      ];
    });
}

/** True when the moment is of the kind; all that is given must fit. */
export function fits(moment: Moment, looked: Happening): boolean {
  const { type, question, card, outcome, item, how, probe, kinds, about, seconds, wants } = looked;
  return (
    moment.type === type &&
    (question === undefined || moment.question === question) &&
    (card === undefined || moment.card === card) &&
    (outcome === undefined || moment.outcome === outcome) &&
    (item === undefined || moment.items.includes(item)) &&
    (how === undefined || moment.how === how) &&
    (probe === undefined || moment.probe === probe) &&
    (kinds === undefined || kinds.some((kind) => kind === moment.kind)) &&
    (about === undefined || isAbout(moment.text, about)) &&
    (seconds === undefined || moment.seconds >= seconds) &&
    (wants === undefined || moment.wants === wants)
  );
}

/** A question that the tablet answers is put there; with a person who plays, it is put when it is on the screen. */
const putsAQuestion = (type: string, by: PlayedBy): boolean =>
  type === 'QuestionPut' || (by === 'person' && type === 'QuestionAsked');

/** `QuestionAsked` stands for the question being on the screen; it is no moment of its own. */
function momentOf({ type, at, body }: JournalEvent): Moment | undefined {
  const named = type === 'QuestionAsked' ? 'QuestionReached' : HappeningType.safeParse(type).data;
  const seen = Seen.safeParse(body?.data).data;
  if (!named || !seen) return undefined;
  return {
    type: named,
    at,
    question: seen.question ?? null,
    card: seen.card ?? null,
    outcome: seen.outcome ?? seen.kind ?? null,
    items: seen.items ?? seen.yes ?? seen.answer?.value?.options ?? [],
    how: seen.how ?? null,
    probe: seen.probe ?? null,
    kind: seen.judged?.kind ?? null,
    text: seen.answer?.text ?? seen.text ?? seen.plan ?? seen.note ?? '',
    seconds: seen.seconds ?? 0,
    wants: seen.wants ?? null,
  };
}
