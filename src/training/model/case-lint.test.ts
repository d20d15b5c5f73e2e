import { describe, expect, it } from 'vitest';
import { GUIDE, card, q } from '../../interview/fixture.ts';
import { caseOf, TRAINING } from '../fixture.ts';
import { lintCase } from './case-lint.ts';
import { CaseId, PracticeCase } from './case.ts';
import { holdsContact } from './contact-data.ts';

const saga = caseOf('Saga');
const problems = (made: PracticeCase) =>
  lintCase(made, GUIDE).map(({ what, place, found }) => [what, place, found]);
const withCheckpoint = (when: PracticeCase['checkpoints'][number]['when']): PracticeCase => ({
  ...saga,
  checkpoints: [{ id: 'new', at: q('s4q1'), when, expect: { sv: 'Vänta.' } }],
});

describe('the cases that are shipped', () => {
  it.each(TRAINING.cases)('$persona.alias has nothing to mend', (played) => {
    expect(lintCase(played, GUIDE)).toEqual([]);
  });

  it.each(TRAINING.cases)('$persona.alias says everything in both languages', (played) => {
    const texts: unknown[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('sv' in value) texts.push('en' in value);
      Object.values(value).forEach(walk);
    };
    walk(played);
    expect(texts.length).toBeGreaterThan(150);
    expect(texts).not.toContain(false);
  });

  it.each(TRAINING.cases)(
    '$persona.alias explains each checkpoint and why it matters',
    (played) => {
      expect(played.checkpoints.filter(({ motive }) => !motive)).toEqual([]);
    },
  );

  it('keeps silences that bring something, at four places at least', () => {
    const waits = TRAINING.cases.flatMap(({ persona, answers }) =>
      Object.entries(answers)
        .filter(([, { afterSilence }]) => afterSilence === 10)
        .map(([question]) => `${persona.alias} ${question}`),
    );
    expect(waits).toEqual(['Saga s3q4', 'Amir s2q1', 'Amir s3q4', 'Lina s3q6', 'Lina s7q2']);
  });
});

describe('what keeps a case from being published', () => {
  it('a question that is not answered, and an answer to none', () => {
    const { [q('s3q2')]: _left, ...answers } = saga.answers;
    const nowhere = { ...answers, [q('s9q9')]: { say: { sv: 'Hej' } } };
    expect(problems({ ...saga, answers: nowhere })).toEqual([
      ['answerUnknown', 's9q9', null],
      ['unanswered', 's3q2', null],
    ]);
  });

  it('a value that the question does not take, and a probe that it does not have', () => {
    const answers = {
      ...saga.answers,
      [q('s2q3')]: { say: { sv: 'Elva.' }, value: 11, probes: { 7: { say: { sv: 'Va?' } } } },
      [q('s5q5')]: { say: { sv: 'Ofta.' }, value: ['sometimes', 'never'] },
      [q('s8q5')]: { say: { sv: 'Bra.' }, value: 'splendid' },
    };
    expect(problems({ ...saga, answers })).toEqual([
      ['probeUnknown', 's2q3', '7'],
      ['valueUnfit', 's2q3', null],
      ['valueUnfit', 's5q5', null],
      ['valueUnfit', 's8q5', null],
    ]);
  });

  it('a checkpoint that nobody could reach', () => {
    const happened = { is: 'happened' } as const;
    expect(
      problems(
        withCheckpoint({
          is: 'all',
          of: [
            { ...happened, what: { type: 'CardOpened', card: card('unicorn') } },
            { ...happened, what: { type: 'QuestionPut', question: q('s9q1') } },
            { ...happened, what: { type: 'QuestionPut', question: q('s4q1'), probe: 9 } },
            { ...happened, what: { type: 'ConsentWithdrawn', item: 'soul' } },
            { ...happened, what: { type: 'CaseAsked', wants: 'stop' } },
            { ...happened, what: { type: 'QuestionPut', about: {} } },
            { ...happened, what: { type: 'TalkEnded' }, within: { questions: 1 } },
          ],
        }),
      ),
    ).toEqual([
      ['cardUnknown', 'new', 'unicorn'],
      ['questionUnknown', 'new', 's9q1'],
      ['probeInCheckpoint', 'new', 's4q1: 10'],
      ['itemUnknown', 'new', 'soul'],
      ['neverCaused', 'new', 'stop'],
      ['aboutNothing', 'new', null],
      ['withoutAfter', 'new', null],
    ]);
  });

  it('a checkpoint at a question that the length of the case does not have, or twice the same', () => {
    const brief = {
      ...saga,
      setup: { ...saga.setup, track: GUIDE.tracks[2]?.id ?? saga.setup.track },
    };
    expect(problems(brief)).toContainEqual(['checkpointOffTrack', 'heredity', 's3q6']);
    const [first] = saga.checkpoints;
    if (!first) throw new Error('no checkpoint');
    expect(problems({ ...saga, checkpoints: [first, first] })).toEqual([
      ['checkpointDouble', first.id, null],
    ]);
  });

  it('what looks as if it led to a real person', () => {
    const says = (sv: string): PracticeCase => ({
      ...saga,
      answers: { ...saga.answers, [q('s4q4')]: { say: { sv } } },
    });
    expect(problems(says('Hon heter 20070412-2387 i registret.'))).toEqual([
      ['identityNumber', 's4q4', null],
    ]);
    expect(problems(says('Ring 070-174 06 05.'))).toEqual([['contact', 's4q4', '070-174 06 05']]);
    expect(problems({ ...saga, persona: { ...saga.persona, alias: 'Saga Ek' } })).toEqual([
      ['fullName', 'persona', 'Saga Ek'],
    ]);
  });

  it('but not the id, whose digits mean nothing', () => {
    const own = { ...saga, id: CaseId.parse('0701740605'.padEnd(32, '0')) };
    expect(problems(own)).toEqual([]);
  });

  it('a person under 18 without the guardian, and the other way round', () => {
    const young = { ...saga, persona: { ...saga.persona, age: 16 } };
    expect(problems(young)).toEqual([['minorUnfit', 'setup', null]]);
    expect(problems({ ...young, setup: { ...young.setup, minor: true } })).toEqual([]);
  });

  it('one that does not say that it is invented is no case at all', () => {
    expect(PracticeCase.safeParse({ ...saga, fictional: false }).success).toBe(false);
    expect(PracticeCase.safeParse({ ...saga, fictional: undefined }).success).toBe(false);
  });

  it('one whose checkpoints would take minutes to go through is none either', () => {
    const look = { is: 'happened', what: { type: 'SilenceKept' } } as const;
    const twelve = <T>(one: T) => ({
      is: 'any' as const,
      of: Array.from({ length: 12 }, () => one),
    });
    const asked = { ...withCheckpoint(twelve(look)), answers: {} };
    expect(PracticeCase.safeParse(asked).success).toBe(true);
    const endless = { ...saga.checkpoints[0], when: twelve(twelve(twelve(look))) };
    expect(PracticeCase.safeParse({ ...saga, checkpoints: [endless] }).success).toBe(false);
  });
});

describe('contact data', () => {
  it.each([
    'mejla saga.ek@example.se',
    'https://example.se/saga',
    'kolla på example.nu',
    'ring 08-465 004 04',
    '+46 70 174 06 05',
    '0701740605',
    'Storgatan 12',
    'Björkvägen 3 B',
    '652 24 Karlstad',
  ])('%s is found', (text) => {
    expect(holdsContact(`Hon sa: ${text}.`)).toBeDefined();
  });

  it.each([
    'Jag var nio, 2013 tror jag.',
    'Från 2013-10 till 2022-06.',
    'Tre. Jourhem, första, sista.',
    'Klockan 08.30, sen skola.',
    'Vi bodde på en gata med 12 hus.',
    '26 kap. 5 § offentlighets- och sekretesslagen',
  ])('%s is none', (text) => {
    expect(holdsContact(text)).toBeUndefined();
  });
});
