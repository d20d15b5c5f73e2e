import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fixedDeps, newId } from '../../base/deps.ts';
import { StreamId } from '../../base/ids.ts';
import { lateMemoTexts } from '../../i18n/late-memos.ts';
import { reviewTexts } from '../../i18n/review.ts';
import { openMemoryJournal } from '../../journal/memory.ts';
import { stampAfter, type NewEvent } from '../../journal/model/event.ts';
import { changeProgram } from '../../people/program-stream.ts';
import { foldAssignment } from '../../people/model/assignment.ts';
import { fakeDesk, LOST_DEVICE, ME } from './fixture.ts';
import { InboxScreen } from './InboxScreen.tsx';
import { cameIn, CODE, given, registered, TORE } from './places/fixture.ts';
// Loaded before the screen asks for it.
import '../../review/ui/LateMemos.tsx';

const HOUR = 60 * 60_000;
const BEGUN = Date.parse('2026-11-01T10:00:00Z');
const t = reviewTexts.sv;

/** A talk that was given to Tore, and what his tablet says when he begins it. */
async function begun() {
  const deps = fixedDeps(BEGUN);
  const journal = openMemoryJournal({ author: ME.member, device: ME.device }, deps);
  const interview = newId(StreamId, deps.random);
  const stream = await given(journal, deps, { participant: await registered(journal, deps) });
  const known = (await journal.open(stream))?.events ?? [];
  const facts: NewEvent[] = [{ type: 'AssignmentBegun', version: 1, data: { interview } }];
  const tore = { author: TORE, device: LOST_DEVICE };
  const order = known.length;
  const said = stampAfter({ seq: 0, tip: null, order }, facts, stream, tore, deps);
  await journal.take(stream, 'assignment', said, foldAssignment([...known, ...said]));
  return { deps, journal, interview };
}

it('says that the memo of a begun talk is late, until the interview comes in', async () => {
  const { deps, journal, interview } = await begun();
  const desk = fakeDesk({ journal });
  deps.clock.advance(30 * HOUR);
  const { unmount } = render(<InboxScreen desk={desk} clock={deps.clock} />);
  expect(await screen.findByRole('heading', { name: lateMemoTexts.sv.title })).toBeVisible();
  expect(screen.getByRole('button', { name: new RegExp(CODE) })).toHaveTextContent(t.memoDay);
  unmount();
  await cameIn(journal, interview, BEGUN);
  render(<InboxScreen desk={desk} clock={deps.clock} />);
  expect(await screen.findByRole('list', { name: t.list })).toBeVisible();
  expect(screen.queryByRole('heading', { name: lateMemoTexts.sv.title })).toBeNull();
});

it('goes by the office’s own days for a review', async () => {
  const { deps, journal, interview } = await begun();
  await cameIn(journal, interview, BEGUN);
  const desk = fakeDesk({ journal });
  deps.clock.advance(4 * 24 * HOUR);
  const { unmount } = render(<InboxScreen desk={desk} clock={deps.clock} />);
  await screen.findByRole('list', { name: t.list });
  expect(screen.queryByText(t.reviewLate)).toBeNull();
  unmount();
  await changeProgram(journal, ME, { reviewDueDays: 3 }, deps.clock.now());
  render(<InboxScreen desk={desk} clock={deps.clock} />);
  expect(await screen.findByText(t.reviewLate)).toBeVisible();
});
