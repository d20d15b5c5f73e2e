import { unzipSync, zipSync } from 'fflate';
import { canonical } from '../base/canonical.ts';
import { utf8 } from '../base/bytes.ts';
import { Sha256 } from '../base/ids.ts';
import { err, ok } from '../base/result.ts';
import {
  MAX_OBJECT_BYTES,
  MAX_OBJECTS,
  MAX_PARCEL_BYTES,
  SignedConsignment,
} from './model/consignment.ts';
import { readJson } from './model/json.ts';
import type { ParcelDesk } from './model/port.ts';

/*
 * A parcel as one file. With a recovery key in key.txt anyone can read it without us:
 *
 *   unzip parcel.aterblick
 *   age -d -i key.txt manifest.age              the table of contents: which object is which file
 *   age -d -i key.txt objects/<hash> > interview.md
 */

const CONSIGNMENT = 'consignment.json';
const MANIFEST = 'manifest.age';
const OBJECTS = 'objects/';

/** Names and hashes in the zip's own bookkeeping, some 250 bytes an object. */
const MAX_FILE_BYTES = MAX_PARCEL_BYTES + 1024 * 1024;
const MAX_CONSIGNMENT_BYTES = 512 * 1024;

/** Zip knows only local time; a fixed date says nothing of when or where the file was made. */
const NO_DATE = new Date(1980, 0, 1);

/** A stored zip: nothing is compressed, so nothing in it can grow when it is read. */
export const toFile: ParcelDesk['toFile'] = ({ signed, objects }) => {
  const { manifest } = signed.consignment;
  const entries: Record<string, Uint8Array> = { [CONSIGNMENT]: utf8(`${canonical(signed)}\n`) };
  const sealedManifest = objects.get(manifest);
  if (!sealedManifest) throw new Error('file: the manifest is missing');
  entries[MANIFEST] = sealedManifest;
  for (const { hash } of signed.consignment.objects) {
    if (hash === manifest) continue;
    const bytes = objects.get(hash);
    if (!bytes) throw new Error('file: an object is missing');
    entries[`${OBJECTS}${hash}`] = bytes;
  }
  return zipSync(entries, { level: 0, mtime: NO_DATE });
};

/**
 * Takes a file apart. It only sorts bytes: that each object is what its name says, and everything else, is
 * checked by `openParcel`. An object the consignment lists but the file lacks is found there as well.
 */
export const fromFile: ParcelDesk['fromFile'] = (bytes) => {
  if (bytes.length > MAX_FILE_BYTES) return err({ type: 'tooLarge' });
  const entries = storedEntries(bytes);
  if (!entries) return err({ type: 'notAParcel' });
  const signed = SignedConsignment.safeParse(
    readJson(entries.get(CONSIGNMENT) ?? new Uint8Array()),
  );
  if (!signed.success) return err({ type: 'notAParcel' });
  const objects = new Map<Sha256, Uint8Array>();
  for (const [name, entry] of entries) {
    if (name === CONSIGNMENT) continue;
    const hash =
      name === MANIFEST
        ? signed.data.consignment.manifest
        : Sha256.safeParse(name.slice(OBJECTS.length)).data;
    if (!hash || objects.has(hash)) return err({ type: 'notAParcel' });
    objects.set(hash, entry);
  }
  return ok({ signed: signed.data, objects });
};

/** Largest entry a name may have; undefined for a name that has no place in a parcel, such as ../../x. */
function limitOf(name: string): number | undefined {
  if (name === CONSIGNMENT) return MAX_CONSIGNMENT_BYTES;
  if (name === MANIFEST || /^objects\/[0-9a-f]{64}$/.test(name)) return MAX_OBJECT_BYTES;
  return undefined;
}

class Refused extends Error {}

/**
 * Names, sizes, number and method of every entry are checked before its bytes are touched. Since only stored
 * entries are taken, the copies together are bounded by MAX_FILE_BYTES, also when entries overlap.
 */
function storedEntries(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  const names = new Set<string>();
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize, compression }) => {
        total += size;
        const limit = limitOf(name);
        const fits = limit !== undefined && size === originalSize && size <= limit;
        if (!fits || compression !== 0 || names.has(name)) throw new Refused();
        names.add(name);
        if (names.size > MAX_OBJECTS + 1 || total > MAX_FILE_BYTES) throw new Refused();
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    if (error instanceof Refused || isZipError(error)) return undefined;
    throw error;
  }
}

/** fflate marks its own errors with a numeric code (FlateErrorCode); reading past the end is a RangeError. */
function isZipError(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && 'code' in error);
}
