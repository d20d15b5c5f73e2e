import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { objectionsIn } from '../../../../tests/setup/axe.ts';
import { MemberId, QuestionId } from '../../../base/ids.ts';
import { err, ok } from '../../../base/result.ts';
import { debriefTexts } from '../../../i18n/training-debrief.ts';
import { GUIDE } from '../../../interview/fixture.ts';
import type { Directory } from '../../../sync/model/directory.ts';
import { caseOf } from '../../../training/fixture.ts';
import { ownDebriefs } from '../../../training/keeping.ts';
import { openPractice } from '../../practice.ts';
import type { Desk } from '../../port.ts';
import { DIRECTORY, fakeDesk, ME } from '../fixture.ts';
import { PracticeDebrief } from './PracticeDebrief.tsx';

const t = debriefTexts.sv;
const [someone] = DIRECTORY.members;
if (!someone) throw new Error('an office without members');
const WITH_TRAINER: Directory = {
  ...DIRECTORY,
  members: [
    ...DIRECTORY.members,
    { ...someone, member: MemberId.parse('6'.repeat(32)), name: 'Ulla', role: 'trainer' },
  ],
};

async function show(from: Desk | null) {
  const practice = await openPractice({ played: caseOf('Saga'), guide: GUIDE, by: 'tablet' });
  await practice.session.put({ how: 'guide', question: QuestionId.parse('s1q1') });
  await practice.session.end();
  const onKept = vi.fn<() => void>();
  const onCases = vi.fn<() => void>();
  const view = render(
    <PracticeDebrief from={from} practice={practice} onKept={onKept} onCases={onCases} />,
  );
  await screen.findByRole('heading', { level: 1 });
  return { practice, onKept, onCases, user: userEvent.setup(), ...view };
}

const press = (name: string) => screen.findByRole('button', { name });

function desk(directory: Directory = WITH_TRAINER, own: Partial<Desk> = {}) {
  const deliver = vi.fn<Desk['deliver']>(async () => ok('packed'));
  return { deliver, from: fakeDesk({ directory: async () => directory, deliver, ...own }) };
}

describe('a debrief after a practice', () => {
  it('is kept when the trainee says so, and not before', async () => {
    const { from, deliver } = desk();
    const { user, onKept } = await show(from);
    expect(await ownDebriefs(from.journal, ME.member)).toEqual([]);
    await user.click(await press(t.keep));
    expect(await screen.findByText(t.kept)).toBeVisible();
    expect(onKept).toHaveBeenCalledOnce();
    expect(await ownDebriefs(from.journal, ME.member)).toMatchObject([
      { debrief: { alias: 'Saga' } },
    ]);
    expect(deliver).not.toHaveBeenCalled();
  });

  it('takes along what is thought of after it was kept', async () => {
    const { from } = desk();
    const { user } = await show(from);
    await user.click(await press(t.keep));
    await screen.findByText(t.kept);
    const [field] = screen.getAllByRole('textbox');
    if (!field) throw new Error('no field');
    await user.type(field, 'Jag skyndade');
    await user.tab();
    await vi.waitFor(async () => {
      const [own] = await ownDebriefs(from.journal, ME.member);
      expect(own?.debrief.reflections).toEqual(['Jag skyndade', '', '']);
    });
  });

  it('says when what is thought of afterwards could not be kept', async () => {
    const { from } = desk();
    const append = vi.fn<Desk['journal']['append']>(from.journal.append);
    const { user } = await show({ ...from, journal: { ...from.journal, append } });
    await user.click(await press(t.keep));
    await screen.findByText(t.kept);
    append.mockResolvedValue(err({ type: 'diskFull' }));
    const [field] = screen.getAllByRole('textbox');
    if (!field) throw new Error('no field');
    await user.type(field, 'Jag skyndade');
    await user.tab();
    expect(await screen.findByText(t.keptFailed)).toBeVisible();
  });

  it('goes to trainers only after it was asked whether it should', async () => {
    const { from, deliver } = desk();
    const { user } = await show(from);
    await vi.waitFor(() => expect(screen.getByRole('button', { name: t.send })).toBeEnabled());
    await user.click(await press(t.send));
    expect(deliver).not.toHaveBeenCalled();
    const dialog = screen.getByRole('dialog', { name: t.sendTitle });
    await user.click(within(dialog).getByRole('button', { name: t.sendNow }));
    expect(await screen.findByText(t.sent)).toBeVisible();
    const [own] = await ownDebriefs(from.journal, ME.member);
    expect(deliver).toHaveBeenCalledExactlyOnceWith('training', own?.stream);
  });

  it('has nobody to go to where there is no trainer', async () => {
    const { from } = desk(DIRECTORY);
    await show(from);
    expect(await screen.findByText(t.noTrainer)).toBeVisible();
    expect(await press(t.send)).toBeDisabled();
  });

  it('says when it could not be kept, and does not send it then', async () => {
    const { from, deliver } = desk();
    const full: Desk['journal']['append'] = async () => err({ type: 'diskFull' });
    const { user } = await show({ ...from, journal: { ...from.journal, append: full } });
    await user.click(await press(t.keep));
    expect(await screen.findByText(t.keptFailed)).toBeVisible();
    expect(deliver).not.toHaveBeenCalled();
  });

  it('can only be printed where there is no office', async () => {
    const { user, onCases, container } = await show(null);
    expect(screen.getByText(t.noVault)).toBeVisible();
    expect(screen.queryByRole('button', { name: t.keep })).toBeNull();
    const print = vi.fn<() => void>();
    vi.stubGlobal('print', print);
    await user.click(await press(t.print));
    expect(print).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
    await user.click(await press(t.discard));
    expect(onCases).toHaveBeenCalledOnce();
    expect(await objectionsIn(container)).toEqual([]);
  });
});
