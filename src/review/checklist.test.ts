import { expect, it } from 'vitest';
import guide from '../guide/data/default-guide.json' with { type: 'json' };
import data from './data/checklist.json' with { type: 'json' };
import { CHECKLIST } from './checklist.ts';
import { missingChecks } from './model/checklist.ts';

it('is the list of the shipped guide', () => {
  const { id, title, items, feedbackPrompt } = guide.supervisorReview;
  expect(data).toEqual({ id, title, items, feedbackPrompt });
  expect(CHECKLIST.items).toHaveLength(16);
});

it('waits for the required points alone, and a point that is not relevant is done', () => {
  const required = CHECKLIST.items.filter((item) => item.required);
  expect(missingChecks(CHECKLIST, undefined)).toEqual(required);
  const [first, ...rest] = required;
  const marks = new Map(rest.map(({ id }) => [id, 'met' as const]));
  expect(missingChecks(CHECKLIST, marks)).toEqual([first]);
  expect(
    missingChecks(CHECKLIST, new Map([...marks, [first?.id ?? '', 'notRelevant' as const]])),
  ).toEqual([]);
});
