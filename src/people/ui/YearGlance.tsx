import { useState, type ReactNode } from 'react';
import { yearTexts } from '../../i18n/year.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { PrintSheet } from '../../kit/print-sheet.tsx';
import type { OverYears } from '../model/over-years.ts';
import type { Group, Turn, Year } from '../model/year.ts';
import { NotTakenOut, useTakeOut } from './TakeOut.tsx';
import { YearPicture } from './YearPicture.tsx';
import './year.css';

/** A year in numbers: a picture and the same as a table. It knows nobody's name, nor who interviewed. */
export function YearGlance(props: {
  /** Newest first. */
  readonly years: readonly number[];
  readonly yearOf: (year: number) => Year;
  readonly over: OverYears;
  readonly least: number;
  readonly onPrint: () => void;
  /** @returns false when it could not be noted. */
  readonly onTakeOut: () => Promise<boolean>;
}) {
  const { takeOut, busy, failed } = useTakeOut(props.onTakeOut);
  const { years, over, least } = props;
  const t = useTexts(yearTexts);
  const { language } = useLanguage();
  const [chosen, setChosen] = useState(years[0] ?? 0);
  const year = props.yearOf(chosen);
  const whole = (
    <>
      <TurnPart title={t.first} turn={year.first} least={least} />
      {year.followUp && <TurnPart title={t.followUp} turn={year.followUp} least={least} />}
      <Waits medians={year.medians} />
      <Over over={over} />
    </>
  );
  return (
    <>
      <p>{t.intro(least)}</p>
      <label className="field year-choice">
        <span>{t.year}</span>
        <select
          className="input"
          value={chosen}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
        >
          {years.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      {whole}
      <PrintSheet lang={language}>
        <h1>{`${t.title} ${chosen}`}</h1>
        <p>{t.intro(least)}</p>
        {whole}
      </PrintSheet>
      <div className="row">
        <Button disabled={busy} onClick={() => takeOut(props.onPrint)}>
          {t.print}
        </Button>
      </div>
      {failed && <NotTakenOut />}
    </>
  );
}

function TurnPart(props: { readonly title: string; readonly turn: Turn; readonly least: number }) {
  const { title, turn, least } = props;
  const t = useTexts(yearTexts);
  const { eligible } = turn;
  const rows = turn.groups.map((group) => lineOf(group, (place) => t[`place_${place}`]));
  return (
    <section className="stack">
      <h2>{title}</h2>
      {eligible === null && <p>{t.tooFew(least)}</p>}
      {eligible === 0 && <p>{t.nobody}</p>}
      {eligible !== null && eligible > 0 && (
        <>
          <p>{t.eligible(eligible)}</p>
          <YearPicture
            label={t.picture(rows.map(({ what, count }) => `${what} ${count}`).join(', '))}
            counts={rows.map(({ count }) => count)}
          />
          <Table head={[t.what, t.number]} rows={rows.map((row) => [row.what, row.count])} marked />
        </>
      )}
      {turn.reasons && (
        <>
          <h3>{t.reasons}</h3>
          <Table
            head={[t.what, t.number]}
            rows={turn.reasons
              .filter(({ count }) => count > 0)
              .map((group) => lineOf(group, (reason) => t[`reason_${reason}`]))
              .map(({ what, count }) => [what, count])}
          />
        </>
      )}
    </section>
  );
}

/** What is shown together stands on one line. */
const lineOf = <T,>({ of, count }: Group<T>, nameOf: (each: T) => string) => ({
  what: of.map(nameOf).join(', '),
  count,
});

function Waits({ medians }: Pick<Year, 'medians'>) {
  const t = useTexts(yearTexts);
  const steps = ['closingToOffer', 'offerToInterview', 'interviewToMemo', 'memoToReview'] as const;
  return (
    <section className="stack">
      <h2>{t.waits}</h2>
      <p>{t.waitsHelp}</p>
      <Table
        head={[t.step, t.days]}
        rows={steps.map((step) => {
          const days = medians[step];
          return [t[step], days === null ? t.few : t.daysLong(days)];
        })}
      />
    </section>
  );
}

function Over({ over }: { readonly over: OverYears }) {
  const t = useTexts(yearTexts);
  return (
    <section className="stack">
      <h2>{t.overYears}</h2>
      {over.years.length > 0 && (
        <Table
          head={[t.year, t.interviews]}
          rows={over.years.map(({ year, interviews }) => [String(year), interviews ?? t.few])}
        />
      )}
      <p>{over.atLeast ? t.totalAtLeast(over.total) : t.total(over.total)}</p>
    </section>
  );
}

function Table(props: {
  readonly head: readonly [string, string];
  readonly rows: readonly (readonly [string, ReactNode])[];
  /** With the mark that the row has in the picture. */
  readonly marked?: boolean;
}) {
  const { head, rows, marked = false } = props;
  return (
    <table className="year-table">
      <thead>
        <tr>
          <th scope="col">{head[0]}</th>
          <th scope="col">{head[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, value], i) => (
          <tr key={`${what} ${i}`}>
            <th scope="row">
              {marked && <span className="year-mark" data-part={i} aria-hidden="true" />}
              {what}
            </th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
