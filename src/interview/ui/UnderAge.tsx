import { useState } from 'react';
import type { Millis } from '../../base/ids.ts';
import { consentTexts } from '../../i18n/consent.ts';

import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { askableFrom, birthYear, turns15 } from '../model/birth.ts';
import { monthName, monthOf, utcDay } from './birth-words.ts';

/**
 * Nobody under 15 is interviewed (domain.md section 4, situation 13): the only way on is to stop, and nothing is
 * kept. What is typed here lives as long as this screen and is in no draft.
 */
export function UnderAge(props: { readonly talkedAt: Millis; readonly onStop: () => void }) {
  const t = useTexts(consentTexts);
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const [month, setMonth] = useState(0);
  const [left, setLeft] = useState(false);
  const today = new Date(props.talkedAt);
  const year = birthYear(typed.trim(), today);
  const born = year !== undefined && month > 0 ? { year, month } : null;
  return (
    <section className="card" aria-labelledby="too-young">
      <h2 id="too-young">{t.tooYoung}</h2>
      <p>{t.tooYoungHelp}</p>
      <h3>{t.bornTitle}</h3>
      <p className="hint">{t.bornHelp}</p>
      <div className="row talk-date">
        <TextField
          label={t.bornYear}
          inputMode="numeric"
          maxLength={4}
          value={typed}
          error={left && typed !== '' && year === undefined ? t.bornYearBad : undefined}
          onChange={(event) => {
            setLeft(false);
            setTyped(event.target.value);
          }}
          onBlur={() => setLeft(true)}
        />
        <label className="field">
          <span>{t.bornMonth}</span>
          <select
            className="input"
            value={month}
            onChange={(event) => setMonth(Number(event.target.value))}
          >
            <option value={0}>–</option>
            {Array.from({ length: 12 }, (_, i) => (
              <option key={i} value={i + 1}>
                {monthName(i, language)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p role="status">
        {born &&
          (askableFrom(born) <= today
            ? t.oldEnough(monthOf(turns15(born), language))
            : t.askFrom(monthOf(turns15(born), language), utcDay(askableFrom(born), language)))}
      </p>
      <div className="row">
        <Button variant="danger" onClick={props.onStop}>
          {t.stopAndErase}
        </Button>
      </div>
    </section>
  );
}
