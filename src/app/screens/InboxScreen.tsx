import { lazy, Suspense, useCallback } from 'react';
import type { Clock } from '../../base/deps.ts';
import type { LocalText } from '../../guide/model/guide.ts';
import { readProgram } from '../../people/program-stream.ts';
import { inboxItems, type InboxItem } from '../../review/model/inbox.ts';
import { Inbox } from '../../review/ui/Inbox.tsx';
import { goingHere } from '../going.ts';
import type { Desk } from '../port.ts';
import { go } from '../routes.ts';
import { nameIn } from './names.ts';
import { useAsked } from './use-desk.ts';

const ConcernList = lazy(async () => ({
  default: (await import('../../review/ui/ConcernList.tsx')).ConcernList,
}));

/** What has come to this supervisor. */
export function InboxScreen({ desk, clock }: { readonly desk: Desk; readonly clock: Clock }) {
  const known = useAsked(
    desk,
    useCallback(async () => {
      const [items, concerns, guides, directory] = await Promise.all([
        waiting(desk, clock),
        desk.journal.list('concern'),
        desk.guides(),
        desk.directory(),
      ]);
      return { items, concerns, guides, directory };
    }, [desk, clock]),
  );
  if (!known) return null;
  const trackOf = (item: InboxItem): LocalText =>
    known.guides
      .find((guide) => guide.id === item.guide.id && guide.version === item.guide.version)
      ?.tracks.find((track) => track.id === item.track)?.name ?? { sv: item.track };
  return (
    <Inbox
      items={known.items}
      trackOf={trackOf}
      nameOf={nameIn(known.directory, desk)}
      onOpen={(stream) => go({ name: 'reading', stream })}
      above={
        known.concerns.length > 0 && (
          <Suspense>
            <ConcernList
              streams={known.concerns}
              nameOf={nameIn(known.directory, desk)}
              onOpen={(stream) => go({ name: 'concern', stream })}
            />
          </Suspense>
        )
      }
    />
  );
}

/** What the participant has taken back is nobody's to read, and waits in a list of its own. */
async function waiting({ journal }: Desk, clock: Clock): Promise<readonly InboxItem[]> {
  const [interviews, reviews, going, { memoDueHours }] = await Promise.all([
    journal.list('interview'),
    journal.list('review'),
    goingHere(journal),
    readProgram(journal),
  ]);
  const items = inboxItems(interviews, reviews, { now: clock.now(), memoDueHours });
  return items.filter(({ stream, unhandled }) => unhandled > 0 || !going.get(stream)?.withdrawn);
}
