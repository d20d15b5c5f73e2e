import { afterEach, expect, it, vi } from 'vitest';
import { newId, systemRandom } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import { openVaultLine } from './call.ts';

interface Asked {
  readonly id: number;
  readonly method: string;
}

/** Stands in for the worker: it keeps what it was asked until the test answers. */
class SlowWorker {
  static asked: Asked[] = [];
  static last: SlowWorker;
  onmessage: ((message: { readonly data: unknown }) => void) | undefined;
  onerror: (() => void) | undefined;
  constructor() {
    SlowWorker.last = this;
  }
  postMessage(asked: Asked): void {
    SlowWorker.asked.push(asked);
  }
  terminate(): void {}
}
afterEach(() => vi.unstubAllGlobals());

it('has landed only when the newest words have, which waited in the page behind older ones', async () => {
  vi.stubGlobal('Worker', SlowWorker);
  SlowWorker.asked = [];
  const line = openVaultLine();
  const stream = newId(StreamId, systemRandom);
  const keep = (text: string) => line.call('draft', stream, 'interview', 's1q1', text);
  const answer = () => {
    const asked = SlowWorker.asked.shift();
    SlowWorker.last.onmessage?.({ data: { id: asked?.id, value: { ok: true, value: 'both' } } });
  };
  // As a session does: one write a field is under way, the newest goes when it is answered.
  void keep('ord').then(() => keep('ord och ord'));
  let hasLanded = false;
  const landed = line.landed().then(() => {
    hasLanded = true;
  });
  answer();
  await vi.waitFor(() => expect(SlowWorker.asked).toHaveLength(1));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(hasLanded).toBe(false);
  answer();
  await landed;
  expect(SlowWorker.asked).toEqual([]);
});

it('reports no fault of what was asked while the vault was let go: nobody is left to hear of it', async () => {
  vi.stubGlobal('Worker', SlowWorker);
  SlowWorker.asked = [];
  const line = openVaultLine();
  const heard = vi.fn<(answer: unknown) => void>();
  void line.call('admitted').then(heard, heard);
  void line.call('close');
  void line.call('guides').then(heard, heard);
  const [early, , late] = SlowWorker.asked;
  for (const asked of [late, early]) {
    SlowWorker.last.onmessage?.({ data: { id: asked?.id, failed: 'Error', frames: [] } });
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(heard).not.toHaveBeenCalled();
});

it('gives a bug of the worker its name and place', async () => {
  vi.stubGlobal('Worker', SlowWorker);
  SlowWorker.asked = [];
  const asked = openVaultLine().call('guides');
  const [{ id } = { id: 0 }] = SlowWorker.asked;
  const frames = ['put main.js:1:2'];
  SlowWorker.last.onmessage?.({ data: { id, failed: 'DataError', frames } });
  await expect(asked).rejects.toMatchObject({ name: 'DataError', message: '', frames });
});

it('fails what waits when the worker cannot start, and nothing when one that answers meets a bug', async () => {
  vi.stubGlobal('Worker', SlowWorker);
  const reported = vi.fn<(bug: unknown) => void>();
  vi.stubGlobal('reportError', reported);
  SlowWorker.asked = [];
  const unstarted = openVaultLine().call('guides');
  SlowWorker.last.onerror?.();
  await expect(unstarted).rejects.toMatchObject({ name: 'worker' });
  expect(reported).not.toHaveBeenCalled();

  SlowWorker.asked = [];
  const line = openVaultLine();
  const [first, second] = [line.call('admitted'), line.call('admitted')];
  const [one, two] = SlowWorker.asked.map(({ id }) => id);
  SlowWorker.last.onmessage?.({ data: { id: one, value: true } });
  SlowWorker.last.onerror?.();
  SlowWorker.last.onmessage?.({ data: { id: two, value: false } });
  expect(await Promise.all([first, second])).toEqual([true, false]);
  expect(reported).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: 'worker' }));
});
