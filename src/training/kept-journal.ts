import { err, type Result } from '../base/result.ts';
import type { StreamId } from '../base/ids.ts';
import type { StreamKind } from '../journal/model/event.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import type { KeptTalk } from './model/kept-talk.ts';

const NOT_KEPT: StoreProblem = { type: 'storeFailed', name: 'practice vault' };

/** A journal in memory whose contents are sealed before anything in it counts as saved. */
export interface KeptJournal {
  readonly journal: Journal<'practice'>;
  /** Seals what it holds now, once more; false when that could not be done. */
  keep(): Promise<boolean>;
}

/**
 * @param seal keeps all of it, in place of what was kept before. One at a time: what changes meanwhile goes with the
 * next, and waits for it.
 */
export function keptJournal(
  inner: Journal<'practice'>,
  before: KeptTalk['streams'],
  seal: (streams: KeptTalk['streams']) => Promise<boolean>,
): KeptJournal {
  const kinds = new Map<StreamId, StreamKind>(before.map(({ stream, kind }) => [stream, kind]));
  let sealing: Promise<boolean> = Promise.resolve(true);
  let next: Promise<boolean> | undefined;

  const contents = async (): Promise<KeptTalk['streams']> => {
    const all = await Promise.all(
      [...kinds].map(async ([stream, kind]) => {
        const opened = await inner.open(stream);
        const listed = (await inner.list(kind)).find((each) => each.stream === stream);
        if (!opened) return [];
        const { events, drafts } = opened;
        return [
          { stream, kind, summary: listed?.data ?? null, events: [...events], drafts: [...drafts] },
        ];
      }),
    );
    return all.flat();
  };
  const keep = (): Promise<boolean> => {
    const now = async () => {
      next = undefined;
      sealing = contents().then(seal);
      return sealing;
    };
    // What went wrong before was told to who asked for it, and is tried anew.
    next ??= sealing.then(now, now);
    return next;
  };
  const kept = async <T>(done: Result<T, StoreProblem>): Promise<Result<T, StoreProblem>> =>
    !done.ok || (await keep()) ? done : err(NOT_KEPT);

  const journal: Journal<'practice'> = {
    ...inner,
    append: async (stream, kind, ...rest) => {
      kinds.set(stream, kind);
      return kept(await inner.append(stream, kind, ...rest));
    },
    draft: async (stream, kind, ...rest) => {
      kinds.set(stream, kind);
      return kept(await inner.draft(stream, kind, ...rest));
    },
    erase: async (stream) => kept(await inner.erase(stream)),
  };
  return { journal, keep };
}
