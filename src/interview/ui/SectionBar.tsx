import type { Millis, QuestionId } from '../../base/ids.ts';
import { nextSection } from '../../guide/model/route.ts';
import { interviewTexts } from '../../i18n/interview.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { circumstancesOf, suggestedMinutes } from '../model/circumstances.ts';
import type { Outcome } from '../model/event.ts';
import type { InterviewState } from '../model/state.ts';
import type { InterviewSession } from '../session.ts';
import { useSnapshot } from './use-session.ts';

/** The questions of this section as small steps with their outcome, and a quiet word on time. */
export function SectionBar(props: {
  readonly session: InterviewSession;
  readonly here: QuestionId;
  readonly now: () => Millis;
  readonly onGo: (to: QuestionId) => void;
  readonly onNextSection: () => void;
}) {
  const t = useTexts(interviewTexts);
  const { state, route } = useSnapshot(props.session);
  const noted = circumstancesOf(props.session.events());
  const place = route.find(props.here);
  const own = place && route.sections[place.sectionNumber - 1];
  if (!place || !own) return null;
  return (
    <nav className="talk-bar" aria-label={t.sectionOf(place.sectionNumber, route.sections.length)}>
      <ol className="talk-steps">
        {own.questions.map((question, i) => {
          const outcome = state.questions.get(question.id)?.outcome ?? null;
          return (
            <li key={question.id}>
              <button
                type="button"
                className="talk-step"
                data-outcome={outcome ?? 'open'}
                aria-current={question.id === props.here ? 'step' : undefined}
                onClick={() => props.onGo(question.id)}
              >
                <span aria-hidden="true">{i + 1}</span>
                {outcome && (
                  <span className="talk-sign" aria-hidden="true">
                    {SIGN[outcome]}
                  </span>
                )}
                <span className="visually-hidden">
                  {t.questionOf(i + 1, own.questions.length)}, {outcome ? t[outcome] : t.noOutcome}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <span className="hint">
        {t.time(talkedMinutes(state, props.now()), suggestedMinutes(route.minutes, noted))}
      </span>
      {nextSection(route, props.here) && (
        <Button variant="plain" data-bench="next-section" onClick={props.onNextSection}>
          {t.nextSection}
        </Button>
      )}
    </nav>
  );
}

/** Beside the colour, for those who do not see it. */
const SIGN = {
  answered: '✓',
  partly: '✓',
  declined: '–',
  leftOut: '–',
  notReached: '–',
} as const satisfies Record<Outcome, string>;

const talkedMinutes = (state: InterviewState, now: Millis): number =>
  Math.round(
    (state.talkedMs + (state.runningSince === null ? 0 : Math.max(0, now - state.runningSince))) /
      60_000,
  );
