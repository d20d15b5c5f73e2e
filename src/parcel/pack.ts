import { canonical } from '../base/canonical.ts';
import { concat, hex, release, sha256, sha256Of, utf8 } from '../base/bytes.ts';
import { newId, type Deps, type Signer } from '../base/deps.ts';
import { ParcelId, type Sha256 } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { headsOf } from '../journal/model/merge.ts';
import { oneClass, sealer } from './age.ts';
import {
  Consignment,
  consignmentBytes,
  MAX_OBJECT_BYTES,
  MAX_PARCEL_BYTES,
  MAX_PART_BYTES,
} from './model/consignment.ts';
import { EVENTS_FILE, writeEvents } from './model/events-file.ts';
import {
  classOf,
  Manifest,
  MANIFEST_CONTEXT,
  type ManifestSignature,
  type Part,
} from './model/manifest.ts';
import { isText, padText } from './model/padding.ts';
import { PARTING, partingCheck, type PartingPolicy } from './model/policy.ts';
import type { StoreProblem } from '../journal/model/port.ts';
import type { PackedParcel, PackInput, PackProblem, ParcelDesk, PlainPart } from './model/port.ts';

type Packing<T> = Promise<Result<T, PackProblem | StoreProblem>>;
interface Sealed {
  readonly part: Part;
  readonly bytes: Uint8Array;
}
/** What the office may know of an object. */
type Listed = Consignment['objects'][number];

/**
 * Packs, signs and seals one parcel (DESIGN section 8). Fails closed: what may not leave throws, what can't be
 * sealed is a problem, and in neither case is there anything to send.
 */
export const packWith =
  (policy: PartingPolicy): ParcelDesk['pack'] =>
  async (input, signer, deps, { keep, signal } = {}) => {
    if (input.class !== classOf(input.kind)) {
      throw new Error(`pack: a parcel of kind ${input.kind} is of another class`);
    }
    const recipients = oneClass(input.to);
    if (!recipients.ok) return recipients;
    // Nobody at the office may have it: practice where there is no trainer.
    if (input.recipients.length === 0) return err({ type: 'noRecipients' });
    // An ack carries no events: its heads alone say what was opened.
    if (EVENTS_FILE[input.kind] !== null) partingCheck(input.events, policy[input.kind]);

    const seal = sealer(input.to);
    const objects = new Map<Sha256, Uint8Array>();
    const take = keep ?? (async (hash, bytes) => ok(objects.set(hash, bytes)));
    const parts: Part[] = [];
    for await (const plain of plainParts(input)) {
      const done = await sealPart(plain, seal, deps);
      if (!done.ok) return done;
      if (signal?.aborted) return err({ type: 'cancelled' });
      const { part, bytes } = done.value;
      const taken = await take(part.sealed, bytes);
      // It is on disk where somebody keeps it.
      if (keep) release(bytes);
      if (!taken.ok) return taken;
      parts.push(part);
    }
    // Whoever makes the parts may have stopped as well: what is here is not all of it.
    if (signal?.aborted) return err({ type: 'cancelled' });
    const manifest = manifestOf(input, parts, signer, deps);
    const plainManifest = padText(utf8(canonical(manifest)));
    const manifestFile = await seal(await signManifest(plainManifest, signer));
    if (manifestFile.length > MAX_OBJECT_BYTES)
      return err({ type: 'partTooLarge', path: 'manifest' });

    const name = sha256(manifestFile);
    const taken = await take(name, manifestFile);
    if (!taken.ok) return taken;
    const listed = [
      { hash: name, length: manifestFile.length },
      ...parts.map((part) => ({ hash: part.sealed, length: part.sealedLength })),
    ];
    const signed = await consign(input, manifest, name, listed, signer);
    return ok({ signed, objects, manifestHash: sha256(plainManifest) });
  };

/** Packs what the interview's own table lets go; a room below parcel/ brings its table to `packWith`. */
export const packParcel: ParcelDesk['pack'] = packWith(PARTING);

/** The events file first, then what the caller adds, as it comes; text padded. */
async function* plainParts(input: PackInput): AsyncGenerator<PlainPart> {
  const path = EVENTS_FILE[input.kind];
  if (path !== null && input.events.length === 0) {
    throw new Error(`pack: nothing to say in a parcel of kind ${input.kind}`);
  }
  const paths = new Set<string>();
  const ready = (part: PlainPart): PlainPart => {
    if (paths.has(part.path)) throw new Error('pack: two parts with one path');
    paths.add(part.path);
    return isText(part.path) ? { ...part, bytes: padText(part.bytes) } : part;
  };
  if (path !== null) yield ready({ path, bytes: writeEvents(input.stream, input.events) });
  for await (const part of input.parts) yield ready(part);
}

async function sealPart(
  plain: PlainPart,
  seal: (bytes: Uint8Array) => Promise<Uint8Array>,
  deps: Deps,
): Packing<Sealed> {
  if (plain.bytes.length > MAX_PART_BYTES) return err({ type: 'partTooLarge', path: plain.path });
  const bytes = await seal(plain.bytes);
  // Every recipient adds to age's header, so a full part for very many recipients can be too long once sealed.
  if (bytes.length > MAX_OBJECT_BYTES) return err({ type: 'partTooLarge', path: plain.path });
  const salt = hex(deps.random.bytes(16));
  return ok({
    bytes,
    part: {
      path: plain.path,
      sealed: sha256(bytes),
      sealedLength: bytes.length,
      plain: sha256Of(utf8(salt), plain.bytes),
      salt,
      length: plain.bytes.length,
    },
  });
}

/** Parsed on the way out too: we never sign what we would refuse to open. */
function manifestOf(
  input: PackInput,
  parts: readonly Part[],
  signer: Signer,
  deps: Deps,
): Manifest {
  return Manifest.parse({
    v: 1,
    parcel: newId(ParcelId, deps.random),
    kind: input.kind,
    class: input.class,
    office: input.office,
    stream: input.stream,
    revision: input.revision,
    parent: input.parent,
    sender: { ...input.sender, key: signer.key },
    seq: input.seq,
    prev: input.prev,
    to: [...input.to],
    at: deps.clock.now(),
    heads: headsOf(input.events),
    parts,
    tombstones: [...input.tombstones],
  });
}

/** One line with the signature, then the exact bytes it covers, padding included. */
async function signManifest(manifest: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const line = {
    alg: 'Ed25519',
    key: signer.key,
    signature: await signer.sign(concat(utf8(MANIFEST_CONTEXT), manifest)),
  } satisfies ManifestSignature;
  return concat(utf8(`${canonical(line)}\n`), manifest);
}

/** What the office may see: lengths and hashes, in the order of the hashes, so that the order says nothing. */
async function consign(
  input: PackInput,
  manifest: Manifest,
  name: Sha256,
  listed: readonly Listed[],
  signer: Signer,
): Promise<PackedParcel['signed']> {
  if (listed.reduce((sum, object) => sum + object.length, 0) > MAX_PARCEL_BYTES) {
    throw new Error('pack: a parcel must be split before it grows this large');
  }
  const consignment = Consignment.parse({
    v: 1,
    parcel: manifest.parcel,
    class: manifest.class,
    office: manifest.office,
    sender: manifest.sender,
    recipients: [...input.recipients],
    manifest: name,
    objects: listed.toSorted((a, b) => (a.hash < b.hash ? -1 : 1)),
    at: manifest.at,
  });
  return { consignment, signature: await signer.sign(consignmentBytes(consignment)) };
}
