import * as z from 'zod/mini';
import { InvitationId, Millis, Sha256 } from '../../base/ids.ts';
import { Role } from '../../sync/model/directory.ts';
import { JoinRequest, type NewInvitation } from '../../sync/model/protocol.ts';
import { decode, type Db } from './open.ts';

const Invitation = z.object({
  id: InvitationId,
  token_hash: Sha256,
  role: Role,
  expires: Millis,
  withdrawn_at: z.nullable(Millis),
});
export type Invitation = z.infer<typeof Invitation> & { readonly join: JoinRequest | undefined };

export async function findInvitation(db: Db, id: InvitationId): Promise<Invitation | undefined> {
  const row = await db
    .selectFrom('invitations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const join = row.join_request === null ? undefined : decode(JoinRequest, row.join_request);
  return { ...Invitation.parse(row), join };
}

export async function addInvitation(db: Db, invitation: NewInvitation): Promise<void> {
  await db
    .insertInto('invitations')
    .values({
      id: invitation.invitation,
      token_hash: invitation.tokenHash,
      role: invitation.role,
      expires: invitation.expires,
      withdrawn_at: null,
      join_request: null,
    })
    .execute();
}

export async function withdrawInvitation(db: Db, id: InvitationId, at: Millis): Promise<void> {
  await db.updateTable('invitations').set({ withdrawn_at: at }).where('id', '=', id).execute();
}

export async function setJoinRequest(db: Db, id: InvitationId, join: JoinRequest): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ join_request: JSON.stringify(join) })
    .where('id', '=', id)
    .execute();
}

/** Everyone who has handed in keys under an invitation that still stands. */
export async function listJoinRequests(db: Db): Promise<JoinRequest[]> {
  const rows = await db
    .selectFrom('invitations')
    .select('join_request')
    .where('join_request', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.flatMap((row) =>
    row.join_request === null ? [] : [decode(JoinRequest, row.join_request)],
  );
}
