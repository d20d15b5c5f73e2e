import { ok } from '../base/result.ts';
import type { Records } from '../vault/model/port.ts';
import { readRecord } from './ledger.ts';
import { Cursor } from './model/kept.ts';
import type { Answer, MemberOffice } from './model/office.ts';
import type { InboxPage } from './model/protocol.ts';

/** How far this device has read its mailbox. */
export const cursorOf = async (records: Records): Promise<Cursor> =>
  (await readRecord(records, 'cursor', Cursor)) ?? { epoch: 0, after: 0 };

/** What has come since last time, 'none' on most days: then nothing that opens parcels is needed. */
export async function newMail(
  records: Records,
  office: Pick<MemberOffice, 'inbox'>,
): Answer<InboxPage | 'none'> {
  const cursor = await cursorOf(records);
  const page = await office.inbox(cursor.after);
  // A restored office has counted anew: what it says then has to be looked at, also when it is nothing.
  const isQuiet = page.ok && page.value.items.length === 0 && page.value.epoch === cursor.epoch;
  return isQuiet ? ok('none') : page;
}
