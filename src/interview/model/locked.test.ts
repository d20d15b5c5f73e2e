import { expect, it } from 'vitest';
import { EventId, QuestionId } from '../../base/ids.ts';
import { folded, ready, written } from '../fixture.ts';
import { isLocked, isLockedFact, isPartlyLocked } from './locked.ts';

const completed = { type: 'InterviewCompleted', version: 1, data: { asked: [], language: 'sv' } };
const review = EventId.parse('9'.repeat(32));
const reopened = (questions?: readonly string[]) => ({
  type: 'InterviewReopened',
  version: 1,
  data: { review, ...(questions ? { questions } : {}) },
});
const state = (...facts: Parameters<typeof written>[0]) => folded(written([...ready(), ...facts]));
const [named, other] = [QuestionId.parse('s2q1'), QuestionId.parse('s2q2')];

it('opens the questions that a return names, and those alone', () => {
  const now = state(completed, reopened(['s2q1']));
  expect([isLocked(now, named), isLocked(now, other)]).toEqual([false, true]);
  const ended = (question: string) => ({
    type: 'QuestionEnded',
    version: 1,
    data: { question, outcome: 'partly' },
  });
  expect([isLockedFact(now, ended('s2q1')), isLockedFact(now, ended('s2q2'))]).toEqual([
    false,
    true,
  ]);
  const memo = { type: 'MemoWritten', version: 1, data: { field: 'setting', value: 'Hemma.' } };
  const back = { type: 'AnswerTakenBack', version: 1, data: { question: 's2q2' } };
  const placed = { type: 'PlacementTold', version: 1, data: {} };
  expect([memo, back, placed].map((fact) => isLockedFact(now, fact))).toEqual([false, false, true]);
});

it('opens the memo alone where only the memo is named, and everything where no place is', () => {
  expect(isLocked(state(completed, reopened([])), named)).toBe(true);
  expect(isPartlyLocked(state(completed, reopened()))).toBe(false);
});

it('opens what two returns name together, and locks nothing before and after', () => {
  const both = state(completed, reopened(['s2q1']), reopened(['s2q2']));
  expect([isLocked(both, named), isLocked(both, other)]).toEqual([false, false]);
  expect(isPartlyLocked(state(completed, reopened(['s2q1']), completed))).toBe(false);
  expect(isPartlyLocked(state())).toBe(false);
});
