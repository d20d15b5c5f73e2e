import { utf8 } from '../base/bytes.ts';
import { writeAll, type SyncFile } from './files.ts';
import {
  encodeKeyFile,
  firstTail,
  withChanges,
  type FoundKeys,
  type KeyChange,
  type KeyFile,
} from './key-file.ts';
import { encodeChange } from './key-tail.ts';

/** The key files in use. */
export interface Keys {
  content(): KeyFile;
  /**
   * Overwrites both. When it throws, the older content is still the one that counts; where what was refused may have
   * reached one of the files and could not be overwritten again, `assertSound` throws until it is.
   */
  save(change: (content: KeyFile) => KeyFile): void;
  /** Adds to both, flushed as `save` does and with the same promise, without writing what was there before. */
  add(change: KeyChange): void;
  /** Asked before anything is sealed: throws while a restart might find other keys than the ones in use. */
  assertSound(): void;
  /** Writes both whole when much was added, so that the next start reads less. */
  rest(): void;
  close(): void;
}

/** So many changes are read and chained in a few milliseconds. */
const MANY_CHANGES = 128;

export function useKeyFiles(files: readonly [SyncFile, SyncFile], found: FoundKeys): Keys {
  let { content, generation, tail, changes = 0 } = found;
  /** On disk, and not yet part of `content`: with thousands of keys nobody builds the list anew for each. */
  let added: KeyChange[] = [];
  /** The file that could not be written: it may be torn, so it goes first, while the other one is whole. */
  let doubtful: SyncFile | undefined;
  /** Why what was refused may still lie in a file, as the newest. */
  let trouble: { readonly error: unknown } | undefined;

  function put(bytes: Uint8Array, at: number): void {
    const [a, b] = files;
    for (const file of doubtful === b ? [b, a] : [a, b]) {
      doubtful = file;
      writeAll(file, bytes, at);
      file.flush();
    }
    doubtful = undefined;
  }

  function write(what: KeyFile): void {
    generation += 1;
    tail = undefined;
    const sizes = files.map((file) => file.getSize());
    // Both the same, also when one of them was never written.
    const bytes = encodeKeyFile(what, generation, Math.max(...sizes));
    put(bytes, 0);
    tail = firstTail(bytes);
    changes = 0;
  }

  /** Puts what is in use above what was refused. */
  function restore(): void {
    try {
      write(content);
      trouble = undefined;
    } catch (error) {
      trouble = { error };
    }
  }

  function assertSound(): void {
    if (trouble) restore();
    if (trouble) throw trouble.error;
  }

  function latest(): KeyFile {
    content = withChanges(content, added);
    added = [];
    return content;
  }

  function orRestore(work: () => void): void {
    try {
      work();
    } catch (error) {
      latest();
      restore();
      throw error;
    }
  }

  function save(change: (content: KeyFile) => KeyFile): void {
    assertSound();
    const changed = change(latest());
    orRestore(() => write(changed));
    // Only now: a failed save must not be taken for done.
    content = changed;
  }

  return {
    content: latest,
    assertSound,
    save,
    add(change) {
      assertSound();
      const next = tail && encodeChange(utf8(JSON.stringify(change)), tail);
      if (!tail || !next || files.some((file) => file.getSize() < next.tail.at)) {
        save((same) => withChanges(same, [change]));
        return;
      }
      const { at } = tail;
      orRestore(() => put(next.bytes, at));
      tail = next.tail;
      added.push(change);
      changes += 1;
    },
    rest() {
      if (changes > MANY_CHANGES) save((same) => same);
    },
    close() {
      for (const file of files) file.close();
    },
  };
}
