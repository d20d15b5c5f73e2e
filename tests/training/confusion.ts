import type { Language } from '../../src/i18n/catalogue.ts';
import { judgeQuestion, QuestionKind } from '../../src/training/model/question-kind.ts';
import { heldApart, labelled, type LabelledQuestion } from './labelled.ts';

/** How often a question of one kind (row) was judged to be of another (column). */
export interface Confusion {
  readonly of: number;
  readonly count: (kind: QuestionKind, judged: QuestionKind) => number;
  readonly f1: (kind: QuestionKind) => number;
  /** The mean of the six, each kind weighing the same. */
  readonly macroF1: number;
}

export function confusion(questions: readonly LabelledQuestion[], language: Language): Confusion {
  const pairs = questions.map(({ text, kind }) => `${kind} ${judgeQuestion(text, language).kind}`);
  const kinds = QuestionKind.options;
  const count = (kind: QuestionKind, judged: QuestionKind) =>
    pairs.filter((pair) => pair === `${kind} ${judged}`).length;
  const f1 = (kind: QuestionKind) => {
    const row = kinds.reduce((sum, other) => sum + count(kind, other), 0);
    const column = kinds.reduce((sum, other) => sum + count(other, kind), 0);
    return (2 * count(kind, kind)) / (row + column);
  };
  const macroF1 = kinds.reduce((sum, kind) => sum + f1(kind), 0) / kinds.length;
  return { of: questions.length, count, f1, macroF1 };
}

/** The parts that are measured apart, by what they were used for. */
export const PARTS = {
  'Fourth draw, by which no rule was changed': (language: Language) => labelled(language, 4),
  'First draw, the third held apart': (language: Language) =>
    labelled(language, 1).filter(({ text }) => heldApart(text)),
  'First draw, the two thirds the rules were written by': (language: Language) =>
    labelled(language, 1).filter(({ text }) => !heldApart(text)),
  'Second draw': (language: Language) => labelled(language, 2),
  'Third draw': (language: Language) => labelled(language, 3),
} as const;

const NAMES = { sv: 'Swedish', en: 'English' } as const;

/** The measured part of docs/training/question-kinds.md. */
export function measuredText(): string {
  return Object.entries(PARTS)
    .flatMap(([name, part]) =>
      (['sv', 'en'] as const).map((language) => table(name, language, part(language))),
    )
    .join('\n\n');
}

function table(name: string, language: Language, questions: readonly LabelledQuestion[]): string {
  const found = confusion(questions, language);
  const kinds = QuestionKind.options;
  const rows = kinds.map((kind) =>
    [
      kind,
      ...kinds.map((judged) => found.count(kind, judged) || '·'),
      found.f1(kind).toFixed(2),
    ].join(' | '),
  );
  return [
    `### ${name}, ${NAMES[language]}`,
    '',
    `${found.of} questions, macro-averaged F1 ${found.macroF1.toFixed(3)}. Rows: labelled; columns: judged.`,
    '',
    `| | ${kinds.join(' | ')} | F1 |`,
    `|---|${'---:|'.repeat(kinds.length + 1)}`,
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
