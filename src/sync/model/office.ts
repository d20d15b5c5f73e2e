import type { DeviceId, InvitationId, OfficeId, ParcelId, Sha256 } from '../../base/ids.ts';
import type { Result } from '../../base/result.ts';
import type { SignedConsignment, SignedReceipt } from '../../parcel/model/consignment.ts';
import type { SignedDirectory } from './directory.ts';
import type {
  ApiProblemCode,
  ClaimBody,
  ClaimCheck,
  ConsignmentAnswer,
  ErasureAnswer,
  InboxPage,
  InvitationCard,
  JoinRequest,
  LeftParcels,
  NewInvitation,
  OfficeCard,
  PendingJoins,
} from './protocol.ts';

/** Why the office gave no answer that helps. Everything but `api` is tried again for ever. */
export type OfficeProblem =
  /** No network, no server, or no answer in time. */
  | { readonly type: 'unreachable' }
  /** Something answered that is not an office: a hotel's log-in page, a proxy's error, another version. */
  | { readonly type: 'strangeAnswer' }
  | { readonly type: 'api'; readonly code: ApiProblemCode };

export type Answer<T> = Promise<Result<T, OfficeProblem>>;

/** What can be asked without being a member. It is all that sending an outbox needs, so it works while locked. */
export interface PublicOffice {
  /** From now on every request, a member's too, ends as unreachable when the signal aborts. */
  until(signal: AbortSignal): void;
  card(): Answer<OfficeCard>;
  /** Whether this is the secret that the server printed: asked before anything is made with it. */
  checkSecret(body: ClaimCheck): Answer<'right'>;
  claim(body: ClaimBody): Answer<SignedDirectory>;
  invitation(invitation: InvitationId, token: string): Answer<InvitationCard>;
  join(invitation: InvitationId, token: string, request: JoinRequest): Answer<InvitationCard>;
  offer(signed: SignedConsignment): Answer<ConsignmentAnswer>;
  putObject(parcel: ParcelId, hash: Sha256, bytes: Uint8Array<ArrayBuffer>): Answer<'stored'>;
  commit(parcel: ParcelId): Answer<SignedReceipt>;
}

/** What a member's device asks, each request signed by its key. */
export interface MemberOffice {
  directory(): Answer<SignedDirectory>;
  putDirectory(signed: SignedDirectory): Answer<SignedDirectory>;
  invite(invitation: NewInvitation): Answer<'invited'>;
  withdrawInvitation(invitation: InvitationId): Answer<'withdrawn'>;
  joins(): Answer<PendingJoins>;
  inbox(after: number): Answer<InboxPage>;
  object(hash: Sha256): Answer<Uint8Array<ArrayBuffer>>;
  erase(parcels: readonly ParcelId[]): Answer<ErasureAnswer>;
  /** What a device that is out of use kept for itself; for supervisors. */
  left(device: DeviceId): Answer<LeftParcels>;
  leftObject(device: DeviceId, hash: Sha256): Answer<Uint8Array<ArrayBuffer>>;
}

/** The office as sync/ sees it: over HTTP (http.ts), or in memory for "Try it". */
export interface Office {
  readonly open: PublicOffice;
  member(office: OfficeId): MemberOffice;
}
