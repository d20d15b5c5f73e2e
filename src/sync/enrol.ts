import { fromBase64Url, sha256, toBase64Url } from '../base/bytes.ts';
import { newId, type Clock, type Deps } from '../base/deps.ts';
import { InvitationId, type DeviceId, type MemberId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { deriveInvitationToken, invitationMac, verifyInvitationMac } from '../parcel/invitation.ts';
import type { OpenVault } from '../vault/model/port.ts';
import { type DirectoryDesk } from './directory.ts';
import { certify } from './found.ts';
import { readRecord } from './ledger.ts';
import {
  directoryHash,
  findDevice,
  type Directory,
  type Member,
  type Role,
} from './model/directory.ts';
import { invitationLink, readInvitation } from './model/invitation.ts';
import { Joining, Root, SentInvitation, type Identity } from './model/kept.ts';
import type { Office } from './model/office.ts';
import type { SyncProblem } from './model/problem.ts';
import { joinProposalBytes, type JoinProposal, type JoinRequest } from './model/protocol.ts';

const SECRET_BYTES = 32;
const DAY_MS = 24 * 60 * 60_000;

export interface EnrolDeps extends Deps {
  readonly vault: OpenVault;
  readonly office: Office;
  readonly directory: DirectoryDesk;
  /** Where the app is served, for links. */
  readonly origin: string;
}

/** Makes an invitation link. The secret is in the link and in this vault; the office gets the token's hash. */
export async function invite(
  deps: EnrolDeps,
  input: { readonly name: string; readonly role: Role; readonly days: number },
): Promise<Result<string, SyncProblem>> {
  const current = await deps.directory.membership();
  if (!current) return err({ type: 'notEnrolled' });
  // Nobody else could admit her: only the root makes a supervisor.
  if (input.role === 'supervisor' && !(await readRecord(deps.vault.records, 'root', Root))) {
    return err({ type: 'notFounder' });
  }
  const secret = deps.random.bytes(SECRET_BYTES);
  const sent: SentInvitation = {
    invitation: newId(InvitationId, deps.random),
    secret: toBase64Url(secret),
    name: input.name,
    role: input.role,
    expires: deps.clock.now() + input.days * DAY_MS,
  };
  const kept = await deps.vault.records.put(`invitation/${sent.invitation}`, sent);
  if (!kept.ok) return kept;
  const { invitation, role, expires } = sent;
  const tokenHash = sha256(await deriveInvitationToken(secret));
  const invited = await current.office.invite({ invitation, tokenHash, role, expires });
  if (!invited.ok) return invited;
  const { identity, directory } = current;
  // With a version to start from: an older office, as a thief or a backup may hold it, can't be shown to the guest.
  return ok(
    invitationLink(deps.origin, {
      o: identity.office,
      r: identity.root,
      v: directory.version,
      h: directoryHash(directory),
      i: invitation,
      s: sent.secret,
      n: directory.name,
      p: input.name,
      role,
    }),
  );
}

/**
 * Joins by a link: pins the office's root, checks its directory against it, and hands in this device's keys,
 * authenticated by the link's secret. The same link again sends the same proposal, so a lost answer does no harm.
 */
export async function join(
  deps: EnrolDeps,
  link: string,
  name: string,
): Promise<Result<Identity, SyncProblem>> {
  const read = readInvitation(link);
  if (!read.ok) return read;
  const { o: office, r: root, v, h, i: invitation, s, role } = read.value;
  const current = await deps.directory.membership();
  if (current && (current.identity.office !== office || current.admitted)) {
    return err({ type: 'alreadyEnrolled' });
  }
  const { vault } = deps;
  const secret = fromBase64Url(s);
  const token = await deriveInvitationToken(secret);
  const card = await deps.office.open.invitation(invitation, token);
  if (!card.ok) return card;
  // None is told to who comes too late; who was let in already asks as the member they are.
  const told = card.value.directory
    ? ok(card.value.directory)
    : await deps.office.member(office).directory();
  if (!told.ok) {
    const code = card.value.state === 'joined' ? 'invitationUsed' : 'invitationOver';
    return told.error.type === 'api' ? err({ type: 'api', code }) : told;
  }
  const { directory } = told.value;
  if (directory.office !== office) return err({ type: 'linkForOtherOffice' });
  if (directory.version < v) return err({ type: 'directoryOlder' });
  if (directory.version === v && directoryHash(directory) !== h) {
    return err({ type: 'directoryForked' });
  }
  const identity: Identity = {
    member: vault.member,
    device: vault.device,
    name: name.trim(),
    role,
    office,
    root,
    officeKey: directory.officeKey,
  };
  const request = await joinRequest(deps, identity, invitation, secret);
  // Kept before it is sent: if the answer is lost, the next refresh asks with this token what became of it.
  const joining: Joining = { invitation, token, request };
  const kept = await vault.records.put('joining', joining);
  if (!kept.ok) return kept;
  const enrolled = await deps.directory.enrol(identity, told.value);
  if (!enrolled.ok) return enrolled;
  const asked = await deps.office.open.join(invitation, token, request);
  return asked.ok ? ok(identity) : asked;
}

async function joinRequest(
  { vault, clock }: EnrolDeps,
  { name, role }: Identity,
  invitation: InvitationId,
  secret: Uint8Array<ArrayBuffer>,
): Promise<JoinRequest> {
  const before = (await readRecord(vault.records, 'joining', Joining))?.request;
  if (before?.proposal.invitation === invitation && before.proposal.name === name) return before;
  const proposal: JoinProposal = {
    invitation,
    member: vault.member,
    name,
    role,
    device: vault.device,
    key: vault.signer.key,
    recipients: { ...vault.age.recipients },
    at: clock.now(),
  };
  return { proposal, mac: await invitationMac(secret, joinProposalBytes(proposal)) };
}

export interface Admissions {
  readonly admitted: readonly Member[];
  /** Keys that the invitation's secret does not vouch for: somebody put them in a guest's place. */
  readonly refused: readonly InvitationId[];
}

/**
 * A supervisor's side of joining: admits whoever proves to hold the secret of an invitation made in this vault.
 * Others' invitations wait for those who sent them, and whoever is to be a supervisor waits for the founder, whose
 * root certifies her device.
 */
export async function admitJoins(deps: EnrolDeps): Promise<Result<Admissions, SyncProblem>> {
  const current = await deps.directory.membership();
  if (!current) return err({ type: 'notEnrolled' });
  const pending = await current.office.joins();
  if (!pending.ok) return pending;
  const good = new Map<InvitationId, JoinProposal>();
  const refused: InvitationId[] = [];
  for (const request of pending.value.joins) {
    const sent = await readRecord(
      deps.vault.records,
      `invitation/${request.proposal.invitation}`,
      SentInvitation,
    );
    if (!sent) continue;
    if (!(await isGenuine(request, sent))) refused.push(sent.invitation);
    // An invitation is for one; who comes too late needs a new one.
    else if (!isTooLate(request.proposal, sent, deps.clock) && !good.has(sent.invitation)) {
      good.set(sent.invitation, request.proposal);
    }
  }
  let admitted: Member[] = [];
  const changed = await deps.directory.change(async (directory, root) => {
    admitted = [...good.values()]
      .filter((proposal) => isNew(proposal, directory))
      .filter(({ role }) => root !== undefined || role !== 'supervisor')
      .map(memberOf);
    const members = [...directory.members, ...admitted];
    const missing = root ? uncertified({ ...directory, members }) : [];
    if (admitted.length === 0 && missing.length === 0) return undefined;
    const certificates = [...directory.certificates];
    for (const { member, key } of missing) {
      if (root) certificates.push(await certify(directory.office, { member }, key, root));
    }
    return { ...directory, members, certificates };
  });
  if (!changed.ok) return changed;
  for (const [invitation, { key }] of good) {
    if (!findDevice(changed.value, key)) continue;
    // Used up: the secret opens nothing more.
    const gone = await deps.vault.records.remove(`invitation/${invitation}`);
    if (!gone.ok) return gone;
  }
  return ok({ admitted, refused });
}

/** Takes a lost tablet's key out of use: nothing it signs is taken any more. */
export async function revokeDevice(
  deps: Pick<EnrolDeps, 'directory' | 'clock'>,
  device: DeviceId,
): Promise<Result<Directory, SyncProblem>> {
  const current = await deps.directory.membership();
  if (!current) return err({ type: 'notEnrolled' });
  const isThere = (directory: Directory) =>
    directory.members.some((member) => member.devices.some((each) => each.device === device));
  if (!isThere(current.directory)) return err({ type: 'noSuchDevice' });
  return deps.directory.change((directory) => {
    const revokedAt = deps.clock.now();
    let isChanged = false;
    const members = directory.members.map((member) => ({
      ...member,
      devices: member.devices.map((each) => {
        if (each.device !== device || each.revokedAt !== undefined) return each;
        isChanged = true;
        return { ...each, revokedAt };
      }),
    }));
    // A certificate stays: it says who she was when she sent what came before.
    return Promise.resolve(isChanged ? { ...directory, members } : undefined);
  });
}

/** Notes that somebody works here no more: what their devices sign from now on is not taken, and they get nothing. */
export async function noteLeft(
  deps: Pick<EnrolDeps, 'directory' | 'clock'>,
  member: MemberId,
): Promise<Result<Directory, SyncProblem>> {
  const current = await deps.directory.membership();
  if (!current) return err({ type: 'notEnrolled' });
  // Nobody notes it of oneself: a supervisor must be left to let somebody in again.
  if (member === current.identity.member) return err({ type: 'noSuchDevice' });
  return deps.directory.change((directory) => {
    const isHere = directory.members.some(
      (each) => each.member === member && each.leftAt === undefined,
    );
    const leftAt = deps.clock.now();
    const members = directory.members.map((each) =>
      each.member === member ? { ...each, leftAt: each.leftAt ?? leftAt } : each,
    );
    return Promise.resolve(isHere ? { ...directory, members } : undefined);
  });
}

/** By our clock, since theirs could say anything, and by theirs, since a proposal can be held back and come later. */
const isTooLate = ({ at }: JoinProposal, { expires }: SentInvitation, clock: Clock): boolean =>
  clock.now() >= expires || at >= expires;

async function isGenuine(request: JoinRequest, sent: SentInvitation): Promise<boolean> {
  const { proposal, mac } = request;
  const bytes = joinProposalBytes(proposal);
  return (
    proposal.role === sent.role &&
    (await verifyInvitationMac(fromBase64Url(sent.secret), bytes, mac))
  );
}

/** Ids and keys are used once: a guest can't take over a member's id or pose as a device that is known. */
const isNew = (proposal: JoinProposal, directory: Directory): boolean =>
  directory.members.every(
    (member) =>
      member.member !== proposal.member &&
      member.devices.every(
        (device) => device.key !== proposal.key && device.device !== proposal.device,
      ),
  );

const memberOf = (proposal: JoinProposal): Member => ({
  member: proposal.member,
  name: proposal.name,
  role: proposal.role,
  recipients: proposal.recipients,
  devices: [{ device: proposal.device, key: proposal.key }],
});

/** Active supervisors' devices that the root has not certified yet. */
function uncertified(directory: Directory) {
  const known = new Set(directory.certificates.map((certificate) => certificate.key));
  return directory.members
    .filter((member) => member.role === 'supervisor')
    .flatMap((member) => member.devices.map(({ key }) => ({ member: member.member, key })))
    .filter(({ key }) => !known.has(key) && findDevice(directory, key) !== undefined);
}
