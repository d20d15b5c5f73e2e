import type { Random } from '../base/deps.ts';
import type { StreamId } from '../base/ids.ts';
import { err, type Result } from '../base/result.ts';
import { wrappingKey, type DataKey } from './data-key.ts';
import type { StreamKeyEntry, StreamKeys } from './key-file.ts';
import type { Keys } from './keys.ts';
import { keyIdOf, newKeyId, unseal, type SealedRow, type SealKey } from './seal.ts';

/** A stream's key in use. Rows of an event carry the generation as their revision. */
export interface StreamKey extends SealKey {
  readonly generation: number;
}

/** One key per stream (DESIGN section 7): destroying the key erases the stream, wherever its rows still lie. */
export interface Keyring {
  has(stream: StreamId): boolean;
  streams(): readonly StreamKeys[];
  /** The key new rows are sealed with. Made, wrapped and flushed first when the stream has none. */
  current(stream: StreamId): Promise<StreamKey>;
  /** Opens a row with the key it names. */
  open(row: SealedRow): Promise<Result<unknown, 'altered'>>;
  /** True when another key has taken this one's place since it was asked for. */
  isReplaced(stream: StreamId, key: StreamKey): boolean;
  /** Says on disk that rows of the stream are kept: from here on a start that finds none knows of a loss. */
  noteBegun(stream: StreamId): void;
  /** The key that everything is to be sealed with after a retraction; on disk beside the old one. */
  beginRotation(stream: StreamId): Promise<StreamKey>;
  /** Destroys the old key in both files: from here on what was sealed with it is gone. */
  endRotation(stream: StreamId): void;
  destroy(stream: StreamId): void;
  /**
   * The key that all summaries are sealed with once more, for a quick start. Whenever a stream's key is destroyed it
   * goes in the same writing: what was erased or taken back stands in its summary too.
   */
  index(): Promise<SealKey>;
  /** The name of that key; undefined when it has gone and no other is made yet. */
  indexId(): string | undefined;
  /**
   * Notes which streams really began, and forgets the keys of those that never did. Only for one who can see all
   * rows: what is forgotten here can't be read by anyone.
   */
  tidy(isBegun: (stream: StreamId) => boolean): void;
}

/** What a wrapped key is bound to: its stream, or the index. */
type KeyName = StreamId | 'index';

export function openKeyring(keys: Keys, dataKey: DataKey, random: Random): Keyring {
  const entries = new Map<string, StreamKeys>(
    keys.content().streams.map((entry) => [entry.stream, entry]),
  );
  const opened = new Map<string, StreamKey>();

  /** Disk first: the ring never holds a key that a restart would not find. */
  function save(change: (entries: Map<string, StreamKeys>) => void, isDestroying = false): void {
    const changed = new Map(entries);
    change(changed);
    const { index } = keys.content();
    keys.save((content) => ({
      ...content,
      streams: [...changed.values()],
      index: isDestroying ? undefined : index,
    }));
    change(entries);
    if (isDestroying && index) opened.delete(index.id);
  }

  function add(entry: StreamKeys): void {
    keys.add({ stream: entry });
    entries.set(entry.stream, entry);
  }

  async function make(name: KeyName, generation: number): Promise<StreamKeyEntry> {
    const secret = random.bytes(32);
    const id = newKeyId(random);
    const key = await dataKey.wrapSecret(secret, `stream:${name}`);
    opened.set(id, { id, generation, key: await wrappingKey(secret) });
    return { id, generation, key };
  }

  async function unlock(name: KeyName, entry: StreamKeyEntry): Promise<StreamKey> {
    const known = opened.get(entry.id);
    if (known) return known;
    const secret = await dataKey.unwrapSecret(entry.key, `stream:${name}`);
    if (!secret.ok) throw new Error('keyring: a stream key was not wrapped by this vault');
    const { id, generation } = entry;
    const key = { id, generation, key: await wrappingKey(secret.value) };
    opened.set(id, key);
    return key;
  }

  return {
    has: (stream) => entries.has(stream),
    streams: () => [...entries.values()],
    isReplaced(stream, key) {
      const entry = entries.get(stream);
      return entry !== undefined && entry.now.id !== key.id;
    },
    noteBegun(stream) {
      const entry = entries.get(stream);
      if (entry && !entry.begun) add({ ...entry, begun: true });
    },
    async current(stream) {
      keys.assertSound();
      const known = entries.get(stream);
      if (known) return unlock(stream, known.now);
      const now = await make(stream, 1);
      const raced = entries.get(stream);
      if (raced) return unlock(stream, raced.now);
      add({ stream, now, begun: false });
      return unlock(stream, now);
    },
    async open(row) {
      const id = keyIdOf(row.bytes);
      if (row.stream === '') {
        return id === dataKey.records.id ? unseal(row, dataKey.records.key) : err('altered');
      }
      const entry = entries.get(row.stream);
      const named = [entry?.now, entry?.next].find((each) => each?.id === id);
      if (!entry || !named) return err('altered');
      return unseal(row, (await unlock(entry.stream, named)).key);
    },
    async beginRotation(stream) {
      const entry = entries.get(stream);
      if (!entry) throw new Error('keyring: no such stream to rotate');
      if (entry.next) return unlock(stream, entry.next);
      const next = await make(stream, entry.now.generation + 1);
      save((all) => all.set(stream, { ...entry, next }));
      return unlock(stream, next);
    },
    endRotation(stream) {
      const entry = entries.get(stream);
      if (!entry?.next) throw new Error('keyring: no rotation to end');
      const { now, next } = entry;
      save((all) => all.set(stream, { stream, now: next, begun: true }), true);
      opened.delete(now.id);
    },
    destroy(stream) {
      const entry = entries.get(stream);
      if (!entry) return;
      save((all) => all.delete(stream), true);
      for (const each of [entry.now, entry.next]) if (each) opened.delete(each.id);
    },
    async index() {
      const known = keys.content().index;
      if (known) return unlock('index', known);
      const made = await make('index', 1);
      keys.add({ index: made });
      return unlock('index', made);
    },
    indexId: () => keys.content().index?.id,
    tidy(isBegun) {
      const changed = [...entries.values()].filter((each) => !each.begun);
      if (changed.length === 0) return;
      save((all) => {
        for (const entry of changed) {
          if (isBegun(entry.stream)) all.set(entry.stream, { ...entry, begun: true });
          else all.delete(entry.stream);
        }
      });
    },
  };
}
