import type { QuestionId, SectionId, TrackId } from '../../base/ids.ts';
import { isConsentGate, type Guide, type Question, type Section } from './guide.ts';

/** A section as one track has it. */
export interface RouteSection {
  readonly section: Section;
  readonly questions: readonly Question[];
}

/**
 * The way through a guide for one track, in the guide's order. Sections without a question in the track fall away.
 * The first and last are fixed; the others may be taken in any order by the people at the table.
 */
export interface Route {
  readonly sections: readonly RouteSection[];
  readonly order: readonly QuestionId[];
  readonly find: (question: QuestionId) => RoutePlace | undefined;
  readonly gate: QuestionId;
  readonly minutes: number;
}

export interface RoutePlace {
  readonly question: Question;
  readonly section: Section;
  readonly sectionNumber: number;
  readonly number: number;
}

/** @throws Error when the guide has no such track or no consent gate; `parseGuide` has refused those. */
export function routeOf(guide: Guide, trackId: TrackId): Route {
  const track = guide.tracks.find((each) => each.id === trackId);
  if (!track) throw new Error('no such track');
  const wanted = new Set<string>(track.questionIds);
  const sections = guide.sections
    .map((section) => ({ section, questions: section.questions.filter((q) => wanted.has(q.id)) }))
    .filter((each) => each.questions.length > 0);
  const places = new Map<QuestionId, RoutePlace>();
  let gate: QuestionId | undefined;
  for (const [s, { section, questions }] of sections.entries()) {
    for (const [q, question] of questions.entries()) {
      places.set(question.id, { question, section, sectionNumber: s + 1, number: q + 1 });
      if (isConsentGate(question)) gate ??= question.id;
    }
  }
  if (!gate) throw new Error('a track without a consent gate');
  return {
    sections,
    order: [...places.keys()],
    find: (question) => places.get(question),
    gate,
    minutes: track.minutes,
  };
}

/** The question after this one in guide order; undefined at the end. */
export function nextQuestion(route: Route, from: QuestionId): QuestionId | undefined {
  return route.order[route.order.indexOf(from) + 1];
}

export function previousQuestion(route: Route, from: QuestionId): QuestionId | undefined {
  return route.order[route.order.indexOf(from) - 1];
}

/** Where to stand after a switch to a track without this question: at the next one that it has, else the last. */
export function nearestQuestion(guide: Guide, route: Route, from: QuestionId): QuestionId {
  if (route.find(from)) return from;
  const all = guide.sections.flatMap((section) => section.questions.map(({ id }) => id));
  const near = all.slice(all.indexOf(from)).find((id) => route.find(id)) ?? route.order.at(-1);
  if (!near) throw new Error('a track without questions');
  return near;
}

/** First question of the section after the one that `from` stands in; undefined in the last. */
export function nextSection(route: Route, from: QuestionId): QuestionId | undefined {
  const place = route.find(from);
  return place && route.sections[place.sectionNumber]?.questions[0]?.id;
}

/** Which sections may be opened now: before consent only the first, and the last stays last in the list. */
export function openSections(route: Route, consented: boolean): readonly SectionId[] {
  const all = route.sections.map((each) => each.section.id);
  return consented ? all : all.slice(0, 1);
}
