import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routeOf } from '../../guide/model/route.ts';
import {
  agreed,
  BRIEF,
  CORE,
  ended,
  event,
  folded,
  FULL,
  GUIDE,
  memo,
  q,
  ready,
  started,
  stateAfter,
  talkEnded,
  written,
  wrote,
} from '../fixture.ts';
import {
  askedQuestions,
  complete,
  endOpenQuestions,
  may,
  obstacles,
  outcomeOf,
  packedMemoFields,
  progress,
  type Act,
} from './act.ts';
import { Outcome, type InterviewFact } from './event.ts';
import type { InterviewState, Status } from './state.ts';

/** It is an official document; promises to the person still bind, and any yes may be taken back. */
const KEPT: readonly Act[] = ['withdraw', 'settleCard', 'aftercare'];
const without = (facts: readonly InterviewFact[], gone: (fact: InterviewFact) => boolean) =>
  facts.filter((fact) => !gone(fact));

describe('what may be done when', () => {
  const completed: InterviewFact = {
    type: 'InterviewCompleted',
    version: 1,
    data: { asked: [], language: 'sv' },
  };
  const states: Record<Status, InterviewState> = {
    preparing: stateAfter(started(), { type: 'PreparationBegun', version: 1, data: {} }),
    talking: stateAfter(started()),
    paused: stateAfter(started(), { type: 'InterviewPaused', version: 1, data: {} }),
    writing: stateAfter(started(), talkEnded),
    completed: stateAfter(started(), talkEnded, completed),
    reopened: stateAfter(started(), talkEnded, completed, {
      type: 'InterviewReopened',
      version: 1,
      data: { review: event('9') },
    }),
  };

  // Said once more by hand: a row that changes by mistake shows here.
  const rows: readonly (readonly [Act, readonly Status[]])[] = [
    ['begin', ['preparing']],
    ['withdraw', ['talking', 'paused', 'writing', 'completed', 'reopened']],
    ['write', ['talking', 'writing', 'reopened']],
    ['ask', ['talking']],
    ['end', ['talking', 'writing', 'reopened']],
    ['consent', ['talking']],
    ['pause', ['talking']],
    ['resume', ['paused']],
    ['changeTrack', ['talking']],
    ['openCard', ['talking', 'paused', 'writing', 'reopened']],
    ['flag', ['talking', 'paused', 'writing', 'reopened']],
    ['settleCard', ['talking', 'paused', 'writing', 'completed', 'reopened']],
    ['stop', ['talking', 'paused']],
    ['finishTalk', ['talking']],
    ['writeMemo', ['writing', 'reopened']],
    ['takeBack', ['talking', 'paused', 'writing', 'reopened']],
    ['complete', ['writing', 'reopened']],
    ['aftercare', ['writing', 'completed', 'reopened']],
    ['erase', ['preparing', 'talking', 'paused', 'writing']],
  ];

  it.each(rows)('%s', (act, allowed) => {
    const found = Object.values(states).filter((state) => may(state, act));
    expect(found.map((state) => state.status)).toEqual(allowed);
  });

  it('a completed interview lets nothing be changed, and what was promised be kept', () => {
    expect(rows.filter(([act]) => may(states.completed, act)).map(([act]) => act)).toEqual(KEPT);
  });
});

describe('the end of every question', () => {
  const outcomes = fc.constantFrom<(Outcome | 'words' | 'nothing')[]>(
    ...Outcome.options,
    'words',
    'nothing',
  );

  it('is exactly one outcome, whatever was said before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(FULL, CORE, BRIEF),
        fc.array(outcomes, { minLength: 40, maxLength: 40 }),
        (track, chosen) => {
          const route = routeOf(GUIDE, track);
          const facts = route.order.flatMap((question, i): InterviewFact[] => {
            const what = chosen[i] ?? 'nothing';
            if (what === 'nothing') return [];
            return what === 'words' ? [wrote(question, 'Något')] : [ended(question, what)];
          });
          const before = written([started(track), ...facts]);
          const ending = endOpenQuestions(folded(before), route);
          const after = folded(written(ending, before));
          for (const [i, question] of route.order.entries()) {
            const what = chosen[i] ?? 'nothing';
            const expected = what === 'words' ? 'partly' : what === 'nothing' ? 'notReached' : what;
            expect(outcomeOf(after, question)).toBe(expected);
          }
          // Nothing is said twice, and nothing that had ended is said again.
          expect(endOpenQuestions(after, route)).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('leaves no question of a record without one, whatever was asked in another track', () => {
    const all = fc.subarray([...routeOf(GUIDE, FULL).order]);
    fc.assert(
      fc.property(all, all, all, fc.constantFrom(CORE, BRIEF), (asked, wordy, emptied, track) => {
        const before = written([
          started(FULL),
          agreed(),
          ...asked.map((question): InterviewFact => ({
            type: 'QuestionAsked',
            version: 1,
            data: { question },
          })),
          ...wordy.map((question) => wrote(question, 'Något')),
          ...emptied.map((question) => wrote(question, ' ')),
          { type: 'TrackChanged', version: 1, data: { track } },
        ]);
        const now = folded(before);
        const after = folded(written(endOpenQuestions(now, routeOf(GUIDE, track)), before));
        for (const { question } of askedQuestions(after, GUIDE)) {
          const words = wordy.includes(question) && !emptied.includes(question);
          expect(outcomeOf(after, question)).toBe(words ? 'partly' : 'notReached');
        }
        expect(askedQuestions(after, GUIDE)).toEqual(askedQuestions(now, GUIDE));
        const open = obstacles(after, GUIDE).map((obstacle) => obstacle.type);
        expect(open).not.toContain('questionOpen');
      }),
      { numRuns: 30 },
    );
  });

  it('counts as progress over the track', () => {
    const state = stateAfter(started(BRIEF), ended('s1q1', 'declined'), ended('s2q2', 'answered'));
    // s2q2 is not in the brief track.
    expect(progress(state, routeOf(GUIDE, BRIEF))).toEqual({ done: 1, of: 18 });
    expect(outcomeOf(state, q('s1q2'))).toBeNull();
  });
});

describe('completing', () => {
  it('waits for nothing when all is done, and keeps the questions as they were asked', () => {
    const state = stateAfter(...ready(BRIEF));
    expect(obstacles(state, GUIDE)).toEqual([]);
    const facts = complete(state, GUIDE, 'en');
    if (!facts.ok) throw new Error('blocked');
    const asked = askedQuestions(state, GUIDE);
    expect(facts.value).toEqual([
      { type: 'InterviewCompleted', version: 1, data: { asked, language: 'en' } },
    ]);
    expect(asked.map((each) => each.question)).toEqual(routeOf(GUIDE, BRIEF).order);
    expect(asked[2]?.text.sv).toBe(
      'Vill du fortfarande vara med i dag, och hur vill du att jag dokumenterar?',
    );
  });

  it.each([
    [
      'no consent',
      without(ready(), (fact) => fact.type === 'ConsentGiven'),
      [{ type: 'noConsent', question: 's1q3' }],
    ],
    [
      'questions without an outcome, in the order they are asked',
      without(
        ready(),
        (fact) => fact.type === 'QuestionEnded' && ['s5q2', 's2q1'].includes(fact.data.question),
      ),
      [
        { type: 'questionOpen', question: 's2q1' },
        { type: 'questionOpen', question: 's5q2' },
      ],
    ],
    [
      'a memo field that is required',
      without(ready(), (fact) => fact.type === 'MemoWritten' && fact.data.field === 'needSupport'),
      [{ type: 'memoMissing', field: 'needSupport' }],
    ],
    [
      'memo fields of nothing but spaces',
      [...ready(), memo('setting', ' \n'), memo('keyMessages', ['', ' ', ''])],
      [
        { type: 'memoMissing', field: 'setting' },
        { type: 'memoMissing', field: 'keyMessages' },
      ],
    ],
  ] as const)('is blocked by %s', (_what, facts, open) => {
    const state = stateAfter(...facts);
    expect(obstacles(state, GUIDE)).toEqual(open);
    expect(complete(state, GUIDE, 'sv')).toEqual({
      ok: false,
      error: { type: 'blocked', obstacles: open },
    });
  });

  it('is blocked while the talk goes on, although nothing is open', () => {
    const state = stateAfter(...without(ready(), (fact) => fact.type === 'TalkEnded'));
    expect(complete(state, GUIDE, 'sv')).toEqual({
      ok: false,
      error: { type: 'blocked', obstacles: [] },
    });
  });

  it('is blocked by an open question that was asked in another track', () => {
    const facts: InterviewFact[] = [
      ...without(
        ready(FULL),
        (fact) => fact.type === 'QuestionEnded' && fact.data.question === 's2q2',
      ),
      wrote('s2q2', 'Flytten'),
      { type: 'TrackChanged', version: 1, data: { track: BRIEF } },
    ];
    expect(obstacles(stateAfter(...facts), GUIDE)).toEqual([
      { type: 'questionOpen', question: 's2q2' },
    ]);
  });

  it('asks only for the questions of the track', () => {
    const change: InterviewFact = { type: 'TrackChanged', version: 1, data: { track: FULL } };
    expect(obstacles(stateAfter(...ready(BRIEF), change), GUIDE)).toHaveLength(40 - 18);
  });

  it('never asks for part C, which is private', () => {
    const parts = new Set(packedMemoFields(GUIDE).map((field) => field.part));
    expect(parts).toEqual(new Set(['A', 'B']));
    const mandatory = {
      ...GUIDE,
      memoTemplate: {
        ...GUIDE.memoTemplate,
        fields: GUIDE.memoTemplate.fields.map((field) =>
          field.part === 'C' ? { ...field, required: true } : field,
        ),
      },
    };
    expect(obstacles(stateAfter(...ready()), mandatory)).toEqual([]);
  });
});
