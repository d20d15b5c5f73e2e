import type { Guide } from '../../guide/model/guide.ts';
import { holdsIdentityNumber } from '../../people/model/identity-number.ts';
import type { CaseValue, PracticeCase } from './case.ts';
import { problem, questionsOf, repliesOf, saysWhat, type CaseProblem } from './case-problem.ts';
import { checkpointProblems } from './checkpoint-lint.ts';
import { holdsContact } from './contact-data.ts';

/**
 * Everything that keeps a case from being published: a question of the guide without an answer, a checkpoint that
 * nobody could reach, and what looks as if it led to a real person.
 */
export function lintCase(made: PracticeCase, guide: Guide): CaseProblem[] {
  const { alias, age } = made.persona;
  return [
    ...(/\s/u.test(alias) ? [problem('fullName', 'persona', alias)] : []),
    ...(age < 18 === (made.setup.minor ?? false) ? [] : [problem('minorUnfit', 'setup')]),
    ...answerProblems(made, guide),
    ...checkpointProblems(made, guide),
    ...contactProblems(made),
  ];
}

function answerProblems(made: PracticeCase, guide: Guide): CaseProblem[] {
  const known = new Set<string>(questionsOf(guide).map(({ id }) => id));
  const strange = Object.keys(made.answers).filter((id) => !known.has(id));
  return [
    ...strange.map((id) => problem('answerUnknown', id)),
    ...questionsOf(guide).flatMap(({ id, probes, answer: spec }) => {
      const answer = made.answers[id];
      if (!answer) return [problem('unanswered', id)];
      const beyond = Object.keys(answer.probes ?? {}).filter((at) => Number(at) >= probes.length);
      return [
        ...beyond.map((at) => problem('probeUnknown', id, at)),
        ...(repliesOf(answer).some(({ about }) => about && !saysWhat(about))
          ? [problem('aboutNothing', id)]
          : []),
        ...(answer.value === undefined || isFit(answer.value, spec)
          ? []
          : [problem('valueUnfit', id)]),
      ];
    }),
  ];
}

type Spec = Guide['sections'][number]['questions'][number]['answer'];

function isFit(value: CaseValue, spec: Spec): boolean {
  switch (spec.kind) {
    case 'scale':
      return typeof value === 'number' && value >= spec.min && value <= spec.max;
    case 'choice': {
      const chosen = typeof value === 'string' ? [value] : Array.isArray(value) ? value : null;
      const offered = new Set(spec.options.map(({ id }) => id));
      return (
        chosen !== null &&
        chosen.every((id) => offered.has(id)) &&
        (spec.multiple || chosen.length === 1)
      );
    }
    case 'date':
      return typeof value === 'object' && !Array.isArray(value);
    case 'narrative':
    case 'none':
      return false;
  }
}

/**
 * Every word of a case but its random id, since it is read by many and was invented by somebody who knows real people.
 */
function contactProblems({ id: _id, answers, ...rest }: PracticeCase): CaseProblem[] {
  return [
    ...Object.entries(rest).flatMap(([part, value]) => inTexts(part, textsOf(value))),
    ...Object.entries(answers).flatMap(([id, answer]) => inTexts(id, textsOf(answer))),
  ];
}

const inTexts = (place: string, texts: readonly string[]): CaseProblem[] =>
  texts.flatMap((text) => {
    if (holdsIdentityNumber(text)) return [problem('identityNumber', place)];
    const contact = holdsContact(text);
    return contact === undefined ? [] : [problem('contact', place, contact)];
  });

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
