import type { Guide, Question } from '../../guide/model/guide.ts';
import type { Language } from '../../i18n/catalogue.ts';
import type { ChoiceItem } from './choice-exercise.ts';

const ROUNDS = 5;
const CHOICES = 3;

/**
 * Questions of a guide to be matched with their motives (module 4): one core question a section, from the middle of
 * the guide, and beside it two others from other sections. The first guide is taken that has motives enough, since a
 * municipality's own may have none.
 */
export function motiveItems(guides: readonly Guide[], language: Language): readonly ChoiceItem[] {
  const say = (text: { readonly sv: string; readonly en?: string | undefined }) =>
    text[language] ?? text.sv;
  const some = guides.map(withMotives).find((questions) => questions.length === ROUNDS) ?? [];
  return some.flatMap((question, i) => {
    if (!question.motive) return [];
    return {
      id: question.id,
      prompt: say(question.motive),
      options: beside(some, i).map(({ id, text }) => ({ value: id, label: say(text) })),
      right: question.id,
      why: say(question.text),
    };
  });
}

const withMotives = (guide: Guide): readonly Question[] =>
  guide.sections
    .slice(1, -1)
    .flatMap(({ questions }) => questions.find(({ core, motive }) => core && motive) ?? [])
    .slice(0, ROUNDS);

/** The question and two others, turned so that the right one does not always stand first. */
function beside(questions: readonly Question[], at: number): readonly Question[] {
  const three = [0, 1, 2].flatMap((step) => questions[(at + step) % questions.length] ?? []);
  const turn = at % CHOICES;
  return [...three.slice(turn), ...three.slice(0, turn)];
}
