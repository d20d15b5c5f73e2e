import { expect, it } from 'vitest';
import { fixedDeps } from '../base/deps.ts';
import { beginInterview } from './begin.ts';
import { BRIEF, folded, GUIDE, IDA, memoryJournal, moodyJournal, must } from './fixture.ts';
import { InterviewSummary } from './model/summary.ts';

const deps = () => ({ random: fixedDeps().random, now: 1_800_000_000_000 });
const input = { interviewer: IDA.author, code: 'K-014', guide: GUIDE, track: BRIEF };

it('pins the guide and is on disk before the first question is shown', async () => {
  const journal = memoryJournal();
  const stream = must(await beginInterview(journal, input, deps()));
  const opened = await journal.open(stream);
  expect(opened?.kind).toBe('interview');
  expect(folded(opened?.events ?? [])).toMatchObject({
    status: 'talking',
    code: 'K-014',
    guide: { id: 'default-guide', version: GUIDE.version },
    track: 'brief',
  });
  const [row] = await journal.list('interview');
  expect(InterviewSummary.parse(row?.data)).toMatchObject({
    code: 'K-014',
    interviewer: IDA.author,
    status: 'talking',
    startedAt: 1_800_000_000_000,
    done: 0,
    of: 18,
  });
});

it('has not begun when the journal refuses', async () => {
  const { journal, refuse } = moodyJournal();
  refuse({ type: 'diskFull' });
  expect(await beginInterview(journal, input, deps())).toEqual({
    ok: false,
    error: { type: 'diskFull' },
  });
  expect(await journal.list('interview')).toEqual([]);
});
