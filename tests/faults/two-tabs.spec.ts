import { takenTexts } from '../../src/i18n/taken.ts';
import { unlock } from '../screens/people.ts';
import { button, expect, field, goOn, savedWord, t, test } from './harness/house.ts';

test('two tabs: one writes, the other says so, and taking over loses nothing', async ({
  house,
}) => {
  await house.startOffice();
  const { page: first, context } = await house.enter('interviewer');
  await goOn(first);
  const question = await field(first).getAttribute('data-qid');
  await field(first).pressSequentially('Skrivet i den första fliken');

  const second = await context.newPage();
  await second.goto(house.url);
  await unlock(second);
  await expect(second.getByRole('alert')).toContainText(t.problem.openElsewhere);
  await expect(field(second)).toHaveCount(0);
  // The first one writes on, undisturbed, and no pause in between: the last words are still a draft.
  await field(first).pressSequentially(', och lite till');

  await button(second, t.lock.takeOver).click();
  await expect(first.getByRole('heading', { name: takenTexts.sv.title })).toBeVisible();
  await expect(first.getByText(takenTexts.sv.text)).toBeVisible();
  await expect(field(first)).toHaveCount(0);

  await goOn(second);
  await expect(field(second)).toHaveAttribute('data-qid', question ?? '');
  await expect(field(second)).toHaveValue('Skrivet i den första fliken, och lite till');
  await field(second).pressSequentially('. Nu i den andra.');
  await expect(savedWord(second)).toHaveText(t.interview.saved);

  // And back again, through the button that the first tab offers.
  await button(first, takenTexts.sv.open).click();
  await unlock(first);
  await expect(first.getByRole('alert')).toContainText(t.problem.openElsewhere);
  await button(first, t.lock.takeOver).click();
  // Its address still names the interview.
  await expect(field(first)).toHaveValue(
    'Skrivet i den första fliken, och lite till. Nu i den andra.',
  );
});
