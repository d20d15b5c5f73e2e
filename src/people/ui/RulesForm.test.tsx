import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ruleTexts } from '../../i18n/rules.ts';
import { ELIN, TEN_YEARS } from '../fixture.ts';
import { PROGRAM_DEFAULTS, type Program } from '../model/program.ts';
import { RulesForm } from './RulesForm.tsx';

const t = ruleTexts.sv;
const save = () => screen.getByRole('button', { name: t.save });

function show(program: Program = PROGRAM_DEFAULTS) {
  const onSave = vi.fn<(changes: Partial<Program>) => Promise<boolean>>(async () => true);
  const form = (rules: Program) => (
    <RulesForm
      program={rules}
      people={[{ details: ELIN, placements: [TEN_YEARS] }]}
      today="2026-11-22"
      onSave={onSave}
    />
  );
  const { rerender } = render(form(program));
  return { onSave, user: userEvent.setup(), arrive: (rules: Program) => rerender(form(rules)) };
}

it('saves only what was changed', async () => {
  const { onSave, user } = show();
  await user.click(save());
  expect(screen.getByText(t.unchanged)).toBeVisible();
  await user.clear(screen.getByLabelText(t.minAge));
  await user.type(screen.getByLabelText(t.minAge), '14');
  expect(screen.getByText(t.range(15, 30))).toBeVisible();
  await user.click(save());
  expect(screen.getByText(t.mend)).toBeVisible();
  expect(screen.getByLabelText(t.minAge)).toHaveFocus();
  await user.clear(screen.getByLabelText(t.minAge));
  await user.type(screen.getByLabelText(t.minAge), '16');
  await user.click(save());
  expect(onSave.mock.calls).toEqual([[{ minAge: 16 }]]);
  expect(screen.getByText(t.saved)).toBeVisible();
});

it('asks before rules that leave nobody are kept', async () => {
  const { onSave, user } = show();
  await user.clear(screen.getByLabelText(t.minAge));
  await user.type(screen.getByLabelText(t.minAge), '30');
  await user.click(save());
  const dialog = screen.getByRole('dialog', { hidden: true });
  expect(within(dialog).getByText(t.ask(1))).toBeInTheDocument();
  await user.click(within(dialog).getByText(t.askNo));
  expect(onSave).not.toHaveBeenCalled();
  await user.click(save());
  await user.click(screen.getByText(t.askYes));
  expect(onSave.mock.calls).toEqual([[{ minAge: 30 }]]);
});

it('shows what was kept at once, and asks by it, though the new rules come later', async () => {
  const { onSave, user, arrive } = show({ ...PROGRAM_DEFAULTS, monthsAfterClosing: 240 });
  await user.clear(screen.getByLabelText(t.monthsAfterClosing));
  await user.type(screen.getByLabelText(t.monthsAfterClosing), '6');
  await user.click(save());
  expect(screen.getByText(t.saved)).toBeVisible();
  expect(screen.getByLabelText(t.monthsAfterClosing)).toHaveValue('6');
  await user.clear(screen.getByLabelText(t.minAge));
  await user.type(screen.getByLabelText(t.minAge), '30');
  await user.click(save());
  expect(screen.getByText(t.ask(1))).toBeInTheDocument();
  await user.click(screen.getByText(t.askNo));
  expect(onSave).toHaveBeenCalledTimes(1);

  arrive({ ...PROGRAM_DEFAULTS, monthsAfterClosing: 7 });
  expect(screen.getByLabelText(t.monthsAfterClosing)).toHaveValue('7');
  expect(screen.getByLabelText(t.minAge)).toHaveValue('30');
});

it('keeps what is typed while it saves, and does not call it saved', async () => {
  const { onSave, user } = show();
  let saved: (kept: boolean) => void = () => {};
  onSave.mockReturnValueOnce(new Promise((resolve) => (saved = resolve)));
  await user.type(screen.getByLabelText(t.reminders), '{Backspace}2');
  await user.click(save());
  await user.type(screen.getByLabelText(t.cohortTarget), '0');
  await act(async () => saved(true));
  expect(screen.queryByText(t.saved)).not.toBeInTheDocument();
  expect(screen.getByLabelText(t.cohortTarget)).toHaveValue('100');
  await user.click(save());
  expect(onSave.mock.calls).toEqual([[{ reminders: 2 }], [{ cohortTarget: 100 }]]);
});

it('keeps no retention rule without a decision, and each with one', async () => {
  const { onSave, user } = show();
  await user.click(screen.getByRole('button', { name: t.addRetention }));
  const rule = screen.getByRole('group', { name: t.retentionOf(t.material_sound) });
  await user.type(within(rule).getByLabelText(t.days), '365');
  expect(screen.queryByText(t.noDecision)).not.toBeInTheDocument();
  await user.click(save());
  expect(within(rule).getByText(t.noDecision)).toBeVisible();
  expect(within(rule).getByLabelText(t.decision)).toHaveFocus();
  expect(onSave).not.toHaveBeenCalled();
  await user.type(within(rule).getByLabelText(t.decision), 'SN 2026/14');
  await user.click(save());
  const retention = [{ material: 'sound', days: 365, decision: 'SN 2026/14' }];
  expect(onSave.mock.calls).toEqual([[{ retention }]]);
});

it('takes a retention rule away, with the focus left in its place', async () => {
  const { onSave, user } = show({
    ...PROGRAM_DEFAULTS,
    retention: [{ material: 'log', days: 730, decision: 'SN 2026/14' }],
  });
  await user.click(screen.getByRole('button', { name: t.removeRetention(t.material_log) }));
  expect(screen.getByText(t.noRetention)).toBeVisible();
  expect(screen.getByRole('heading', { name: t.retention })).toHaveFocus();
  await user.click(save());
  expect(onSave.mock.calls).toEqual([[{ retention: [] }]]);
});

it('says what the training asks for before a first interview', async () => {
  const { onSave, user } = show();
  expect(screen.getByRole('radio', { name: t.readiness_required })).toBeChecked();
  await user.click(screen.getByRole('radio', { name: t.readiness_warning }));
  await user.click(save());
  expect(onSave.mock.calls).toEqual([[{ readiness: 'warning' }]]);
});
