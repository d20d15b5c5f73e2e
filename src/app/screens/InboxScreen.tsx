import { lazy, Suspense, useCallback } from 'react';
import type { LocalText } from '../../guide/model/guide.ts';
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
export function InboxScreen({ desk }: { readonly desk: Desk }) {
  const known = useAsked(
    desk,
    useCallback(
      async () => ({
        items: await waiting(desk),
        concerns: await desk.journal.list('concern'),
        guides: await desk.guides(),
        directory: await desk.directory(),
      }),
      [desk],
    ),
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
async function waiting({ journal }: Desk): Promise<readonly InboxItem[]> {
  const going = await goingHere(journal);
  const items = inboxItems(await journal.list('interview'), await journal.list('review'));
  return items.filter(({ stream, unhandled }) => unhandled > 0 || !going.get(stream)?.withdrawn);
}
