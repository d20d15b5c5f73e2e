import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { importTexts } from '../../i18n/import.ts';
import type { ImportEnd } from '../import-run.ts';
import type { PlannedPerson } from '../model/import-plan.ts';
import { EarlierYears } from './EarlierYears.tsx';
import { ImportBatches } from './ImportBatches.tsx';
import { errorFile } from './ImportCheck.tsx';
import { ImportList } from './ImportList.tsx';

const t = importTexts.sv;
const LIST =
  'Namn;Personnr;Född;Från;Till\nAda;20060512-1234;2006-05;2015-01;2024-01\nBo;;i fjol;;';

async function choose(text: string, onRun = vi.fn<RunImport>()) {
  const user = userEvent.setup();
  render(<ImportList register={[]} today="2026-11-20" onRun={onRun} />);
  await user.upload(screen.getByLabelText(t.choose), new File([text], 'lista.csv'));
  return { user, onRun };
}
type RunImport = (
  people: readonly PlannedPerson[],
  goOn: (done: number) => Promise<boolean>,
) => Promise<ImportEnd>;

describe('a list from a file', () => {
  it('is looked over column by column; one with identity numbers can be chosen for nothing', async () => {
    await choose(LIST);
    await screen.findByText(t.columns);
    expect(screen.getByLabelText('Personnr')).toBeDisabled();
    expect(screen.getByText(t.identityColumn)).toBeVisible();
    expect(screen.getByLabelText('Namn')).toHaveValue('name');
    expect(document.body.textContent).not.toContain('1234');
  });

  it('is gone through before anything is kept, and its wrong rows are named', async () => {
    const onRun = vi.fn<RunImport>(() => Promise.resolve({ done: 1, ended: 'all' }));
    const { user } = await choose(LIST, onRun);
    await user.click(await screen.findByRole('button', { name: t.check }));
    expect(await screen.findByText(t.found(1))).toBeVisible();
    expect(screen.getByText(t.rowError(3, t.field_birth, t.error_date))).toBeVisible();
    expect(onRun).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: t.run(1) }));
    expect(await screen.findByText(t.doneAll(1))).toBeVisible();
    expect(onRun.mock.calls[0]?.[0].map(({ details }) => details.name)).toEqual(['Ada']);
  });

  it('can be stopped while it comes in, and says who has come in and how to go on', async () => {
    const onRun: RunImport = async (_people, goOn) => {
      await goOn(0);
      await waitFor(() => expect(screen.getByText(t.running(0, 1))).toBeVisible());
      screen.getByRole('button', { name: t.cancel }).click();
      return { done: 0, ended: (await goOn(0)) ? 'all' : 'cancelled' };
    };
    const { user } = await choose(LIST, vi.fn<RunImport>(onRun));
    await user.click(await screen.findByRole('button', { name: t.check }));
    await user.click(await screen.findByRole('button', { name: t.run(1) }));
    expect(await screen.findByText(t.doneSome(0, 1))).toBeVisible();
  });

  it('says what to do when it cannot be read, or has two columns for one thing', async () => {
    const { user } = await choose('Namn;Född');
    expect(await screen.findByText(t.problem_empty)).toBeVisible();
    await user.upload(
      screen.getByLabelText(t.choose),
      new File(['Namn;X;Född\nA;B;2006-05'], 'b.csv'),
    );
    await user.selectOptions(await screen.findByLabelText('X'), 'name');
    expect(screen.getByText(t.twice(t.field_name))).toBeVisible();
    await user.selectOptions(screen.getByLabelText('Namn'), 'skip');
    await user.selectOptions(screen.getByLabelText('X'), 'skip');
    expect(screen.getByText(t.needs)).toBeVisible();
    expect(screen.getByRole('button', { name: t.check })).toBeDisabled();
  });
});

it('hands out the wrong rows without a formula or an identity number in them', () => {
  const list = {
    headings: ['Namn', 'Född'],
    rows: [
      ['=HYPERLINK("x")', '2006-05'],
      ['Ada 20060512-1234', ''],
    ],
  };
  const text = errorFile(
    [
      { row: 2, problems: [{ field: 'name', type: 'formula' }] },
      { row: 3, problems: [{ field: 'name', type: 'identity' }] },
    ],
    list,
    ['name', 'birth'],
    t,
  );
  expect(text).toContain(`2;Namn;${t.error_formula};"'=HYPERLINK(""x"")"`);
  expect(text).toContain(`3;Namn;${t.error_identity};${t.hidden}`);
  expect(text).not.toContain('1234');
});

it('undoes an import after one more question, and says whom it leaves and why', async () => {
  const user = userEvent.setup();
  const onUndo = vi.fn<Parameters<typeof ImportBatches>[0]['onUndo']>(() =>
    Promise.resolve({
      erased: 2,
      left: [{ code: 'BJ-1', why: 'asked' as const }],
      problem: null,
    }),
  );
  render(
    <ImportBatches batches={[{ batch: 'aa', at: 1_800_000_000_000, people: 3 }]} onUndo={onUndo} />,
  );
  await user.click(screen.getByRole('button', { name: /^Ångra inläsningen/ }));
  expect(onUndo).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: t.undoYes }));
  expect(await screen.findByText(t.undone(2))).toBeVisible();
  expect(screen.getByText(t.left('BJ-1', t.left_asked))).toBeVisible();
});

it('adds and removes an earlier year, and refuses what is no year or number', async () => {
  const user = userEvent.setup();
  const onSave = vi.fn<Parameters<typeof EarlierYears>[0]['onSave']>(() => Promise.resolve(true));
  render(
    <EarlierYears years={[{ year: 2019, interviews: 6 }]} today="2026-11-20" onSave={onSave} />,
  );
  await user.type(screen.getByLabelText(t.year), '2031');
  await user.click(screen.getByRole('button', { name: t.addYear }));
  expect(screen.getByText(t.yearWrong)).toBeVisible();
  expect(screen.getByText(t.interviewsWrong)).toBeVisible();
  expect(onSave).not.toHaveBeenCalled();
  await user.clear(screen.getByLabelText(t.year));
  await user.type(screen.getByLabelText(t.year), '2018');
  await user.type(screen.getByLabelText(t.interviews), '4');
  await user.click(screen.getByRole('button', { name: t.addYear }));
  expect(onSave).toHaveBeenLastCalledWith([
    { year: 2018, interviews: 4 },
    { year: 2019, interviews: 6 },
  ]);
  await user.click(screen.getByRole('button', { name: t.removeYear(2019) }));
  expect(onSave).toHaveBeenLastCalledWith([]);
});
