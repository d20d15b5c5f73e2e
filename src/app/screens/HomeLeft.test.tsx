import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { objectionsIn } from '../../../tests/setup/axe.ts';
import { fixedDeps } from '../../base/deps.ts';
import { StreamId } from '../../base/ids.ts';
import { err } from '../../base/result.ts';
import { leftTexts } from '../../i18n/left.ts';
import { listLeft, writeLeft } from '../../interview/left.ts';
import { withdrawInterview } from '../../interview/withdraw.ts';
import { openMemoryJournal } from '../../journal/memory.ts';
import type { Journal } from '../../journal/model/port.ts';
import { fakeDesk, ME } from './fixture.ts';
import { HomeLeft } from './HomeLeft.tsx';

const INTERVIEW = StreamId.parse('a'.repeat(32));
const LINE = 'Intervjun K-017 är godkänd och finns hos arbetsledaren.';
const t = leftTexts.sv;

let journal: Journal;
beforeEach(async () => {
  journal = openMemoryJournal({ author: ME.member, device: ME.device }, fixedDeps());
  const streams = [{ kind: 'interview' as const, stream: INTERVIEW }];
  const data = { interview: INTERVIEW, code: 'K-017', revision: 1, at: 0, streams };
  await writeLeft(journal, INTERVIEW, { type: 'InterviewLeft', version: 1, data });
});

it('is a line, and a way to fetch it again', async () => {
  let synced = 0;
  const desk = fakeDesk({
    journal,
    syncNow: () => {
      synced += 1;
    },
  });
  const { container } = render(<HomeLeft desk={desk} />);
  expect(await screen.findByText(LINE)).toBeVisible();
  expect(await objectionsIn(container)).toEqual([]);
  await userEvent.setup().click(screen.getByRole('button', { name: t.fetchOf('K-017') }));
  expect(await listLeft(journal)).toMatchObject([{ state: 'wanted' }]);
  expect(synced).toBe(1);
});

it('says when the wish could not be kept', async () => {
  const append: Journal['append'] = async () => err({ type: 'diskFull' });
  render(<HomeLeft desk={fakeDesk({ journal: { ...journal, append } })} />);
  const again = await screen.findByRole('button', { name: t.fetchOf('K-017') });
  await userEvent.setup().click(again);
  expect(await screen.findByRole('alert')).toHaveTextContent(t.notKept);
});

it('says nothing of one that is here again, or that was taken back', async () => {
  const ports = { journal, deliver: async () => undefined };
  const said = { interview: INTERVIEW, code: 'K-017', through: 'interviewer' as const };
  const { rerender } = render(<HomeLeft desk={fakeDesk({ journal })} />);
  expect(await screen.findByText(LINE)).toBeVisible();
  await withdrawInterview(ports, { ...said, by: ME.member }, 0);
  rerender(<HomeLeft key="again" desk={fakeDesk({ journal })} />);
  await expect(screen.findByText(LINE, {}, { timeout: 200 })).rejects.toThrow(/Unable to find/);
});
