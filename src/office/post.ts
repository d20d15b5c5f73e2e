import type { Clock, Signer, Verify } from '../base/deps.ts';
import type { OfficeId } from '../base/ids.ts';
import { err, type Result } from '../base/result.ts';
import type { Directory, SignedDirectory } from '../sync/model/directory.ts';
import type { Objects } from './objects.ts';
import type { Db } from './store/open.ts';
import type { Tombstones } from './tombstones.ts';

/** The post office as its handlers see it. */
export interface Post {
  readonly id: OfficeId;
  readonly epoch: number;
  readonly bench: boolean;
  readonly clock: Clock;
  readonly signer: Signer;
  readonly verify: Verify;
  readonly db: Db;
  readonly objects: Objects;
  readonly tombstones: Tombstones;
  /** The directory in force, kept parsed since every request asks it; undefined until the office is claimed. */
  signed: SignedDirectory | undefined;
}

/** The directory in force, or the refusal that fits its absence. */
export function directoryInForce(post: Post): Result<Directory, 'notClaimed'> {
  return post.signed ? { ok: true, value: post.signed.directory } : err('notClaimed');
}
