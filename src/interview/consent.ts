import * as z from 'zod/mini';
import type { QuestionId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { Guide } from '../guide/model/guide.ts';
import type { Saved, StoreProblem } from '../journal/model/port.ts';
import type { InterviewFact } from './model/event.ts';
import type { InterviewState } from './model/state.ts';
import type { InterviewSession } from './session.ts';

/** What is ticked on the consent screen: a draft until it is saved. */
export const ConsentTicks = z.object({ yes: z.array(z.string()), saidBack: z.boolean() });
export type ConsentTicks = z.infer<typeof ConsentTicks>;

const DRAFT = 'consent';

/** The ticks as they stand on the screen; what was saved, when nothing is being changed. Silence is no yes. */
export function ticksOf(session: InterviewSession): ConsentTicks {
  const draft = ConsentTicks.safeParse(session.draftOf(DRAFT)).data;
  const { consent } = session.snapshot().state;
  return draft ?? { yes: [...(consent?.yes ?? [])], saidBack: consent?.saidBack ?? false };
}

export const tick = (session: InterviewSession, ticks: ConsentTicks): void =>
  session.draft(DRAFT, ticks);

/** Every required item has a yes, and the rules were said back: what `hasConsent` asks, before it is saved. */
export const isEnough = (ticks: ConsentTicks, guide: Guide): boolean =>
  ticks.saidBack &&
  guide.consent.items.every((item) => !item.required || ticks.yes.includes(item.id));

export const isSaved = (ticks: ConsentTicks, { consent }: InterviewState): boolean =>
  consent === null
    ? ticks.yes.length === 0 && !ticks.saidBack
    : consent.saidBack === ticks.saidBack &&
      [...consent.yes].sort().join() === [...ticks.yes].sort().join();

/** Keeps the ticks as a fact. The answer of the guide's own question is derived from them (DESIGN section 12). */
export function saveConsent(
  session: InterviewSession,
  ticks: ConsentTicks,
): Promise<Result<Saved, StoreProblem>> {
  const { guide } = session;
  const { route } = session.snapshot();
  const enough = isEnough(ticks, guide);
  const facts: InterviewFact[] = [
    { type: 'ConsentGiven', version: 1, data: { textVersion: guide.consent.version, ...ticks } },
  ];
  session.write(route.gate, {
    ...session.answer(route.gate),
    value: enough ? notesOnly(session, route.gate) : null,
  });
  if (enough) {
    const data = { question: route.gate, outcome: 'answered' } as const;
    facts.push({ type: 'QuestionEnded', version: 1, data });
  }
  return session.settle(route.gate, facts, [DRAFT]);
}

function notesOnly(session: InterviewSession, gate: QuestionId) {
  const spec = session.snapshot().route.find(gate)?.question.answer;
  const option = spec?.kind === 'choice' && spec.options.find(({ id }) => id === 'notesOnly');
  return option ? { kind: 'choice' as const, options: [option.id] } : null;
}
