import { useState, type FormEvent } from 'react';
import { importTexts } from '../../i18n/import.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { Program } from '../model/program.ts';

type Years = Program['earlierYears'];

/** How many were interviewed in the years before this was used, by hand. */
export function EarlierYears(props: {
  readonly years: Years;
  /** As `YYYY-MM-DD`. */
  readonly today: string;
  readonly onSave: (years: Years) => Promise<boolean>;
}) {
  const { years, today, onSave } = props;
  const t = useTexts(importTexts);
  const [year, setYear] = useState('');
  const [interviews, setInterviews] = useState('');
  const [tried, setTried] = useState(false);
  const [failed, setFailed] = useState(false);
  const goodYear = /^(19|20)\d{2}$/.test(year.trim()) && year.trim() <= today.slice(0, 4);
  const goodNumber = /^\d{1,4}$/.test(interviews.trim());
  const { run: keep, busy } = useOnce(async (now: Years) => {
    const kept = await onSave(now.toSorted((a, b) => a.year - b.year));
    setFailed(!kept);
    if (kept) {
      setYear('');
      setInterviews('');
      setTried(false);
    }
  });
  const add = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!goodYear || !goodNumber) return;
    const added = { year: Number(year), interviews: Number(interviews) };
    keep([...years.filter((each) => each.year !== added.year), added]);
  };
  return (
    <section className="stack" aria-labelledby="earlier-years">
      <h2 id="earlier-years">{t.years}</h2>
      <p>{t.yearsHelp}</p>
      <ul role="list" className="stack">
        {years.map((each) => (
          <li className="row" key={each.year}>
            <span>{t.yearLine(each.year, each.interviews)}</span>
            <Button
              disabled={busy}
              onClick={() => keep(years.filter((other) => other.year !== each.year))}
            >
              {t.removeYear(each.year)}
            </Button>
          </li>
        ))}
      </ul>
      <form className="stack" onSubmit={add}>
        <TextField
          label={t.year}
          inputMode="numeric"
          maxLength={4}
          value={year}
          error={tried && !goodYear ? t.yearWrong : undefined}
          onChange={(event) => setYear(event.currentTarget.value)}
        />
        <TextField
          label={t.interviews}
          inputMode="numeric"
          maxLength={4}
          value={interviews}
          error={tried && !goodNumber ? t.interviewsWrong : undefined}
          onChange={(event) => setInterviews(event.currentTarget.value)}
        />
        <div className="row">
          <Button type="submit" disabled={busy}>
            {t.addYear}
          </Button>
        </div>
      </form>
      {failed && (
        <Notice tone="danger" live>
          {t.yearsNotSaved}
        </Notice>
      )}
    </section>
  );
}
