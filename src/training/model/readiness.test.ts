import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GuideId, MemberId, type Millis } from '../../base/ids.ts';
import { NOTHING_DONE, type Done, type ModuleNeeds } from './exercises.ts';
import { gateOf, isSameMajor, readinessOf, type ReadinessPolicy } from './readiness.ts';
import type { Signoff, SignoffState } from './signoff.ts';

const id = GuideId.parse('default-guide');
const at = (version: string) => ({ id, version });
const needs: ModuleNeeds = {
  modules: ['m1', 'm2'].map((module) => ({
    module,
    needs: [{ type: 'confirmed', how: 'colleague' }],
  })),
};
const training = { readiness: { requiredModules: ['m1', 'm2'], renewAfterMonths: 24 } };
const SIGNED: Millis = Date.UTC(2026, 10, 22, 12);
const signoff = (version: string, when = SIGNED): Signoff => ({
  trainee: MemberId.parse('1'.repeat(32)),
  guide: at(version),
  note: '',
  by: MemberId.parse('2'.repeat(32)),
  at: when,
});
const said = (
  standing: readonly Signoff[],
  takenBack: SignoffState['takenBack'] = null,
): Pick<SignoffState, 'standing' | 'takenBack'> => ({ standing, takenBack });
const TAKEN_BACK = said([], { by: MemberId.parse('2'.repeat(32)), at: SIGNED, reason: 'oro' });
const practised = (version: string): Done => ({
  ...NOTHING_DONE,
  confirmed: ['m1', 'm2'].map((module) => ({ module, how: 'colleague', note: '', at: 1 })),
  finished: [
    { case: 'case1', caseVersion: 1, guide: at(version), reached: 0, of: 5, allMet: false, at: 1 },
  ],
});
const asked = (over: Partial<Parameters<typeof readinessOf>[0]> = {}) =>
  readinessOf({
    progress: practised('1.0.0'),
    signoff: said([signoff('1.0.0')]),
    training,
    needs,
    guide: at('1.0.0'),
    today: '2026-11-23',
    ...over,
  });

describe('readiness', () => {
  it('is modules, a practice run and a sign-off, and names the day of renewal', () => {
    expect(asked()).toEqual({ ready: true, missing: [], renewBy: '2028-11-22' });
  });

  it('names all that is missing, in the order of the rule', () => {
    expect(asked({ progress: NOTHING_DONE, signoff: undefined })).toEqual({
      ready: false,
      missing: [
        { type: 'module', module: 'm1' },
        { type: 'module', module: 'm2' },
        { type: 'practice' },
        { type: 'signoff', why: 'none' },
      ],
      renewBy: null,
    });
  });

  it('runs out after 24 months, the day itself still counting', () => {
    expect(asked({ today: '2028-11-22' }).ready).toBe(true);
    expect(asked({ today: '2028-11-23' }).missing).toEqual([{ type: 'signoff', why: 'old' }]);
    const again = [signoff('1.0.0'), signoff('1.0.0', Date.UTC(2028, 10, 1, 12))];
    expect(asked({ today: '2028-11-23', signoff: said(again) })).toMatchObject({
      ready: true,
      renewBy: '2030-11-01',
    });
  });

  it('holds for a smaller change of the guide and is renewed for a new major version', () => {
    expect(asked({ guide: at('1.7.2') }).ready).toBe(true);
    expect(asked({ guide: at('2.0.0') }).missing).toEqual([
      { type: 'practice' },
      { type: 'signoff', why: 'otherVersion' },
    ]);
    expect(isSameMajor(at('1.0.0'), { ...at('1.0.0'), id: GuideId.parse('other-guide') })).toBe(
      false,
    );
    expect(isSameMajor(at('lokal'), at('lokal'))).toBe(true);
    expect(isSameMajor(at('lokal'), at('1.0.0'))).toBe(false);
    expect(isSameMajor(at('1'), at('10.0.0'))).toBe(false);
  });
});

describe('the gate before an interview', () => {
  const state = asked({ signoff: undefined });
  const gate = (over: Partial<Parameters<typeof gateOf>[0]> = {}) =>
    gateOf({ state, policy: 'required', hasInterviewed: false, canBeSigned: true, ...over }).type;

  it('stops at the first one with a version, where the rule says so and a trainer is there', () => {
    expect(gate()).toBe('stop');
    expect(gate({ policy: 'warning' })).toBe('warn');
    expect(gate({ policy: 'off' })).toBe('open');
    expect(gate({ canBeSigned: false })).toBe('warn');
    expect(gate({ hasInterviewed: true })).toBe('open');
    expect(gate({ state: asked() })).toBe('open');
  });

  it('reminds whoever interviews already when the sign-off has run out, and never stops them', () => {
    const old = asked({ today: '2029-01-01' });
    expect(gate({ state: old, hasInterviewed: true })).toBe('warn');
    expect(gate({ state: old })).toBe('stop');
  });

  it('says to whoever interviews already that a trainer has taken the sign-off back', () => {
    const gone = asked({ signoff: TAKEN_BACK });
    expect(gone.missing).toEqual([{ type: 'signoff', why: 'takenBack' }]);
    expect(gate({ state: gone, hasInterviewed: true })).toBe('warn');
    expect(gate({ state: gone })).toBe('stop');
  });

  it('never stops where nobody can sign, nor whoever has begun before', () => {
    const policies: readonly ReadinessPolicy[] = ['required', 'warning', 'off'];
    fc.assert(
      fc.property(
        fc.constantFrom(...policies),
        fc.boolean(),
        fc.boolean(),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.constantFrom('1.0.0', '1.5.0', '2.0.0'),
        (policy, hasInterviewed, canBeSigned, day, version) => {
          const today = day.toISOString().slice(0, 10);
          const now = asked({ today, guide: at(version) });
          const { type } = gateOf({ state: now, policy, hasInterviewed, canBeSigned });
          const mayStop = policy === 'required' && canBeSigned && !hasInterviewed && !now.ready;
          expect(type === 'stop').toBe(mayStop);
        },
      ),
    );
  });
});
