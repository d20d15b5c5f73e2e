import type { StreamId } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import type { Saved, StoreProblem } from '../journal/model/port.ts';

type Kept = Result<Saved, StoreProblem>;

/** One value of a field on its way to the disk. Its revision is given when it is asked for, not when it is sealed. */
export interface DraftWrite {
  readonly stream: StreamId;
  readonly key: string;
  readonly value: unknown;
  readonly revision: number;
}

/** A field whose draft is being settled. */
export interface Settling {
  /** Higher than every value asked for so far, lower than every later one: what is typed after it stays. */
  readonly revision: number;
  /** When no value of this field is under way any more; true if the field was ever written in this session. */
  readonly quiet: Promise<boolean>;
  /** Answers those whose value was waiting: with what the settled event came to, or by writing it after all. */
  finish(kept: Kept): void;
}

/** Values of fields that are being typed: at most one in flight per field, the newest next (DESIGN section 7). */
export interface DraftLanes {
  write(stream: StreamId, key: string, value: unknown): Promise<Kept>;
  settle(stream: StreamId, key: string): Settling;
  /** Waits for what is under way in a stream, or in all. */
  quiet(stream?: StreamId): Promise<void>;
}

/** Who waits for a value to be kept. */
interface Waiting {
  answer(kept: Kept): void;
  /** A bug goes to whoever asked. */
  fail(bug: unknown): void;
}

interface Lane {
  running: Promise<void> | undefined;
  next: DraftWrite | undefined;
  waiting: Waiting[];
}

export function draftLanes(
  firstRevision: number,
  flush: (write: DraftWrite) => Promise<Kept>,
): DraftLanes {
  const lanes = new Map<StreamId, Map<string, Lane>>();
  let revision = firstRevision;

  function laneOf(stream: StreamId, key: string): Lane {
    const ofStream = lanes.get(stream) ?? new Map<string, Lane>();
    lanes.set(stream, ofStream);
    const lane = ofStream.get(key) ?? { running: undefined, next: undefined, waiting: [] };
    ofStream.set(key, lane);
    return lane;
  }

  async function run(lane: Lane): Promise<void> {
    while (lane.next) {
      const write = lane.next;
      const waiting = lane.waiting;
      lane.next = undefined;
      lane.waiting = [];
      try {
        const kept = await flush(write);
        for (const each of waiting) each.answer(kept);
      } catch (bug) {
        // The lane goes on: what is typed next must not wait for ever behind a value that could not be written.
        for (const each of waiting) each.fail(bug);
      }
    }
    lane.running = undefined;
  }

  function start(lane: Lane): void {
    lane.running ??= run(lane);
  }

  return {
    write(stream, key, value) {
      const lane = laneOf(stream, key);
      revision += 1;
      lane.next = { stream, key, value, revision };
      return new Promise((answer, fail) => {
        lane.waiting.push({ answer, fail });
        start(lane);
      });
    },
    settle(stream, key) {
      const isKnown = lanes.get(stream)?.has(key) ?? false;
      const lane = laneOf(stream, key);
      const { next, waiting } = lane;
      lane.next = undefined;
      lane.waiting = [];
      revision += 1;
      return {
        revision,
        quiet: (lane.running ?? Promise.resolve()).then(() => isKnown),
        finish(kept) {
          if (kept.ok || !next || lane.next) {
            for (const each of waiting) each.answer(kept.ok ? ok(kept.value) : kept);
            return;
          }
          lane.next = next;
          lane.waiting.push(...waiting);
          start(lane);
        },
      };
    },
    async quiet(stream) {
      const chosen = stream === undefined ? [...lanes.values()] : [lanes.get(stream)];
      const all = chosen.flatMap((ofStream) => [...(ofStream?.values() ?? [])]);
      await Promise.all(all.flatMap((lane) => (lane.running ? [lane.running] : [])));
    },
  };
}
