import * as z from 'zod/mini';
import { StreamId } from '../../../base/ids.ts';
import type { Journal, StreamSummary } from '../../../journal/model/port.ts';
import { EDITED_KINDS, type Edit } from '../../../review/model/access-log.ts';
import { editsOf, type Edited } from '../../../review/model/edits.ts';

type Reads = Pick<Journal, 'list' | 'open'>;

/**
 * The changes of a month in all that lies in this vault. Only streams that were written since it began are opened: what
 * was changed later as well is in them, and what has not been touched since is not.
 */
export async function editsIn(journal: Reads, month: string): Promise<readonly Edit[]> {
  const begins = Date.parse(`${month}-01T00:00:00Z`) - CLOCKS_DIFFER_MS;
  const found: Edited[] = [];
  for (const kind of EDITED_KINDS) {
    for (const { stream, changed } of await journal.list(kind)) {
      if (changed < begins) continue;
      found.push({ kind, events: (await journal.open(stream))?.events ?? [] });
    }
  }
  return editsOf(found, month);
}

/** A tablet's clock may run ahead of this one's, and with it the times of its events. */
const CLOCKS_DIFFER_MS = 24 * 60 * 60_000;

/** What the rooms' summaries call their stream, each in its own way. */
const Called = z.object({
  code: z.optional(z.string()),
  brief: z.optional(z.object({ code: z.string() })),
  interview: z.optional(z.nullable(StreamId)),
  /** Of a line that the register keeps instead of an entry: what was read of the entry is called by it too. */
  participant: z.optional(StreamId),
});

/** By which code each stream is known here: its own, or that of the interview it belongs to. */
export async function codesIn(
  journal: Pick<Journal, 'list'>,
): Promise<ReadonlyMap<StreamId, string>> {
  const lists = await Promise.all(EDITED_KINDS.map((kind) => journal.list(kind)));
  const codes = new Map<StreamId, string>();
  const belonging: (readonly [stream: StreamId, interview: StreamId])[] = [];
  const look = ({ stream, data }: StreamSummary) => {
    const { code, brief, interview, participant } = Called.safeParse(data).data ?? {};
    const own = code ?? brief?.code;
    if (own !== undefined) {
      codes.set(stream, own);
      if (participant) codes.set(participant, own);
    } else if (interview) belonging.push([stream, interview]);
  };
  lists.flat().forEach(look);
  for (const [stream, interview] of belonging) {
    const code = codes.get(interview);
    if (code !== undefined) codes.set(stream, code);
  }
  return codes;
}
