import { describe, expect, it } from 'vitest';
import { fixedDeps } from '../base/deps.ts';
import { IDA } from '../interview/fixture.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import { caseOf } from './fixture.ts';
import { AMIR, play } from './fixture-runs.ts';
import { keepDebrief } from './keeping.ts';
import { Debrief, debriefOf } from './model/debrief.ts';
import { foldDebrief } from './model/kept-debrief.ts';
import { foldProgress, trainingStreamOf } from './model/progress.ts';

describe('a debrief that the trainee keeps', () => {
  it('says how the talk went, and nothing of what was said in it', async () => {
    const deps = fixedDeps();
    const journal = openMemoryJournal(IDA, deps);
    const debrief = debriefOf(caseOf('Amir'), play('Amir', AMIR).events());
    if (!debrief) throw new Error('no debrief');
    const words = debrief.own.map(({ text }) => text);
    expect(words).toHaveLength(3);

    const kept = await keepDebrief(journal, IDA.author, debrief, deps.random);
    if (!kept.ok) throw new Error('not kept');

    const events = (await journal.open(kept.value))?.events ?? [];
    const read = Debrief.parse(foldDebrief(events)?.debrief);
    expect(read).toEqual({ ...debrief, own: [] });
    for (const text of words) expect(JSON.stringify(events)).not.toContain(text);
    const progress = await journal.open(trainingStreamOf(IDA.author));
    expect(foldProgress(progress?.events ?? [])?.finished).toMatchObject([
      { case: 'case2', reached: 6, of: 6, allMet: true },
    ]);
  });
});
