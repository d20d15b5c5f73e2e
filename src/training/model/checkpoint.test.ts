import { describe, expect, it } from 'vitest';
import { card, q } from '../../interview/fixture.ts';
import { caseOf, PlayedRun } from '../fixture.ts';
import { opens } from '../fixture-runs.ts';
import { holds } from './checkpoint.ts';
import { momentsOf } from './moments.ts';
import { Predicate, type AnyPredicate, type Happened } from './predicate.ts';

const opened = (more: Omit<Happened, 'is' | 'what'> = {}): Happened => ({
  is: 'happened',
  what: { type: 'CardOpened', card: card('childAtRisk') },
  ...more,
});
const reached = (question: string) => ({ type: 'QuestionReached' as const, question: q(question) });
/** Puts two questions, and opens the card so many seconds after the first, before or after the second. */
function talk(order: 'card first' | 'question first', seconds = 0): PlayedRun {
  const run = new PlayedRun(caseOf('Lina'));
  run.ask('s4q5');
  if (order === 'question first') run.ask('s5q1');
  run.wait(seconds);
  opens(run, 'childAtRisk', 's4q5');
  if (order === 'card first') run.ask('s5q1');
  return run;
}
const isSo = (predicate: AnyPredicate, run: PlayedRun) => holds(predicate, momentsOf(run.events()));

describe('what a checkpoint looks for', () => {
  it('counts the questions between', () => {
    const within = { after: reached('s4q5'), within: { questions: 0 } };
    expect(isSo(opened(within), talk('card first'))).toBe(true);
    expect(isSo(opened(within), talk('question first'))).toBe(false);
    expect(isSo(opened({ ...within, within: { questions: 1 } }), talk('question first'))).toBe(
      true,
    );
  });

  it('counts the seconds between', () => {
    const within = { after: reached('s4q5'), within: { seconds: 60 } };
    expect(isSo(opened(within), talk('card first', 30))).toBe(true);
    expect(isSo(opened(within), talk('card first', 90))).toBe(false);
  });

  it('looks before what came next, and until the end when that never came', () => {
    expect(isSo(opened({ before: reached('s5q1') }), talk('card first'))).toBe(true);
    expect(isSo(opened({ before: reached('s5q1') }), talk('question first'))).toBe(false);
    expect(isSo(opened({ before: reached('s8q6') }), talk('question first'))).toBe(true);
  });

  it('finds nothing after what never came, and knows how often', () => {
    expect(isSo(opened({ after: reached('s8q6') }), talk('card first'))).toBe(false);
    expect(isSo(opened({ times: 2 }), talk('card first'))).toBe(false);
    const twice = talk('card first');
    opens(twice, 'childAtRisk', 's5q1');
    expect(isSo(opened({ times: 2 }), twice)).toBe(true);
  });

  it('joins, chooses and denies', () => {
    const never = opened({ after: reached('s8q6') });
    const run = talk('card first');
    expect(isSo({ is: 'all', of: [opened(), never] }, run)).toBe(false);
    expect(isSo({ is: 'any', of: [opened(), never] }, run)).toBe(true);
    expect(isSo({ is: 'not', of: never }, run)).toBe(true);
  });

  it('takes a question on the screen for put only where a person answers', () => {
    for (const by of ['tablet', 'person'] as const) {
      const run = new PlayedRun(caseOf('Lina'), by);
      run.interview({ type: 'QuestionAsked', version: 1, data: { question: q('s4q5') } });
      expect(isSo({ is: 'happened', what: reached('s4q5') }, run)).toBe(by === 'person');
    }
  });

  it('is read from a file three levels deep, and no deeper', () => {
    const deep = (levels: number): AnyPredicate =>
      levels === 0 ? opened() : { is: 'not', of: deep(levels - 1) };
    expect(Predicate.safeParse(deep(3)).success).toBe(true);
    expect(Predicate.safeParse(deep(4)).success).toBe(false);
  });
});
