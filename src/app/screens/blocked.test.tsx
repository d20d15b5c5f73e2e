import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fixedDeps } from '../../base/deps.ts';
import { ok } from '../../base/result.ts';
import { erasingTexts } from '../../i18n/erasing.ts';
import { erasureStreamOf, type ErasureSummary } from '../../interview/model/withdrawal.ts';
import { recallWithdrawal, withdrawInterview } from '../../interview/withdraw.ts';
import { openMemoryJournal } from '../../journal/memory.ts';
import { FACTS, INTERVIEW, OLLE, STORY, written } from '../../review/fixture.ts';
import { takeIn } from '../take-in.ts';
import { fakeDesk, ME } from './fixture.ts';
import { InboxScreen } from './InboxScreen.tsx';
import { ReadingScreen } from './ReadingScreen.tsx';
import { WithdrawnGate } from './WithdrawnGate.tsx';
// Loaded before the screens ask for them.
import '../../review/ui/CardsRecord.tsx';
import { objectionsIn } from '../../../tests/setup/axe.ts';

const deps = fixedDeps();

/** A supervisor's desk with one delivered interview, which the participant takes back when told to. */
async function desk({ flagged = false } = {}) {
  const facts = FACTS.filter(({ type }) => flagged || type !== 'SafetyFlagged');
  const events = written(facts, INTERVIEW, [], OLLE);
  const journal = openMemoryJournal({ author: ME.member, device: ME.device }, deps);
  const taken = await takeIn(journal, ME.member, 'interview', INTERVIEW, events);
  if (!taken.ok) throw new Error(taken.error.type);
  const own = fakeDesk({
    journal,
    deliver: async () => ok('packed'),
    subscribe: (listener) => journal.subscribe(listener),
  });
  const data = { interview: INTERVIEW, code: 'K-017', through: 'interviewer' } as const;
  const withdraw = () => withdrawInterview(own, { ...data, by: ME.member }, deps.clock.now());
  return { own, withdraw };
}

it('an interview that is taken back while it is read is shown no more', async () => {
  const { own, withdraw } = await desk();
  render(<ReadingScreen stream={INTERVIEW} desk={own} clock={deps.clock} />);
  const words = STORY.slice(0, 20);
  await waitFor(() => expect(document.body).toHaveTextContent(words));
  await withdraw();
  expect(await screen.findByRole('heading', { name: 'Intervjun är spärrad' })).toBeVisible();
  expect(document.body).not.toHaveTextContent(words);
});

it('an urgent message in it stays until somebody has taken care of it, and nothing else', async () => {
  const { own, withdraw } = await desk({ flagged: true });
  await withdraw();
  render(<ReadingScreen stream={INTERVIEW} desk={own} clock={deps.clock} />);
  expect(await screen.findByText(/Deltagaren tog tillbaka intervjun/)).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Brådskande' })).toBeVisible();
  expect(document.body).not.toHaveTextContent(STORY.slice(0, 20));
  expect(screen.queryByRole('button', { name: 'Godkänn' })).not.toBeInTheDocument();
  expect(await objectionsIn(document.body)).toEqual([]);
});

it('leaves the inbox', async () => {
  const { own, withdraw } = await desk();
  render(<InboxScreen desk={own} clock={deps.clock} />);
  expect(await screen.findByText('K-017')).toBeVisible();
  await withdraw();
  await waitFor(() => expect(screen.queryByText('K-017')).not.toBeInTheDocument());
});

it('its own interviewer opens it no more', async () => {
  const { own, withdraw } = await desk();
  render(
    <WithdrawnGate stream={INTERVIEW} desk={own} onHome={() => undefined}>
      <p>Det som sades</p>
    </WithdrawnGate>,
  );
  expect(await screen.findByText('Det som sades')).toBeVisible();
  await withdraw();
  expect(await screen.findByRole('heading', { name: 'Intervjun är spärrad' })).toBeVisible();
  expect(screen.queryByText('Det som sades')).not.toBeInTheDocument();
});

it('whoever noted it by mistake lifts the block, until a supervisor has decided on it', async () => {
  const { own, withdraw } = await desk();
  const gate = (by = ME) => (
    <WithdrawnGate stream={INTERVIEW} desk={{ ...own, me: by }} onHome={() => undefined}>
      <p>Det som sades</p>
    </WithdrawnGate>
  );
  await withdraw();
  const { rerender } = render(gate());
  fireEvent.click(await screen.findByRole('button', { name: erasingTexts.sv.recall }));
  expect(await screen.findByText('Det som sades')).toBeVisible();

  await withdraw();
  expect(await screen.findByRole('button', { name: erasingTexts.sv.recall })).toBeVisible();
  rerender(gate({ ...ME, member: OLLE.author }));
  expect(await screen.findByRole('heading', { name: 'Intervjun är spärrad' })).toBeVisible();
  expect(screen.queryByRole('button', { name: erasingTexts.sv.recall })).toBeNull();

  rerender(gate());
  expect(await screen.findByRole('button', { name: erasingTexts.sv.recall })).toBeVisible();
  const approved: ErasureSummary = {
    interview: INTERVIEW,
    code: 'K-017',
    materials: ['interview'],
    decision: 'SN 2026/1',
    why: 'withdrawn',
    leftBehind: [],
    by: OLLE.author,
    at: deps.clock.now(),
  };
  const { leftBehind, interview, code, materials, decision, why } = approved;
  await own.journal.append(
    erasureStreamOf(INTERVIEW, OLLE.author),
    'erasure',
    [
      {
        type: 'ErasureApproved',
        version: 1,
        data: { leftBehind, interview, code, materials, decision, why },
      },
    ],
    approved,
  );
  await waitFor(() =>
    expect(screen.queryByRole('button', { name: erasingTexts.sv.recall })).toBeNull(),
  );
  expect(await recallWithdrawal(own, INTERVIEW, ME.member)).toEqual(ok('tooLate'));
});
