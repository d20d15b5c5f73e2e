import { beforeEach, expect, it, vi } from 'vitest';
import { StreamId, VaultId } from '../base/ids.ts';
import { ok } from '../base/result.ts';
import { SoundDesk, type RunningSound } from '../interview/recording.ts';
import { fakeRunning, RECORDING, secondOf } from '../interview/sound-fixture.ts';
import { openVaultLine } from './call.ts';
import { openLocking } from './locking.ts';

const VAULT = VaultId.parse('4'.repeat(32));
const INTERVIEW = StreamId.parse('a'.repeat(32));

let steps: string[];
let sound: SoundDesk;
beforeEach(() => {
  steps = [];
  sound = new SoundDesk();
  FakeWorker.count = 0;
  vi.stubGlobal('Worker', FakeWorker);
});

const ANSWERS = new Map<string, unknown>([
  ['soundHandOver', ok({ recording: RECORDING, keys: [] })],
  ['soundKeep', ok('kept')],
  ['soundAppend', ok('both')],
]);

/** A worker that answers well and says what it was asked; the first one is the vault's own. */
class FakeWorker {
  static count = 0;
  onmessage: ((message: { readonly data: unknown }) => void) | undefined;
  #name = '';
  constructor() {
    FakeWorker.count += 1;
    this.#name = FakeWorker.count === 1 ? 'old' : 'fresh';
  }
  postMessage({ id, method }: { readonly id: number; readonly method: string }) {
    steps.push(`${this.#name} ${method}`);
    void Promise.resolve().then(() =>
      this.onmessage?.({ data: { id, value: ANSWERS.get(method) } }),
    );
  }
  terminate() {
    steps.push(`${this.#name} ends`);
  }
}

const locking = () =>
  openLocking({
    line: openVaultLine(),
    vault: VAULT,
    sound,
    changed: () => steps.push('covered'),
    reload: () => steps.push('reload'),
  });
const settled = async () => {
  await new Promise((resolve) => setTimeout(resolve, 20));
};

it('saves, ends the worker and loads anew where no sound is recorded', async () => {
  const lock = locking();
  lock.lock();
  lock.lock();
  await settled();
  expect(steps).toEqual(['old close', 'old ends', 'reload']);
  expect(lock.isLocked()).toBe(false);
});

it('ends the worker with all keys, and goes on with those of the recording until it ends', async () => {
  const forgetTalk = vi.fn<RunningSound['forgetTalk']>();
  const lock = locking();
  sound.set(fakeRunning(INTERVIEW, { forgetTalk }));
  await lock.append(RECORDING, secondOf(1));
  lock.lock();
  // What comes while the keys change hands waits, and is not lost.
  const meanwhile = lock.append(RECORDING, secondOf(2));
  expect(lock.isLocked()).toBe(true);
  await settled();
  expect((await meanwhile).ok).toBe(true);
  expect(forgetTalk).toHaveBeenCalledOnce();
  expect(steps).toEqual([
    'old soundAppend',
    'old soundHandOver',
    'covered',
    'old close',
    'old ends',
    'fresh soundKeep',
    'fresh soundAppend',
  ]);
  // Asked once more, as the idle clock does every few seconds.
  lock.lock();
  await settled();
  expect(steps).toHaveLength(7);
  sound.set(null);
  await settled();
  expect(steps.slice(7)).toEqual(['fresh close', 'reload']);
});
