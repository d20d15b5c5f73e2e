import { partialDate } from '../../i18n/format.ts';
import { offerTexts } from '../../i18n/offers.ts';
import { peopleTexts } from '../../i18n/people.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import {
  lastOffer,
  offerableFrom,
  settledStanding,
  type AskingRules,
} from '../model/accounting.ts';
import { eligibilityOf, type Failed } from '../model/eligibility.ts';
import type { Known } from '../model/register.ts';
import { comingWave } from '../model/waves.ts';
import { kindKey } from './PlacementForm.tsx';

/** From when somebody can be offered an interview, with each condition that is not met, in words. */
export function EligibilityPart(props: {
  readonly person: Known;
  readonly rules: AskingRules;
  readonly today: string;
}) {
  const { person, rules, today } = props;
  const t = useTexts(offerTexts);
  const people = useTexts(peopleTexts);
  const { language } = useLanguage();
  const dayWords = (day: string) => partialDate(day, language);
  const wave = comingWave(person.held);
  if (lastOffer(person, wave)) {
    // Whether somebody could be asked is beside the point once they were: nobody is to be asked twice by mistake.
    return (
      <section className="card" aria-labelledby="eligibility">
        <h2 id="eligibility">{wave > 1 ? t.nextWave(wave) : t.eligibility}</h2>
        <p>{t.wasAsked}</p>
      </section>
    );
  }
  if (wave > 1) {
    const { now, from, late } = offerableFrom(person, wave, rules, today);
    const saidNo = settledStanding(person, wave) === 'mayNotAsk';
    return (
      <section className="card" aria-labelledby="eligibility">
        <h2 id="eligibility">{t.nextWave(wave)}</h2>
        <p>
          <strong>
            {saidNo ? t.saidNo : now || from === null ? t.waveNow : t.waveFrom(dayWords(from))}
          </strong>
        </p>
        {saidNo && <p className="hint">{t.saidNoHelp}</p>}
        {late && <p>{t.late}</p>}
      </section>
    );
  }
  const judged = eligibilityOf(person, rules, today);
  const inWords = (failed: Failed): string => {
    switch (failed.type) {
      case 'age':
        return t.age(failed.age, dayWords(failed.from));
      case 'closing':
        return t.closing(failed.months, dayWords(failed.from));
      case 'kind':
        return t.kind(people[kindKey(failed.kind)]);
      case 'short':
        return t.short(failed.months, failed.needed);
      case 'ongoing':
      case 'noPlacement':
      case 'custody':
        return t[failed.type];
    }
  };
  return (
    <section className="card" aria-labelledby="eligibility">
      <h2 id="eligibility">{t.eligibility}</h2>
      <p>
        <strong>
          {judged.now ? t.canNow : judged.from ? t.from(dayWords(judged.from)) : t.cannot}
        </strong>
      </p>
      {judged.failed.length > 0 && (
        <>
          <p>{t.why}</p>
          <ul className="people-why">
            {judged.failed.map((failed) => (
              <li key={failed.type}>{inWords(failed)}</li>
            ))}
          </ul>
        </>
      )}
      {judged.remarks.map((remark) => (
        <p key={remark}>{t[remark]}</p>
      ))}
      <p className="hint">{t.rules}</p>
    </section>
  );
}
