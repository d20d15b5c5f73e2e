import type { IncomingHttpHeaders } from 'node:http';
import { hex } from '../base/bytes.ts';
import { InvitationId, Signature, SignKey } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { findDevice, type Device, type Member, type Role } from '../sync/model/directory.ts';
import {
  contentDigest,
  OFFICE_HEADER,
  readSignature,
  signatureBase,
} from '../sync/model/http-signature.ts';
import { CLOCK_TOLERANCE_MS, type ApiProblemCode } from '../sync/model/protocol.ts';
import { hashText, sameHash } from './keys.ts';
import { directoryInForce, type Post } from './post.ts';
import { findInvitation, type Invitation } from './store/invitations.ts';

export interface Knock {
  readonly method: string;
  /** Path and query exactly as sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/** The member's device that signed this request (RFC 9421), if it may act now and has one of the roles. */
export async function whoSigned(
  post: Post,
  knock: Knock,
  roles: readonly Role[],
): Promise<Result<{ readonly member: Member; readonly device: Device }, ApiProblemCode>> {
  const directory = directoryInForce(post);
  if (!directory.ok) return directory;

  const read = readSignature(
    header(knock, 'signature-input') ?? '',
    header(knock, 'signature') ?? '',
  );
  if (!read) return err('badSignature');
  if (header(knock, OFFICE_HEADER) !== post.id) return err('badSignature');
  if (header(knock, 'content-digest') !== contentDigest(knock.body)) return err('badSignature');

  const key = SignKey.parse(read.key);
  const cut = knock.url.indexOf('?');
  const base = signatureBase(
    {
      method: knock.method,
      path: cut < 0 ? knock.url : knock.url.slice(0, cut),
      query: cut < 0 ? '?' : knock.url.slice(cut),
      office: post.id,
      content: knock.body,
    },
    key,
    read.created,
  );
  if (!(await post.verify(key, base, Signature.parse(hex(read.signature))))) {
    return err('badSignature');
  }
  if (Math.abs(post.clock.now() - read.created) > CLOCK_TOLERANCE_MS) return err('wrongClock');

  const found = findDevice(directory.value, key);
  return found && roles.includes(found.member.role) ? ok(found) : err('notAllowed');
}

/**
 * The invitation whose token the request bears. An unknown invitation and a wrong token are the same answer, so
 * that nobody can learn which invitations exist.
 */
export async function whoseInvitation(
  post: Post,
  knock: Knock,
  id: string,
): Promise<Result<Invitation, ApiProblemCode>> {
  const directory = directoryInForce(post);
  if (!directory.ok) return directory;

  const token = /^Bearer ([\x21-\x7e]{16,200})$/.exec(header(knock, 'authorization') ?? '')?.[1];
  const parsed = InvitationId.safeParse(id);
  const invitation = parsed.success ? await findInvitation(post.db, parsed.data) : undefined;
  if (!token || !invitation || !sameHash(hashText(token), invitation.token_hash)) {
    return err('wrongSecret');
  }
  return ok(invitation);
}

function header(knock: Knock, name: string): string | undefined {
  const value = knock.headers[name];
  return typeof value === 'string' ? value : undefined;
}
