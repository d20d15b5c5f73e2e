import { describe, expect, it } from 'vitest';
import { caseOf, type PlayedRun } from '../fixture.ts';
import { AMIR, play, SAGA } from '../fixture-runs.ts';
import { debriefOf, keptOf } from './debrief.ts';

describe('the debrief', () => {
  const debrief = (run: PlayedRun, alias: string) => {
    const made = debriefOf(caseOf(alias), run.events());
    if (!made) throw new Error('no debrief');
    return made;
  };

  it('counts what was asked, the silences and the pauses', () => {
    const { counts, own } = debrief(play('Amir', AMIR), 'Amir');
    expect(counts).toMatchObject({ guide: 40, probe: 2, pauses: 1, silences: 2 });
    expect(own.map(({ text }) => text)).toEqual([
      'Bor det något barn där nu?',
      'Hur vill du fortsätta?',
    ]);
    const kinds = Object.values(counts.own).reduce((sum, each) => sum + each, 0);
    expect(kinds).toBe(own.length);
  });

  it('draws who spoke, in order and never two at once', () => {
    const { course, seconds, marks } = debrief(play('Amir', AMIR), 'Amir');
    expect(new Set(course.map(({ who }) => who))).toEqual(
      new Set(['interviewer', 'person', 'silence', 'pause']),
    );
    let end = 0;
    for (const { from, to } of course) {
      expect(from).toBeGreaterThanOrEqual(end);
      expect(to).toBeGreaterThanOrEqual(from);
      end = to;
    }
    expect(end).toBeLessThanOrEqual(seconds);
    expect(course.find(({ who }) => who === 'pause')).toMatchObject({ question: null });
    const pause = course.find(({ who }) => who === 'pause');
    expect((pause?.to ?? 0) - (pause?.from ?? 0)).toBeCloseTo(121, 0);
    expect(marks.map(({ type, wants }) => [type, wants])).toEqual([
      ['wish', 'skip'],
      ['wish', 'skip'],
      ['wish', 'withdrawAudio'],
      ['consent', undefined],
      ['wish', 'pause'],
      ['ended', undefined],
    ]);
  });

  it('tells once that the talk ended when it was stopped', () => {
    const stopped = play('Saga', {
      after: (run) =>
        run.interview({ type: 'InterviewStopped', version: 1, data: { keep: 'all' } }),
    });
    expect(debrief(stopped, 'Saga').marks.map(({ type }) => type)).toEqual(['ended']);
  });

  it('keeps what the trainee wrote to each question, and is none without a run', () => {
    const run = play('Saga', SAGA);
    run.fact({
      type: 'ReflectionWritten',
      version: 1,
      data: { question: 1, text: 'Att hon inte hade någon att gå till.' },
    });
    expect(debrief(run, 'Saga').reflections).toEqual([
      '',
      'Att hon inte hade någon att gå till.',
      '',
    ]);
    expect(debrief(run, 'Saga').reflect).toEqual(caseOf('Saga').reflect);
    expect(debriefOf(caseOf('Saga'), { run: [], interview: [], concerns: [] })).toBeUndefined();
  });

  it('leaves the own words behind when it is kept, and their counts in it', () => {
    const made = debrief(play('Amir', AMIR), 'Amir');
    const kept = keptOf(made);
    expect(made.own.length).toBe(2);
    expect(JSON.stringify(kept)).not.toContain('Hur vill du fortsätta?');
    expect(kept.counts).toEqual(made.counts);
  });
});
