import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fixedDeps } from '../../../base/deps.ts';
import { MemberId } from '../../../base/ids.ts';
import { err, ok } from '../../../base/result.ts';
import { dateTime } from '../../../i18n/format.ts';
import { debriefTexts } from '../../../i18n/training-debrief.ts';
import { practiceTexts } from '../../../i18n/training-practice.ts';
import { GUIDE } from '../../../interview/fixture.ts';
import { openMemoryJournal } from '../../../journal/memory.ts';
import { caseOf } from '../../../training/fixture.ts';
import { play, SAGA } from '../../../training/fixture-runs.ts';
import { addReflection, keepDebrief, ownDebriefs } from '../../../training/keeping.ts';
import { debriefOf } from '../../../training/model/debrief.ts';
import type { Delivery, Desk } from '../../port.ts';
import { DIRECTORY, fakeDesk, ME } from '../fixture.ts';
import { DebriefsPart } from './DebriefsPart.tsx';

const t = debriefTexts.sv;
const deps = fixedDeps();
const made = debriefOf(caseOf('Saga'), play('Saga', SAGA).events());
if (!made) throw new Error('no run');
const debrief = made;
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

describe('one that has been sent', () => {
  async function sent(
    delivery: Delivery,
    after: string | null = null,
    role: 'trainer' | 'interviewer' = 'trainer',
  ) {
    const own = fixedDeps();
    const { clock } = own;
    const journal = openMemoryJournal({ author: ME.member, device: ME.device }, own);
    const kept = await keepDebrief(journal, ME.member, debrief, deps.random);
    if (!kept.ok) throw new Error('not kept');
    const think = (question: 0 | 1 | 2, text: string) =>
      addReflection(journal, ME.member, kept.value, { question, text });
    await think(0, 'Jag väntade');
    const packedAt = clock.now();
    clock.advance(60_000);
    if (after !== null) await think(1, after);
    const deliver = vi.fn<Desk['deliver']>(async () => ok('packed'));
    show(kept.value, {
      ...desk,
      journal,
      deliver,
      directory: async () => ({
        ...DIRECTORY,
        members: DIRECTORY.members.map((each) => ({ ...each, role })),
      }),
      deliveries: async () => new Map([[kept.value, { ...delivery, packedAt }]]),
    });
    const when = dateTime(packedAt, 'sv');
    expect(await screen.findByText(t.sentAt(when))).toBeVisible();
    return { deliver, stream: kept.value, user: userEvent.setup() };
  }

  it('says when, that it has arrived and what went along', async () => {
    await sent({ state: 'received', at: 1_800_000_100_000 });
    const arrived = t.sentReceived(dateTime(1_800_000_100_000, 'sv'));
    expect(screen.getByText(new RegExp(arrived))).toBeVisible();
    expect(screen.getByText(new RegExp(t.sentWith(1)))).toBeVisible();
    expect(screen.queryByText(new RegExp(t.sentOlder))).toBeNull();
    expect(screen.queryByRole('button', { name: t.send })).toBeNull();
  });

  it('says that it waits for a connection, or that the office refused it', async () => {
    await sent({ state: 'onTablet' });
    expect(screen.getByText(new RegExp(t.sentWaits))).toBeVisible();
    cleanup();
    await sent({ state: 'refused', code: 'tooLarge' });
    expect(screen.getByText(new RegExp(t.sentRefused.slice(0, 30)))).toBeVisible();
  });

  it('cannot be sent again when the office has no trainer left, and says why', async () => {
    await sent({ state: 'received', at: 7 }, null, 'interviewer');
    expect(await screen.findByText(t.noTrainer)).toBeVisible();
    expect(screen.getByRole('button', { name: t.sendAgain })).toBeDisabled();
  });

  it('is sent again only as a choice, and says whether anything is new', async () => {
    const { deliver, stream, user } = await sent({ state: 'onTablet' }, 'Nästa gång');
    expect(screen.getByText(new RegExp(t.sentOlder))).toBeVisible();
    await user.click(await screen.findByRole('button', { name: t.sendAgain }));
    const dialog = screen.getByRole('dialog', { name: t.sendAgainTitle });
    expect(within(dialog).getByText(t.sendAgainHelp)).toBeVisible();
    expect(within(dialog).queryByText(t.sendAgainSame)).toBeNull();
    expect(deliver).not.toHaveBeenCalled();
    await user.click(within(dialog).getByRole('button', { name: t.sendNow }));
    await vi.waitFor(() => expect(deliver).toHaveBeenCalledExactlyOnceWith('training', stream));
    cleanup();
    const same = await sent({ state: 'onTablet' });
    await same.user.click(await screen.findByRole('button', { name: t.sendAgain }));
    expect(screen.getByText(t.sendAgainSame)).toBeVisible();
  });
});
