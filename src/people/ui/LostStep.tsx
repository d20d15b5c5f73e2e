import { useState } from 'react';
import type { Millis } from '../../base/ids.ts';
import { dateTime } from '../../i18n/format.ts';
import { lostTexts } from '../../i18n/lost.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { IncidentStep } from '../model/incident.ts';

/** One step of the matter: marked once, with the time, and not taken back. */
export function LostStep(props: {
  readonly step: IncidentStep;
  readonly doneAt: Millis | null;
  readonly closed: boolean;
  /** @returns whether it could be kept. */
  readonly onDone: (step: IncidentStep) => Promise<boolean>;
}) {
  const { step, doneAt, closed } = props;
  const t = useTexts(lostTexts);
  const { language } = useLanguage();
  const [failed, setFailed] = useState(false);
  const { run, busy } = useOnce(async () => setFailed(!(await props.onDone(step))));
  const name = t[`step_${step}`];
  return (
    <div className="assign-item">
      <span>{name}</span>
      {doneAt !== null && (
        <span className="tag" data-tone="ok">
          {t.doneAt(dateTime(doneAt, language))}
        </span>
      )}
      {doneAt === null && !closed && (
        <Button aria-label={t.markOf(name)} disabled={busy} onClick={run}>
          {t.mark}
        </Button>
      )}
      {failed && (
        <Notice tone="danger" live>
          {t.problem_store}
        </Notice>
      )}
    </div>
  );
}
