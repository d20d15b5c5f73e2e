import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ParcelId } from '../base/ids.ts';
import { syncFolderNow } from './disk.ts';

/*
 * Which parcels were erased, one random id a line, in a file of its own beside the database: a backup restored in
 * place of the database knows nothing of what was erased after it, and this file does (DESIGN section 9). It only
 * grows, and holds nothing else.
 */
export interface Tombstones {
  /** Returns when they would survive a power cut. */
  add(parcels: readonly ParcelId[]): void;
  all(): readonly ParcelId[];
}

export function openTombstones(file: string): Tombstones {
  return {
    add: (parcels) => {
      if (parcels.length === 0) return;
      const isNew = !existsSync(file);
      const descriptor = openSync(file, 'a', 0o600);
      try {
        // A line that a power cut left half written ends here, and is no id.
        writeFileSync(descriptor, `\n${parcels.join('\n')}\n`);
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
      if (isNew) syncFolderNow(dirname(file));
    },
    all: () =>
      existsSync(file)
        ? [
            ...new Set(
              readFileSync(file, 'utf8')
                .split('\n')
                .flatMap((line) => ParcelId.safeParse(line).data ?? []),
            ),
          ]
        : [],
  };
}
