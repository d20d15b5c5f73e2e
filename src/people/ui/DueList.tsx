import { useState } from 'react';
import type { Millis } from '../../base/ids.ts';
import type { Language } from '../../i18n/catalogue.ts';
import { dueTexts } from '../../i18n/due.ts';
import { partialDate } from '../../i18n/format.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { PrintSheet } from '../../kit/print-sheet.tsx';
import { saveFile } from '../../kit/save-file.ts';
import { calendarOf } from '../model/calendar.ts';
import type { DueItem } from '../model/due.ts';
import { NotTakenOut, useTakeOut } from './TakeOut.tsx';

const HORIZONS = ['month', 'quarter', 'half', 'year'] as const;
const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const;
const STANDINGS = ['late', 'now', 'later'] as const satisfies readonly DueItem['standing'][];

type Texts = (typeof dueTexts)['sv'];

/** What lies ahead, by codes alone; to a calendar or to paper. */
export function DueList(props: {
  /** The list for so many months. */
  readonly itemsFor: (months: number) => readonly DueItem[];
  /** As `YYYY-MM-DD`. */
  readonly today: string;
  readonly now: () => Millis;
  readonly onPrint: () => void;
  /** @returns false when it could not be noted. */
  readonly onTakeOut: () => Promise<boolean>;
}) {
  const { takeOut, busy, failed } = useTakeOut(props.onTakeOut);
  const t = useTexts(dueTexts);
  const { language } = useLanguage();
  const [horizon, setHorizon] = useState<(typeof HORIZONS)[number]>('quarter');
  const items = props.itemsFor(MONTHS[horizon]);
  const save = () => {
    const texts = {
      name: t.calendar,
      summary: (kind: DueItem['kind'], code: string) => t[kind](code),
      description: (item: DueItem) =>
        t.inCalendar(t[item.kind](item.code), ...timesOf(item, t, language)),
    };
    const file = calendarOf(items, texts, props.today, props.now());
    saveFile(`${t.file}.ics`, file, 'text/calendar');
  };
  return (
    <>
      <p>{t.intro}</p>
      <RadioChoice
        legend={t.horizon}
        options={HORIZONS.map((value) => ({ value, label: t[`ahead_${value}`] }))}
        value={horizon}
        onChange={setHorizon}
      />
      {items.length === 0 ? <p role="status">{t.nothing}</p> : <Items items={items} />}
      <PrintSheet lang={language}>
        <h1>{t.title}</h1>
        <p>{partialDate(props.today, language)}</p>
        <Items items={items} />
      </PrintSheet>
      <div className="row">
        <Button disabled={busy || items.length === 0} onClick={() => takeOut(save)}>
          {t.save}
        </Button>
        <Button disabled={busy || items.length === 0} onClick={() => takeOut(props.onPrint)}>
          {t.print}
        </Button>
      </div>
      {failed && <NotTakenOut />}
      <p className="hint">{t.codesOnly}</p>
    </>
  );
}

function Items({ items }: { readonly items: readonly DueItem[] }) {
  const t = useTexts(dueTexts);
  const { language } = useLanguage();
  return STANDINGS.map((standing) => {
    const here = items.filter((item) => item.standing === standing);
    if (here.length === 0) return null;
    return (
      <section className="stack" key={standing}>
        <h2>{t[standing]}</h2>
        {standing === 'late' && <p>{t.lateHelp}</p>}
        <ul role="list" className="stack">
          {here.map((item) => (
            <li key={`${item.kind} ${item.stream}`}>
              <strong>{t[item.kind](item.code)}</strong>{' '}
              <span>{[...new Set(timesOf(item, t, language))].join(', ')}</span>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

function timesOf({ kind, from, until }: DueItem, t: Texts, language: Language): [string, string] {
  const day = partialDate(until, language);
  if (kind === 'talk') return [t.byDay(day), t.byDay(day)];
  return [t.fromDay(partialDate(from, language)), t.untilDay(day)];
}
