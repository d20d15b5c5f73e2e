import { useState } from 'react';
import type { DeviceId, Millis } from '../../base/ids.ts';
import { lostTexts } from '../../i18n/lost.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { TextArea, TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { Locked, type IncidentFact } from '../model/incident.ts';
import { markOf, type Tablet } from '../model/lost.ts';

type Reported = Extract<IncidentFact, { type: 'TabletReportedLost' }>['data'];

/** Which tablet is gone and since when: from here the clocks run. */
export function ReportLost(props: {
  readonly tablets: readonly Tablet[];
  readonly now: () => Millis;
  readonly onReport: (reported: Reported) => Promise<boolean>;
}) {
  const { tablets, now } = props;
  const t = useTexts(lostTexts);
  const [device, setDevice] = useState<DeviceId | null>(null);
  const [when, setWhen] = useState(() => minuteOf(now()));
  const [locked, setLocked] = useState<Locked>('unknown');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<'device' | 'when' | 'store' | null>(null);
  const { run, busy } = useOnce(async () => {
    const tablet = tablets.find((each) => each.device === device);
    if (!tablet) return setProblem('device');
    const discoveredAt = new Date(when).getTime();
    if (!(discoveredAt > 0) || discoveredAt > now()) return setProblem('when');
    const { member } = tablet;
    const kept = await props.onReport({
      member,
      device: tablet.device,
      discoveredAt,
      locked,
      note: note.trim(),
    });
    return setProblem(kept ? null : 'store');
  });
  return (
    <form
      className="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <h2>{t.newTitle}</h2>
      <RadioChoice
        legend={t.which}
        value={device}
        onChange={setDevice}
        options={tablets.map((each) => ({
          value: each.device,
          label: (each.blockedAt === null ? t.device : t.deviceBlocked)(
            markOf(each.device),
            each.name,
          ),
        }))}
      />
      <TextField
        label={t.when}
        hint={t.whenHint}
        type="datetime-local"
        value={when}
        max={minuteOf(now())}
        error={problem === 'when' ? t.problem_when : undefined}
        onChange={(event) => setWhen(event.currentTarget.value)}
      />
      <RadioChoice
        legend={t.lockedTitle}
        value={locked}
        onChange={setLocked}
        options={Locked.options.map((value) => ({ value, label: t[`locked_${value}`] }))}
      />
      <TextArea
        label={t.note}
        hint={t.noteHint}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {(problem === 'device' || problem === 'store') && (
        <Notice tone="danger" live>
          {t[`problem_${problem}`]}
        </Notice>
      )}
      <div className="row">
        <Button type="submit" variant="primary" disabled={busy}>
          {t.start}
        </Button>
      </div>
    </form>
  );
}

/** As a `datetime-local` field has it: the time on the wall here, to the minute. */
function minuteOf(at: Millis): string {
  const zone = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - zone).toISOString().slice(0, 16);
}
