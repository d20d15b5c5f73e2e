import type { Journal, StreamSummary } from '../../../journal/model/port.ts';
import { ParticipantSummary } from '../../../people/model/participant.ts';
import type { Listed } from '../../../people/model/register.ts';

/** Made once: comparing two thousand codes by `localeCompare` took most of the time of a list. */
const byCode = new Intl.Collator('sv', { numeric: true });

/** A summary that has not changed is the same object: each is parsed once, not all of them at every change. */
const parsed = new WeakMap<StreamSummary, Listed | null>();

/** Everyone in the register, by code. What was erased has a stream and nothing in it. */
export async function peopleIn(journal: Pick<Journal, 'list'>): Promise<readonly Listed[]> {
  return (await journal.list('participant'))
    .flatMap((summary) => personOf(summary) ?? [])
    .sort((a, b) => byCode.compare(a.code, b.code));
}

function personOf(summary: StreamSummary): Listed | null {
  let person = parsed.get(summary);
  if (person === undefined) {
    const known = ParticipantSummary.safeParse(summary.data).data;
    person = known ? { ...known, stream: summary.stream } : null;
    parsed.set(summary, person);
  }
  return person;
}
