import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { fixedDeps } from '../../../base/deps.ts';
import { MemberId } from '../../../base/ids.ts';
import { err } from '../../../base/result.ts';
import { debriefTexts } from '../../../i18n/training-debrief.ts';
import { practiceTexts } from '../../../i18n/training-practice.ts';
import { GUIDE } from '../../../interview/fixture.ts';
import { caseOf } from '../../../training/fixture.ts';
import { play, SAGA } from '../../../training/fixture-runs.ts';
import { keepDebrief, ownDebriefs } from '../../../training/keeping.ts';
import { debriefOf } from '../../../training/model/debrief.ts';
import type { Desk } from '../../port.ts';
import { fakeDesk, ME } from '../fixture.ts';
import { DebriefsPart } from './DebriefsPart.tsx';

const t = debriefTexts.sv;
const deps = fixedDeps();
const debrief = debriefOf(caseOf('Saga'), play('Saga', SAGA).events());
if (!debrief) throw new Error('no run');
const desk = fakeDesk({ guide: async () => GUIDE });
beforeEach(async () => {
  for (const { stream } of await desk.journal.list('debrief')) await desk.journal.erase(stream);
});

const show = (stream: Parameters<typeof DebriefsPart>[0]['stream'], at: Desk = desk) =>
  render(
    <DebriefsPart desk={at} deps={deps} part="debriefs" stream={stream} onBack={() => undefined} />,
  );

it('lists what I have kept, and not what a trainee sent me', async () => {
  await keepDebrief(desk.journal, ME.member, debrief, deps.random);
  const other = MemberId.parse('7'.repeat(32));
  await keepDebrief(desk.journal, other, { ...debrief, alias: 'Nora' }, deps.random);
  show(null);
  expect(await screen.findByRole('button', { name: /^Saga, / })).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Nora, / })).toBeNull();
});

it('says so when there is none', async () => {
  show(null);
  expect(await screen.findByText(t.mineNone)).toBeVisible();
});

it('opens one, to be thought of further', async () => {
  const kept = await keepDebrief(desk.journal, ME.member, debrief, deps.random);
  if (!kept.ok) throw new Error('not kept');
  show(kept.value);
  const field = await screen.findByRole('textbox', { name: debrief.reflect[2].sv });
  // In a real vault, and on paper from it, nobody may take it for an interview.
  expect(document.documentElement.dataset['practice']).toBe('true');
  expect(screen.getByText(practiceTexts.sv.mark)).toBeVisible();
  const user = userEvent.setup();
  await user.type(field, 'Tystnaden hjälpte');
  await user.tab();
  await vi.waitFor(async () => {
    const [own] = await ownDebriefs(desk.journal, ME.member);
    expect(own?.debrief.reflections[2]).toBe('Tystnaden hjälpte');
  });
});

it('says when what was thought further could not be kept', async () => {
  const kept = await keepDebrief(desk.journal, ME.member, debrief, deps.random);
  if (!kept.ok) throw new Error('not kept');
  const append: Desk['journal']['append'] = async () => err({ type: 'diskFull' });
  show(kept.value, { ...desk, journal: { ...desk.journal, append } });
  const field = await screen.findByRole('textbox', { name: debrief.reflect[2].sv });
  const user = userEvent.setup();
  await user.type(field, 'Tystnaden hjälpte');
  await user.tab();
  expect(await screen.findByText(t.keptFailed)).toBeVisible();
});
