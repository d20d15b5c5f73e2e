import * as z from 'zod/mini';
import type { QuestionId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { ConsentItem, Guide } from '../guide/model/guide.ts';
import type { Saved, StoreProblem } from '../journal/model/port.ts';
import { guardianRule, mayBeAsked, signaturePolicy } from './model/act.ts';
import type { AnyInterviewFact } from './model/side-facts.ts';
import { saysYes, type InterviewState } from './model/state.ts';
import type { InterviewSession } from './session.ts';

/** What is ticked on the consent screen: a draft until it is saved. */
export const ConsentTicks = z.object({
  yes: z.array(z.string()),
  saidBack: z.boolean(),
  /** What was on the screen; all but sound when it isn't said. */
  asked: z.optional(z.array(z.string())),
  /** Where the office wants a drawn signature: the person can't draw one, and said yes aloud. */
  spoken: z.optional(z.boolean()),
});
export type ConsentTicks = z.infer<typeof ConsentTicks>;

const DRAFT = 'consent';
/** The drawn signature, as an SVG path, until it is saved with the consent. */
export const SIGNATURE = 'consent.signature';
const AUDIO = 'audio';

/** The ticks as they stand on the screen; what was saved, when nothing is being changed. Silence is no yes. */
export function ticksOf(session: InterviewSession): ConsentTicks {
  const draft = ConsentTicks.safeParse(session.draftOf(DRAFT)).data;
  const { state } = session.snapshot();
  return draft ?? { yes: held(state), saidBack: state.consent?.saidBack ?? false };
}

/** Takes items out of ticks that are not saved yet: what is withdrawn must not come back with the next saving. */
export function untick(session: InterviewSession, items: readonly string[]): void {
  const draft = ConsentTicks.safeParse(session.draftOf(DRAFT)).data;
  if (draft) tick(session, { ...draft, yes: draft.yes.filter((item) => !items.includes(item)) });
}

const held = (state: InterviewState): string[] =>
  state.consent?.yes.filter((item) => saysYes(state, item)) ?? [];

export const tick = (session: InterviewSession, ticks: ConsentTicks): void =>
  session.draft(DRAFT, ticks);

/**
 * What is asked at the gate. Where sound is off it is not asked about: without a retention decision of the office
 * (domain.md 0.3), for one.
 */
export const itemsToAsk = (guide: Guide, sound = false): ConsentItem[] =>
  guide.consent.items.filter((item) => item.ask !== 'closing' && (sound || item.id !== AUDIO));

/** The person may be asked, every required item has a yes, and the rules were said back: what `hasConsent` asks. */
export const isAgreed = (ticks: ConsentTicks, session: InterviewSession): boolean =>
  mayBeAsked(session.snapshot().state, session.guide) &&
  ticks.saidBack &&
  session.guide.consent.items.every((item) => !item.required || ticks.yes.includes(item.id));

/**
 * The office wants a drawn signature and there is none yet. Who takes back a part signs nothing for it; who can't draw
 * says yes aloud, and that is noted.
 */
export function mustSign(ticks: ConsentTicks, session: InterviewSession): boolean {
  return (
    signaturePolicy(session.guide) === 'drawn' &&
    isMore(ticks, session) &&
    !ticks.spoken &&
    typeof session.draftOf(SIGNATURE) !== 'string'
  );
}

/** There is a yes in it that was not given before. */
const isMore = (ticks: ConsentTicks, session: InterviewSession): boolean => {
  const before = held(session.snapshot().state);
  return ticks.yes.some((item) => !before.includes(item));
};

/** All that saving asks for. */
export const isEnough = (ticks: ConsentTicks, session: InterviewSession): boolean =>
  isAgreed(ticks, session) && !mustSign(ticks, session);

/** What stands on the screen is what was saved; an undrawn signature changes nothing. */
export function isSaved(ticks: ConsentTicks, session: InterviewSession): boolean {
  const { state } = session.snapshot();
  if (typeof session.draftOf(SIGNATURE) === 'string') return false;
  return (
    (state.consent?.saidBack ?? false) === ticks.saidBack &&
    held(state).sort().join() === [...ticks.yes].sort().join()
  );
}

/**
 * Keeps the ticks as a fact, and how the person said yes: signed on the screen, or spoken, which is as good. The
 * answer of the guide's own question is derived from them (DESIGN section 12).
 */
export function saveConsent(
  session: InterviewSession,
  ticks: ConsentTicks,
): Promise<Result<Saved, StoreProblem>> {
  const { guide } = session;
  const { route } = session.snapshot();
  const enough = isAgreed(ticks, session);
  const textVersion = guide.consent.version;
  const asked = ticks.asked ?? itemsToAsk(guide).map(({ id }) => id);
  const yes = ticks.yes.filter((item) => asked.includes(item));
  const rule = guardianRule(session.snapshot().state, guide);
  const data = { textVersion, asked, yes, saidBack: ticks.saidBack, guardianRule: rule };
  const facts: AnyInterviewFact[] = [{ type: 'ConsentGiven', version: 1, data }];
  session.write(route.gate, {
    ...session.answer(route.gate),
    value: enough ? derived(session, route.gate, yes.includes(AUDIO)) : null,
  });
  if (enough) {
    const drawn = session.draftOf(SIGNATURE);
    const path = typeof drawn === 'string' ? drawn : null;
    const how = path === null ? 'spoken' : 'onScreen';
    const signed = { by: 'participant', how, textVersion, path } as const;
    // Who takes a part back leaves standing how the rest was said yes to.
    if (path !== null || isMore(ticks, session)) {
      facts.push({ type: 'ConsentSigned', version: 1, data: signed });
    }
    facts.push({
      type: 'QuestionEnded',
      version: 1,
      data: { question: route.gate, outcome: 'answered' },
    });
  }
  return session.settle(route.gate, facts, [DRAFT, SIGNATURE]);
}

function derived(session: InterviewSession, gate: QuestionId, sound: boolean) {
  const spec = session.snapshot().route.find(gate)?.question.answer;
  const said = sound ? 'notesAndAudio' : 'notesOnly';
  const option = spec?.kind === 'choice' && spec.options.find(({ id }) => id === said);
  return option ? { kind: 'choice' as const, options: [option.id] } : null;
}
