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
    SlowWorker.last.onmessage?.({ data: { id: asked?.id, failed: 'Error' } });
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(heard).not.toHaveBeenCalled();
});
