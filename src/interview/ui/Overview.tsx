import type { QuestionId } from '../../base/ids.ts';
import { openSections } from '../../guide/model/route.ts';
import { overviewTexts } from '../../i18n/overview.ts';
import { interviewTexts } from '../../i18n/interview.ts';
import { newInterviewTexts } from '../../i18n/new-interview.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { hasConsent, may, outcomeOf } from '../model/act.ts';
import type { InterviewSession } from '../session.ts';
import { useSnapshot } from './use-session.ts';

/** All sections with what is left in each: the way to another one, and to another length. */
export function Overview(props: {
  readonly session: InterviewSession;
  readonly here: QuestionId;
  readonly onGo: (to: QuestionId) => void;
  /** Leaves the talk for the start page; it goes on from there later. */
  readonly onHome: () => void;
  readonly onClose: () => void;
}) {
  const { session } = props;
  const t = useTexts(overviewTexts);
  const talk = useTexts(interviewTexts);
  const { trackMinutes } = useTexts(newInterviewTexts);
  const local = useLocal();
  const { state, route } = useSnapshot(session);
  const open = openSections(route, hasConsent(state, session.guide));
  const current = route.find(props.here)?.section.id;
  return (
    <Dialog title={t.overview} onClose={props.onClose}>
      <p className="hint">{t.overviewHelp}</p>
      <ol className="talk-overview">
        {route.sections.map(({ section, questions }) => {
          const left = questions.find((question) => outcomeOf(state, question.id) === null);
          const to = left ?? questions[0];
          const done = questions.filter((q) => outcomeOf(state, q.id) !== null).length;
          const locked = !open.includes(section.id);
          return (
            <li key={section.id}>
              <button
                type="button"
                className="choice"
                disabled={locked}
                aria-current={section.id === current ? 'true' : undefined}
                onClick={() => to && props.onGo(to.id)}
              >
                <strong>{local(section.title)}</strong>
                <span className="hint">
                  {locked ? t.lockedUntilConsent : t.sectionDone(done, questions.length)}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      {may(state, 'changeTrack') && (
        <details>
          <summary>{t.changeTrack}</summary>
          <RadioChoice
            legend={t.changeTrack}
            hideLegend
            value={state.track}
            options={session.guide.tracks.map((track) => ({
              value: track.id,
              label: trackMinutes(local(track.name), track.minutes, track.questionIds.length),
            }))}
            onChange={(track) =>
              void session.act([{ type: 'TrackChanged', version: 1, data: { track } }])
            }
          />
        </details>
      )}
      <div className="row" data-end="">
        <Button onClick={props.onHome}>{t.toHome}</Button>
        <Button onClick={props.onClose}>{talk.close}</Button>
      </div>
    </Dialog>
  );
}
