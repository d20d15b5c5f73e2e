import type { Clock, Random } from '../base/deps.ts';
import { newId, systemRandom } from '../base/deps.ts';
import { OfficeId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { makeApp } from './app.ts';
import { audit } from './audit.ts';
import { folderAt, lockFolder, makeFolder } from './folder.ts';
import { newSecret, officeSigner, secretHash, verifySignature } from './keys.ts';
import { openObjects } from './objects.ts';
import type { Post } from './post.ts';
import { sweep } from './sweep.ts';
import { openTombstones } from './tombstones.ts';
import { openDatabase, type Db } from './store/open.ts';
import {
  findDirectory,
  findOffice,
  foundOffice,
  setClaimHash,
  type OfficeRow,
} from './store/office.ts';

export interface OfficeOptions {
  /** The one folder in which everything lies; made if need be. */
  readonly data: string;
  /** Folder of the built app; undefined: no pages, only the post office. */
  readonly dist?: string;
  /** 0: any free one. */
  readonly port?: number;
  /** The https address of the reverse proxy in front of us. */
  readonly publicUrl?: string;
  /** Lets the app answer to /?bench. */
  readonly bench?: boolean;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly log?: (line: string) => void;
}

export interface RunningOffice {
  readonly url: string;
  /** The one-time secret that claims the office; undefined once it is claimed. */
  readonly secret: string | undefined;
  close(): Promise<void>;
}

/** Something the person who starts the server can mend. */
export class StartProblem extends Error {
  readonly type: 'folderBusy' | 'insecureUrl';
  constructor(type: 'folderBusy' | 'insecureUrl') {
    super(type);
    this.type = type;
  }
}

/** The server's wall clock is kept right by the system; it may run for months and be suspended. */
export const wallClock: Clock = { now: () => Date.now() };

/**
 * Opens the data folder and listens on this machine only.
 * @throws StartProblem when the folder is in use or the public address isn't secure.
 */
export async function startOffice(options: OfficeOptions): Promise<RunningOffice> {
  const address = publicAddress(options.publicUrl);
  if (!address.ok) throw new StartProblem(address.error);
  const folder = folderAt(options.data);
  makeFolder(folder);
  const lock = lockFolder(folder);
  if (!lock.ok) throw new StartProblem(lock.error);

  const clock = options.clock ?? wallClock;
  const random = options.random ?? systemRandom;
  const db = await openDatabase(folder.database);
  const office = await openOffice(db, clock, random);
  const signed = await findDirectory(db);
  const secret = signed ? undefined : newSecret(random);
  if (secret !== undefined) await setClaimHash(db, secretHash(secret));

  const objects = openObjects(folder.objects);
  const tombstones = openTombstones(folder.tombstones);
  await sweep(db, objects, tombstones, clock);
  const post: Post = {
    id: office.id,
    epoch: office.epoch,
    bench: options.bench ?? false,
    clock,
    signer: officeSigner(folder.key),
    verify: verifySignature,
    db,
    objects,
    tombstones,
    signed,
  };
  const app = await makeApp(post, {
    dist: options.dist,
    secure: address.value?.startsWith('https:') ?? false,
    log: options.log ?? (() => {}),
  });
  const close = async () => {
    await app.close();
    await db.destroy();
    lock.value.release();
  };
  try {
    const listening = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
    const url = address.value ?? `http://localhost:${new URL(listening).port}`;
    return { url, secret, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Browsers keep keys and storage from a page that came over plain http, except from the machine itself. */
export function publicAddress(text: string | undefined): Result<string | undefined, 'insecureUrl'> {
  if (text === undefined) return ok(undefined);
  if (!URL.canParse(text)) return err('insecureUrl');
  const url = new URL(text);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && local);
  return secure ? ok(url.origin) : err('insecureUrl');
}

async function openOffice(db: Db, clock: Clock, random: Random): Promise<OfficeRow> {
  const found = await findOffice(db);
  if (found) return found;
  const id = newId(OfficeId, random);
  await db.transaction().execute(async (tx) => {
    await foundOffice(tx, id);
    await audit(tx, clock.now(), 'officeFounded', { office: id, epoch: 1 });
  });
  return { id, epoch: 1, claim_hash: null };
}
