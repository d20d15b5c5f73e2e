import { expect, it, vi } from 'vitest';
import type { Reply } from './api.ts';
import { answerTo } from './serve.ts';

const WORDS = 'Hon heter egentligen Siv';

it('answers a call with its value', async () => {
  const methods = new Map([['add', async (a: number, b: number) => a + b]]);
  expect(await answerTo(methods, { id: 7, method: 'add', args: [2, 3] })).toEqual({
    id: 7,
    value: 5,
  } satisfies Reply);
});

it.each([
  ['a thrown error', new TypeError(`Unexpected token in ${WORDS}`), 'TypeError'],
  ['a failed write', new DOMException(WORDS, 'QuotaExceededError'), 'QuotaExceededError'],
  ['anything else', WORDS, 'unknown'],
])('tells of %s by its name only', async (_what, thrown, name) => {
  const call = vi.fn<() => Promise<unknown>>().mockRejectedValue(thrown);
  const reply = await answerTo(new Map([['open', call]]), { id: 1, method: 'open', args: [] });
  expect(reply).toEqual({ id: 1, failed: name });
});

it('does not repeat the name of a method that is not there', async () => {
  expect(await answerTo(new Map(), { id: 1, method: WORDS, args: [] })).toEqual({
    id: 1,
    failed: 'Error',
  });
});
