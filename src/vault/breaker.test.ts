import { IDBObjectStore as FakeStore, IDBRequest as FakeRequest } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { newId, systemRandom } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import type { NewEvent } from '../journal/model/event.ts';
import { inPlace } from './files.ts';
import { createVault, memoryDevice, must, unlockVault } from '../../tests/setup/vault.ts';

const said = (text: string): NewEvent => ({ type: 'QuestionAnswered', version: 1, data: { text } });
const newStream = (): StreamId => newId(StreamId, systemRandom);

describe('the breaker', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  /** Puts fail, or never answer, from now on. */
  function breakPuts(how: 'fails' | 'hangs'): { heal(): void; readonly calls: () => number } {
    let isBroken = true;
    let calls = 0;
    const put = FakeStore.prototype.put;
    vi.spyOn(FakeStore.prototype, 'put').mockImplementation(function broken(
      this: InstanceType<typeof FakeStore>,
      ...args
    ) {
      if (!isBroken) return put.apply(this, args);
      calls += 1;
      if (how === 'fails') throw new DOMException('full', 'QuotaExceededError');
      return new FakeRequest();
    });
    return { heal: () => (isBroken = false), calls: () => calls };
  }

  test.for(['fails', 'hangs'] as const)(
    'a write that %s: on in the reserve, said so, restored at the next start',
    async (how) => {
      const device = memoryDevice();
      const vault = await createVault(device.start());
      const stream = newStream();
      must(await vault.journal.append(stream, 'interview', [said('ett')], null));
      const heard: string[] = [];
      vault.onStatus((status) => heard.push(status.breaker));
      const broken = breakPuts(how);
      const second = must(await vault.journal.append(stream, 'interview', [said('två')], null));
      expect(second.saved).toBe('reserve');
      const calls = broken.calls();
      expect(must(await vault.journal.draft(stream, 'interview', 'a', 'skriver'))).toBe('reserve');
      expect(
        must(await vault.journal.append(newStream(), 'interview', [said('ny')], null)).saved,
      ).toBe('reserve');
      const guide = 'En lång fråga. '.repeat(4000);
      expect(must(await vault.records.put('namn', 1))).toBe('reserve');
      expect(must(await vault.records.put('guide', guide))).toBe('reserve');
      expect(await vault.journal.take(stream, 'interview', [], null)).toMatchObject({ ok: false });
      expect(broken.calls()).toBe(calls);
      expect(heard).toEqual(['open']);
      expect(vault.status().cause).toBe(how === 'fails' ? 'QuotaExceededError' : 'TimeoutError');
      expect((await vault.journal.open(stream))?.events).toHaveLength(2);
      device.files.powerCut();
      broken.heal();
      const again = await unlockVault(device.start(), vault.vault);
      expect(again.status()).toMatchObject({ breaker: 'closed', damaged: 0 });
      expect(again.status().restored).toBeGreaterThanOrEqual(5);
      const opened = await again.journal.open(stream);
      expect(opened?.events).toHaveLength(2);
      expect(opened?.faults).toEqual([]);
      expect(opened?.drafts).toMatchObject([{ value: 'skriver' }]);
      expect(await again.records.get('namn')).toBe(1);
      expect(await again.records.get('guide')).toBe(guide);
    },
  );

  test('time while hidden does not count as no answer', async () => {
    const device = memoryDevice();
    const host = device.start({ limits: { watchdogMs: 200, draftIdleMs: 20 } });
    const vault = await createVault(host);
    host.setVisible(false);
    breakPuts('hangs');
    const append = vault.journal.append(newStream(), 'interview', [said('ett')], null);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(vault.status().breaker).toBe('closed');
    host.setVisible(true);
    expect(must(await append).saved).toBe('reserve');
  });

  test('without free space the database is not even opened', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const stream = newStream();
    must(await vault.journal.append(stream, 'interview', [said('ett')], null));
    await vault.close();
    device.files.fillDisk(true);
    const open = vi.spyOn(device.indexedDB, 'open');
    const again = await unlockVault(device.start(), vault.vault);
    expect(again.status()).toMatchObject({ breaker: 'open', cause: 'NoFreeSpace' });
    expect(must(await again.journal.append(stream, 'interview', [said('två')], null)).saved).toBe(
      'reserve',
    );
    expect((await again.journal.open(stream))?.events).toHaveLength(2);
    expect(open).not.toHaveBeenCalled();
  });

  test('what lies where no start will find it is not called saved, nor is it when the browser gives no answer', async () => {
    const device = memoryDevice();
    const vault = await createVault(device.start());
    const stream = newStream();
    must(await vault.journal.draft(stream, 'interview', 'a', 'före'));
    breakPuts('fails');
    expect(must(await vault.journal.append(stream, 'interview', [said('ett')], null)).saved).toBe(
      'reserve',
    );
    // The open files outlive their names, and take what is written.
    await device.files.remove(vault.vault);
    const lost = { ok: false, error: { type: 'storeFailed', name: 'ThrownAway' } };
    expect(await vault.journal.draft(stream, 'interview', 'a', 'under')).toEqual(lost);
    expect(await vault.journal.append(stream, 'interview', [said('två')], null)).toEqual(lost);

    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const silent = inPlace(
      { ...device.files, assertThere: () => new Promise(() => {}) },
      vault.vault,
      'a',
    );
    const answer = silent();
    await vi.advanceTimersByTimeAsync(3000);
    expect(await answer).toBe(false);
  });
});
