import type { Decrypter } from 'age-encryption';
import { canonical } from '../base/canonical.ts';
import { concat, release, sha256, sha256Of, utf8 } from '../base/bytes.ts';
import type { Verify } from '../base/deps.ts';
import type { Sha256 } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { JournalEvent } from '../journal/model/event.ts';
import { headsOf } from '../journal/model/merge.ts';
import { decrypterFor, unseal } from './age.ts';
import {
  consignmentBytes,
  MAX_OBJECT_BYTES,
  MAX_OBJECTS,
  MAX_PARCEL_BYTES,
  type Consignment,
} from './model/consignment.ts';
import { EVENTS_FILE, readEvents } from './model/events-file.ts';
import { readJson } from './model/json.ts';
import {
  classOf,
  Manifest,
  MANIFEST_CONTEXT,
  ManifestSignature,
  type Part,
} from './model/manifest.ts';
import type { OpenDeps, ParcelDesk, ParcelProblem } from './model/port.ts';

type Fetch = (hash: Sha256) => Promise<Uint8Array | undefined>;
type Opening<T> = Promise<Result<T, ParcelProblem>>;

/**
 * Opens a parcel in the order of DESIGN section 8. Everything is unsealed into memory and handed out only when
 * the last check has passed; on any failure there is a problem and nothing else. Opening twice gives the same.
 */
export const openParcel: ParcelDesk['open'] = async (signed, object, deps) => {
  const { consignment, signature } = signed;
  const sizes = checkSizes(consignment);
  if (!sizes.ok) return sizes;
  if (!(await deps.verify(consignment.sender.key, consignmentBytes(consignment), signature))) {
    return err({ type: 'badSignature' });
  }
  if (consignment.office !== deps.office) return err({ type: 'otherOffice' });
  if (consignment.class !== deps.class) return err({ type: 'wrongClass' });

  const decrypter = decrypterFor(deps.identities);
  const sealedManifest = await fetchObject(consignment, consignment.manifest, object);
  if (!sealedManifest.ok) return sealedManifest;
  const staged = await unseal(sealedManifest.value, decrypter);
  if (!staged.ok) return staged;
  const read = await readManifest(staged.value, deps.verify);
  if (!read.ok) return read;
  const { manifest, manifestHash } = read.value;

  const allowed = await mayTake(consignment, manifest, manifestHash, deps);
  if (!allowed.ok) return allowed;

  const opener = { object, decrypter, done: deps.done };
  const parts = new Map<string, Uint8Array>();
  for (const part of manifest.parts) {
    const plain = await openPart(consignment, part, opener);
    if (!plain.ok) return plain;
    if (isLong(manifest, part)) release(plain.value);
    else parts.set(part.path, plain.value);
  }
  const events = eventsOf(manifest, parts);
  if (!events.ok) return events;
  const long = manifest.parts.filter((part) => isLong(manifest, part));
  return ok({
    manifest,
    manifestHash,
    parts,
    long: long.map(({ path }) => path),
    part: async (path) => {
      const named = long.find((part) => part.path === path);
      const plain = named && (await openPart(consignment, named, opener));
      return plain?.ok ? plain.value : undefined;
    },
    events: events.value,
  });
};

/** An hour of speech is some 15 MB. */
const isLong = ({ kind }: Manifest, { path }: Part): boolean =>
  kind === 'sound' && path.startsWith('sound/');

/** Before a byte is fetched. The schema bounds these too; a bound that guards memory is checked where it is used. */
function checkSizes({ objects, manifest }: Consignment): Result<'fits', ParcelProblem> {
  if (objects.length > MAX_OBJECTS) return err({ type: 'tooLarge' });
  if (objects.some((each) => each.length > MAX_OBJECT_BYTES)) return err({ type: 'tooLarge' });
  if (objects.reduce((sum, each) => sum + each.length, 0) > MAX_PARCEL_BYTES) {
    return err({ type: 'tooLarge' });
  }
  const names = new Set(objects.map((each) => each.hash));
  if (names.size !== objects.length || !names.has(manifest)) return err({ type: 'notAParcel' });
  return ok('fits');
}

/** An object under its own name: the bytes are what their hash and their listed length say. */
async function fetchObject(
  consignment: Consignment,
  hash: Sha256,
  object: Fetch,
): Opening<Uint8Array> {
  const listed = consignment.objects.find((each) => each.hash === hash);
  if (!listed) return err({ type: 'swapped' });
  const bytes = await object(hash);
  if (!bytes) return err({ type: 'objectMissing' });
  if (bytes.length > MAX_OBJECT_BYTES) return err({ type: 'tooLarge' });
  if (bytes.length !== listed.length || sha256(bytes) !== hash) return err({ type: 'damaged' });
  return ok(bytes);
}

const NEWLINE = 0x0a;
/** The signature's line has a fixed length of some 240 bytes. */
const MAX_LINE = 1024;

/** The signature is checked over the exact bytes before anything in them is looked at. */
async function readManifest(
  file: Uint8Array,
  verify: Verify,
): Opening<{ readonly manifest: Manifest; readonly manifestHash: Sha256 }> {
  const end = file.subarray(0, MAX_LINE).indexOf(NEWLINE);
  const line = ManifestSignature.safeParse(end < 0 ? undefined : readJson(file.subarray(0, end)));
  if (!line.success) return err({ type: 'notAParcel' });
  const bytes = file.subarray(end + 1);
  const { key, signature } = line.data;
  if (!(await verify(key, concat(utf8(MANIFEST_CONTEXT), bytes), signature))) {
    return err({ type: 'badSignature' });
  }
  const manifest = Manifest.safeParse(readJson(bytes));
  if (!manifest.success) return err({ type: 'notAParcel' });
  if (manifest.data.sender.key !== key) return err({ type: 'badSignature' });
  return ok({ manifest: manifest.data, manifestHash: sha256(bytes) });
}

/** Inside says what outside says; it is meant for me; its sender may send; its number is its own. */
async function mayTake(
  consignment: Consignment,
  manifest: Manifest,
  manifestHash: Sha256,
  deps: OpenDeps,
): Opening<'allowed'> {
  const { kind } = manifest;
  if (manifest.class !== consignment.class || manifest.class !== classOf(kind)) {
    return err({ type: 'wrongClass' });
  }
  if (!sameParcel(consignment, manifest)) return err({ type: 'swapped' });
  if (deps.me.length > 0 && !deps.me.some((mine) => manifest.to.includes(mine))) {
    return err({ type: 'notForMe' });
  }
  const { member, device, key } = manifest.sender;
  if (!deps.enrolled(key, member, device)) return err({ type: 'unknownSender' });
  const seen = await deps.seen(device, manifest.seq);
  if (seen !== undefined && seen !== manifestHash) return err({ type: 'forkedSender' });
  return ok('allowed');
}

/** The office saw exactly this parcel: same id, office and sender, and every object with its length, none besides. */
function sameParcel(consignment: Consignment, manifest: Manifest): boolean {
  const lengths = new Map(consignment.objects.map((each) => [each.hash, each.length]));
  const named = new Set([consignment.manifest, ...manifest.parts.map((part) => part.sealed)]);
  const paths = new Set(manifest.parts.map((part) => part.path));
  return (
    manifest.parcel === consignment.parcel &&
    manifest.office === consignment.office &&
    canonical(manifest.sender) === canonical(consignment.sender) &&
    manifest.parts.every((part) => lengths.get(part.sealed) === part.sealedLength) &&
    named.size === manifest.parts.length + 1 &&
    named.size === lengths.size &&
    paths.size === manifest.parts.length
  );
}

interface Opener {
  readonly object: Fetch;
  readonly decrypter: Decrypter;
  readonly done: OpenDeps['done'];
}

async function openPart(
  consignment: Consignment,
  part: Part,
  { object, decrypter, done }: Opener,
): Opening<Uint8Array> {
  const sealed = await fetchObject(consignment, part.sealed, object);
  if (!sealed.ok) return sealed;
  const plain = await unseal(sealed.value, decrypter);
  done?.(sealed.value);
  if (!plain.ok) return plain;
  const salted = sha256Of(utf8(part.salt), plain.value);
  if (plain.value.length !== part.length || salted !== part.plain) return err({ type: 'damaged' });
  return plain;
}

/** The kind's events, whole and of this stream, ending where the manifest says the chains end. */
function eventsOf(
  manifest: Manifest,
  parts: ReadonlyMap<string, Uint8Array>,
): Result<readonly JournalEvent[], ParcelProblem> {
  const path = EVENTS_FILE[manifest.kind];
  if (path === null) return ok([]);
  const file = parts.get(path);
  const events = file && readEvents(file, manifest.stream);
  if (!events || canonical(headsOf(events)) !== canonical(manifest.heads)) {
    return err({ type: 'badContents' });
  }
  return ok(events);
}
