import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId, systemRandom } from '../base/deps.ts';
import { StreamId, VaultId } from '../base/ids.ts';
import { memoryFiles } from '../../tests/setup/memory-files.ts';
import type { SyncFile } from './files.ts';
import { newestKeyFile, type FoundKeys, type KeyFile, type StreamKeys } from './key-file.ts';
import { useKeyFiles, type Keys } from './keys.ts';

const vault = newId(VaultId, systemRandom);
const NAMES = ['key-a', 'key-b'] as const;
const empty: KeyFile = {
  v: 1,
  card: { vault, label: 'AB', createdAt: 1, passkey: null, recoverable: false },
  derivation: { memoryKiB: 65_536, iterations: 3, parallelism: 4, salt: '00'.repeat(16) },
  passphrase: 'AAAA',
  passkey: null,
  recovery: null,
  identity: 'BBBB',
  streams: [],
  tries: { count: 0, at: 0 },
};

const STREAMS = Array.from({ length: 4 }, () => newId(StreamId, systemRandom));
let made = 0;
/** A key that no other has, so that it can be looked for in the bytes. */
const newKey = (stream: StreamId, begun = false): StreamKeys => {
  made += 1;
  return {
    stream,
    now: { id: '00'.repeat(8), generation: 1, key: `key${made}`.padEnd(70, '_') },
    begun,
  };
};

/** What was done, in the words of the model: a plain object that every step replaces. */
type Step =
  | { readonly type: 'add' | 'begun' | 'destroy'; readonly at: number }
  | { readonly type: 'try' | 'reopen' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constantFrom('add', 'begun', 'destroy'), at: fc.nat(3) }),
  fc.record({ type: fc.constantFrom('try', 'reopen') }),
);

const byStream = (content: KeyFile) => ({
  ...content,
  streams: content.streams.toSorted((a, b) => (a.stream < b.stream ? -1 : 1)),
});

/** Two files of which the write with this number is cut short and ends everything. */
async function device(diesAt: number) {
  const files = memoryFiles();
  const state = { writes: 0 };
  const dying = (file: SyncFile): SyncFile => ({
    ...file,
    write: (bytes, options) => {
      state.writes += 1;
      if (state.writes < diesAt) return file.write(bytes, options);
      file.write(bytes.subarray(0, Math.min(bytes.length, 30)), options);
      file.flush();
      throw new Error('the power is gone');
    },
  });
  const open = async () =>
    [dying(await files.open(vault, NAMES[0])), dying(await files.open(vault, NAMES[1]))] as const;
  return { files, open };
}

describe('what is added to the key files', () => {
  const start = async () => {
    const files = memoryFiles();
    const pair = [await files.open(vault, NAMES[0]), await files.open(vault, NAMES[1])] as const;
    const keys = useKeyFiles(pair, { content: empty, generation: 0 });
    keys.save((same) => same);
    return { files, pair, keys };
  };
  const found = (files: { bytes: ReturnType<typeof memoryFiles>['bytes'] }) =>
    newestKeyFile(NAMES.map((name) => files.bytes(vault, name)));

  test('costs what it is long, however much is there', async () => {
    const { pair, keys } = await start();
    const written: number[] = [];
    const counting = pair.map((file) => ({
      ...file,
      write: (bytes: Uint8Array, options: { at: number }) => {
        written.push(bytes.length);
        return file.write(bytes, options);
      },
    }));
    const [a, b] = counting;
    if (!a || !b) throw new Error('two files');
    const many = {
      ...empty,
      streams: Array.from({ length: 500 }, () => newKey(newId(StreamId, systemRandom))),
    };
    keys.save(() => many);
    const again = useKeyFiles(
      [a, b],
      newestKeyFile(pair.map(contentOf)) ?? { content: empty, generation: 0 },
    );
    again.add({ tries: { count: 1, at: 7 } });
    expect(written).toHaveLength(2);
    expect(Math.max(...written)).toBeLessThan(200);
    expect(newestKeyFile(pair.map(contentOf))?.content.tries).toEqual({ count: 1, at: 7 });
  });

  test('is written whole where there is no room, and the file has room again', async () => {
    const { files, keys } = await start();
    const streams = Array.from({ length: 400 }, () => newId(StreamId, systemRandom));
    for (const stream of streams) keys.add({ stream: newKey(stream) });
    expect(found(files)?.content.streams.map(({ stream }) => stream)).toEqual(streams);
    expect(found(files)?.generation).toBeGreaterThan(1);
  });

  test('is part of the whole after a session in which much was added', async () => {
    const { files, keys } = await start();
    const stream = newKey(StreamId.parse(STREAMS[0]));
    for (let n = 0; n < 100; n += 1) keys.add({ stream });
    keys.rest();
    expect(found(files)).toMatchObject({ generation: 1, changes: 100 });
    for (let n = 0; n < 100; n += 1) keys.add({ stream });
    keys.rest();
    expect(found(files)).toMatchObject({ generation: 2, changes: 0 });
    expect(found(files)?.content.streams).toEqual([stream]);
  });

  test('one file that lacks the last of it is not gone on from: both are written whole', async () => {
    const { files, keys } = await start();
    const before = files.bytes(vault, 'key-b');
    keys.add({ stream: newKey(StreamId.parse(STREAMS[0])) });
    files.put(vault, 'key-b', before);
    const newest = found(files);
    expect(newest?.content.streams).toHaveLength(1);
    expect(newest?.tail).toBeUndefined();
  });

  test('a cut anywhere leaves what was there or what was to be, and a destroyed key is in neither file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.integer({ min: 3, max: 40 }), runs),
      { numRuns: 150 },
    );
  });

  async function runs(steps: readonly Step[], diesAt: number): Promise<void> {
    const { files, open } = await device(diesAt);
    let keys = useKeyFiles(await open(), { content: empty, generation: 0 });
    keys.save((same) => same);
    let before = empty;
    let after = empty;
    const destroyed = new Set<string>();
    /** What a restart found, and what was there before it. */
    const reopened: (readonly [KeyFile, KeyFile])[] = [];
    const seen = { destroyed: 0 };
    try {
      for (const each of steps) {
        if (each.type === 'reopen') {
          keys.close();
          keys = useKeyFiles(await open(), must(found(files)));
          reopened.push([byStream(keys.content()), byStream(before)]);
          continue;
        }
        const work = planned(each, before);
        after = work.after;
        work.act(keys);
        before = after;
        for (const key of work.gone) destroyed.add(key);
        for (const name of NAMES) {
          const text = new TextDecoder().decode(files.bytes(vault, name));
          seen.destroyed += [...destroyed].filter((key) => text.includes(key)).length;
        }
      }
    } catch (error) {
      if (!(error instanceof Error && error.message === 'the power is gone')) throw error;
      files.powerCut();
    }
    for (const [there, wanted] of reopened) expect(there).toEqual(wanted);
    expect(seen.destroyed).toBe(0);
    const content = byStream(must(found(files)).content);
    expect([byStream(before), byStream(after)]).toContainEqual(content);
  }
});

function planned(
  each: Exclude<Step, { readonly type: 'reopen' }>,
  now: KeyFile,
): {
  readonly after: KeyFile;
  readonly gone: readonly string[];
  readonly act: (keys: Keys) => void;
} {
  if (each.type === 'try') {
    const tries = { count: now.tries.count + 1, at: 1 };
    return { after: { ...now, tries }, gone: [], act: (keys) => keys.add({ tries }) };
  }
  if (!('at' in each)) throw new Error('a step without a place');
  const stream = StreamId.parse(STREAMS[each.at]);
  const known = now.streams.find((entry) => entry.stream === stream);
  const others = now.streams.filter((entry) => entry.stream !== stream);
  if (each.type === 'destroy') {
    const after = { ...now, streams: others };
    return {
      after,
      gone: known ? [known.now.key] : [],
      act: (keys) => keys.save((same) => ({ ...same, streams: others })),
    };
  }
  const entry = known ? { ...known, begun: each.type === 'begun' } : newKey(stream);
  const after = { ...now, streams: [...others, entry] };
  return { after, gone: [], act: (keys) => keys.add({ stream: entry }) };
}

function contentOf(file: SyncFile): Uint8Array {
  const bytes = new Uint8Array(file.getSize());
  file.read(bytes, { at: 0 });
  return bytes;
}

function must(found: FoundKeys | undefined): FoundKeys {
  if (!found) throw new Error('no key file is whole');
  return found;
}
