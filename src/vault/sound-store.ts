import { release } from '../base/bytes.ts';
import type { Random } from '../base/deps.ts';
import type { StreamId, VaultId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { FIRST_NOTE, type SoundSlice } from '../interview/model/sound-slice.ts';
import type { Saved, StoreProblem } from '../journal/model/port.ts';
import type { DataKey } from './data-key.ts';
import type { DatabaseDeps } from './database.ts';
import { hasFreeSpace, openPatiently, storing, type VaultFiles } from './files.ts';
import type { Keys } from './keys.ts';
import { makeLine } from './line.ts';
import type { RecordingCard, SoundStore } from './model/sound.ts';
import { keyIdOf } from './seal.ts';
import { openSoundDatabase } from './sound-database.ts';
import { openSoundRing } from './sound-keys.ts';
import { openSoundLog, type SealedSlice, type SoundLog } from './sound-log.ts';
import { openSlice, sealSlice, slotOf } from './sound-seal.ts';

export interface SoundDeps {
  readonly vault: VaultId;
  readonly files: VaultFiles;
  readonly keys: Keys;
  readonly dataKey: DataKey;
  readonly random: Random;
  readonly database: DatabaseDeps;
}

export interface ClosableSound extends SoundStore {
  close(): Promise<void>;
}

/** A locked tablet records for so long: four hours. Nobody talks longer with someone. */
const LOCKED_MINUTES = 240;
/** A recording's own file in the vault's folder. */
export const soundFileOf = (recording: StreamId): string => `sound-${recording}`;

/** Opens the sound of an unlocked vault, and first finishes what a crash left half struck out. */
export async function openSoundStore(deps: SoundDeps): Promise<ClosableSound> {
  const { vault, files, random } = deps;
  const ring = openSoundRing(deps.keys, deps.dataKey, random);
  const line = makeLine();
  /** Apart from the files' line: a database that hangs must not keep the next second from its file. */
  const databaseLine = makeLine();
  const database = openSoundDatabase(vault, deps.database);
  if (!(await hasFreeSpace(files, vault))) database.close();
  const logs = new Map<StreamId, SoundLog>();

  async function logOf(recording: StreamId): Promise<SoundLog> {
    const known = logs.get(recording);
    if (known) return known;
    const log = openSoundLog(await openPatiently(files, vault, soundFileOf(recording)));
    logs.set(recording, log);
    return log;
  }

  async function keep(
    recording: StreamId,
    log: SoundLog,
    sealed: readonly SealedSlice[],
  ): Promise<() => Promise<Saved>> {
    log.append(sealed);
    const written = databaseLine(() => database.put(recording, sealed));
    const letGo = () => {
      for (const { bytes } of sealed) release(bytes);
    };
    void written.then(letGo, letGo);
    return async () => ((await written).ok ? 'both' : 'reserve');
  }

  async function openOne(
    recording: StreamId,
    sealed: SealedSlice | undefined,
  ): Promise<SoundSlice | undefined> {
    const key = sealed && (await ring.byId(recording, keyIdOf(sealed.bytes)));
    if (!sealed || !key) return undefined;
    const slice = await openSlice(recording, sealed, key);
    release(sealed.bytes);
    return slice;
  }

  /** From the file; from the database when the file does not have it whole. */
  async function load(recording: StreamId, n: number): Promise<SoundSlice | undefined> {
    const log = await logOf(recording);
    const at = log.find(n);
    const here = at && (await openOne(recording, log.read(at)));
    return here ?? openOne(recording, await database.get(recording, n));
  }

  async function numbersOf(recording: StreamId): Promise<readonly number[]> {
    const here = (await logOf(recording)).slices().map(({ n }) => n);
    return [...new Set([...here, ...(await database.numbers(recording))])].sort((a, b) => a - b);
  }

  /** Each step may be repeated after a crash: the keys that go are named in the key file until they are gone. */
  async function finishStrike(recording: StreamId): Promise<Saved> {
    const striking = ring.find(recording)?.striking;
    if (!striking) return 'both';
    const log = await logOf(recording);
    const drop = new Set(striking.drop);
    const gone: number[] = [];
    const written: (() => Promise<Saved>)[] = [];
    const going = (sealed: SealedSlice): boolean => drop.has(keyIdOf(sealed.bytes));
    for (const n of await numbersOf(recording)) {
      const at = log.find(n);
      if (at && !going(log.read(at))) continue;
      const slice = await load(recording, n);
      if (!slice) continue;
      const stays = slice.to <= striking.from || slice.from >= striking.to;
      if (!stays) {
        gone.push(n);
        continue;
      }
      const key = await ring.current(recording, slotOf(slice));
      // What only the database had, under a key that stays, needs no new seal.
      if (drop.has(key.id)) continue;
      written.push(await keep(recording, log, [await sealSlice(recording, slice, key, random)]));
    }
    const copies = await Promise.all(written.map((each) => each()));
    ring.endStrike(recording);
    // The keys are gone; that the bytes go too is for those who would rather not have them around.
    log.blank(going);
    const removed = await databaseLine(() => database.remove(recording, gone));
    return removed.ok && !copies.includes('reserve') ? 'both' : 'reserve';
  }

  const isSound = ({ n }: { readonly n: number }): boolean => n < FIRST_NOTE;
  /** In order; a note counts as none of them. */
  const soundIn = async (recording: StreamId) => (await logOf(recording)).slices().filter(isSound);

  /** A lock makes keys for hours to come; those of minutes that never came go, if the file is whole. */
  async function trimAhead(recording: StreamId): Promise<void> {
    const [last] = (await soundIn(recording)).slice(-1);
    const numbers = await database.numbers(recording);
    const inDatabase = Math.max(0, ...numbers.filter((n) => isSound({ n })));
    // What was noted after the last second may lie in the minute after it.
    const noted = last && slotOf({ n: FIRST_NOTE, from: last.to });
    if (last && noted && inDatabase <= last.n) ring.trim(recording, Math.max(last.slot, noted));
  }

  for (const { recording, striking } of ring.all()) {
    // On a disk that is still full it waits for the next start; the keys stay named.
    if (striking) await line(() => storing(async () => ok(await finishStrike(recording))));
  }

  for (const { recording, keys } of ring.all()) {
    if (keys.length > 0) await line(() => storing(async () => ok(await trimAhead(recording))));
  }

  return {
    begin: (recording, interview) =>
      line(() =>
        storing(async () => {
          if (ring.find(recording)) return ok('both');
          await logOf(recording);
          ring.begin(recording, interview);
          return ok('both');
        }),
      ),

    async append(recording, ...slices) {
      const kept = await line(() =>
        storing<() => Promise<Saved>>(async () => {
          // Erased while it was still being recorded: nothing of it may come back.
          if (!ring.find(recording)) return err({ type: 'storeFailed', name: 'NotFoundError' });
          const log = await logOf(recording);
          const sealed: SealedSlice[] = [];
          for (const slice of slices) {
            if (log.find(slice.n)) continue;
            const key = await ring.current(recording, slotOf(slice));
            sealed.push(await sealSlice(recording, slice, key, random));
          }
          return ok(sealed.length > 0 ? await keep(recording, log, sealed) : async () => 'both');
        }),
      );
      return kept.ok ? ok(await kept.value()) : kept;
    },

    handOver: (recording) =>
      line(() =>
        storing(async () => {
          if (!ring.find(recording)) return err({ type: 'storeFailed', name: 'NotFoundError' });
          const slices = (await logOf(recording)).slices();
          // From the minute that is being recorded on; those before it need no key to be kept.
          const from = Math.max(0, ...slices.map(({ slot }) => slot));
          return ok({ recording, keys: await ring.ahead(recording, from, LOCKED_MINUTES) });
        }),
      ),

    async *slices(recording, from = 0) {
      if (!ring.find(recording)) return;
      const log = await line(() => logOf(recording));
      for (const n of await line(() => numbersOf(recording))) {
        if (!isSound({ n })) return;
        // Its place stands in clear, so what lies before needs no unsealing.
        if (n > 0 && (log.find(n)?.to ?? Number.POSITIVE_INFINITY) <= from) continue;
        const slice = await line(() => load(recording, n));
        if (slice && (n === 0 || slice.to > from)) yield slice;
      }
    },

    notes: (recording) =>
      line(async () => {
        if (!ring.find(recording)) return [];
        const notes: SoundSlice[] = [];
        for (const n of await numbersOf(recording)) {
          const note = isSound({ n }) ? undefined : await load(recording, n);
          if (note) notes.push(note);
        }
        return notes;
      }),

    strike: (recording, from, to) =>
      line(() =>
        storing<Saved>(async () => {
          if (!ring.find(recording)) return ok('both');
          await finishStrike(recording);
          // Where the device stood still, one slice may be minutes long.
          const reaching = (await logOf(recording))
            .slices()
            .filter((slice) => slice.from < to && slice.to > from)
            .reduce((least, slice) => Math.min(least, slice.from), from);
          await ring.beginStrike(recording, from, to, reaching);
          return ok(await finishStrike(recording));
        }),
      ),

    erase: (recording) =>
      line(() =>
        storing(async (): Promise<Result<Saved, StoreProblem>> => {
          if (!ring.find(recording)) return ok('both');
          ring.destroy(recording);
          logs.get(recording)?.close();
          logs.delete(recording);
          await files.discard(vault, soundFileOf(recording));
          const dropped = await databaseLine(() => database.drop(recording));
          return ok(dropped.ok ? 'both' : 'reserve');
        }),
      ),

    async cards() {
      const cards: RecordingCard[] = [];
      for (const { recording, interview } of ring.all()) {
        const slices = await line(() => soundIn(recording));
        const ms = Math.max(0, ...slices.map(({ to }) => to));
        cards.push({ recording, interview, ms, slices: slices.length });
      }
      return cards;
    },

    async close() {
      await line(async () => undefined);
      await databaseLine(async () => undefined);
      for (const log of logs.values()) log.close();
      logs.clear();
      database.close();
    },
  };
}
