import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { q } from '../../interview/fixture.ts';
import { caseOf, PlayedRun, TRAINING } from '../fixture.ts';
import { judgeQuestion, QuestionKind, type Judged } from './question-kind.ts';
import { replyTo, sayingOf, SILENCE_SECONDS, type Ask, type Replied } from './replying.ts';

const said = (replied: Replied | null) => replied?.reply.say.sv;
const by = (alias: string) => new PlayedRun(caseOf(alias));
/** An own question that the rules judged as this kind. */
const own = (run: PlayedRun, alias: string, question: string, kind: QuestionKind, text: string) => {
  const judged: Judged = { kind, why: 'unclear', better: null, found: null };
  return replyTo(caseOf(alias), run.state(), { how: 'own', question: q(question), text, judged });
};

describe('what a question brings', () => {
  it('is the reply of the case, as it would be filled in, with what is seen', () => {
    expect(by('Saga').ask('s2q3')).toMatchObject({
      reply: { id: 's2q3', value: 2, cue: null, wants: null },
      afterSeconds: 0,
    });
    expect(by('Amir').ask('s4q3')).toMatchObject({
      reply: { cue: 'withdrawAudio', wants: 'withdrawAudio' },
    });
  });

  it('comes only after ten seconds where silence is the tool', () => {
    expect(by('Saga').ask('s3q4')?.afterSeconds).toBe(SILENCE_SECONDS);
    expect(by('Lina').ask('s7q2')?.afterSeconds).toBe(SILENCE_SECONDS);
  });

  it('is not said twice', () => {
    const run = by('Amir');
    run.ask('s5q1');
    expect(said(run.ask('s5q1'))).toBe('Det sa jag ju.');
    expect(said(run.ask('s5q1'))).toBe('Du har frågat det.');
    run.probe('s5q1', 0);
    expect(said(run.probe('s5q1', 0))).toBe('Det sa jag ju.');
  });
});

describe('a probe', () => {
  it('has a reply of its own', () => {
    expect(said(by('Lina').probe('s5q4', 1))).toBe('Kört mig till skolan en dag. Bara vi två.');
  });

  it('without one brings what waits to be asked, and then the voice', () => {
    const run = by('Saga');
    const { probes: _none, ...bare } = caseOf('Saga').answers[q('s4q5')] ?? { say: { sv: '-' } };
    const played = { ...caseOf('Saga'), answers: { [q('s4q5')]: bare } };
    const ask: Ask = { how: 'probe', question: q('s4q5'), probe: 0 };
    const first = replyTo(played, run.state(), ask);
    expect(first?.reply.id).toBe('s4q5/asked/0');
    run.fact({
      type: 'ReplyGiven',
      version: 1,
      data: { question: q('s4q5'), reply: 's4q5/asked/0', cue: null },
    });
    expect(replyTo(played, run.state(), ask)?.reply.id).toBe('voice/probe/0');
  });
});

describe('silence after a reply', () => {
  it('brings more where there is more, once, and only after the reply', () => {
    const run = by('Saga');
    expect(run.silence('s4q3')).toBeNull();
    run.ask('s4q3');
    expect(said(run.silence('s4q3'))).toBe(
      'Jag tror att det var då jag bestämde mig för att stanna.',
    );
    expect(run.silence('s4q3')).toBeNull();
    run.ask('s4q4');
    expect(run.silence('s4q4')).toBeNull();
  });
});

describe('an own question', () => {
  it('that invites brings what only comes when it is asked for, once', () => {
    const run = by('Saga');
    run.ask('s5q3');
    expect(said(own(run, 'Saga', 's5q3', 'open', 'Berätta mer om julen.'))).toContain('fira jul');
    run.say('s5q3', 'Berätta mer om julen.');
    expect(own(run, 'Saga', 's5q3', 'open', 'Berätta mer.')?.reply.id).toBe('voice/open/0');
  });

  it('that asks what the guide asks brings what that would, also as people say it', () => {
    const run = by('Saga');
    expect(run.say('s2q1', 'Vad hände sen?')?.reply.id).toBe('s2q1/probe/2');
    expect(run.say('s4q3', 'Och vad hände dagen efter?')?.reply.id).toBe('s4q3/probe/1');
    expect(run.say('s8q4', 'Vad har jag glömt att fråga dig om?')?.reply.id).toBe('s8q4');
    expect(run.say('s8q4', 'What have I forgotten to ask about?')?.reply.id).toBe('voice/again/0');
  });

  it('that comes first brings what the question would, if it invites, and not if it leads', () => {
    expect(own(by('Saga'), 'Saga', 's2q1', 'open', 'Berätta hur du kom dit.')?.reply.id).toBe(
      's2q1',
    );
    expect(own(by('Saga'), 'Saga', 's2q1', 'leading', 'Det var väl skönt?')?.reply.id).toBe(
      'voice/leading/0',
    );
    expect(own(by('Saga'), 'Saga', 's2q1', 'open', 'Tack.')?.reply.id).toBe('voice/heard/0');
  });

  it('that leads gets a yes from Saga and nothing from Amir', () => {
    const leads = 'Visst var det bra att flytta?';
    expect(said(own(by('Saga'), 'Saga', 's2q1', 'leading', leads))).toBe(
      'Ja, precis. Så var det nog.',
    );
    expect(said(own(by('Amir'), 'Amir', 's2q1', 'leading', leads))).toBe('Vet inte.');
    expect(said(own(by('Lina'), 'Lina', 's2q1', 'leading', leads))).toBe('Mm.');
  });

  it('about what the case waits for is answered whatever its kind', () => {
    const run = by('Lina');
    run.ask('s7q2');
    expect(said(run.say('s7q2', 'Har du sådana tankar nu?'))).toContain('Inte nu');
    run.ask('s4q3');
    expect(said(run.say('s4q3', 'Är du trygg i dag?'))).toBe(
      'Jag är trygg nu. Jag bor långt därifrån.',
    );
    const amir = by('Amir');
    amir.ask('s4q5');
    expect(said(amir.say('s4q5', 'Bor det något barn där nu?'))).toContain('ingen där längre');
  });

  it('that answers what was asked back is taken for an answer', () => {
    const run = by('Amir');
    run.ask('s4q1');
    expect(said(run.say('s4q1', 'Det sista.'))).toContain('Hassan väckte mig');
  });

  it('that asks nothing is only heard, also after a no', () => {
    const run = by('Amir');
    run.ask('s5q1');
    expect(said(run.say('s5q1', 'Tack för att du säger det.'))).toBe('Okej.');
    run.ask('s2q2');
    expect(said(run.say('s2q2', 'Det är helt okej. Då går vi vidare.'))).toBe('Mm.');
    expect(said(run.say('s2q2', 'Vad bra att du säger till.'))).toBe('Bra.');
    expect(said(run.say('s2q2', 'Men varför flyttade du?'))).toBe('Jag sa att jag inte vill.');
  });

  it('that only asks for a yes is answered, and has a kind; what asks nothing has none', () => {
    const run = by('Saga');
    run.ask('s2q1');
    expect(run.say('s2q1', 'Du måste ha varit ledsen.')?.reply.id).toBe('voice/leading/0');
    expect(run.say('s2q1', 'Det var inte ditt fel.')?.reply.id).toBe('voice/heard/0');
    expect(run.say('s2q1', 'Vad kul att du säger det.')?.reply.id).toBe('voice/heard/1');
    expect(run.state().put.map(({ judged }) => judged?.kind ?? null)).toEqual([
      null,
      'leading',
      null,
      null,
    ]);
  });

  it('shows what a promise does to Lina', () => {
    const run = by('Lina');
    run.ask('s8q4');
    expect(said(run.say('s8q4', 'Jag lovar att ingen får veta.'))).toBe(
      'Lovar du? Då litar jag på det.',
    );
    expect(said(run.say('s8q4', 'Han kan ha rätt att få veta det.'))).toContain(
      'Det är bättre att veta',
    );
  });
});

describe('whatever is asked', () => {
  const questions = [...Object.keys(caseOf('Saga').answers), 's99q1'];
  const ask: fc.Arbitrary<Exclude<Ask, { how: 'silence' }>> = fc.oneof(
    fc.record({
      how: fc.constant('guide' as const),
      question: fc.constantFrom(...questions).map(q),
    }),
    fc.record({
      how: fc.constant('probe' as const),
      question: fc.constantFrom(...questions).map(q),
      probe: fc.integer({ min: -1, max: 12 }),
    }),
    fc.record({
      how: fc.constant('own' as const),
      question: fc.constantFrom(...questions).map(q),
      text: fc.string({ maxLength: 80 }),
      judged: fc.option(
        fc
          .constantFrom(...QuestionKind.options)
          .map((kind): Judged => ({ kind, why: 'unclear', better: null, found: null })),
      ),
    }),
  );
  const asks = fc.array(
    fc.oneof(
      ask,
      fc.constantFrom(...questions).map((id) => ({ how: 'silence' as const, question: q(id) })),
    ),
    { maxLength: 30 },
  );

  it.each(TRAINING.cases)(
    '$persona.alias answers, the same each time, with words that are found again',
    (played) => {
      fc.assert(
        fc.property(asks, (sequence) => {
          const run = new PlayedRun(played);
          for (const each of sequence) {
            const state = run.state();
            const first = replyTo(played, state, each);
            expect(replyTo(played, state, each)).toEqual(first);
            if (each.how === 'silence' && first === null) continue;
            if (!first) throw new Error('no answer');
            expect(first.reply.say.sv).not.toBe('');
            expect([0, SILENCE_SECONDS]).toContain(first.afterSeconds);
            expect(sayingOf(played, first.reply.id)?.say).toEqual(first.reply.say);
            const { id, cue } = first.reply;
            run.fact({
              type: 'ReplyGiven',
              version: 1,
              data: { question: each.question, reply: id, cue },
            });
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  it('no reply of the guide, a probe or a silence comes twice in a run', () => {
    fc.assert(
      fc.property(asks, (sequence) => {
        const run = by('Amir');
        const given: string[] = [];
        for (const each of sequence) {
          const reply = replyTo(caseOf('Amir'), run.state(), each)?.reply;
          if (!reply) continue;
          const { id, cue } = reply;
          if (!id.startsWith('voice/')) given.push(id);
          run.fact({
            type: 'ReplyGiven',
            version: 1,
            data: { question: each.question, reply: id, cue },
          });
        }
        expect(new Set(given).size).toBe(given.length);
      }),
      { numRuns: 60 },
    );
  });

  it('and what a run names that the case no longer has is simply not found', () => {
    for (const id of ['', 's1q1/probe/99', 's1q1/asked/0', 'voice/nobody/0', 'voice', 'x/y/z/å']) {
      expect(sayingOf(caseOf('Saga'), id)).toBeUndefined();
    }
    expect(judgeQuestion('', 'sv').kind).toBe('focused');
  });
});
