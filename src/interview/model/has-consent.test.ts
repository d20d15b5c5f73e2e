import { describe, expect, it } from 'vitest';
import { GuardianPolicy } from '../../guide/model/guide.ts';
import { aged, agreed, GUIDE, guardian, ready, started, stateAfter, withdrew } from '../fixture.ts';
import { guardianRule, hasConsent, mayBeAsked, obstacles } from './act.ts';
import type { InterviewFact } from './event.ts';

const agreedUnder = (guardianRule: GuardianPolicy): InterviewFact => ({
  type: 'ConsentGiven',
  version: 1,
  data: {
    textVersion: GUIDE.consent.version,
    yes: ['participate', 'notes'],
    saidBack: true,
    guardianRule,
  },
});

describe('consent', () => {
  it.each([
    ['nothing asked yet', [], false],
    ['every required item and said back', [aged(), agreed()], true],
    ['one required item missing', [aged(), agreed(['participate'])], false],
    ['not said back', [aged(), agreed(['participate', 'notes'], false)], false],
    ['taken back later', [aged(), agreed(), agreed([])], false],
    ['a required item withdrawn', [aged(), agreed(), withdrew('notes')], false],
    ['another item withdrawn', [aged(), agreed(), withdrew('quotes')], true],
    ['only what is not required', [aged(), agreed(['quotes', 'group'])], false],
    ['nobody said how old', [agreed()], false],
    ['under 15', [aged('under15'), agreed()], false],
    ['under 15, as it turned out later', [aged(), agreed(), aged('under15')], false],
    ['15 to 17, the guardian not asked', [aged('from15to17'), agreed()], false],
    ['15 to 17 and permitted', [aged('from15to17'), guardian('permitted'), agreed()], true],
    ['15 to 17, only informed', [aged('from15to17'), guardian('informed'), agreed()], false],
  ] as const)('%s', (_what, facts, expected) => {
    expect(hasConsent(stateAfter(started(), ...facts), GUIDE)).toBe(expected);
  });

  it.each([
    ['required', { nobody: false, informed: false, permitted: true }],
    ['informed', { nobody: false, informed: true, permitted: true }],
    ['none', { nobody: true, informed: true, permitted: true }],
  ] as const)('with the policy %s the guardian counts as it says', (guardianPolicy, expected) => {
    const guide = { ...GUIDE, programDefaults: { guardianPolicy } };
    const young = (...facts: InterviewFact[]) =>
      mayBeAsked(stateAfter(started(), aged('from15to17'), ...facts), guide);
    expect({
      nobody: young(),
      informed: young(guardian('informed')),
      permitted: young(guardian('permitted')),
    }).toEqual(expected);
  });

  it('a guide without a policy asks for permission', () => {
    const { programDefaults: _none, ...guide } = GUIDE;
    const state = stateAfter(started());
    expect(guardianRule(state, GUIDE)).toBe('required');
    expect(guardianRule(state, guide)).toBe('required');
  });

  const under = (policy: GuardianPolicy) => ({
    ...GUIDE,
    programDefaults: { guardianPolicy: policy },
  });

  it('is judged by the rule of the day it was given, in both directions', () => {
    const young = (rule: GuardianPolicy, ...facts: InterviewFact[]) =>
      stateAfter(started(), aged('from15to17'), ...facts, agreedUnder(rule));
    const informed = young('informed', guardian('informed'));
    for (const policy of GuardianPolicy.options) {
      expect(hasConsent(informed, under(policy))).toBe(true);
      expect(hasConsent(young('required', guardian('informed')), under(policy))).toBe(false);
      expect(hasConsent(young('none'), under(policy))).toBe(true);
    }
  });

  it('a rule that is changed after the talk does not shut in what was said', () => {
    const young = (...facts: InterviewFact[]) =>
      stateAfter(
        ...ready().flatMap((fact) =>
          fact.type === 'AgeStated'
            ? [aged('from15to17')]
            : fact.type === 'ConsentGiven'
              ? facts
              : [fact],
        ),
      );
    const noted = young(guardian('informed'), agreedUnder('informed'));
    // Before the rule was noted with the consent.
    const older = young(guardian('informed'), agreed());
    for (const policy of GuardianPolicy.options) {
      expect(obstacles(noted, under(policy))).toEqual([]);
      expect(obstacles(older, under(policy))).toEqual([]);
    }
    expect(obstacles(young(agreedUnder('required')), under('none'))).toMatchObject([
      { type: 'noConsent' },
    ]);
  });
});
