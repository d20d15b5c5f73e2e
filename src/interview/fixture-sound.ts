import { SoundDesk } from './recording.ts';
import type { SoundPorts } from './sound-ports.ts';

/** Sound that keeps nothing and notes what was struck out, for the tests of this room. */
export function soundNoting(calls: unknown[]): SoundPorts {
  const kept = () => Promise.resolve({ ok: true, value: 'both' } as const);
  return {
    desk: new SoundDesk(),
    begin: kept,
    append: kept,
    strike: (...args) => {
      calls.push(args);
      return kept();
    },
    retention: () => Promise.resolve(null),
    cards: () => Promise.resolve([]),
    travels: {
      states: () => Promise.resolve(new Map()),
      subscribe: () => () => undefined,
      cancel: () => Promise.resolve(),
      again: () => Promise.resolve(),
    },
    read: () => Promise.resolve({ slices: [], more: false }),
  };
}
