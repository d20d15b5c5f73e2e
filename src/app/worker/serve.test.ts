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
  expect(reply).toMatchObject({ id: 1, failed: name });
  expect(JSON.stringify(reply)).not.toContain('Siv');
});

it('tells where a bug happened, and no line of its message that looks like a place', async () => {
  const message = `${WORDS}\n    at Siv (https://kontoret.example/assets/siv.js:1:2)`;
  const open = () => Promise.reject(new TypeError(message));
  const reply = await answerTo(new Map([['open', open]]), { id: 1, method: 'open', args: [] });
  expect('frames' in reply && reply.frames[0]).toMatch(/^open serve\.test\.ts:\d+:\d+$/);
  expect(JSON.stringify(reply)).not.toMatch(/siv/i);
});

it('says of a part of the app that could not be fetched that it is no bug', async () => {
  const open = () => Promise.reject(new TypeError('Importing a module script failed.'));
  const reply = await answerTo(new Map([['open', open]]), { id: 1, method: 'open', args: [] });
  expect(reply).toMatchObject({ id: 1, failed: 'Unfetched' });
});

it('does not repeat the name of a method that is not there', async () => {
  const reply = await answerTo(new Map(), { id: 1, method: WORDS, args: [] });
  expect(reply).toMatchObject({ id: 1, failed: 'Error' });
  expect(JSON.stringify(reply)).not.toContain('Siv');
});
