import { expect, it } from 'vitest';
import { newId, systemClock, systemRandom } from '../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../base/ids.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import type { VaultLine } from './call.ts';
import { journalOver } from './journal-over.ts';

it('gives events as the vault has them, with every member', async () => {
  const deps = { clock: systemClock(), random: systemRandom };
  const writer = { author: newId(MemberId, systemRandom), device: newId(DeviceId, systemRandom) };
  const vault = openMemoryJournal(writer, deps);
  const methods = new Map<string, unknown>(Object.entries(vault));
  const line: VaultLine = {
    // As postMessage does it: what comes back is a copy.
    call: async (method, ...args) => {
      const work = methods.get(method);
      if (typeof work !== 'function') throw new Error(`no ${method}`);
      return structuredClone(await Reflect.apply(work, vault, args));
    },
    onNews: () => () => undefined,
    landed: () => Promise.resolve(),
    end: () => undefined,
  };
  const journal = journalOver(line);
  const stream = newId(StreamId, systemRandom);
  const facts = ['ett', 'två'].map((text) => ({ type: 'Said', version: 1, data: { text } }));
  const kept = await journal.append(stream, 'interview', facts, null);
  const there = await vault.open(stream);
  expect(there?.events).toHaveLength(2);
  expect(kept).toEqual({ ok: true, value: { events: there?.events, saved: 'both' } });
  expect(await journal.open(stream)).toEqual(there);
  expect(await journal.open(newId(StreamId, systemRandom))).toBeUndefined();
});
