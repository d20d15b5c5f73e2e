import { useEffect, useState } from 'react';
import type { MemberId, StreamId } from '../../base/ids.ts';
import { accessLogTexts } from '../../i18n/access-log.ts';
import { dateTime, partialDate } from '../../i18n/format.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import {
  monthOf,
  monthToCheck,
  type AccessLog,
  type Edit,
  type LogLine,
} from '../model/access-log.ts';
import { LogCheckForm, type SignedCheck } from './LogCheckForm.tsx';
import './access-log.css';

/** The log by month, the monthly check, and the checks that were made. */
export function AccessLogView(props: {
  readonly log: AccessLog;
  readonly me: MemberId;
  readonly now: number;
  readonly nameOf: (member: MemberId) => string;
  /** What a stream is called here, e.g. the code of an interview; undefined when it is not here. */
  readonly callOf: (stream: StreamId) => string | undefined;
  /** The changes of a month. Must not change while it is asked. */
  readonly editsIn: (month: string) => Promise<readonly Edit[]>;
  /** A new random seed for a sample. */
  readonly seed: () => string;
  readonly onSign: (check: SignedCheck) => Promise<boolean>;
  readonly onBack: () => void;
}) {
  const { log, nameOf } = props;
  const t = useTexts(accessLogTexts);
  const { language } = useLanguage();
  const due = monthToCheck(log, props.now);
  const months = [
    ...new Set([monthOf(props.now), ...log.accesses.map(({ at }) => monthOf(at))]),
  ].toSorted((a, b) => (a < b ? 1 : -1));
  const [chosen, setChosen] = useState<string>(due ?? monthOf(props.now));
  const edits = useEdits(props.editsIn, chosen);
  const here: readonly LogLine[] = [
    ...log.accesses.filter(({ at }) => monthOf(at) === chosen),
    ...(edits ?? []),
  ].sort((a, b) => b.at - a.at);
  return (
    <Page
      title={t.title}
      actions={
        <Button variant="plain" onClick={props.onBack}>
          {t.toPlaces}
        </Button>
      }
    >
      <p>{t.intro}</p>
      {due !== null && (
        <Notice tone="warn">
          <p>{t.toCheck(partialDate(due, language))}</p>
        </Notice>
      )}
      <label className="field">
        <span>{t.month}</span>
        <select
          className="input"
          value={chosen}
          autoComplete="off"
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {months.map((month) => (
            <option key={month} value={month}>
              {partialDate(month, language)}
            </option>
          ))}
        </select>
      </label>
      <LogCheckForm
        key={chosen}
        month={chosen}
        drawFrom={edits && here}
        me={props.me}
        seed={props.seed}
        onSign={props.onSign}
        lines={(rows) => <Lines rows={rows} nameOf={nameOf} callOf={props.callOf} />}
      />
      <section className="stack">
        <h2>{t.lines}</h2>
        <p role="status" className="hint">
          {edits === null ? t.looking : t.perDay}
        </p>
        {edits !== null && here.length === 0 ? (
          <p className="hint">{t.none}</p>
        ) : (
          <Lines rows={here} nameOf={nameOf} callOf={props.callOf} />
        )}
      </section>
      <section className="stack">
        <h2>{t.done}</h2>
        {log.checks.length === 0 && <p className="hint">{t.doneNone}</p>}
        <ul>
          {log.checks.map(({ by, at, month, sample, outcome, note }) => (
            <li key={`${by} ${at}`}>
              {t.doneBy(
                partialDate(month, language),
                nameOf(by),
                dateTime(at, language),
                sample.length,
              )}
              . {t[outcome]}. {note}
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

function Lines(props: {
  readonly rows: readonly LogLine[];
  readonly nameOf: (member: MemberId) => string;
  readonly callOf: (stream: StreamId) => string | undefined;
}) {
  const t = useTexts(accessLogTexts);
  const { language } = useLanguage();
  return (
    <table className="log-lines" aria-label={t.lines}>
      <thead>
        <tr>
          <th scope="col">{t.when}</th>
          <th scope="col">{t.who}</th>
          <th scope="col">{t.what}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((line) => (
          <tr key={line.id}>
            <td>{dateTime(line.at, language)}</td>
            <td>{props.nameOf(line.by)}</td>
            <td>{saidOf(line, props.callOf, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function saidOf(
  line: LogLine,
  callOf: (stream: StreamId) => string | undefined,
  t: (typeof accessLogTexts)['sv'],
): string {
  const called = line.stream === null ? undefined : callOf(line.stream);
  if (line.act === 'edited') {
    // Rules, and a lost tablet, have no code.
    return [t[`edit_${line.kind}`], called].filter(Boolean).join(' ');
  }
  const act = t[`act_${line.act}`];
  return line.stream === null ? act : `${act} ${called ?? t.gone}`;
}

/** Null until the changes of the month are known. */
function useEdits(
  editsIn: (month: string) => Promise<readonly Edit[]>,
  month: string,
): readonly Edit[] | null {
  const [found, setFound] = useState<{ month: string; edits: readonly Edit[] } | null>(null);
  useEffect(() => {
    let current = true;
    editsIn(month).then(
      (edits) => {
        if (current) setFound({ month, edits });
      },
      // A bug belongs to the route's error screen, which catches only what is thrown while rendering.
      (bug: unknown) => {
        if (current) {
          setFound(() => {
            throw bug;
          });
        }
      },
    );
    return () => {
      current = false;
    };
  }, [editsIn, month]);
  return found?.month === month ? found.edits : null;
}
