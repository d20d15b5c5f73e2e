import type { StreamId } from '../../../base/ids.ts';
import type { Journal, StreamSummary } from '../../../journal/model/port.ts';
import { ParticipantSummary } from '../../../people/model/participant.ts';
import type { Listed } from '../../../people/model/register.ts';

/** Made once: comparing two thousand codes by `localeCompare` took most of the time of a list. */
const byCode = new Intl.Collator('sv', { numeric: true });

/** Somebody in the register, by what sorts the list; the rest is read when it is first asked for, and once. */
export interface Entry {
  readonly stream: StreamId;
  readonly code: string;
  /** Null when a later version of the app wrote it in a way that this one does not know. */
  person(): Listed | null;
}

/** A summary that has not changed is the same object, and a list that has not the same array: nothing is read twice. */
const entries = new WeakMap<StreamSummary, Entry | null>();
const sorted = new WeakMap<readonly StreamSummary[], readonly Entry[]>();

/**
 * Everyone in the register, by code: two thousand are there at once, since a list shows fifty. What was erased has a
 * stream and nothing in it.
 */
export async function entriesIn(journal: Pick<Journal, 'list'>): Promise<readonly Entry[]> {
  const listed = await journal.list('participant');
  let known = sorted.get(listed);
  if (!known) {
    known = listed
      .flatMap((summary) => entryOf(summary) ?? [])
      .sort((a, b) => byCode.compare(a.code, b.code));
    sorted.set(listed, known);
  }
  return known;
}

/** The same with all that is known of each. */
export const peopleIn = async (journal: Pick<Journal, 'list'>): Promise<readonly Listed[]> =>
  peopleOf(await entriesIn(journal));

export const peopleOf = (found: readonly Entry[]): readonly Listed[] =>
  found.flatMap((entry) => entry.person() ?? []);

function entryOf(summary: StreamSummary): Entry | null {
  let entry = entries.get(summary);
  if (entry === undefined) {
    entry = isEntry(summary.data) ? readingOf(summary, summary.data.code) : null;
    entries.set(summary, entry);
  }
  return entry;
}

function readingOf({ stream, data }: StreamSummary, code: string): Entry {
  let person: Listed | null | undefined;
  return {
    stream,
    code,
    person: () => {
      if (person === undefined) {
        const known = ParticipantSummary.safeParse(data).data;
        person = known ? { ...known, stream } : null;
      }
      return person;
    },
  };
}

/** An entry, and neither one that was erased nor the line that is kept instead. */
const isEntry = (data: unknown): data is { readonly code: string } =>
  typeof data === 'object' &&
  data !== null &&
  'details' in data &&
  'code' in data &&
  typeof data.code === 'string';
