import { useState } from 'react';
import type { MemberId, Millis, StreamId } from '../../base/ids.ts';
import { dateTime } from '../../i18n/format.ts';
import { lostTexts } from '../../i18n/lost.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { ListedAssignment } from '../assignments.ts';
import { INCIDENT_STEPS, type IncidentStep, type IncidentSummary } from '../model/incident.ts';
import { markOf, type Asked, type Tablet, type WasOn } from '../model/lost.ts';
import type { Colleague } from '../model/propose.ts';
import { LostBlock } from './LostBlock.tsx';
import { LostClocks } from './LostClocks.tsx';
import { LostDrafts, type DraftsAnswer } from './LostDrafts.tsx';
import { LostOnIt } from './LostOnIt.tsx';
import { LostReport } from './LostReport.tsx';
import { LostStep } from './LostStep.tsx';

interface LostTabletProps {
  readonly office: string;
  readonly incident: IncidentSummary;
  /** Undefined when the directory does not know the device. */
  readonly tablet: Tablet | undefined;
  readonly isThisDevice: boolean;
  readonly asked: Asked;
  readonly on: WasOn<ListedAssignment>;
  /** Interviews of theirs that the office has and that the tablet may still have too. */
  readonly handedIn: number;
  readonly colleagues: readonly Colleague[];
  readonly now: Millis;
  /** @returns a sentence when it did not come about. */
  readonly onBlock: () => Promise<string | null>;
  readonly onAskAgain: () => void;
  readonly onHandOver: (assignment: StreamId) => void;
  readonly onDrafts: (to: MemberId, recovery: string) => Promise<DraftsAnswer>;
  /** Both tell whether it could be kept. */
  readonly onStep: (step: IncidentStep) => Promise<boolean>;
  readonly onCloseIncident: () => Promise<boolean>;
  readonly onPrint: () => void;
}

/** All that is done about one lost tablet, in the order in which it is done. */
export function LostTablet(props: LostTabletProps) {
  const { incident, tablet, asked, on, onStep } = props;
  const t = useTexts(lostTexts);
  const { language } = useLanguage();
  const blockedAt = tablet?.blockedAt ?? null;
  const doneAt = (step: IncidentStep): Millis | null =>
    incident.done.find((each) => each.step === step)?.at ?? (step === 'blocked' ? blockedAt : null);
  const step = (name: IncidentStep) => (
    <LostStep step={name} doneAt={doneAt(name)} closed={incident.closed} onDone={onStep} />
  );
  return (
    <>
      <section className="card stack" aria-label={t.note}>
        <p>
          <strong>{t.lostOf(markOf(incident.device), tablet?.name ?? t.unknownPerson)}</strong>
        </p>
        <p>{t.foundAt(dateTime(incident.discoveredAt, language))}.</p>
        {incident.note && <p className="lost-note">{incident.note}</p>}
      </section>
      <LostBlock
        tablet={tablet}
        isThisDevice={props.isThisDevice}
        blockedAt={blockedAt}
        onBlock={props.onBlock}
      />
      <LostOnIt {...props} />
      <section className="card stack">
        <h2>{t.handTitle}</h2>
        {on.toHandOver.length === 0 ? <p>{t.handNone}</p> : <p>{t.handHelp}</p>}
        {on.toHandOver.length > 0 && (
          <ul role="list" className="assign-list">
            {on.toHandOver.map(({ stream, brief, interview }) => (
              <li key={stream} className="assign-item">
                <strong>{brief.code}</strong>
                {interview && <span className="tag">{t.begun}</span>}
                <Button
                  aria-label={t.handOverOf(brief.code)}
                  onClick={() => props.onHandOver(stream)}
                >
                  {t.handOver}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <LostDrafts
          from={incident.member}
          blocked={blockedAt !== null}
          colleagues={props.colleagues}
          onDrafts={props.onDrafts}
        />
        {step('handedOver')}
      </section>
      <LostClocks
        incident={incident}
        now={props.now}
        doneAt={doneAt}
        warning={step('earlyWarning')}
        report={step('report')}
      />
      <LostReport
        facts={{
          office: props.office,
          incident,
          blockedAt,
          left: asked.type === 'told' ? asked.left : null,
          people: on.assigned.length,
          earlier: on.earlier,
          handedIn: props.handedIn,
        }}
        onPrint={props.onPrint}
      />
      <section className="card stack">
        <h2>{t.participantsTitle}</h2>
        <p>{t.participantsHelp}</p>
        {step('participants')}
      </section>
      <Closing
        closed={incident.closed}
        remaining={INCIDENT_STEPS.filter((each) => doneAt(each) === null)}
        onClose={props.onCloseIncident}
      />
    </>
  );
}

function Closing(props: {
  readonly closed: boolean;
  readonly remaining: readonly IncidentStep[];
  readonly onClose: () => Promise<boolean>;
}) {
  const t = useTexts(lostTexts);
  const [sure, setSure] = useState(false);
  const [failed, setFailed] = useState(false);
  const { run, busy } = useOnce(async () => {
    const kept = await props.onClose();
    setFailed(!kept);
    if (kept) setSure(false);
  });
  const remains = props.remaining.map((each) => t[`step_${each}`]).join('; ');
  return (
    <section className="card stack">
      <h2>{t.closeTitle}</h2>
      {props.closed ? (
        <p role="status">{t.closedNow}</p>
      ) : (
        <>
          <p>{t.closeHelp}</p>
          {remains && <p>{t.remains(remains)}</p>}
          <div className="row">
            <Button onClick={() => setSure(true)}>{t.close}</Button>
          </div>
        </>
      )}
      {sure && (
        <Dialog title={t.closeSure} onClose={() => setSure(false)}>
          <p>{remains ? t.remains(remains) : t.closeHelp}</p>
          {failed && (
            <Notice tone="danger" live>
              {t.problem_store}
            </Notice>
          )}
          <div className="row" data-end>
            <Button onClick={() => setSure(false)}>{t.blockNo}</Button>
            <Button variant="primary" disabled={busy} onClick={run}>
              {t.closeYes}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
