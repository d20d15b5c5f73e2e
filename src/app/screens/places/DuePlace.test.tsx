import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fixedDeps, newId } from '../../../base/deps.ts';
import { StreamId } from '../../../base/ids.ts';
import { dueTexts } from '../../../i18n/due.ts';
import { openMemoryJournal } from '../../../journal/memory.ts';
import { fakeDesk, ME } from '../fixture.ts';
import { DuePlace } from './DuePlace.tsx';
import { cameIn, CODE, registered } from './fixture.ts';

const TODAY = Date.parse('2026-11-01T10:00:00Z');
const t = dueTexts.sv;

async function shown(talks: readonly string[], mayAsk = true) {
  const deps = fixedDeps(TODAY);
  const journal = openMemoryJournal({ author: ME.member, device: ME.device }, deps);
  await registered(journal, deps);
  for (const [before, day] of talks.entries()) {
    const interview = newId(StreamId, deps.random);
    await cameIn(journal, interview, Date.parse(`${day}T10:00:00Z`), { wave: before + 1, mayAsk });
  }
  render(
    <DuePlace desk={fakeDesk({ journal })} deps={deps} stream={null} onBack={() => undefined} />,
  );
  return screen.findByRole('heading', { name: t.cohorts });
}

const row = () =>
  within(screen.getByRole('row', { name: /^Storby/ }))
    .getAllByRole('cell')
    .map((each) => each.textContent);

it('follows somebody up from the interview that came in, noted or not', async () => {
  await shown(['2026-03-01']);
  expect(screen.getAllByText(t.followUp(CODE))[0]).toBeVisible();
  expect(screen.getByRole('heading', { name: t.now })).toBeVisible();
  expect(row()).toEqual(['1', '0', t.ofTarget(1, 10)]);
});

it('counts those who came back apart', async () => {
  await shown(['2025-07-01', '2026-03-01']);
  expect(row()).toEqual(['0', '1', t.ofTarget(1, 10)]);
});

it('neither lists nor counts who said no to being asked again', async () => {
  await shown(['2026-03-01'], false);
  expect(screen.queryByText(t.followUp(CODE))).toBeNull();
  expect(screen.getByText(t.cohortsNone)).toBeVisible();
});
