import { lazy, Suspense, useCallback, useEffect } from 'react';
import type { Clock } from '../../base/deps.ts';
import type { LocalText } from '../../guide/model/guide.ts';
import { listAssignments } from '../../people/assignments.ts';
import { dayAt } from '../../people/model/days.ts';
import { readProgram } from '../../people/program-stream.ts';
import { inboxItems, type InboxItem } from '../../review/model/inbox.ts';
import { lateMemos, type LateMemo } from '../../review/model/late-memos.ts';
import { Inbox } from '../../review/ui/Inbox.tsx';
import { goingHere } from '../going.ts';
import { Opening } from '../Opening.tsx';
import type { Desk } from '../port.ts';
import { go } from '../routes.ts';
import { nameIn } from './names.ts';
import { useAsked } from './use-desk.ts';

const LateMemos = lazy(async () => ({
  default: (await import('../../review/ui/LateMemos.tsx')).LateMemos,
}));
const ConcernList = lazy(async () => ({
  default: (await import('../../review/ui/ConcernList.tsx')).ConcernList,
}));

const WHEN_CALM_MS = 200;

/** What has come to this supervisor. */
export function InboxScreen({ desk, clock }: { readonly desk: Desk; readonly clock: Clock }) {
  const known = useAsked(
    desk,
    useCallback(async () => {
      const [{ items, memos }, concerns, guides, directory] = await Promise.all([
        waiting(desk, clock),
        desk.journal.list('concern'),
        desk.guides(),
        desk.directory(),
      ]);
      return { items, memos, concerns, guides, directory };
    }, [desk, clock]),
  );
  const isShown = known !== undefined;
  useEffect(() => {
    if (!isShown) return undefined;
    // The register's list and its two thousand people come to this page once the inbox stands there and nobody does
    // anything.
    const timer = setTimeout(() => {
      void import('./places/PeoplePlace.tsx');
      void import('./places/register-rows.ts').then(({ prepareRegister }) =>
        prepareRegister(desk.journal, dayAt(clock.now())),
      );
    }, WHEN_CALM_MS);
    return () => clearTimeout(timer);
  }, [desk, clock, isShown]);
  if (!known) return <Opening />;
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
        <Suspense>
          {known.concerns.length > 0 && (
            <ConcernList
              streams={known.concerns}
              nameOf={nameIn(known.directory, desk)}
              onOpen={(stream) => go({ name: 'concern', stream })}
            />
          )}
          {known.memos.length > 0 && (
            <LateMemos
              memos={known.memos}
              nameOf={nameIn(known.directory, desk)}
              onOpen={() => go({ name: 'place', place: 'assignments', stream: null })}
            />
          )}
        </Suspense>
      }
    />
  );
}

/** What the participant has taken back is nobody's to read, and waits in a list of its own. */
async function waiting(
  { journal }: Desk,
  clock: Clock,
): Promise<{ readonly items: readonly InboxItem[]; readonly memos: readonly LateMemo[] }> {
  const [interviews, reviews, going, assignments, { memoDueHours, reviewDueDays }] =
    await Promise.all([
      journal.list('interview'),
      journal.list('review'),
      goingHere(journal),
      listAssignments(journal),
      readProgram(journal),
    ]);
  const due = { now: clock.now(), memoDueHours, reviewDueDays };
  const items = inboxItems(interviews, reviews, due);
  const open = assignments
    .filter(({ ended }) => ended === null)
    .map(({ brief, ...each }) => ({ ...each, code: brief.code }));
  const known = new Set([...items.map(({ stream }) => stream), ...going.keys()]);
  return {
    items: items.filter(({ stream, unhandled }) => unhandled > 0 || !going.get(stream)?.withdrawn),
    memos: lateMemos(open, known, due),
  };
}
