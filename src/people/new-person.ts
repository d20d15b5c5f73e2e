import * as z from 'zod/mini';
import { sha256 } from '../base/bytes.ts';
import { StreamId, type MemberId, type OfficeId } from '../base/ids.ts';
import type { Journal } from '../journal/model/port.ts';
import { TypedPerson } from './model/person-form.ts';

/** Somebody being added: the stream they will have, and what is typed so far. */
export const NewPersonDraft = z.object({ stream: StreamId, form: TypedPerson });
export type NewPersonDraft = z.infer<typeof NewPersonDraft>;

const KEY = 'new';

/**
 * Where a supervisor's half-typed new person lies: a stream of drafts only, found again after a crash without any list.
 * It never gets an event, so nothing packs it.
 */
export const newPersonStreamOf = (office: OfficeId, supervisor: MemberId): StreamId =>
  StreamId.parse(sha256(`aterblick-new-person/1\n${office}\n${supervisor}`).slice(0, 32));

/** What was being typed, unless a crash came after it was kept in the register. */
export async function readNewPerson(
  journal: Pick<Journal, 'open'>,
  at: StreamId,
): Promise<NewPersonDraft | null> {
  const drafts = (await journal.open(at))?.drafts ?? [];
  const known = NewPersonDraft.safeParse(drafts.find(({ key }) => key === KEY)?.value).data;
  if (!known) return null;
  const isKept = ((await journal.open(known.stream))?.events.length ?? 0) > 0;
  return isKept ? null : known;
}

/** Keeps what is typed; null when it is done with. @returns false when it could not be kept. */
export const draftNewPerson = async (
  journal: Pick<Journal, 'draft'>,
  at: StreamId,
  draft: NewPersonDraft | null,
): Promise<boolean> => (await journal.draft(at, 'participant', KEY, draft)).ok;
