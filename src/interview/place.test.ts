import { expect, it } from 'vitest';
import { QuestionId } from '../base/ids.ts';
import { caretOf, positionIn } from './place.ts';

const [first, second] = [QuestionId.parse('s1q1'), QuestionId.parse('s1q2')];

it('finds the place again', () => {
  expect(positionIn([first, second], { question: 's1q2', caret: 7 })).toEqual({
    question: second,
    caret: 7,
  });
});

it('knows no place when the question is not asked any more, or nothing was kept', () => {
  expect(positionIn([first], { question: 's1q2', caret: 7 })).toBeUndefined();
  expect(positionIn([first], undefined)).toBeUndefined();
});

it('finds the caret beside the words of a draft', () => {
  const answer = { text: 'ordet', verbatim: [], value: null };
  expect(caretOf({ ...answer, caret: 3 })).toBe(3);
  expect(caretOf(answer)).toBeUndefined();
});
