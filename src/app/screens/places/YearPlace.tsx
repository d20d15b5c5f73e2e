import { useCallback } from 'react';
import { placeTexts } from '../../../i18n/places.ts';
import { yearTexts } from '../../../i18n/year.ts';
import { InterviewSummary } from '../../../interview/model/summary.ts';
import type { Journal } from '../../../journal/model/port.ts';
import { useTexts } from '../../../kit/language.tsx';
import { dayAt } from '../../../people/model/days.ts';
import { overYears, yearsOf } from '../../../people/model/over-years.ts';
import { listRemoved } from '../../../people/remove.ts';
import { withTalks } from '../../../people/model/waves.ts';
import { yearOf, type InterviewDays } from '../../../people/model/year.ts';
import { readProgram } from '../../../people/program-stream.ts';
import { YearGlance } from '../../../people/ui/YearGlance.tsx';
import { ReviewSummary } from '../../../review/model/summary.ts';
import { BackPage } from '../BackPage.tsx';
import { useAsked } from '../use-desk.ts';
import type { PlaceProps } from './place.ts';
import { interviewsIn } from './assigning.ts';
import { peopleIn } from './register.ts';
import { noteTakingOut } from './taking-out.ts';

/** The year in numbers, from the register and the days of the interviews that came in. */
export function YearPlace({ desk, deps, onBack }: PlaceProps) {
  const t = useTexts(yearTexts);
  const back = useTexts(placeTexts).back;
  const known = useAsked(
    desk,
    useCallback(
      async () => ({
        people: withTalks(await peopleIn(desk.journal), await interviewsIn(desk.journal)),
        removed: (await listRemoved(desk.journal)).map(({ past }) => past),
        program: await readProgram(desk.journal),
        interviews: await daysOf(desk.journal),
      }),
      [desk],
    ),
  );
  const today = dayAt(deps.clock.now());
  return (
    <BackPage title={t.title} back={back} onBack={onBack}>
      {known && (
        <YearGlance
          years={yearsOf(known.people, today, known.removed)}
          yearOf={(year) =>
            yearOf(known.people, known.interviews, known.program, year, today, known.removed)
          }
          over={overYears(known.people, known.program, today, known.removed)}
          least={known.program.suppressBelow}
          onPrint={() => window.print()}
          onTakeOut={() => noteTakingOut(desk, deps.clock)}
        />
      )}
    </BackPage>
  );
}

/** When each interview that came in was held, completed and decided on; neither whose nor by whom. */
async function daysOf(journal: Pick<Journal, 'list'>): Promise<readonly InterviewDays[]> {
  const reviewed = new Map<string, number>();
  for (const { data } of await journal.list('review')) {
    const review = ReviewSummary.safeParse(data).data;
    if (!review || review.decision.type === 'none') continue;
    const { at } = review.decision;
    reviewed.set(review.interview, Math.min(at, reviewed.get(review.interview) ?? at));
  }
  return (await journal.list('interview')).flatMap(({ stream, data }) => {
    const known = InterviewSummary.safeParse(data).data;
    if (!known || known.endedAt === null) return [];
    const decided = reviewed.get(stream);
    return [
      {
        held: dayAt(known.endedAt),
        memo: known.completedAt === null ? null : dayAt(known.completedAt),
        reviewed: decided === undefined ? null : dayAt(decided),
      },
    ];
  });
}
