import type { MemberId } from '../../base/ids.ts';
import { partialDate } from '../../i18n/format.ts';
import { peopleTexts } from '../../i18n/people.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import type { Listed } from '../model/register.ts';

/** What the register holds of a person, to be read. */
export function PersonFacts(props: {
  readonly person: Listed;
  readonly people: readonly Listed[];
  readonly members: readonly { readonly member: MemberId; readonly name: string }[];
  readonly onEdit: () => void;
}) {
  const { code, details } = props.person;
  const t = useTexts(peopleTexts);
  const { language } = useLanguage();
  const workers = props.members.filter(({ member }) => details.ownWorkers.includes(member));
  const siblings = props.people.filter(({ stream }) => details.siblings.includes(stream));
  const tongues: readonly string[] = ['sv', 'en', 'ar', 'so', 'fa', 'ti'];
  const languageWords: Readonly<Record<string, string>> = {
    sv: t.sv,
    en: t.en,
    ar: t.ar,
    so: t.so,
    fa: t.fa,
    ti: t.ti,
  };
  const known = tongues.includes(details.language)
    ? (languageWords[details.language] ?? '')
    : t.otherLanguage;
  const facts: readonly (readonly [string, string])[] = [
    [t.code, code],
    [t.birthMonth, partialDate(details.birthMonth, language)],
    [t.municipality, details.municipality],
    [t[details.contact.way], details.contact.value],
    [t.contactNote, details.contact.note],
    [t.isProtected, details.protectedData ? t.yes : t.no],
    [t.language, known],
    [t.interpreter, details.interpreter ? t.yes : t.no],
    [t.ownWorkers, workers.map(({ name }) => name).join(', ')],
    [t.otherWorkers, details.otherWorkers],
    [t.siblings, siblings.map((each) => `${each.code} ${each.details.name}`).join(', ')],
  ];
  return (
    <section className="card" aria-labelledby="details">
      <h2 id="details">{t.details}</h2>
      <dl className="people-facts">
        {facts.map(([label, words]) => (
          <Fact key={label} label={label} words={words || t.none} />
        ))}
      </dl>
      <div className="row">
        <Button onClick={props.onEdit}>{t.edit}</Button>
      </div>
    </section>
  );
}

const Fact = (props: { readonly label: string; readonly words: string }) => (
  <>
    <dt>{props.label}</dt>
    <dd>{props.words}</dd>
  </>
);
