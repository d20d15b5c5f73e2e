import * as z from 'zod/mini';
import { fromBase64Url, fromUtf8, toBase64Url, utf8 } from '../../base/bytes.ts';
import { InvitationId, OfficeId, Sha256, SignKey } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { Role } from './directory.ts';

const MAX_FRAGMENT = 4000;

/**
 * What an invitation link carries behind its `#`, which a browser never sends: the office and its root to pin, and
 * the secret from which token and MAC key are derived (parcel/invitation.ts). Keys are short since it becomes a QR code.
 */
export const Invitation = z.object({
  o: OfficeId,
  r: SignKey,
  /** Version and hash of the directory when the link was made: a guest believes none that is older. */
  v: z.int().check(z.positive()),
  h: Sha256,
  i: InvitationId,
  /** 32 bytes, base64url. */
  s: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  /** The office's name. */
  n: z.string().check(z.minLength(1), z.maxLength(80)),
  /** The invited person's name, as the supervisor wrote it. */
  p: z.string().check(z.minLength(1), z.maxLength(80)),
  role: Role,
});
export type Invitation = z.infer<typeof Invitation>;

export const invitationLink = (origin: string, invitation: Invitation): string =>
  `${origin}/#join=${toBase64Url(utf8(JSON.stringify(invitation)))}`;

/** Reads a whole link, its fragment, or only what stands after `join=`, since people paste any of them. */
export function readInvitation(link: string): Result<Invitation, { readonly type: 'linkBroken' }> {
  const broken = err({ type: 'linkBroken' as const });
  const text = link.trim().replace(/^.*#join=/s, '');
  if (text.length === 0 || text.length > MAX_FRAGMENT || !/^[A-Za-z0-9_-]+$/.test(text))
    return broken;
  let value: unknown;
  try {
    value = JSON.parse(fromUtf8(fromBase64Url(text)));
  } catch {
    // Whatever is wrong with the encoding, the person's way forward is the same: ask for the link again.
    return broken;
  }
  const parsed = Invitation.safeParse(value);
  return parsed.success ? ok(parsed.data) : broken;
}
