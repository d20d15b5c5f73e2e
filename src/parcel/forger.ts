import { canonical } from '../base/canonical.ts';
import { concat, fromUtf8, sha256, utf8 } from '../base/bytes.ts';
import type { Signer } from '../base/deps.ts';
import type { Sha256 } from '../base/ids.ts';
import { decrypterFor, sealer, unseal } from './age.ts';
import { must, testDeps, type TestOffice } from './fixture.ts';
import { consignmentBytes, type Consignment, type SignedConsignment } from './model/consignment.ts';
import { Manifest, MANIFEST_CONTEXT } from './model/manifest.ts';
import type { OpenDeps, PackedParcel, PackInput } from './model/port.ts';
import { openParcel } from './open.ts';
import { packParcel } from './pack.ts';

/* For tests: parcels that nobody should make, by somebody who even has the sender's own key. */

export type Parcel = Pick<PackedParcel, 'signed' | 'objects'>;

export interface Forgery {
  readonly manifest?: (manifest: Manifest) => unknown;
  readonly consignment?: (consignment: Consignment) => Consignment;
  /** What is put before the manifest when it is signed. */
  readonly context?: string;
  readonly line?: (line: string) => string;
  readonly signer?: Signer;
  /** Takes the place of the part with this path. */
  readonly part?: { readonly path: string; readonly bytes: Uint8Array };
}

export interface Forger {
  pack(more?: Partial<PackInput>): Promise<PackedParcel>;
  /** 'opened', or the type of the problem. */
  open(parcel: Parcel, more?: Partial<OpenDeps>): Promise<string>;
  sign(consignment: Consignment, signer?: Signer): Promise<SignedConsignment>;
  /** A parcel like `parcel`, changed inside or outside, sealed and signed anew. */
  forge(change: Forgery, parcel: PackedParcel): Promise<Parcel>;
}

export function forgerIn(office: TestOffice): Forger {
  const to = [office.supervisor.x25519.recipient, office.recovery.x25519.recipient];

  async function sign(
    consignment: Consignment,
    signer = office.signer,
  ): Promise<SignedConsignment> {
    return { consignment, signature: await signer.sign(consignmentBytes(consignment)) };
  }

  async function forge(change: Forgery, parcel: PackedParcel): Promise<Parcel> {
    const { consignment } = parcel.signed;
    const objects = new Map(parcel.objects);
    let manifest = await manifestIn(parcel, office);
    if (change.part) manifest = await withPart(manifest, change.part, objects, to);
    const body = utf8(canonical(change.manifest ? change.manifest(manifest) : manifest));
    const signer = change.signer ?? office.signer;
    const signature = await signer.sign(concat(utf8(change.context ?? MANIFEST_CONTEXT), body));
    const line = canonical({ alg: 'Ed25519', key: office.signer.key, signature });
    const sealed = await sealer(to)(concat(utf8(`${change.line?.(line) ?? line}\n`), body));
    objects.delete(consignment.manifest);
    objects.set(sha256(sealed), sealed);
    const outside = {
      ...consignment,
      manifest: sha256(sealed),
      objects: [...objects].map(([hash, bytes]) => ({ hash, length: bytes.length })),
    };
    return { signed: await sign(change.consignment?.(outside) ?? outside), objects };
  }

  return {
    pack: async (more) => must(await packParcel(office.input(more), office.signer, testDeps())),
    open: async ({ signed, objects }, more) => {
      const opened = await openParcel(
        signed,
        async (hash) => objects.get(hash),
        office.openDeps(more),
      );
      return opened.ok ? 'opened' : opened.error.type;
    },
    sign,
    forge,
  };
}

/** An object of a parcel that must be there. */
export function objectIn(parcel: Parcel, hash: Sha256): Uint8Array {
  const bytes = parcel.objects.get(hash);
  if (!bytes) throw new Error('no such object');
  return bytes;
}

async function manifestIn(parcel: Parcel, office: TestOffice): Promise<Manifest> {
  const decrypter = decrypterFor([office.recovery.x25519.identity]);
  const sealed = objectIn(parcel, parcel.signed.consignment.manifest);
  const file = must(await unseal(sealed, decrypter));
  return Manifest.parse(JSON.parse(fromUtf8(file.subarray(file.indexOf(10) + 1))));
}

async function withPart(
  manifest: Manifest,
  { path, bytes }: { readonly path: string; readonly bytes: Uint8Array },
  objects: Map<Sha256, Uint8Array>,
  to: readonly string[],
): Promise<Manifest> {
  const sealed = await sealer(to)(bytes);
  const salt = '0'.repeat(32);
  const part = {
    path,
    salt,
    sealed: sha256(sealed),
    sealedLength: sealed.length,
    plain: sha256(concat(utf8(salt), bytes)),
    length: bytes.length,
  };
  for (const old of manifest.parts) if (old.path === path) objects.delete(old.sealed);
  objects.set(part.sealed, sealed);
  return { ...manifest, parts: [...manifest.parts.filter((each) => each.path !== path), part] };
}
