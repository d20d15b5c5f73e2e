import * as z from 'zod/mini';
import { canonical } from '../../base/canonical.ts';
import { utf8 } from '../../base/bytes.ts';
import {
  DeviceId,
  InvitationId,
  MemberId,
  Millis,
  OfficeId,
  ParcelId,
  Sha256,
  SignKey,
} from '../../base/ids.ts';
import { SignedConsignment, SignedReceipt } from '../../parcel/model/consignment.ts';
import { Recipients, Role, SignedDirectory } from './directory.ts';

/*
 * What travels between a device and the office (DESIGN section 9). All paths begin with /api.
 *
 *   GET    /api/office                                   → OfficeCard                     open to all
 *   POST   /api/claim            ClaimBody               → SignedDirectory                the one-time secret
 *   POST   /api/claim/check      ClaimCheck               → {}                             the one-time secret
 *   GET    /api/directory                                → SignedDirectory                any member's device
 *   PUT    /api/directory        SignedDirectory         → SignedDirectory                supervisor; version = known + 1
 *   POST   /api/invitations      NewInvitation           → 201 {}                         supervisor
 *   DELETE /api/invitations/:id                          → {}                             supervisor
 *   GET    /api/invitations/:id                          → InvitationCard                 bearer of the invitation's token
 *   POST   /api/invitations/:id/join   JoinRequest       → InvitationCard                 bearer of the invitation's token
 *   GET    /api/joins                                    → { joins: PendingJoin[] }       supervisor
 *   POST   /api/consignments     SignedConsignment       → ConsignmentAnswer              the consignment's own signature
 *   PUT    /api/consignments/:parcel/objects/:hash bytes → {}                             an admitted consignment that lists it
 *   POST   /api/consignments/:parcel/commit              → SignedReceipt                  an admitted consignment
 *   GET    /api/inbox?after=N                            → InboxPage                      any member's device: own mailbox
 *   GET    /api/objects/:hash                            → bytes                          a recipient of a committed parcel with it
 *   POST   /api/erasures         ErasureBody             → ErasureAnswer                  whoever it is for, and supervisors (routes/erasures.ts)
 *   GET    /api/left/:device                              → LeftParcels                    supervisor; a device out of use
 *   GET    /api/left/:device/objects/:hash                → bytes                          supervisor; a copy it kept for itself
 *   GET    /api/health                                   → { ok: true }                   open to all
 *
 * Requests by a member's device are signed as RFC 9421 says (http-signature.ts). A failure answers with ApiProblem.
 */

export const OfficeCard = z.object({
  office: OfficeId,
  officeKey: SignKey,
  /** The pinned root once the office is claimed. */
  root: z.nullable(SignKey),
  name: z.nullable(z.string()),
  epoch: z.int(),
  now: Millis,
  /** The server was started with --bench: only then does the app answer to /?bench. */
  bench: z.boolean(),
});
export type OfficeCard = z.infer<typeof OfficeCard>;

/** Asked first, so that a mistyped secret is found where it was typed. It is what `npm start` prints. */
export const ClaimCheck = z.object({ secret: z.string().check(z.maxLength(200)) });
export type ClaimCheck = z.infer<typeof ClaimCheck>;

/** The first directory is signed by the root made in the founder's browser. */
export const ClaimBody = z.extend(ClaimCheck, { directory: SignedDirectory });
export type ClaimBody = z.infer<typeof ClaimBody>;

/** The server keeps only the hash of the token, which the link's secret yields; it never sees the secret. */
export const NewInvitation = z.object({
  invitation: InvitationId,
  tokenHash: Sha256,
  role: Role,
  expires: Millis,
});
export type NewInvitation = z.infer<typeof NewInvitation>;

/** What someone who joins asks to be: authenticated by the invitation's secret, not by the server. */
export const JoinProposal = z.object({
  invitation: InvitationId,
  member: MemberId,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  role: Role,
  device: DeviceId,
  key: SignKey,
  recipients: Recipients,
  at: Millis,
});
export type JoinProposal = z.infer<typeof JoinProposal>;
export const joinProposalBytes = (proposal: JoinProposal): Uint8Array =>
  utf8(`aterblick-join/1\n${canonical(proposal)}`);

/** `mac`: HMAC-SHA-256 of joinProposalBytes under the key that the link's secret yields, hex. */
export const JoinRequest = z.object({ proposal: JoinProposal, mac: Sha256 });
export type JoinRequest = z.infer<typeof JoinRequest>;

export const PendingJoins = z.object({ joins: z.array(JoinRequest) });
export type PendingJoins = z.infer<typeof PendingJoins>;

export const InvitationCard = z.object({
  role: Role,
  expires: Millis,
  /** open: nobody has used it; asked: keys are handed in; joined: the directory names them. */
  state: z.enum(['open', 'asked', 'joined']),
  /**
   * Names and keys of all who work here, to pin. Null once the time is over or the guest is in: from then on a link
   * that lies about reads nothing more, and the guest's own device asks with its own signature.
   */
  directory: z.nullable(SignedDirectory),
});
export type InvitationCard = z.infer<typeof InvitationCard>;

export const ConsignmentAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('missing'), missing: z.array(Sha256) }),
  z.object({ state: z.literal('committed'), receipt: SignedReceipt }),
]);
export type ConsignmentAnswer = z.infer<typeof ConsignmentAnswer>;

export const InboxItem = z.object({
  cursor: z.int(),
  consignment: SignedConsignment,
  receivedAt: Millis,
});
export type InboxItem = z.infer<typeof InboxItem>;
export const InboxPage = z.object({ items: z.array(InboxItem), epoch: z.int(), more: z.boolean() });
export type InboxPage = z.infer<typeof InboxPage>;

export const MAX_ERASED_AT_ONCE = 500;
export const ErasureBody = z.object({
  parcels: z.array(ParcelId).check(z.minLength(1), z.maxLength(MAX_ERASED_AT_ONCE)),
});
/**
 * Of the parcels that were asked for, which are gone and which wait for a second person; the others are not here, or
 * not the asker's to erase.
 */
export const ErasureAnswer = z.object({ erased: z.array(ParcelId), waiting: z.array(ParcelId) });
export type ErasureAnswer = z.infer<typeof ErasureAnswer>;
/** What a tablet that is out of use kept at the office for itself, newest first, and when it was last heard of. */
export const LeftParcels = z.object({
  device: DeviceId,
  items: z.array(z.object({ consignment: SignedConsignment, receivedAt: Millis })),
  lastContact: z.nullable(Millis),
});
export type LeftParcels = z.infer<typeof LeftParcels>;

/** Every error the office can answer, by number; the sentences stand in the catalogue under `problem.api.<code>`. */
export const API_PROBLEMS = {
  badRequest: 400,
  wrongSecret: 401,
  badSignature: 401,
  /** The request's time is more than five minutes from the office's; `now` says the right time. */
  wrongClock: 401,
  notAllowed: 403,
  notFound: 404,
  alreadyClaimed: 409,
  notClaimed: 409,
  /** Same id, other content. */
  conflict: 409,
  directoryStale: 409,
  invitationUsed: 409,
  invitationOver: 410,
  /** This parcel was erased here and is not taken in again. */
  erased: 410,
  tooLarge: 413,
  /** Bytes whose hash is not their name. */
  wrongHash: 422,
  objectsMissing: 422,
  tooMany: 429,
  serverFault: 500,
  storageFull: 507,
} as const;
export type ApiProblemCode = keyof typeof API_PROBLEMS;

/** `Object.hasOwn`, since `in` would also take 'toString' and the like for a code. */
export const isApiProblemCode = (code: string): code is ApiProblemCode =>
  Object.hasOwn(API_PROBLEMS, code);

export const ApiProblem = z.object({
  code: z.string().check(z.refine(isApiProblemCode)),
  now: Millis,
});
export type ApiProblem = z.infer<typeof ApiProblem>;

export const CLOCK_TOLERANCE_MS = 5 * 60_000;
