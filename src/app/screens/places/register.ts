import type { StreamId } from '../../../base/ids.ts';
import type { Journal } from '../../../journal/model/port.ts';
import { ParticipantSummary } from '../../../people/model/participant.ts';

/** Everyone in the register, by code. What was erased has a stream and nothing in it. */
export async function peopleIn(
  journal: Pick<Journal, 'list'>,
): Promise<readonly (ParticipantSummary & { readonly stream: StreamId })[]> {
  return (await journal.list('participant'))
    .flatMap(({ stream, data }) => {
      const known = ParticipantSummary.safeParse(data).data;
      return known ? [{ ...known, stream }] : [];
    })
    .sort((a, b) => a.code.localeCompare(b.code, 'sv', { numeric: true }));
}
