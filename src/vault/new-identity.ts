import { hex, toBase64Url } from '../base/bytes.ts';
import { SignKey, type DeviceId, type MemberId } from '../base/ids.ts';
import type { VaultIdentity } from './identity.ts';

/** Makes the device's Ed25519 key (RFC 8032) and an age identity of each class. */
export async function makeIdentity(member: MemberId, device: DeviceId): Promise<VaultIdentity> {
  const age = await import('age-encryption');
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('identity: Ed25519 gave no key pair');
  const secret = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const open = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const x25519 = await age.generateX25519Identity();
  const hybrid = await age.generateHybridIdentity();
  const identity: VaultIdentity = {
    member,
    device,
    signKey: SignKey.parse(hex(open)),
    signSecret: toBase64Url(secret),
    identities: { x25519, hybrid },
    recipients: {
      x25519: await age.identityToRecipient(x25519),
      hybrid: await age.identityToRecipient(hybrid),
    },
  };
  secret.fill(0);
  return identity;
}
