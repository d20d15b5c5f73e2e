import { useCallback } from 'react';
import { dueTexts } from '../../../i18n/due.ts';
import { placeTexts } from '../../../i18n/places.ts';
import { Button } from '../../../kit/button.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { Page } from '../../../kit/page.tsx';
import { AssignmentSummary } from '../../../people/model/assignment.ts';
import { dayAt } from '../../../people/model/days.ts';
import { dueItems } from '../../../people/model/due.ts';
import { readProgram } from '../../../people/program-stream.ts';
import { DueList } from '../../../people/ui/DueList.tsx';
import { useAsked } from '../use-desk.ts';
import type { PlaceProps } from './place.ts';
import { peopleIn } from './register.ts';

/** What lies ahead for the register, as a list, a calendar file and on paper. */
export function DuePlace({ desk, deps, onBack }: PlaceProps) {
  const t = useTexts(dueTexts);
  const back = useTexts(placeTexts).back;
  const known = useAsked(
    desk,
    useCallback(
      async () => ({
        people: await peopleIn(desk.journal),
        assignments: (await desk.journal.list('assignment')).flatMap(({ stream, data }) => {
          const assignment = AssignmentSummary.safeParse(data).data;
          return assignment ? [{ ...assignment, stream }] : [];
        }),
        program: await readProgram(desk.journal),
      }),
      [desk],
    ),
  );
  const now = deps.clock.now;
  const today = dayAt(now());
  return (
    <Page
      title={t.title}
      actions={
        <Button variant="plain" onClick={onBack}>
          {back}
        </Button>
      }
    >
      {known && (
        <DueList
          // A talk that has come in stands in the register by then: the supervisors' apps note it there.
          itemsFor={(months) =>
            dueItems({ ...known, cameIn: new Map() }, known.program, today, months)
          }
          today={today}
          now={now}
          onPrint={() => window.print()}
        />
      )}
    </Page>
  );
}
