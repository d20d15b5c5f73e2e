import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ParcelId } from '../base/ids.ts';
import { folderAt } from './folder.ts';
import { openTombstones } from './tombstones.ts';

/** One list of what was erased (tombstones.ts), and where it was found. */
export interface FoundTombstones {
  readonly file: string;
  readonly parcels: readonly ParcelId[];
}

/**
 * Every list of what this office has erased that can be found before one of its backups is restored: in the new folder,
 * where somebody may have put it; in folders that are named; and in those that lie beside the new folder (the one it
 * takes the place of, moved aside) or beside the backup (newer ones), if the office's key in them is the same. The
 * backup's own list is not among them.
 * @param named folders whose list counts whatever key they have.
 */
export function findTombstones(
  backup: string,
  data: string,
  named: readonly string[],
): readonly FoundTombstones[] {
  const own = resolve(backup);
  const key = readFileSync(folderAt(own).key, 'utf8');
  const trusted = [data, ...named].map((path) => resolve(path));
  const beside = [data, backup].flatMap((path) => foldersIn(dirname(resolve(path))));
  const isThisOffices = (path: string): boolean => {
    const file = folderAt(path).key;
    return existsSync(file) && readFileSync(file, 'utf8') === key;
  };
  const folders = new Set([...trusted, ...beside.filter((path) => isThisOffices(path))]);
  folders.delete(own);
  return [...folders].flatMap((path) => {
    const file = folderAt(path).tombstones;
    return existsSync(file) ? [{ file, parcels: openTombstones(file).all() }] : [];
  });
}

function foldersIn(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(path, entry.name));
}
