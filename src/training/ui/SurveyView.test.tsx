import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { objectionsIn } from '../../../tests/setup/axe.ts';
import { LANGUAGES, type Language } from '../../i18n/catalogue.ts';
import { surveyTexts } from '../../i18n/training-survey.ts';
import { LanguageProvider } from '../../kit/language.tsx';
import shipped from '../data/survey.json' with { type: 'json' };
import { Survey, type Answered, type SurveyAnswers, type When } from '../model/survey.ts';
import { SurveyView } from './SurveyView.tsx';

const survey = Survey.parse(shipped);
const t = surveyTexts.sv;
const all = (scale: number): SurveyAnswers => survey.statements.map(({ id }) => ({ id, scale }));

function show(answered: Answered, keeps = true, language: Language = 'sv') {
  const onSave = vi.fn<(when: When, answers: SurveyAnswers) => Promise<boolean>>(async () => keeps);
  const view = render(
    <LanguageProvider initial={language} remember={() => undefined}>
      <SurveyView survey={survey} answered={answered} onSave={onSave} />
    </LanguageProvider>,
  );
  return { onSave, user: userEvent.setup(), ...view };
}

async function answerAll(user: ReturnType<typeof userEvent.setup>) {
  for (const { text } of survey.statements) {
    const group = screen.getByRole('group', { name: new RegExp(text.sv) });
    await user.click(within(group).getByRole('radio', { name: /^3/ }));
  }
}

it('asks for every statement before it keeps a round, and for no words', async () => {
  const { onSave, user } = show({ before: null, after: null });
  await user.click(screen.getByRole('button', { name: t.save }));
  expect(screen.getByText(t.missing(8))).toBeVisible();
  expect(onSave).not.toHaveBeenCalled();
  await answerAll(user);
  await user.click(screen.getByRole('button', { name: t.save }));
  expect(onSave).toHaveBeenCalledWith('before', all(3));
  expect(screen.getByText(t.saved)).toBeVisible();
});

it('keeps what was written on the screen when it could not be saved', async () => {
  const { user } = show({ before: null, after: null }, false);
  await answerAll(user);
  const words = screen.getAllByRole('textbox')[0];
  if (!words) throw new Error('no field');
  await user.type(words, 'Att någon blir arg');
  await user.click(screen.getByRole('button', { name: t.save }));
  expect(await screen.findByText(t.notSaved)).toBeVisible();
  expect(words).toHaveValue('Att någon blir arg');
});

it('shows before and after as a picture and as a table', () => {
  show({ before: [...all(5), { id: 'fear', text: 'Gråt' }], after: all(2) });
  expect(screen.getByRole('img', { name: t.comparePicture })).toBeVisible();
  const [, first] = screen.getAllByRole('row');
  if (!first) throw new Error('no row');
  expect(
    within(first)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['5', '2']);
  // Each line of the picture has the number of its statement.
  expect(within(first).getByRole('rowheader').textContent).toMatch(/^1\. /);
  const numbers = [...document.querySelectorAll('svg text')].map((each) => each.textContent);
  expect(numbers.slice(0, 3)).toEqual(['1', '2', '3']);
  expect(numbers.slice(-5)).toEqual(['1', '2', '3', '4', '5']);
  expect(screen.getByText('Gråt')).toBeVisible();
});

it('lets a round be changed, with what stood there', async () => {
  const { user } = show({ before: all(5), after: all(2) });
  await user.click(screen.getByRole('radio', { name: t.before }));
  await user.click(screen.getByRole('button', { name: t.change }));
  const scales = screen.getAllByRole('radio', { checked: true });
  expect(scales).toHaveLength(9);
});

it.each(LANGUAGES)('is readable for all (%s)', async (language) => {
  const { container, unmount } = show({ before: null, after: null }, true, language);
  expect(await objectionsIn(container)).toEqual([]);
  unmount();
  const done = show({ before: all(4), after: all(2) }, true, language);
  expect(await objectionsIn(done.container)).toEqual([]);
});
