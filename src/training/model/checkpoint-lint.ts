import type { Guide } from '../../guide/model/guide.ts';
import type { PracticeCase } from './case.ts';
import { problem, questionsOf, repliesOf, saysWhat, type CaseProblem } from './case-problem.ts';
import { happeningsOf, type AnyPredicate } from './predicate.ts';

/** Checkpoints that nobody could come to or reach with this guide, and those that say two things. */
export function checkpointProblems(made: PracticeCase, guide: Guide): CaseProblem[] {
  const track = guide.tracks.find(({ id }) => id === made.setup.track);
  const route = new Set<string>(track?.questionIds);
  const ids = made.checkpoints.map(({ id }) => id);
  const double = ids.filter((id, at) => ids.indexOf(id) !== at);
  return [
    ...(track ? [] : [problem('trackUnknown', 'setup', made.setup.track)]),
    ...double.map((id) => problem('checkpointDouble', id)),
    ...made.checkpoints.flatMap(({ id, at, given, when }) => [
      ...(at === 'after' || !track || route.has(at) ? [] : [problem('checkpointOffTrack', id, at)]),
      ...[when, ...(given ? [given] : [])].flatMap((each) =>
        predicateProblems(id, each, made, guide),
      ),
    ]),
  ];
}

/** Names what a predicate looks for and this guide or case doesn't have: it would be missed by everybody. */
function predicateProblems(
  place: string,
  predicate: AnyPredicate,
  made: PracticeCase,
  guide: Guide,
): CaseProblem[] {
  const questions = new Map<string, number>(
    questionsOf(guide).map(({ id, probes }) => [id, probes.length]),
  );
  const cards = new Set<string>(guide.situations.map(({ id }) => id));
  const found = happeningsOf(predicate).flatMap(
    ({ type, question, card, probe, item, wants, about }) => [
      ...(about && !saysWhat(about) ? [problem('aboutNothing', place)] : []),
      ...(question !== undefined && !questions.has(question)
        ? [problem('questionUnknown', place, question)]
        : []),
      ...(card !== undefined && !cards.has(card) ? [problem('cardUnknown', place, card)] : []),
      ...(question !== undefined && probe !== undefined && probe >= (questions.get(question) ?? 0)
        ? [problem('probeInCheckpoint', place, `${question}: ${probe + 1}`)]
        : []),
      ...(item !== undefined && !itemsOf(type, guide).has(item)
        ? [problem('itemUnknown', place, item)]
        : []),
      ...(type === 'CaseAsked' && !asksFor(made, question, wants)
        ? [problem('neverCaused', place, wants ?? null)]
        : []),
    ],
  );
  return [...found, ...(countsFromNowhere(predicate) ? [problem('withoutAfter', place)] : [])];
}

/** What a moment of the type may name. */
function itemsOf(type: string, guide: Guide): ReadonlySet<string> {
  if (type === 'ClosingChecked') {
    return new Set((guide.closing.checklist ?? []).map(({ id }) => id));
  }
  if (type === 'AnswerWritten') {
    return new Set(
      questionsOf(guide).flatMap(({ answer }) =>
        answer.kind === 'choice' ? answer.options.map(({ id }) => id) : [],
      ),
    );
  }
  return new Set(guide.consent.items.map(({ id }) => id));
}

/** Whether anything that the person may say there brings the wish. */
const asksFor = (made: PracticeCase, question?: string, wants?: string): boolean =>
  Object.entries(made.answers).some(
    ([id, answer]) =>
      (question === undefined || id === question) &&
      repliesOf(answer).some(
        (each) => each.wants !== undefined && (wants ?? each.wants) === each.wants,
      ),
  );

function countsFromNowhere(predicate: AnyPredicate): boolean {
  if (predicate.is === 'happened') return Boolean(predicate.within) && !predicate.after;
  return predicate.is === 'not'
    ? countsFromNowhere(predicate.of)
    : predicate.of.some(countsFromNowhere);
}
