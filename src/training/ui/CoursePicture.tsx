import { debriefTexts } from '../../i18n/training-debrief.ts';
import { useTexts } from '../../kit/language.tsx';
import type { Debrief } from '../model/debrief.ts';

type Stretch = Debrief['course'][number];

/** In this order from above. */
const LANES = ['interviewer', 'person', 'silence', 'marks'] as const;
const LANE_OF = {
  interviewer: 'interviewer',
  person: 'person',
  silence: 'silence',
  pause: 'silence',
} as const satisfies Record<Stretch['who'], (typeof LANES)[number]>;

/**
 * The talk from left to right: who spoke, when it was silent, and what was opened. Shapes and letters say what the
 * colours say; the list beside it says it in words.
 */
export function CoursePicture({ debrief }: { readonly debrief: Debrief }) {
  const t = useTexts(debriefTexts);
  const { course, marks, alias } = debrief;
  const end = Math.max(1, debrief.seconds, ...course.map(({ to }) => to));
  const part = (seconds: number) => `${Math.round((seconds / end) * 10_000) / 100}%`;
  const minutes = Math.max(1, Math.round(debrief.seconds / 60));
  const name = {
    interviewer: t.lane_interviewer,
    person: alias,
    silence: t.lane_silence,
    marks: t.lane_marks,
  } satisfies Record<(typeof LANES)[number], string>;
  return (
    <div className="course-picture" role="img" aria-label={t.courseAlt(minutes)}>
      {LANES.map((lane) => (
        <div key={lane} className="course-lane">
          <p className="course-name">{name[lane]}</p>
          <div className="course-floor">
            {course
              .filter(({ who }) => LANE_OF[who] === lane)
              .map(({ who, from, to, how, kind }, index) => (
                <span
                  key={index}
                  className="course-stretch"
                  data-who={who}
                  data-own={how === 'own' || undefined}
                  style={{ left: part(from), width: part(to - from) }}
                >
                  {kind && t[`letter_${kind}`]}
                </span>
              ))}
            {lane === 'marks' &&
              marks.map(({ type, at }, index) => (
                <span
                  key={index}
                  className="course-mark"
                  data-wish={type === 'wish' || undefined}
                  style={{ left: part(at) }}
                />
              ))}
          </div>
        </div>
      ))}
    </div>
  );
}
