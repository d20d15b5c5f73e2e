import type { Random } from '../base/deps.ts';
import type { StreamId } from '../base/ids.ts';
import { wrappingKey, type DataKey } from './data-key.ts';
import type { SoundKeyEntry, SoundKeys } from './key-file.ts';
import type { Keys } from './keys.ts';
import type { SlotKey } from './model/sound.ts';
import { newKeyId, type SealKey } from './seal.ts';

const MINUTE_MS = 60_000;

/** The minutes' keys of all recordings, wrapped in the key files and opened as they are needed. */
export interface SoundRing {
  all(): readonly SoundKeys[];
  find(recording: StreamId): SoundKeys | undefined;
  begin(recording: StreamId, interview: StreamId): void;
  /** The key that a slot's new slices are sealed with; made, wrapped and flushed first when there is none. */
  current(recording: StreamId, slot: number): Promise<SealKey>;
  /** The keys of so many slots from one on, made and flushed where there are none: for who seals them elsewhere. */
  ahead(recording: StreamId, from: number, many: number): Promise<readonly SlotKey[]>;
  /** Forgets the keys of slots after this one: they were made ahead, and nothing was ever sealed with them. */
  trim(recording: StreamId, last: number): void;
  /** Undefined when the key has been destroyed. */
  byId(recording: StreamId, id: string): Promise<SealKey | undefined>;
  /**
   * Notes a stretch that must go, and gives the slots of which something remains a new key beside the old one. From
   * here on the strike is finished even after a crash.
   * @param reaching where the first slice begins that the stretch touches, in ms: it may lie minutes before.
   */
  beginStrike(recording: StreamId, from: number, to: number, reaching: number): Promise<void>;
  /** Destroys the keys that the strike named, in both files. */
  endStrike(recording: StreamId): void;
  destroy(recording: StreamId): void;
}

export function openSoundRing(keys: Keys, dataKey: DataKey, random: Random): SoundRing {
  const opened = new Map<string, SealKey>();
  const all = (): readonly SoundKeys[] => keys.content().sound ?? [];
  const find = (recording: StreamId): SoundKeys | undefined =>
    all().find((each) => each.recording === recording);

  function known(recording: StreamId): SoundKeys {
    const found = find(recording);
    if (!found) throw new Error('sound keys: no such recording');
    return found;
  }

  const save = (change: (sound: readonly SoundKeys[]) => readonly SoundKeys[]): void =>
    keys.save((content) => ({ ...content, sound: [...change(content.sound ?? [])] }));
  const put = (next: SoundKeys): void =>
    save((sound) => sound.map((each) => (each.recording === next.recording ? next : each)));

  /** Bound to recording and slot, so that one minute's key can't stand in for another's. */
  const purposeOf = (recording: StreamId, slot: number) => `sound:${recording}:${slot}` as const;

  async function make(recording: StreamId, slot: number): Promise<SoundKeyEntry> {
    const secret = random.bytes(32);
    const id = newKeyId(random);
    const key = await dataKey.wrapSecret(secret, purposeOf(recording, slot));
    opened.set(id, { id, key: await wrappingKey(secret) });
    return { id, slot, key };
  }

  async function unlock(recording: StreamId, entry: SoundKeyEntry): Promise<SealKey> {
    const held = opened.get(entry.id);
    if (held) return held;
    const secret = await dataKey.unwrapSecret(entry.key, purposeOf(recording, entry.slot));
    if (!secret.ok) throw new Error('sound keys: a key was not wrapped by this vault');
    const key = { id: entry.id, key: await wrappingKey(secret.value) };
    opened.set(entry.id, key);
    return key;
  }

  const lastOf = (recording: StreamId, slot: number): SoundKeyEntry | undefined =>
    known(recording).keys.findLast((entry) => entry.slot === slot);

  return {
    all,
    find,
    begin(recording, interview) {
      save((sound) => [...sound, { recording, interview, keys: [] }]);
    },
    async current(recording, slot) {
      keys.assertSound();
      const found = lastOf(recording, slot);
      if (found) return unlock(recording, found);
      const made = await make(recording, slot);
      const before = known(recording);
      put({ ...before, keys: [...before.keys, made] });
      return unlock(recording, made);
    },
    async ahead(recording, from, many) {
      keys.assertSound();
      const slots = Array.from({ length: many }, (_, i) => from + i);
      const missing = slots.filter((slot) => !lastOf(recording, slot));
      const made = await Promise.all(missing.map((slot) => make(recording, slot)));
      const before = known(recording);
      put({ ...before, keys: [...before.keys, ...made] });
      return Promise.all(
        slots.map(async (slot) => {
          const entry = lastOf(recording, slot);
          if (!entry) throw new Error('sound keys: a slot has no key');
          return { slot, ...(await unlock(recording, entry)) };
        }),
      );
    },
    trim(recording, last) {
      const before = known(recording);
      const stay = before.keys.filter(({ slot }) => slot <= last);
      if (stay.length < before.keys.length) put({ ...before, keys: stay });
    },
    async byId(recording, id) {
      const entry = find(recording)?.keys.find((each) => each.id === id);
      return entry && unlock(recording, entry);
    },
    async beginStrike(recording, from, to, reaching) {
      const before = known(recording);
      // What only the database has tells no place before it is opened. It is a second long: so the minute before too.
      const touched = before.keys.filter(
        ({ slot }) => slot > 0 && (slot + 1) * MINUTE_MS > reaching && (slot - 1) * MINUTE_MS < to,
      );
      const made: SoundKeyEntry[] = [];
      for (const slot of new Set(touched.map((each) => each.slot))) {
        const isWhole = (slot - 1) * MINUTE_MS >= from && slot * MINUTE_MS <= to;
        if (!isWhole) made.push(await make(recording, slot));
      }
      const drop = touched.map(({ id }) => id);
      put({ ...before, keys: [...before.keys, ...made], striking: { from, to, drop } });
    },
    endStrike(recording) {
      const { striking, ...before } = known(recording);
      const drop = new Set(striking?.drop);
      put({ ...before, keys: before.keys.filter(({ id }) => !drop.has(id)) });
      for (const id of drop) opened.delete(id);
    },
    destroy(recording) {
      const gone = find(recording);
      if (!gone) return;
      save((sound) => sound.filter((each) => each.recording !== recording));
      for (const { id } of gone.keys) opened.delete(id);
    },
  };
}
