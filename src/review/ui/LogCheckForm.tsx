import { useState, type ReactNode } from 'react';
import type { MemberId } from '../../base/ids.ts';
import { accessLogTexts } from '../../i18n/access-log.ts';
import { partialDate } from '../../i18n/format.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { TextArea } from '../../kit/field.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { sampleOf, type LogFact, type LogLine } from '../model/access-log.ts';

export type SignedCheck = Extract<LogFact, { type: 'LogChecked' }>['data'];
type Outcome = SignedCheck['outcome'];

/** The monthly check: a random sample is drawn, looked through and signed for. */
export function LogCheckForm(props: {
  readonly month: string;
  /** Of the month; null while the changes are still being looked up, since each must have its chance to be drawn. */
  readonly drawFrom: readonly LogLine[] | null;
  readonly me: MemberId;
  readonly seed: () => string;
  readonly lines: (rows: readonly LogLine[]) => ReactNode;
  /** @returns whether it could be kept. */
  readonly onSign: (check: SignedCheck) => Promise<boolean>;
}) {
  const t = useTexts(accessLogTexts);
  const { language } = useLanguage();
  const [sample, setSample] = useState<readonly LogLine[] | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [note, setNote] = useState('');
  const [said, setSaid] = useState<'outcomeMissing' | 'noteMissing' | 'notKept' | 'signed' | null>(
    null,
  );
  const { run: sign, busy } = useOnce(async () => {
    if (!sample) return;
    if (!outcome) return setSaid('outcomeMissing');
    if (outcome === 'followUp' && note.trim() === '') return setSaid('noteMissing');
    const kept = await props.onSign({
      month: props.month,
      sample: sample.map(({ id }) => id),
      outcome,
      note: note.trim(),
    });
    setSaid(kept ? 'signed' : 'notKept');
    if (!kept) return;
    setSample(null);
    setOutcome(null);
    setNote('');
  });
  return (
    <section className="card stack">
      <h2>{t.checkTitle(partialDate(props.month, language))}</h2>
      {sample === null && (
        <div className="row">
          <Button
            disabled={props.drawFrom === null}
            onClick={() => setSample(sampleOf(props.drawFrom ?? [], props.me, props.seed()))}
          >
            {t.draw}
          </Button>
        </div>
      )}
      {sample?.length === 0 && <p>{t.noneToDraw}</p>}
      {sample && sample.length > 0 && (
        <>
          <p>{t.drawn(sample.length)}</p>
          {props.lines(sample)}
          <RadioChoice
            legend={t.outcome}
            value={outcome}
            options={[
              { value: 'inOrder', label: t.inOrder },
              { value: 'followUp', label: t.followUp },
            ]}
            onChange={(value) => {
              setOutcome(value);
              setSaid(null);
            }}
          />
          <TextArea
            label={t.note}
            hint={t.noteHelp}
            value={note}
            maxLength={2000}
            error={said === 'noteMissing' ? t.noteMissing : undefined}
            onChange={(event) => {
              setNote(event.currentTarget.value);
              setSaid(null);
            }}
          />
          <div className="row" data-end="">
            <Button variant="primary" disabled={busy} onClick={sign}>
              {t.sign}
            </Button>
          </div>
        </>
      )}
      <div role="status">
        {said === 'signed' && <p>{t.signed}</p>}
        {(said === 'notKept' || said === 'outcomeMissing') && (
          <Notice tone="danger">{t[said]}</Notice>
        )}
      </div>
    </section>
  );
}
