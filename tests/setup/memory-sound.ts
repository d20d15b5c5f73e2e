import type { StreamId } from '../../src/base/ids.ts';
import { ok } from '../../src/base/result.ts';
import type { SoundSlice } from '../../src/interview/model/sound-slice.ts';
import type { SoundStore } from '../../src/vault/model/sound.ts';

/** As from a disk: who reads it may release it. */
const copyOf = (slice: SoundSlice): SoundSlice => ({ ...slice, bytes: slice.bytes.slice() });

/** Sound in memory, for whole flows without a browser: the same answers as the sealed one, and no keys. */
export function memorySound(): SoundStore {
  const recordings = new Map<
    StreamId,
    { readonly interview: StreamId; numbers: Set<number>; slices: SoundSlice[] }
  >();
  const both = () => Promise.resolve(ok('both' as const));
  return {
    begin: (recording, interview) => {
      if (!recordings.has(recording)) {
        recordings.set(recording, { interview, numbers: new Set(), slices: [] });
      }
      return both();
    },
    append: (recording, ...slices) => {
      const held = recordings.get(recording);
      for (const slice of slices) {
        if (!held || held.numbers.has(slice.n)) continue;
        held.numbers.add(slice.n);
        held.slices.push(copyOf(slice));
      }
      return both();
    },
    handOver: (recording) => Promise.resolve(ok({ recording, keys: [] })),
    async *slices(recording, from = 0) {
      for (const slice of recordings.get(recording)?.slices ?? []) {
        if (slice.n === 0 || slice.to > from) yield copyOf(slice);
      }
    },
    notes: async () => [],
    strike: (recording, from, to) => {
      const held = recordings.get(recording);
      if (held) {
        held.slices = held.slices.filter(
          (slice) => slice.n === 0 || slice.to <= from || slice.from >= to,
        );
        held.numbers = new Set(held.slices.map(({ n }) => n));
      }
      return both();
    },
    erase: (recording) => {
      recordings.delete(recording);
      return both();
    },
    cards: async () =>
      [...recordings].map(([recording, { interview, slices }]) => ({
        recording,
        interview,
        ms: Math.max(0, ...slices.map(({ to }) => to)),
        slices: slices.length,
      })),
  };
}
