import { sha256 } from '../../base/bytes.ts';
import { ParcelId, Sha256, type SignKey } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import {
  consignmentBytes,
  MAX_PARCEL_BYTES,
  receiptBytes,
  SignedConsignment,
  type Consignment,
  type Receipt,
  type SignedReceipt,
} from '../../parcel/model/consignment.ts';
import { findDevice, INTERVIEWING } from '../../sync/model/directory.ts';
import type { ApiProblemCode } from '../../sync/model/protocol.ts';
import { json, jsonText, parseBody, parseId, type Answered } from '../answer.ts';
import { audit } from '../audit.ts';
import type { Doors } from '../doors.ts';
import { directoryInForce, type Post } from '../post.ts';
import { isErased } from '../store/erased.ts';
import { noteLoose, removeLoose } from '../store/loose.ts';
import {
  admitParcel,
  consignmentOf,
  deliver,
  findBrought,
  findListed,
  findParcel,
  setBrought,
  setReceipt,
  type Parcel,
} from '../store/parcels.ts';

/** A parcel comes in: admitted on its consignment's signature, carried object by object, committed once. */
export function consignmentRoutes(post: Post, doors: Doors): void {
  doors.open('POST /api/consignments', async (ask) => {
    const body = parseBody(SignedConsignment, ask.body);
    if (!body.ok) return body;
    const { consignment, signature } = body.value;

    if (!wellFormed(consignment)) return err('badRequest');
    // Nobody could open it: a whole parcel is opened in memory.
    if (bytesOf(consignment) > MAX_PARCEL_BYTES) return err('tooLarge');
    const claimed = directoryInForce(post);
    if (!claimed.ok) return claimed;
    const signed = consignmentBytes(consignment);
    if (!(await post.verify(consignment.sender.key, signed, signature))) {
      return err('badSignature');
    }
    const may = mayConsign(post, consignment);
    if (!may.ok) return may;

    const digest = sha256(signed);
    const parcel = await post.db.transaction().execute(async (tx) => {
      if (await isErased(tx, consignment.parcel)) return 'erased' as const;
      const found = await findParcel(tx, consignment.parcel);
      if (found) return found;
      const now = post.clock.now();
      await admitParcel(tx, body.value, digest, now);
      await audit(tx, now, 'parcelAdmitted', {
        parcel: consignment.parcel,
        by: consignment.sender.device,
      });
      return undefined;
    });
    if (parcel === 'erased') return err('erased');
    if (parcel && parcel.digest !== digest) return err('conflict');

    const receipt = parcel && standingReceipt(post, parcel);
    if (receipt) return jsonText(`{"state":"committed","receipt":${receipt}}`);
    const missing = await whichAreMissing(post, consignment);
    return json({ state: 'missing', missing });
  });

  doors.open('PUT /api/consignments/:parcel/objects/:hash', async (ask) => {
    const id = parseId(ParcelId, ask.param('parcel'));
    const hash = parseId(Sha256, ask.param('hash'));
    if (!id.ok || !hash.ok) return err('notFound');

    const listed = await findListed(post.db, id.value, hash.value);
    if (!listed) return err('notFound');
    const may = stillMember(post, listed.sender_key);
    if (!may.ok) return may;

    const stored = await post.objects.put(listed, ask.upload);
    if (!stored.ok) return stored;
    await setBrought(post.db, id.value, hash.value);
    // Erased while the bytes were on their way: nothing names them any more.
    if (!(await findListed(post.db, id.value, hash.value))) {
      await noteLoose(post.db, [hash.value]);
      await removeLoose(post.db, post.objects);
      return err('notFound');
    }
    return json({});
  });

  doors.open('POST /api/consignments/:parcel/commit', async (ask) => {
    const id = parseId(ParcelId, ask.param('parcel'));
    if (!id.ok) return id;

    const parcel = await findParcel(post.db, id.value);
    if (!parcel) return err('notFound');
    const may = stillMember(post, parcel.sender_key);
    if (!may.ok) return may;

    const standing = standingReceipt(post, parcel);
    if (standing) return jsonText(standing);
    const { consignment } = consignmentOf(parcel);
    const missing = await whichAreMissing(post, consignment);
    if (missing.length > 0) return err('objectsMissing');
    await post.objects.settle(consignment.objects.map((object) => object.hash));
    return commit(post, consignment);
  });
}

/** The one short transaction: mailboxes, audit line and receipt together, or none of them. */
async function commit(post: Post, consignment: Consignment): Promise<Answered> {
  return post.db.transaction().execute(async (tx): Promise<Answered> => {
    const parcel = await findParcel(tx, consignment.parcel);
    // Erased since it was looked for: a receipt would say that it is kept.
    if (!parcel) return err('notFound');
    const standing = standingReceipt(post, parcel);
    if (standing) return jsonText(standing);

    const at = post.clock.now();
    const auditHead = await audit(tx, at, 'parcelCommitted', {
      parcel: consignment.parcel,
      by: consignment.sender.device,
      epoch: post.epoch,
    });
    const receipt: Receipt = {
      v: 1,
      office: post.id,
      epoch: post.epoch,
      parcel: consignment.parcel,
      sender: consignment.sender.device,
      manifest: consignment.manifest,
      objects: consignment.objects.map((object) => object.hash),
      at,
      auditHead,
    };
    const signature = await post.signer.sign(receiptBytes(receipt));
    const text = JSON.stringify({ receipt, signature } satisfies SignedReceipt);
    await setReceipt(tx, consignment.parcel, { text, epoch: post.epoch, at });
    await deliver(tx, consignment.parcel, active(post, consignment), post.epoch);
    return jsonText(text);
  });
}

/**
 * The receipt, if it was given in this epoch. One from before a restore says nothing about what the backup held:
 * then the parcel is offered, looked over and receipted anew.
 */
const standingReceipt = (post: Post, parcel: Parcel): string | undefined =>
  parcel.receipt !== null && parcel.receipt_epoch === post.epoch ? parcel.receipt : undefined;

function wellFormed({ manifest, objects, recipients }: Consignment): boolean {
  const hashes = new Set(objects.map((object) => object.hash));
  return (
    hashes.has(manifest) &&
    hashes.size === objects.length &&
    new Set(recipients).size === recipients.length
  );
}

/** Our office, an active sender, recipients who belong to us; practice reaches trainers only. */
function mayConsign(post: Post, consignment: Consignment): Result<void, ApiProblemCode> {
  const directory = directoryInForce(post);
  if (!directory.ok) return directory;
  const found = findDevice(directory.value, consignment.sender.key);
  const isSender =
    found?.member.member === consignment.sender.member &&
    found.device.device === consignment.sender.device;
  if (consignment.office !== post.id || !isSender) return err('notAllowed');

  const recipients = directory.value.members.filter((member) =>
    consignment.recipients.includes(member.member),
  );
  if (recipients.length !== consignment.recipients.length) return err('notAllowed');
  const practice = consignment.class === 'practice';
  if (practice && recipients.some((member) => member.role !== 'trainer')) return err('notAllowed');
  // Whoever holds no interviews has none to send, and gets none: also if an app were changed to try.
  if (!INTERVIEWING.includes(found.member.role)) return err('notAllowed');
  if (recipients.some(({ role }) => role === 'researcher' || role === 'operator')) {
    return err('notAllowed');
  }
  return active(post, consignment).length > 0 ? ok(undefined) : err('notAllowed');
}

/**
 * Recipients who have not left, and of practice those who are trainers still, also when somebody's role has changed
 * since it was admitted. A tablet that was away seals to a colleague who has left meanwhile: what it brings
 * must not be stranded for that, so the others get it and she does not.
 */
const active = (post: Post, consignment: Consignment): Consignment['recipients'] => {
  const members = post.signed?.directory.members ?? [];
  return consignment.recipients.filter((recipient) =>
    members.some(
      ({ member, leftAt, role }) =>
        member === recipient &&
        leftAt === undefined &&
        (consignment.class === 'real' || role === 'trainer'),
    ),
  );
};

/** A device revoked since it was admitted brings nothing more. */
function stillMember(post: Post, key: SignKey): Result<void, ApiProblemCode> {
  const directory = directoryInForce(post);
  if (!directory.ok) return directory;
  return findDevice(directory.value, key) ? ok(undefined) : err('notAllowed');
}

/** What the sender's device has not brought yet, or what the disk has lost. */
async function whichAreMissing(
  post: Post,
  { parcel, objects }: Pick<Consignment, 'parcel' | 'objects'>,
): Promise<Sha256[]> {
  const brought = await findBrought(post.db, parcel);
  const here = await Promise.all(
    objects.map(async (object) => brought.has(object.hash) && (await post.objects.has(object))),
  );
  return objects.filter((_, index) => !here[index]).map((object) => object.hash);
}

const bytesOf = ({ objects }: Consignment): number =>
  objects.reduce((sum, { length }) => sum + length, 0);
