import { describe, expect, it } from 'vitest';
import { sayingTexts } from '../i18n/training-sayings.ts';
import { GUIDE, q, talkEnded, wrote } from '../interview/fixture.ts';
import { caseOf, PlayedRun } from './fixture.ts';
import {
  AMIR,
  closes,
  LINA,
  LINA_WRONG,
  opens,
  play,
  reports,
  SAGA,
  type Turns,
} from './fixture-runs.ts';
import { Debrief, debriefOf } from './model/debrief.ts';

function results(alias: string, run: PlayedRun): Record<string, string> {
  const debrief = debriefOf(caseOf(alias), run.events());
  if (!debrief) throw new Error('no debrief');
  expect(Debrief.safeParse(JSON.parse(JSON.stringify(debrief)))).toMatchObject({ success: true });
  return Object.fromEntries(debrief.checkpoints.map(({ id, result }) => [id, result]));
}

const all = (alias: string, result: string) =>
  Object.fromEntries(caseOf(alias).checkpoints.map(({ id }) => [id, result]));

describe('a talk that does what the case is about', () => {
  it.each([
    ['Saga', SAGA],
    ['Amir', AMIR],
    ['Lina', LINA],
  ] as const)('reaches every checkpoint of %s', (alias, turns) => {
    const run = play(alias, turns);
    expect(results(alias, run)).toEqual(all(alias, 'reached'));
    expect(debriefOf(caseOf(alias), run.events())).toMatchObject({ allMet: true });
  });

  it.each(['Saga', 'Amir', 'Lina'])(
    'and one that only reads the questions of %s aloud reaches none',
    (alias) => {
      expect(results(alias, play(alias, {}))).toEqual(all(alias, 'missed'));
    },
  );
});

describe("Lina's case when it goes wrong", () => {
  it('shows going on without the card, the promise and the report that was not made, and nothing else', () => {
    expect(results('Lina', play('Lina', LINA_WRONG))).toEqual({
      ...all('Lina', 'reached'),
      card: 'missed',
      anonymity: 'missed',
      report: 'missed',
    });
  });

  it('takes a promise anywhere in the talk for one, also when the truth is told later', () => {
    const promised = {
      ...LINA,
      s4q3: (run: PlayedRun) => {
        LINA['s4q3']?.(run);
        run.say('s4q3', 'Det här stannar mellan oss.');
      },
    };
    expect(results('Lina', play('Lina', promised))).toEqual({
      ...all('Lina', 'reached'),
      anonymity: 'missed',
    });
  });

  it('takes questions of where and how often for an investigation, and comforting words for none', () => {
    const comforts: Turns = {
      ...LINA,
      s4q3: (run) => {
        LINA['s4q3']?.(run);
        run.say('s4q3', 'Det var inte ditt fel.');
        run.say('s4q3', 'Jag förstår att det är svårt.');
      },
    };
    expect(results('Lina', play('Lina', comforts))).toEqual(all('Lina', 'reached'));
    const investigates: Turns = {
      ...LINA,
      s4q3: (run) => {
        LINA['s4q3']?.(run);
        run.say('s4q3', 'Var tog han tag i dig?');
        run.say('s4q3', 'Hur ofta hände det?');
      },
    };
    expect(results('Lina', play('Lina', investigates))).toMatchObject({ disclosure: 'missed' });
  });

  it('takes her question being left without an answer for a miss', () => {
    expect(results('Lina', play('Lina', { ...LINA, s8q4: () => undefined }))).toMatchObject({
      anonymity: 'missed',
    });
  });

  it('takes a card that is opened two questions later for too late', () => {
    const late: Turns = {
      ...LINA,
      s4q5: reports,
      s5q2: (run) => opens(run, 'childAtRisk', 's5q2'),
    };
    expect(results('Lina', play('Lina', late))).toMatchObject({
      card: 'missed',
      report: 'reached',
    });
  });

  it('takes a card that was closed as postponed for postponing', () => {
    const later: Turns = { ...LINA, after: (run) => closes(run, 'postponed') };
    expect(results('Lina', play('Lina', later))).toEqual({
      ...all('Lina', 'reached'),
      report: 'missed',
    });
  });

  it('holds nothing against a talk that was stopped before', () => {
    const run = new PlayedRun(caseOf('Lina'));
    run.ask('s1q1');
    run.interview({ type: 'InterviewStopped', version: 1, data: { keep: 'all' } });
    run.fact({ type: 'RunEnded', version: 1, data: {} });
    expect(results('Lina', run)).toEqual(all('Lina', 'notMet'));
  });
});

describe('a case that a person plays', () => {
  /** Every question is on the screen once, and between them the trainee does what is theirs to do. */
  function played(alias: string, turns: Turns): PlayedRun {
    const run = new PlayedRun(caseOf(alias), 'person');
    for (const { id } of GUIDE.sections.flatMap(({ questions }) => questions)) {
      run.interview({ type: 'QuestionAsked', version: 1, data: { question: id } });
      turns[id]?.(run);
    }
    run.interview(talkEnded);
    return run;
  }
  const unheard = (alias: string, run: PlayedRun) =>
    debriefOf(caseOf(alias), run.events())
      ?.checkpoints.filter((each) => each.unheard)
      .map(({ id }) => id);
  /** A tap on what was said aloud; no reply comes of it. */
  const says = (run: PlayedRun, question: string, topic: keyof typeof sayingTexts.sv) =>
    run.fact({
      type: 'QuestionPut',
      version: 1,
      data: {
        question: q(question),
        how: 'own',
        probe: null,
        text: sayingTexts.sv[topic],
        judged: null,
      },
    });

  it('judges what is seen on the tablet, and leaves open what was only said', () => {
    const run = played('Lina', { s7q2: (now) => opens(now, 'suicidality', 's7q2') });
    expect(results('Lina', run)).toEqual({
      honestStart: 'notMet',
      // Nothing was written down of what she said there, and that is seen.
      disclosure: 'missed',
      card: 'missed',
      threat: 'notMet',
      suicide: 'reached',
      anonymity: 'notMet',
      safeEnding: 'notMet',
      report: 'missed',
    });
    expect(unheard('Lina', run)).toEqual(['honestStart', 'threat', 'anonymity', 'safeEnding']);
  });

  it('follows what the trainee taps of what they said, the promise too', () => {
    const run = played('Lina', {
      s1q2: (now) => says(now, 's1q2', 'mustPassOn'),
      s4q3: (now) => {
        says(now, 's4q3', 'thanks');
        says(now, 's4q3', 'safeNow');
        now.interview(wrote('s4q3', 'Hon blev slagen med en livrem.'));
      },
      s8q4: (now) => says(now, 's8q4', 'promisesAnonymity'),
    });
    expect(results('Lina', run)).toMatchObject({
      honestStart: 'reached',
      disclosure: 'reached',
      anonymity: 'missed',
    });
    expect(unheard('Lina', run)).toEqual(['threat', 'suicide', 'safeEnding']);
  });

  it('follows how a wish is met that whoever plays has spoken, and blames nobody for one they did not', () => {
    const met = played('Amir', {
      s2q2: (now) =>
        now.interview({
          type: 'QuestionEnded',
          version: 1,
          data: { question: q('s2q2'), outcome: 'declined' },
        }),
      s4q3: (now) =>
        now.interview({ type: 'ConsentWithdrawn', version: 1, data: { items: ['audio'] } }),
    });
    expect(results('Amir', met)).toMatchObject({ firstNo: 'reached', stopRecording: 'reached' });
    const never = played('Amir', {});
    expect(results('Amir', never)).toMatchObject({
      firstNo: 'notMet',
      stopRecording: 'notMet',
      pause: 'notMet',
    });
    expect(unheard('Amir', never)).toEqual(
      expect.arrayContaining(['firstNo', 'stopRecording', 'pause']),
    );
  });
});
