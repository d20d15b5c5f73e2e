import { expect, it } from 'vitest';
import { checkOffline, type Machine } from './offline-check.ts';

const machine = (active: unknown, persisted: boolean, space: StorageEstimate): Machine => ({
  serviceWorker: { getRegistration: async () => ({ active }) },
  storage: { persisted: async () => persisted, estimate: async () => space },
});

it('says what the machine says', async () => {
  const ready = machine({}, true, { quota: 2_500_400_000, usage: 400_000 });
  expect(await checkOffline(ready)).toEqual({ app: true, persisted: true, freeMegabytes: 2500 });
  const bare = machine(null, false, { quota: 50_000_000 });
  expect(await checkOffline(bare)).toEqual({ app: false, persisted: false, freeMegabytes: 50 });
});

it('counts what is not told as not known, and never as good', async () => {
  const nothing = { app: false, persisted: null, freeMegabytes: null };
  expect(await checkOffline({})).toEqual(nothing);
  const refuses = () => Promise.reject(new Error('not here'));
  expect(
    await checkOffline({
      serviceWorker: { getRegistration: refuses },
      storage: { persisted: refuses, estimate: refuses },
    }),
  ).toEqual(nothing);
  expect(
    await checkOffline({ storage: { persisted: refuses, estimate: async () => ({}) } }),
  ).toEqual(nothing);
});
