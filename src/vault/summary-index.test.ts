import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { newId, systemClock, systemRandom } from '../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../base/ids.ts';
import { RETRACTED, stamp, type JournalEvent } from '../journal/model/event.ts';
import { changeRow, storedRows } from '../../tests/setup/vault-rows.ts';
import { createVault, memoryDevice, must, type Device } from '../../tests/setup/vault.ts';
import { newestKeyFile } from './key-file.ts';
import type { OpenVault } from './model/port.ts';
import { keyIdOf } from './seal.ts';

const OUTPUT = new Uint8Array(32).fill(7);
const STREAMS = Array.from({ length: 3 }, () => newId(StreamId, systemRandom));
const colleague = { author: newId(MemberId, systemRandom), device: newId(DeviceId, systemRandom) };
const deps = { clock: systemClock(), random: systemRandom };

/** A start that makes and reads an index from two streams on, or one that never looks at it. */
const limits = (from: number, idleMs = 3) => ({
  limits: {
    draftIdleMs: 20,
    watchdogMs: 1000,
    reserveBytes: 256 * 1024,
    index: { from, idleMs },
  },
});
const WITH = limits(2);
/** It is written at closing only: after a crash the pages are as old as the last one. */
const LATE = limits(2, 60_000);
const WITHOUT = limits(Number.POSITIVE_INFINITY);
const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function begin(): Promise<{ readonly device: Device; readonly vault: OpenVault }> {
  const device = memoryDevice();
  const vault = await createVault(device.start(WITH));
  must(await vault.setPasskey({ credential: 'c', salt: 's', output: OUTPUT.slice() }));
  return { device, vault };
}

/** As by a passkey: no Argon2id at every start. */
const start = async (device: Device, { vault }: OpenVault, how: typeof WITH): Promise<OpenVault> =>
  must(await device.start(how).unlock(vault, { type: 'passkey', output: OUTPUT.slice() }));

const said = (text: string) => ({ type: 'Said', version: 1, data: { text } });

const Stored = z.object({
  id: z.string(),
  store: z.string(),
  stream: z.string(),
  bytes: z.instanceof(Uint8Array),
});
const rowsOf = async (device: Device, { vault }: OpenVault, store: string) =>
  (await storedRows(device, vault, 'rows'))
    .map((row) => Stored.parse(row))
    .filter((row) => row.store === store);

/** What came from others lies in the database alone; so does what is written here, then. */
function loseReserve(device: Device, { vault }: OpenVault): void {
  for (const name of ['reserve-a', 'reserve-b']) {
    device.files.put(vault, name, new Uint8Array(256 * 1024).fill(0xff));
  }
}

/** What lists show, in an order that does not rest on the clock. */
async function shown({ journal, status }: OpenVault): Promise<unknown> {
  const all = [...(await journal.list('interview')), ...(await journal.list('review'))];
  return {
    all: all.toSorted((a, b) => (a.stream < b.stream ? -1 : 1)),
    damaged: status().damaged,
  };
}

type Step =
  | { readonly type: 'append' | 'take' | 'retract' | 'erase'; readonly at: number }
  | { readonly type: 'restart' | 'crash' | 'wait' | 'losePage' | 'damagePage' | 'olderPage' };

const at = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constantFrom('append', 'take'), at }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('retract', 'erase'), at }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom('restart', 'crash', 'wait') }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constantFrom('losePage', 'damagePage', 'olderPage') }),
  },
);

async function write(vault: OpenVault, kind: Step['type'], stream: StreamId): Promise<void> {
  const { journal } = vault;
  const of = stream === STREAMS[0] ? 'review' : 'interview';
  const known = (await journal.open(stream))?.events ?? [];
  const summary = { words: `${kind} ${known.length} ${Math.random()}` };
  if (kind === 'append') must(await journal.append(stream, of, [said('mer')], summary));
  if (kind === 'erase') must(await journal.erase(stream));
  if (kind === 'take') {
    const theirs: readonly JournalEvent[] = known.filter(
      ({ device }) => device === colleague.device,
    );
    const more = stamp([said('från en kollega')], stream, theirs, colleague, deps);
    must(await journal.take(stream, of, [...known, ...more], summary));
  }
  const words = known.find(({ body, type }) => body !== null && type !== RETRACTED);
  if (kind !== 'retract' || !words) return;
  const fact = { type: RETRACTED, version: 1, data: { events: [words.id] } };
  must(await journal.append(stream, of, [fact], summary));
}

describe('the index of summaries', () => {
  test('shows what the head rows say, whatever happened to it or to them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 20 }), async (steps) => {
        const { device, vault: first } = await begin();
        let vault = first;
        let older: z.infer<typeof Stored>[] = [];
        let starts = 0;
        const crashed: OpenVault[] = [];
        const stop = async (how: Step['type']): Promise<void> => {
          if (how !== 'crash') return vault.close();
          crashed.push(vault);
          device.files.powerCut();
        };
        for (const each of steps) {
          if ('at' in each) {
            await write(vault, each.type, StreamId.parse(STREAMS[each.at]));
            continue;
          }
          if (each.type === 'wait') {
            await rest(15);
            continue;
          }
          await stop(each.type);
          const [page] = await rowsOf(device, vault, 'index');
          if (page && each.type === 'losePage') await changeRow(device, vault.vault, page.id);
          if (page && each.type === 'damagePage') {
            await changeRow(device, vault.vault, page.id, (row) => {
              row['bytes'] = page.bytes.map((byte, at) => (at === 60 ? byte ^ 1 : byte));
            });
          }
          const before = older.find(({ bytes }) => page && keyIdOf(bytes) === keyIdOf(page.bytes));
          if (page && before && each.type === 'olderPage') {
            await changeRow(device, vault.vault, page.id, (row) => {
              row['bytes'] = before.bytes;
            });
          }
          older = [...older, ...(page ? [page] : [])];
          starts += 1;
          vault = await start(device, vault, starts % 2 === 0 ? WITH : LATE);
        }
        await stop(steps.at(-1)?.type ?? 'restart');
        const quick = await start(device, vault, WITH);
        const byIndex = await shown(quick);
        await quick.close();
        const slow = await start(device, vault, WITHOUT);
        expect(byIndex).toEqual(await shown(slow));
        await slow.close();
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  async function twoStreams() {
    const { device, vault } = await begin();
    const [, a, b] = STREAMS;
    if (!a || !b) throw new Error('two streams');
    for (const stream of [a, b]) {
      must(await vault.journal.append(stream, 'interview', [said('ett')], { code: 'K-1' }));
    }
    await vault.close();
    return { device, vault, a, b };
  }

  test('is what a start reads: a head row that would not open shows in the list, and is found when opened', async () => {
    const { device, vault, a } = await twoStreams();
    const damage = (row: Record<string, unknown>): void => {
      const { bytes } = Stored.parse(row);
      row['bytes'] = bytes.map((byte, at) => (at === 60 ? byte ^ 1 : byte));
    };
    await changeRow(device, vault.vault, a, damage);
    loseReserve(device, vault);
    const quick = await start(device, vault, WITH);
    expect((await quick.journal.list('interview')).map(({ stream }) => stream)).toContain(a);
    expect(quick.status().damaged).toBe(0);
    await quick.journal.open(a);
    expect(quick.status().damaged).toBe(1);
    await quick.close();
    const slow = await start(device, vault, WITHOUT);
    expect((await slow.journal.list('interview')).map(({ stream }) => stream)).not.toContain(a);
    await slow.close();
  });

  test('tells at the start of a head row that is older than one that was here', async () => {
    const { device, vault, a, b } = await twoStreams();
    const old = (await rowsOf(device, vault, 'head')).find(({ id }) => id === a);
    const full = (await storedRows(device, vault.vault, 'rows')).find(({ id }) => id === a);
    const again = await start(device, vault, WITH);
    const more = stamp([said('från en kollega')], a, [], colleague, deps);
    must(await again.journal.take(a, 'interview', more, { code: 'K-2' }));
    await again.close();
    loseReserve(device, vault);
    await changeRow(device, vault.vault, a, (row) => {
      row['bytes'] = old?.bytes;
      row['revision'] = full?.['revision'];
    });
    const quick = await start(device, vault, WITH);
    expect(quick.status().damaged).toBe(1);
    expect(await quick.journal.list('interview')).toMatchObject([
      { stream: expect.any(String), data: { code: 'K-1' } },
      { stream: expect.any(String), data: { code: 'K-1' } },
    ]);
    expect((await quick.journal.open(b))?.faults).toEqual([]);
    await quick.close();
  });

  test.each(['erase', 'retract'] as const)(
    'after %s no page that was ever written opens with a key that is left',
    async (how) => {
      const { device, vault, a } = await twoStreams();
      const pages = await rowsOf(device, vault, 'index');
      expect(pages).toHaveLength(1);
      const keyOfIndex = () =>
        newestKeyFile(['key-a', 'key-b'].map((name) => device.files.bytes(vault.vault, name)))
          ?.content.index;
      const before = keyOfIndex();
      expect(pages.map(({ bytes }) => keyIdOf(bytes))).toEqual([before?.id]);
      const again = await start(device, vault, WITH);
      await write(again, how, a);
      // At once and in both files, not when the index is written next.
      for (const name of ['key-a', 'key-b']) {
        const text = new TextDecoder().decode(device.files.bytes(vault.vault, name));
        expect(text).not.toContain(before?.key);
      }
      await again.close();
      const now = await rowsOf(device, vault, 'index');
      expect(now.map(({ bytes }) => keyIdOf(bytes))).toEqual([keyOfIndex()?.id]);
      expect(keyOfIndex()?.id).not.toBe(before?.id);
    },
  );

  test('begins while the streams become many, and leaves nothing meaningful in clear', async () => {
    const { device, vault } = await begin();
    const [a, b] = [StreamId.parse(STREAMS[0]), StreamId.parse(STREAMS[1])];
    must(await vault.journal.append(a, 'interview', [said('ett')], { code: 'Storby-1' }));
    await rest(15);
    expect(await rowsOf(device, vault, 'index')).toEqual([]);
    must(await vault.journal.append(b, 'interview', [said('ett')], { code: 'Storby-2' }));
    const [page, ...others] = await vi.waitFor(async () => {
      const rows = await rowsOf(device, vault, 'index');
      expect(rows).not.toEqual([]);
      return rows;
    });
    expect(others).toEqual([]);
    expect(page).toMatchObject({ stream: '', id: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(new TextDecoder('latin1').decode(page?.bytes)).not.toContain('Storby');
    await vault.close();
  });
});
