import { canonical } from '../../base/canonical.ts';
import { err } from '../../base/result.ts';
import { acceptDirectory } from '../../sync/model/directory.ts';
import { ClaimBody, ClaimCheck, type OfficeCard } from '../../sync/model/protocol.ts';
import { json, parseBody } from '../answer.ts';
import { audit } from '../audit.ts';
import type { Doors } from '../doors.ts';
import { sameHash, secretHash } from '../keys.ts';
import type { Post } from '../post.ts';
import { addDirectory, findDirectory, findOffice, setClaimHash } from '../store/office.ts';
import { soundDirectory } from './directory.ts';

/** Before anyone belongs to the office: its card on the door, and the one claim. */
export function claimRoutes(post: Post, doors: Doors): void {
  doors.open('GET /api/health', async () => json({ ok: true }));

  doors.open('GET /api/office', async () =>
    json({
      office: post.id,
      officeKey: post.signer.key,
      root: post.signed?.directory.root ?? null,
      name: post.signed?.directory.name ?? null,
      epoch: post.epoch,
      now: post.clock.now(),
      bench: post.bench,
    } satisfies OfficeCard),
  );

  const isOurs = async (secret: string): Promise<boolean> => {
    const office = await findOffice(post.db);
    return Boolean(office?.claim_hash && sameHash(secretHash(secret), office.claim_hash));
  };

  doors.open('POST /api/claim/check', async (ask) => {
    const body = parseBody(ClaimCheck, ask.body);
    if (!body.ok) return body;
    if (post.signed) return err('alreadyClaimed');
    return (await isOurs(body.value.secret)) ? json({}) : err('wrongSecret');
  });

  doors.open('POST /api/claim', async (ask) => {
    const body = parseBody(ClaimBody, ask.body);
    if (!body.ok) return body;
    const { secret, directory: signed } = body.value;
    const { directory } = signed;

    if (post.signed) {
      // The founder whose first answer got lost asks again, and already holds what we would answer.
      return canonical(signed) === canonical(post.signed) ? json(signed) : err('alreadyClaimed');
    }
    if (!(await isOurs(secret))) return err('wrongSecret');

    if (directory.version !== 1 || directory.prev !== null || signed.key !== directory.root) {
      return err('badRequest');
    }
    if (!soundDirectory(post, directory)) return err('badRequest');
    const accepted = await acceptDirectory(signed, directory.root, undefined, post.verify);
    if (!accepted.ok) return err('badSignature');

    const stored = await post.db.transaction().execute(async (tx) => {
      // Two claims at once: verifying may have let the other one through first.
      if (await findDirectory(tx)) return false;
      await addDirectory(tx, signed);
      await setClaimHash(tx, null);
      await audit(tx, post.clock.now(), 'officeClaimed', { root: directory.root });
      return true;
    });
    if (!stored) return err('alreadyClaimed');
    post.signed = signed;
    return json(signed);
  });
}
