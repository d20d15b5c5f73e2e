import { describe, expect, it } from 'vitest';
import { fixedDeps } from '../base/deps.ts';
import { err } from '../base/result.ts';
import { IDA } from '../interview/fixture.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import { caseOf, PlayedRun } from './fixture.ts';
import { AMIR, play } from './fixture-runs.ts';
import { keepDebrief } from './keeping.ts';
import { Debrief, debriefOf } from './model/debrief.ts';
import { foldDebrief } from './model/kept-debrief.ts';
import { foldProgress, trainingStreamOf, TrainingSummary } from './model/progress.ts';

const debrief = debriefOf(caseOf('Amir'), play('Amir', AMIR).events());
if (!debrief) throw new Error('no debrief');
const deps = fixedDeps();
const me = IDA.author;

describe('a debrief that the trainee keeps', () => {
  it('says how the talk went, and nothing of what was said in it', async () => {
    const journal = openMemoryJournal(IDA, deps);
    const words = debrief.own.map(({ text }) => text);
    expect(words).toHaveLength(2);

    const kept = await keepDebrief(journal, me, debrief, deps.random);
    if (!kept.ok) throw new Error('not kept');

    const events = (await journal.open(kept.value))?.events ?? [];
    const read = Debrief.parse(foldDebrief(events)?.debrief);
    expect(read).toEqual({ ...debrief, own: [] });
    for (const text of words) expect(JSON.stringify(events)).not.toContain(text);
    const progress = await journal.open(trainingStreamOf(me));
    expect(foldProgress(progress?.events ?? [])?.finished).toMatchObject([
      { case: 'case2', reached: 6, of: 6, allMet: true },
    ]);
  });

  it('does not count a talk that was left in the middle as a finished practice', async () => {
    const journal = openMemoryJournal(IDA, deps);
    const run = new PlayedRun(caseOf('Amir'));
    run.ask('s1q1');
    run.fact({ type: 'RunEnded', version: 1, data: {} });
    const left = debriefOf(caseOf('Amir'), run.events());
    if (!left) throw new Error('no debrief');
    expect(await keepDebrief(journal, me, left, deps.random)).toMatchObject({ ok: true });
    expect(await journal.list('debrief')).toHaveLength(1);
    expect(await journal.list('training')).toEqual([]);
  });

  it('leaves it as it is whether trainers see the progress', async () => {
    const journal = openMemoryJournal(IDA, deps);
    const own = trainingStreamOf(me);
    const shared = { type: 'Shared', version: 1, data: {} };
    await journal.append(own, 'training', [shared], { by: me, shared: true });
    await keepDebrief(journal, me, debrief, deps.random);
    const [row] = await journal.list('training');
    expect(TrainingSummary.parse(row?.data)).toEqual({ by: me, shared: true });
  });

  it('makes one debrief, also when the first try was refused half-way', async () => {
    const journal = openMemoryJournal(IDA, deps);
    for (const refused of ['training', 'debrief']) {
      const halfFull: typeof journal.append = async (stream, kind, ...more) =>
        kind === refused ? err({ type: 'diskFull' }) : journal.append(stream, kind, ...more);
      const first = await keepDebrief({ ...journal, append: halfFull }, me, debrief, deps.random);
      expect(first).toEqual(err({ type: 'diskFull' }));
    }
    expect(await keepDebrief(journal, me, debrief, deps.random)).toMatchObject({ ok: true });
    expect(await journal.list('debrief')).toHaveLength(1);
    const progress = await journal.open(trainingStreamOf(me));
    const cases = foldProgress(progress?.events ?? [])?.finished.map((each) => each.case);
    expect(new Set(cases)).toEqual(new Set(['case2']));
  });

  it('says so when it could not be kept', async () => {
    const journal = openMemoryJournal(IDA, deps);
    const full: typeof journal.append = async () => err({ type: 'diskFull' });
    const kept = await keepDebrief({ ...journal, append: full }, me, debrief, deps.random);
    expect(kept).toEqual(err({ type: 'diskFull' }));
  });
});
