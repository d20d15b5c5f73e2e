import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { objectionsIn } from '../../../tests/setup/axe.ts';
import guideData from '../../guide/data/default-guide.json' with { type: 'json' };
import { Guide } from '../../guide/model/guide.ts';
import { LANGUAGES } from '../../i18n/catalogue.ts';
import { exerciseTexts } from '../../i18n/training-exercises.ts';
import { kindTexts } from '../../i18n/training-kinds.ts';
import coding from '../data/coding.json' with { type: 'json' };
import closed from '../data/closed-questions.json' with { type: 'json' };
import needs from '../data/exercises.json' with { type: 'json' };
import sorting from '../data/sorting.json' with { type: 'json' };
import { ModuleNeeds } from '../model/exercises.ts';
import { codeItems, Coding } from '../model/code-exercise.ts';
import { motiveItems } from '../model/motive-exercise.ts';
import { planOf } from '../model/plan-exercise.ts';
import { judgeQuestion } from '../model/question-kind.ts';
import { CodeExercise } from './CodeExercise.tsx';
import { exerciseTitle } from './exercise-title.ts';
import { EXERCISES } from './exercises.ts';
import { KindHint } from './KindHint.tsx';
import { MotiveExercise } from './MotiveExercise.tsx';
import { NameExercise } from './NameExercise.tsx';
import { PlanExercise } from './PlanExercise.tsx';
import { RewriteExercise } from './RewriteExercise.tsx';
import { SortExercise } from './SortExercise.tsx';

const GUIDE = Guide.parse(guideData);

it('each exercise that a module asks for is there, and can be loaded', async () => {
  const asked = ModuleNeeds.parse(needs).modules.flatMap((module) =>
    module.needs.flatMap((need) => (need.type === 'exercise' ? [need.exercise] : [])),
  );
  // The one with a vault of its own is not here but in app/, which has the vaults.
  expect([...Object.keys(EXERCISES), 'restart'].toSorted()).toEqual(asked.toSorted());
  for (const name of asked) {
    expect(exerciseTitle(name, 'sv')).not.toBe(name);
    expect(exerciseTitle(name, 'en')).not.toBe(name);
  }
  for (const load of Object.values(EXERCISES)) expect(await load()).toBeTypeOf('function');
});

const done = () => vi.fn<(result: { right: number; of: number }) => void>();

describe('the hint about a question', () => {
  it('says the kind, why, and a wording out of the question itself', async () => {
    const { container } = render(
      <KindHint judged={judgeQuestion('Tyckte du om skolan?', 'sv')} language="sv" />,
    );
    const hint = screen.getByRole('status');
    expect(hint).toHaveTextContent(kindTexts.sv.kind_option);
    expect(hint).toHaveTextContent(kindTexts.sv.why_yesNo);
    expect(hint).toHaveTextContent('Pröva: ”Berätta om skolan.”');
    expect(await objectionsIn(container)).toEqual([]);
  });

  it('asks for nothing better where the person may tell freely, in the language of the question', () => {
    render(<KindHint judged={judgeQuestion('Tell me about school.', 'en')} language="en" />);
    const hint = screen.getByRole('status');
    expect(hint).toHaveAttribute('lang', 'en');
    expect(hint.querySelectorAll('p')).toHaveLength(2);
    expect(hint).not.toHaveTextContent(/\d/);
  });
});

describe.each(LANGUAGES)('the exercises in %s', (language) => {
  const t = exerciseTexts[language];

  it('ten closed questions are made open, by keyboard', async () => {
    const user = userEvent.setup();
    const onDone = done();
    const { container } = render(<RewriteExercise language={language} onDone={onDone} />);
    const fields = screen.getAllByLabelText(t.rewriteField);
    expect(fields).toHaveLength(10);
    for (const [i, field] of fields.entries()) {
      field.focus();
      const { example, text } = closed.questions[i] ?? {
        example: { sv: '', en: '' },
        text: { sv: '', en: '' },
      };
      if (i < 9) await user.keyboard(i < 8 ? example[language] : text[language]);
    }
    await user.keyboard('{Enter}');
    expect(onDone).toHaveBeenCalledExactlyOnceWith({ right: 8, of: 10 });
    expect(screen.getByRole('status')).toHaveTextContent(t.rewriteResult(8, 10));
    // The ninth is still closed and says why; the tenth was left.
    const [ninth, tenth] = screen.getAllByRole('listitem').slice(8);
    expect(ninth).toHaveTextContent(kindTexts[language].kind_option);
    expect(tenth).toHaveTextContent(t.rewriteEmpty);
    expect(await objectionsIn(container)).toEqual([]);
  });

  it('eight situations are sorted, each wrong one with its reason', async () => {
    const user = userEvent.setup();
    const onDone = done();
    const { container } = render(<SortExercise language={language} onDone={onDone} />);
    await user.click(screen.getByRole('button', { name: t.showAnswers }));
    expect(screen.getByRole('status')).toHaveTextContent(t.choiceMissing);
    expect(onDone).not.toHaveBeenCalled();
    const labels = { now: t.sortNow, report: t.sortReport, listen: t.sortListen };
    const groups = screen.getAllByRole('group');
    const put = async (i: number, place: keyof typeof labels) => {
      const group = groups[i];
      if (group) await user.click(within(group).getByRole('radio', { name: labels[place] }));
    };
    const placeOf = (i: number) =>
      (['now', 'report', 'listen'] as const).find(
        (each) => each === sorting.situations[i]?.belongs,
      );
    for (const i of groups.keys()) await put(i, i === 0 ? 'listen' : (placeOf(i) ?? 'now'));
    await user.click(screen.getByRole('button', { name: t.showAnswers }));
    expect(onDone).toHaveBeenLastCalledWith({ right: 7, of: 8 });
    const [first] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent(t.choiceWrong);
    expect(await objectionsIn(container)).toEqual([]);
    // Moving it does not tell whether the new place is right until the answers are shown again.
    await put(0, 'report');
    expect(first).not.toHaveTextContent(t.choiceWrong);
    await put(0, 'now');
    await user.click(screen.getByRole('button', { name: t.showAnswers }));
    expect(onDone).toHaveBeenLastCalledWith({ right: 8, of: 8 });
  });

  it('motives are matched with questions of the guide', async () => {
    const user = userEvent.setup();
    const onDone = done();
    const { container } = render(
      <MotiveExercise guides={[GUIDE]} language={language} onDone={onDone} />,
    );
    for (const { prompt, options, right } of motiveItems([GUIDE], language)) {
      const group = screen.getByRole('group', { name: new RegExp(escaped(prompt)) });
      const label = options.find(({ value }) => value === right)?.label ?? '';
      await user.click(within(group).getByRole('radio', { name: label }));
    }
    await user.click(screen.getByRole('button', { name: t.showAnswers }));
    expect(onDone).toHaveBeenCalledExactlyOnceWith({ right: 5, of: 5 });
    expect(await objectionsIn(container)).toEqual([]);
  });

  it('a short version is planned, with opening and closing fast', async () => {
    const user = userEvent.setup();
    const onDone = done();
    const { container } = render(
      <PlanExercise guides={[GUIDE]} language={language} onDone={onDone} />,
    );
    expect(screen.getAllByText(new RegExp(escaped(t.planFast)))).toHaveLength(7);
    await user.click(screen.getByRole('button', { name: t.planShow }));
    expect(onDone).toHaveBeenLastCalledWith({ right: 2, of: 3 });
    expect(screen.getByRole('status')).toHaveTextContent(t.planNot_everySection);
    const short = GUIDE.tracks.find(({ minutes }) => minutes === 45);
    const { fast } = planOf(GUIDE);
    for (const { id, text } of GUIDE.sections.flatMap(({ questions }) => questions)) {
      if (!short?.questionIds.includes(id) || fast.has(id)) continue;
      const words = new RegExp(escaped(text[language] ?? text.sv));
      await user.click(screen.getByRole('checkbox', { name: words }));
    }
    await user.click(screen.getByRole('button', { name: t.planShow }));
    expect(onDone).toHaveBeenLastCalledWith({ right: 3, of: 3 });
    expect(await objectionsIn(container)).toEqual([]);
  });

  it('five excerpts are coded, and names are taken out of a memo', async () => {
    const user = userEvent.setup();
    const onDone = done();
    const view = render(<CodeExercise language={language} onDone={onDone} />);
    const shipped = Coding.parse(coding);
    for (const [i, { options, right }] of codeItems(shipped, language).entries()) {
      const group = screen.getAllByRole('group')[i];
      const wanted = i === 0 ? options.find(({ value }) => value !== right)?.value : right;
      const label = options.find(({ value }) => value === wanted)?.label ?? '';
      if (group) await user.click(within(group).getByRole('radio', { name: label }));
    }
    await user.click(screen.getByRole('button', { name: t.showAnswers }));
    expect(onDone).toHaveBeenLastCalledWith({ right: 4, of: 5 });
    expect(await objectionsIn(view.container)).toEqual([]);
    view.unmount();
    const { container } = render(<NameExercise language={language} onDone={onDone} />);
    for (const { text, reveals } of shipped.phrases) {
      const name = text[language] ?? text.sv;
      if (reveals) await user.click(screen.getByRole('checkbox', { name }));
    }
    const kept = shipped.phrases.find(({ reveals }) => !reveals)?.text[language] ?? '';
    await user.click(screen.getByRole('checkbox', { name: kept }));
    await user.click(screen.getByRole('button', { name: t.showAnswers }));
    expect(onDone).toHaveBeenLastCalledWith({ right: 8, of: 9 });
    expect(screen.getByRole('status')).toHaveTextContent(t.namesTooMuch(kept));
    await user.click(screen.getByRole('checkbox', { name: kept }));
    await user.click(screen.getByRole('button', { name: t.showAnswers }));
    expect(onDone).toHaveBeenLastCalledWith({ right: 9, of: 9 });
    expect(await objectionsIn(container)).toEqual([]);
  });
});

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
