import * as z from 'zod/mini';
import { MemberId } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact } from '../../journal/model/fact.ts';

/**
 * A practice case that trainers write. Others see it from its first publication on, and never what is being written
 * after the last one. `case` is parsed by `PracticeCase` where it is used.
 */
export const CaseFact = z.discriminatedUnion('type', [
  fact('CaseWritten', { case: z.unknown() }),
  fact('CasePublished', { version: z.int().check(z.positive()) }),
  fact('CaseWithdrawn', {}),
]);
export type CaseFact = z.infer<typeof CaseFact>;

export interface OwnCase {
  readonly by: MemberId;
  /** As it was written last. */
  readonly draft: unknown;
  /** As it is published now; null before, and once it is withdrawn. */
  readonly published: { readonly case: unknown; readonly version: number } | null;
  /** The highest version there was. */
  readonly version: number;
}

/** Undefined when the events, in reading order, do not begin with a case. */
export function foldCase(events: readonly JournalEvent[]): OwnCase | undefined {
  const [first] = events;
  if (!first) return undefined;
  let own: OwnCase | undefined;
  for (const event of events) {
    const now = parsed(event);
    if (now?.type === 'CaseWritten') {
      const before = own ?? { by: first.author, published: null, version: 0 };
      own = { ...before, draft: now.data.case };
    } else if (now && own) {
      own = afterCaseFact(own, now);
    }
  }
  return own;
}

function afterCaseFact(own: OwnCase, now: Exclude<CaseFact, { type: 'CaseWritten' }>): OwnCase {
  if (now.type === 'CaseWithdrawn') return { ...own, published: null };
  const { version } = now.data;
  return {
    ...own,
    published: { case: own.draft, version },
    version: Math.max(own.version, version),
  };
}

/**
 * What may leave of the stream, in reading order: up to the last publication or withdrawal, and of all that was written
 * only the case as it was published last. What it was begun with and what has been changed since is nobody else's: of
 * those events the header goes along, so that the chain holds, and no word. Empty before the first publication.
 */
export function publishedPart(events: readonly JournalEvent[]): readonly JournalEvent[] {
  const published = events.findLastIndex(({ type }) => type === 'CasePublished');
  if (published < 0) return [];
  const last = events.findLastIndex(
    ({ type }) => type === 'CasePublished' || type === 'CaseWithdrawn',
  );
  const stands = events.findLastIndex(({ type }, i) => type === 'CaseWritten' && i < published);
  return events
    .slice(0, last + 1)
    .map((event, i) =>
      event.type === 'CaseWritten' && i !== stands ? { ...event, body: null } : event,
    );
}

export const CaseSummary = z.object({
  by: MemberId,
  /** Null before it is published, and once it is withdrawn. */
  published: z.nullable(z.int()),
  /** Whether others have it, also one that is withdrawn. */
  isOut: z.boolean(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

export function summariseCase(events: readonly JournalEvent[]): CaseSummary | undefined {
  const own = foldCase(events);
  return own && { by: own.by, published: own.published?.version ?? null, isOut: own.version > 0 };
}

const parsed = ({ type, version, body }: JournalEvent): CaseFact | undefined =>
  CaseFact.safeParse({ type, version, data: body?.data }).data;
