import { useCallback } from 'react';
import { dueTexts } from '../../../i18n/due.ts';
import { placeTexts } from '../../../i18n/places.ts';
import { Button } from '../../../kit/button.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { Page } from '../../../kit/page.tsx';
import { dayAt } from '../../../people/model/days.ts';
import { dueItems } from '../../../people/model/due.ts';
import { cohorts } from '../../../people/model/cohorts.ts';
import { Cohorts } from '../../../people/ui/Cohorts.tsx';
import { DueList } from '../../../people/ui/DueList.tsx';
import { useAsked } from '../use-desk.ts';
import { readAssigning } from './assigning.ts';
import type { PlaceProps } from './place.ts';
import { noteTakingOut } from './taking-out.ts';
import '../../../people/ui/assign.css';

/** What lies ahead for the register, as a list, a calendar file and on paper, and how many are followed over time. */
export function DuePlace({ desk, deps, onBack }: PlaceProps) {
  const t = useTexts(dueTexts);
  const back = useTexts(placeTexts).back;
  const known = useAsked(
    desk,
    useCallback(() => readAssigning(desk), [desk]),
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
        <>
          <DueList
            itemsFor={(months) => dueItems(known, known.program, today, months)}
            today={today}
            now={now}
            onPrint={() => window.print()}
            onTakeOut={() => noteTakingOut(desk, deps.clock)}
          />
          <Cohorts
            cohorts={cohorts(known.people, known.cameIn, known.program)}
            target={known.program.cohortTarget}
          />
        </>
      )}
    </Page>
  );
}
