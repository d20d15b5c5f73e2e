import { sha256 } from '../base/bytes.ts';
import { tidying } from '../base/tidying.ts';
import type { Sha256 } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import type { SyncProblem } from './model/problem.ts';

/** Where a parcel's objects come from; undefined when there is no such object. */
export type Objects = (
  hash: Sha256,
) => Promise<Result<Uint8Array<ArrayBuffer> | undefined, SyncProblem>>;

/**
 * What has been fetched once is not fetched again when a parcel is opened a second time. It is kept as the office gave
 * it, sealed, outside this worker's memory; each answer is a copy of its own.
 */
export function remember(objects: Objects): Objects {
  const tidy = tidying();
  const fetched = new Map<Sha256, Blob>();
  return async (hash) => {
    const known = fetched.get(hash);
    if (known) return ok(new Uint8Array(await known.arrayBuffer()));
    const bytes = await objects(hash);
    tidy(bytes.ok ? (bytes.value?.length ?? 0) : 0);
    if (bytes.ok && bytes.value && sha256(bytes.value) === hash)
      fetched.set(hash, new Blob([bytes.value]));
    return bytes;
  };
}
