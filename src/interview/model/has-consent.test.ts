import { describe, expect, it } from 'vitest';
import { aged, agreed, GUIDE, guardian, started, stateAfter, withdrew } from '../fixture.ts';
import { guardianPolicy, hasConsent, mayBeAsked } from './act.ts';
import type { InterviewFact } from './event.ts';

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
    expect(guardianPolicy(GUIDE)).toBe('required');
    expect(guardianPolicy(guide)).toBe('required');
  });
});
