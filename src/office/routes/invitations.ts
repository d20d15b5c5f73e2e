import { canonical } from '../../base/canonical.ts';
import { InvitationId } from '../../base/ids.ts';
import { err } from '../../base/result.ts';
import {
  JoinRequest,
  NewInvitation,
  type InvitationCard,
  type JoinProposal,
  type PendingJoins,
} from '../../sync/model/protocol.ts';
import { json, parseBody, parseId, type Answered } from '../answer.ts';
import { audit } from '../audit.ts';
import type { Doors } from '../doors.ts';
import { sameHash } from '../keys.ts';
import type { Post } from '../post.ts';
import {
  addInvitation,
  findInvitation,
  listJoinRequests,
  setJoinRequest,
  withdrawInvitation,
  type Invitation,
} from '../store/invitations.ts';

/** A colleague joins: the supervisor leaves the token's hash, the colleague hands in keys, the supervisor admits. */
export function invitationRoutes(post: Post, doors: Doors): void {
  doors.member('POST /api/invitations', async (ask) => {
    const body = parseBody(NewInvitation, ask.body);
    if (!body.ok) return body;
    const { invitation, role, expires, tokenHash } = body.value;

    return post.db.transaction().execute(async (tx): Promise<Answered> => {
      const found = await findInvitation(tx, invitation);
      if (found) {
        const same =
          sameHash(found.token_hash, tokenHash) && found.role === role && found.expires === expires;
        return same ? json({}, 201) : err('conflict');
      }
      await addInvitation(tx, body.value);
      await audit(tx, post.clock.now(), 'invitationMade', {
        invitation,
        role,
        by: ask.device.device,
      });
      return json({}, 201);
    });
  });

  doors.member('DELETE /api/invitations/:id', async (ask) => {
    const id = parseId(InvitationId, ask.param('id'));
    if (!id.ok) return id;
    return post.db.transaction().execute(async (tx): Promise<Answered> => {
      const found = await findInvitation(tx, id.value);
      if (!found) return err('notFound');
      if (found.withdrawn_at !== null) return json({});
      const now = post.clock.now();
      await withdrawInvitation(tx, id.value, now);
      await audit(tx, now, 'invitationWithdrawn', {
        invitation: id.value,
        by: ask.device.device,
      });
      return json({});
    });
  });

  doors.bearer('GET /api/invitations/:id', async ({ invitation }) => card(post, invitation));

  doors.bearer('POST /api/invitations/:id/join', async (ask) => {
    const body = parseBody(JoinRequest, ask.body);
    if (!body.ok) return body;
    const { proposal } = body.value;
    const { id, role } = ask.invitation;
    if (proposal.invitation !== id || proposal.role !== role) return err('badRequest');

    return post.db.transaction().execute(async (tx): Promise<Answered> => {
      const invitation = await findInvitation(tx, id);
      if (!invitation) return err('notFound');
      const over = overOr(post, invitation);
      if (over) return err(over);
      if (invitation.join) {
        const same = canonical(invitation.join) === canonical(body.value);
        return same ? card(post, invitation) : err('invitationUsed');
      }
      await setJoinRequest(tx, id, body.value);
      await audit(tx, post.clock.now(), 'joinAsked', {
        invitation: id,
        member: proposal.member,
        device: proposal.device,
      });
      return card(post, { ...invitation, join: body.value });
    });
  });

  doors.member('GET /api/joins', async () => {
    const asked = await listJoinRequests(post.db);
    return json({
      joins: asked.filter(({ proposal }) => !joined(post, proposal)),
    } satisfies PendingJoins);
  });
}

/** What the invited person sees: their state, and the directory their app will pin. */
function card(post: Post, invitation: Invitation): Answered {
  const over = overOr(post, invitation);
  if (over || !post.signed) return err(over ?? 'notClaimed');
  const proposal = invitation.join?.proposal;
  const state = proposal ? (joined(post, proposal) ? 'joined' : 'asked') : 'open';
  const isServed = state === 'joined' || invitation.expires <= post.clock.now();
  return json({
    role: invitation.role,
    expires: invitation.expires,
    state,
    directory: isServed ? null : post.signed,
  } satisfies InvitationCard);
}

/** Keys handed in in time may be admitted later: only an unused invitation grows too old. */
function overOr(post: Post, invitation: Invitation): 'invitationOver' | undefined {
  const tooOld = !invitation.join && invitation.expires <= post.clock.now();
  return invitation.withdrawn_at !== null || tooOld ? 'invitationOver' : undefined;
}

const joined = (post: Post, proposal: JoinProposal): boolean =>
  post.signed?.directory.members.some(
    (member) =>
      member.member === proposal.member &&
      member.devices.some((device) => device.key === proposal.key),
  ) ?? false;
