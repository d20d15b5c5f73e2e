import type { ReactNode } from 'react';
import type { Millis } from '../../base/ids.ts';
import { dateTime } from '../../i18n/format.ts';
import { lostTexts } from '../../i18n/lost.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import {
  hoursLeft,
  incidentClocks,
  type IncidentStep,
  type IncidentSummary,
} from '../model/incident.ts';

/** The two clocks. They are reckoned from the discovery, so that they go on whatever is closed or restarted. */
export function LostClocks(props: {
  readonly incident: IncidentSummary;
  readonly now: Millis;
  readonly doneAt: (step: IncidentStep) => Millis | null;
  readonly warning: ReactNode;
  readonly report: ReactNode;
}) {
  const t = useTexts(lostTexts);
  const { incident, now, doneAt } = props;
  const clocks = incidentClocks(incident);
  return (
    <section className="card stack lost-clocks">
      <h2>{t.clocksTitle}</h2>
      <div className="stack">
        <h3>{t.warningClock}</h3>
        <p>{t.warningHelp}</p>
        <Clock until={clocks.earlyWarning} now={now} isDone={doneAt('earlyWarning') !== null} />
        {props.warning}
      </div>
      <div className="stack">
        <h3>{t.reportClock}</h3>
        <p>{t.reportHelp}</p>
        <Clock until={clocks.report} now={now} isDone={doneAt('report') !== null} />
        {props.report}
      </div>
    </section>
  );
}

function Clock(props: { readonly until: Millis; readonly now: Millis; readonly isDone: boolean }) {
  const t = useTexts(lostTexts);
  const { language } = useLanguage();
  const left = hoursLeft(props.until, props.now);
  return (
    <p>
      <strong>{t.before(dateTime(props.until, language))}</strong>{' '}
      {!props.isDone && (left < 0 ? t.late : t.hoursLeft(left))}
    </p>
  );
}
