import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RETRACTED, type JournalEvent } from '../../journal/model/event.ts';
import { merge } from '../../journal/model/merge.ts';
import {
  agreed,
  card,
  ended,
  folded,
  IDA_ELSEWHERE,
  memo,
  q,
  started,
  talkEnded,
  written,
  writtenAt,
  wrote,
} from '../fixture.ts';
import type { InterviewFact } from './event.ts';
import { foldInterview } from './state.ts';

const paused: InterviewFact = { type: 'InterviewPaused', version: 1, data: {} };
const resumed: InterviewFact = { type: 'InterviewResumed', version: 1, data: {} };
const flag: InterviewFact = {
  type: 'SafetyFlagged',
  version: 1,
  data: { card: card('childAtRisk'), question: q('s4q3'), note: 'Ett syskon bor kvar.' },
};

describe('the time talked', () => {
  const minute = 60_000;
  const noon = 1_800_000_000_000;

  it('leaves pauses out', () => {
    const state = folded(
      writtenAt([
        [noon, started()],
        [noon + 10 * minute, paused],
        [noon + 25 * minute, resumed],
        [noon + 30 * minute, talkEnded],
      ]),
    );
    expect(state).toMatchObject({ talkedMs: 15 * minute, runningSince: null });
  });

  it('stands still in a pause, and a second pause adds nothing', () => {
    const state = folded(
      writtenAt([
        [noon, started()],
        [noon + 10 * minute, paused],
        [noon + 20 * minute, paused],
      ]),
    );
    expect(state).toMatchObject({ status: 'paused', talkedMs: 10 * minute, runningSince: null });
  });

  it('is never negative, whatever the clock does in between', () => {
    const day = 24 * 60 * minute;
    const set = folded(
      writtenAt([
        [noon, started()],
        [noon + 5 * minute, paused],
        [noon + 6 * minute, resumed],
        [noon - day, talkEnded],
      ]),
    );
    expect(set.talkedMs).toBe(5 * minute);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 * day }), { maxLength: 12 }), (moments) => {
        const facts = moments.map((at, i) => [at, i % 2 === 0 ? paused : resumed] as const);
        const state = folded(writtenAt([[day, started()], ...facts, [day, talkEnded]]));
        expect(state.talkedMs).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('copies of an interview', () => {
  /** Two tablets that went on from the same beginning without knowing of each other. */
  const common = written([started(), agreed(), wrote('s1q1', 'Gemensamt')]);
  const here = written([wrote('s1q1', 'Här'), ended('s1q1', 'answered'), flag], common);
  const there = written(
    [wrote('s1q4', 'Där'), ended('s1q4', 'partly'), memo('setting', 'Biblioteket'), talkEnded],
    common,
    IDA_ELSEWHERE,
  );
  const all = merge(here, there);
  const known = foldInterview(all);

  it('fold to the same state in whatever order and however often they come', () => {
    const shuffled = fc.shuffledSubarray([...here, ...there, ...all], {
      minLength: here.length + there.length + all.length,
    });
    fc.assert(
      fc.property(shuffled, fc.nat({ max: all.length }), (events, cut) => {
        expect(foldInterview(merge(events.slice(0, cut), events.slice(cut)))).toEqual(known);
      }),
    );
    expect(known?.questions.size).toBe(2);
  });

  it('a word that was taken back is nowhere in the state, in whatever copy it still stands', () => {
    const secret = 'MINMAMMASNAMN';
    const said = written([wrote('s2q1', `Först ${secret}`), wrote('s2q1', `Sedan ${secret}`)], all);
    const named = said.filter((each) => JSON.stringify(each.body).includes(secret));
    expect(named).toHaveLength(2);
    const after = written(
      [
        { type: RETRACTED, version: 1, data: { events: named.map((each) => each.id) } },
        { type: 'AnswerTakenBack', version: 1, data: { question: 's2q1' } },
      ],
      said,
    );
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...after, ...said], { minLength: after.length + said.length }),
        (events) => {
          const state = foldInterview(merge(events));
          expect(shown(state)).not.toContain(secret);
          expect(state?.questions.get(q('s2q1'))).toMatchObject({ answer: null, takenBack: true });
        },
      ),
      { numRuns: 40 },
    );
    // The word was there before, so that the search can find it.
    expect(shown(folded(said))).toContain(secret);
  });

  it('a retraction is no event that is not understood', () => {
    const events: JournalEvent[] = written([started(), wrote('s1q1', 'Ord')]);
    const gone = { type: RETRACTED, version: 1, data: { events: [events[1]?.id] } };
    expect(folded(written([gone], events)).unknown).toBe(0);
  });
});

/** Everything a state holds, maps too. */
function shown(state: unknown): string {
  return JSON.stringify(state, (_key, value: unknown) =>
    value instanceof Map ? [...value.entries()] : value,
  );
}
