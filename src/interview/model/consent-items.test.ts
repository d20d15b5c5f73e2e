import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewEvent } from '../../journal/model/event.ts';
import { agreed, folded, GUIDE, started, withdrew, written } from '../fixture.ts';

import { consentRows, foldConsent, withdrawnRows, type ItemConsent } from './consent-items.ts';
import { saysYes } from './state.ts';
import type { AnyInterviewFact } from './side-facts.ts';

const gave = (yes: string[], asked: string[], textVersion = '1'): AnyInterviewFact => ({
  type: 'ConsentGiven',
  version: 1,
  data: { textVersion, yes, asked, saidBack: true },
});
const confirmed = (...items: string[]): AnyInterviewFact => ({
  type: 'ConsentConfirmed',
  version: 1,
  data: { moment: 'closing', items },
});
const signed = (by: 'participant' | 'guardian', path: string | null): AnyInterviewFact => ({
  type: 'ConsentSigned',
  version: 1,
  data: { by, how: path === null ? 'spoken' : 'onScreen', textVersion: '1', path },
});
const after = (...facts: NewEvent[]) => foldConsent(written([started(), ...facts]));
const stateOf = (said: ItemConsent | undefined) => said?.state ?? 'unasked';
const quotes = (...facts: NewEvent[]) => stateOf(after(...facts).items.get('quotes'));

const saidLater = (yes: boolean): AnyInterviewFact => ({
  type: 'ConsentItemAnswered',
  version: 1,
  data: { item: 'nextInterviewer', yes, textVersion: '1.1' },
});
const next = (...facts: NewEvent[]) => stateOf(after(...facts).items.get('nextInterviewer'));

describe('what is asked about by itself at the end', () => {
  it.each([
    ['is not asked by the gate', [gave(['notes'], ['notes', 'quotes'])], 'unasked'],
    ['a yes', [agreed(), saidLater(true)], 'yes'],
    ['a no', [agreed(), saidLater(false)], 'no'],
    ['changed to a no', [saidLater(true), saidLater(false)], 'no'],
    ['stays when the gate is saved again', [saidLater(true), gave(['notes'], ['notes'])], 'yes'],
    ['taken back', [agreed(), saidLater(true), withdrew('nextInterviewer')], 'withdrawn'],
    [
      'taken back, and the gate is saved again',
      [saidLater(true), withdrew('nextInterviewer'), gave(['notes'], ['notes'])],
      'withdrawn',
    ],
    ['a no is not confirmed into a yes', [saidLater(false), confirmed('nextInterviewer')], 'no'],
  ] as const)('%s', (_what, facts, state) => {
    expect(next(...facts)).toBe(state);
  });

  it('keeps the version of the text, and takes nothing else back', () => {
    const { items } = after(gave(['quotes'], ['quotes']), withdrew('quotes'), saidLater(true));
    expect(items.get('nextInterviewer')).toMatchObject({ textVersion: '1.1' });
    expect(stateOf(items.get('quotes'))).toBe('withdrawn');
  });
});

describe('an item of consent', () => {
  it.each([
    ['nothing was asked', [], 'unasked'],
    ['others were asked about', [gave(['notes'], ['notes'])], 'unasked'],
    ['a yes', [gave(['quotes'], ['quotes'])], 'yes'],
    ['a no', [gave([], ['quotes'])], 'no'],
    ['a yes without a list of what was asked', [agreed(['quotes'])], 'yes'],
    ['a yes taken back', [gave(['quotes'], ['quotes']), withdrew('quotes')], 'withdrawn'],
    ['a no taken back', [gave([], ['quotes']), withdrew('quotes')], 'withdrawn'],
    ['taken back before it was asked', [withdrew('quotes')], 'withdrawn'],
    [
      'a yes that another item is taken back beside',
      [gave(['quotes', 'notes'], []), withdrew('notes')],
      'yes',
    ],
    ['asked again, and now a no', [gave(['quotes'], ['quotes']), gave([], ['quotes'])], 'no'],
    ['left out when asked again', [gave(['quotes'], ['quotes']), gave(['notes'], ['notes'])], 'no'],
    ['taken back and given anew', [withdrew('quotes'), gave(['quotes'], ['quotes'])], 'yes'],
    ['taken back and only confirmed', [withdrew('quotes'), confirmed('quotes')], 'withdrawn'],
    ['a no that is confirmed', [gave([], ['quotes']), confirmed('quotes')], 'no'],
    ['never asked and confirmed', [confirmed('quotes')], 'unasked'],
  ] as const)('%s', (_what, facts, state) => {
    expect(quotes(...facts)).toBe(state);
  });

  it('carries when, and under which text; withdrawing keeps the text it was given under', () => {
    const events = written([started(), gave(['quotes'], ['quotes'], '1.2'), withdrew('quotes')]);
    const at = (n: number) => events[n]?.at;
    expect(foldConsent(events.slice(0, 2)).items.get('quotes')).toEqual({
      state: 'yes',
      at: at(1),
      textVersion: '1.2',
      again: [],
    });
    expect(foldConsent(events).items.get('quotes')).toEqual({
      state: 'withdrawn',
      at: at(2),
      textVersion: '1.2',
      again: [],
    });
  });

  it('tells when a yes was asked about again', () => {
    const events = written([started(), gave(['quotes'], ['quotes']), confirmed('quotes')]);
    expect(foldConsent(events).items.get('quotes')).toMatchObject({
      state: 'yes',
      again: [{ moment: 'closing', at: events[2]?.at }],
    });
  });
});

it('keeps the last signature of each who signed', () => {
  const { signed: all } = after(
    signed('guardian', null),
    signed('participant', null),
    signed('participant', 'M0 0L1 1'),
  );
  expect(all.get('guardian')).toMatchObject({ how: 'spoken', path: null });
  expect(all.get('participant')).toMatchObject({ how: 'onScreen', path: 'M0 0L1 1' });
});

describe('the rows that are shown', () => {
  const states = (facts: readonly NewEvent[], guide: typeof GUIDE | undefined) =>
    Object.fromEntries(
      consentRows(after(...facts), guide).map(({ id, said }) => [id, stateOf(said)]),
    );

  it('are all items of the guide, in its order', () => {
    expect(consentRows(after(), GUIDE).map(({ id }) => id)).toEqual(
      GUIDE.consent.items.map(({ id }) => id),
    );
  });

  it('are a no where a consent without a list said nothing, but sound was never asked about', () => {
    expect(states([agreed()], GUIDE)).toMatchObject({
      notes: 'yes',
      quotes: 'no',
      audio: 'unasked',
      nextInterviewer: 'unasked',
    });
  });

  it('are those of the interview where the guide is not at hand', () => {
    expect(states([gave(['own'], ['own', 'notes'])], undefined)).toEqual({
      own: 'yes',
      notes: 'no',
    });
  });

  it('tell apart what was withdrawn', () => {
    const rows = consentRows(after(agreed(['notes', 'quotes']), withdrew('quotes')), GUIDE);
    expect(withdrawnRows(rows).map(({ id }) => id)).toEqual(['quotes']);
  });
});

it('a follow-up wave asks anew: it is an interview of its own, and knows no yes of an earlier one', () => {
  const first = written([started(), agreed(['participate', 'notes', 'quotes'])]);
  const second = written([started()]);
  expect(foldConsent(first).items.size).toBeGreaterThan(0);
  expect(consentRows(foldConsent(second), GUIDE).map(({ said }) => said.state)).toEqual(
    GUIDE.consent.items.map(() => 'unasked'),
  );
  expect(GUIDE.consent.items.some(({ id }) => saysYes(folded(second), id))).toBe(false);
});

it('an item that was withdrawn last never counts as a yes, and both folds say the same', () => {
  const ids = ['participate', 'notes', 'audio', 'quotes', 'group'];
  const some = fc.subarray(ids);
  const act = fc.oneof(
    some.chain((asked) => fc.subarray(asked).map((yes) => ({ type: 'give', yes, asked }) as const)),
    fc.subarray(ids, { minLength: 1 }).map((items) => ({ type: 'withdraw', items }) as const),
    some.map((items) => ({ type: 'confirm', items }) as const),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      const facts = acts.map((each) =>
        each.type === 'give'
          ? gave(each.yes, each.asked)
          : each.type === 'withdraw'
            ? withdrew(...each.items)
            : confirmed(...each.items),
      );
      const events = written([started(), ...facts]);
      const consent = foldConsent(events);
      const state = folded(events);
      for (const id of ids) {
        const last = acts.findLast(
          (each) =>
            (each.type === 'give' && each.asked.includes(id)) ||
            (each.type === 'withdraw' && each.items.includes(id)),
        );
        const yes = stateOf(consent.items.get(id)) === 'yes';
        expect(yes).toBe(saysYes(state, id));
        expect(yes && last?.type === 'withdraw').toBe(false);
      }
    }),
  );
});
