import type { Membership } from '../../sync/directory.ts';
import { readRecord } from '../../sync/ledger.ts';
import { readInvitation } from '../../sync/model/invitation.ts';
import { Joining } from '../../sync/model/kept.ts';
import type { Records } from '../../vault/model/port.ts';

/**
 * Whether the vault that stands open is the one to go on with, for someone who sets up or joins: it belongs to no
 * office, or it has asked with this very invitation and is not let in yet. The office takes one proposal an
 * invitation, so a second vault would find it used up.
 * @param fragment of the invitation; undefined for who sets up.
 */
export async function isToGoOnWith(
  records: Pick<Records, 'get' | 'put' | 'remove' | 'names'>,
  membership: Pick<Membership, 'admitted'> | undefined,
  fragment: string | undefined,
): Promise<boolean> {
  if (!membership) return true;
  if (membership.admitted || fragment === undefined) return false;
  const invitation = readInvitation(fragment);
  const joining = await readRecord(records, 'joining', Joining);
  return invitation.ok && joining?.invitation === invitation.value.i;
}
