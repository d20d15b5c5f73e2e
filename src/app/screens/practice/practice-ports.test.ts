import { expect, it, vi } from 'vitest';
import { StreamId } from '../../../base/ids.ts';
import { fixedDeps } from '../../../base/deps.ts';
import { err } from '../../../base/result.ts';
import type { Desk } from '../../port.ts';
import { fakeDesk } from '../fixture.ts';
import { practicePorts } from './practice-ports.ts';

const STREAM = StreamId.parse('a'.repeat(32));

it('asks the desk of the practice to hand over, and bears its refusal', async () => {
  const deliver = vi.fn<Desk['deliver']>(async () => err({ type: 'onlyPractice' }));
  const ports = practicePorts(fakeDesk({ deliver }), fixedDeps(), () => undefined, null);
  await ports.deliver('interview', STREAM);
  expect(deliver).toHaveBeenCalledExactlyOnceWith('interview', STREAM);
  expect(await ports.saveFile(STREAM)).toBe('notMade');
});

it('can be locked only where it is kept', () => {
  const lock = vi.fn<() => void>();
  const kept = practicePorts(fakeDesk(), fixedDeps(), () => undefined, lock);
  kept.onLock?.();
  expect(lock).toHaveBeenCalledOnce();
  expect(practicePorts(fakeDesk(), fixedDeps(), () => undefined, null).onLock).toBeNull();
});
