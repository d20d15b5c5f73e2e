import * as z from 'zod/mini';
import { fromBase64Url, hex } from '../base/bytes.ts';
import type { Signer } from '../base/deps.ts';
import { DeviceId, MemberId, Signature, SignKey } from '../base/ids.ts';
import type { OpenVault } from './model/port.ts';

const AgePair = z.object({ x25519: z.string(), hybrid: z.string() });

/** Whose vault it is, and the keys that are the device's and the person's own. */
export const VaultIdentity = z.object({
  member: MemberId,
  device: DeviceId,
  signKey: SignKey,
  /** PKCS #8, base64url. */
  signSecret: z.string(),
  identities: AgePair,
  recipients: AgePair,
});
export type VaultIdentity = z.infer<typeof VaultIdentity>;

/** Signs with the device's key, which from here on can't be read out. */
export async function openSigner(identity: VaultIdentity): Promise<Signer> {
  const secret = fromBase64Url(identity.signSecret);
  const key = await crypto.subtle.importKey('pkcs8', secret, 'Ed25519', false, ['sign']);
  secret.fill(0);
  return {
    key: identity.signKey,
    async sign(bytes) {
      const signature = await crypto.subtle.sign('Ed25519', key, new Uint8Array(bytes));
      return Signature.parse(hex(new Uint8Array(signature)));
    },
  };
}

export const ageOf = (identity: VaultIdentity): OpenVault['age'] => ({
  identities: identity.identities,
  recipients: identity.recipients,
});
