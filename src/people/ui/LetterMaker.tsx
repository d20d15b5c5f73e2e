import { useId, useState } from 'react';
import { LANGUAGES } from '../../i18n/catalogue.ts';
import { letterTexts } from '../../i18n/letters.ts';
import { RadioChoice } from '../../kit/choice.tsx';
import { TextField } from '../../kit/field.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { filledIn, isPersonal, LETTERS, letterTemplate, placeholdersIn } from '../model/letter.ts';
import type { LetterKind } from '../model/letter.ts';
import { makeLetters, type Addressee, type LetterProblem } from '../model/letters.ts';
import type { Program } from '../model/program.ts';
import type { LetterTexts } from '../model/program-texts.ts';
import type { ReadAloud } from '../read-aloud.ts';
import { LetterPeople } from './LetterPeople.tsx';
import { LetterView } from './LetterView.tsx';
import { OfficeWords } from './OfficeWords.tsx';
import './letters.css';

export interface LetterMakerProps {
  readonly people: readonly Addressee[];
  readonly program: Pick<Program, 'placeholders' | 'reminders'>;
  /** Names of those who may be the sender. */
  readonly interviewers: readonly string[];
  readonly texts: LetterTexts;
  readonly aloud: ReadAloud;
  /** Keeps the office's own words for every letter; false when they could not be kept. */
  readonly onOfficeWords: (words: Program['placeholders']) => Promise<boolean>;
  readonly onPrint: () => void;
  /** Notes for whom letters are taken out; nobody in particular when the letter is for everyone. */
  readonly onTakeOut: (people: readonly Addressee['stream'][]) => Promise<boolean>;
}

/** Chooses a letter, to whom and in which language, fills it, and shows it before it is printed or saved. */
export function LetterMaker(props: LetterMakerProps) {
  const { people, program, texts } = props;
  const t = useTexts(letterTexts);
  const screen = useLanguage().language;
  const [kind, setKind] = useState<LetterKind>('invitation');
  const [language, setLanguage] = useState(screen);
  const [chosen, setChosen] = useState<readonly Addressee['stream'][]>([]);
  const [written, setWritten] = useState<ReadonlyMap<string, string>>(new Map());
  const names = useId();

  const template = letterTemplate(kind, texts, language);
  const asked = placeholdersIn(template);
  const personal = isPersonal(template);
  const to = people.filter(({ stream }) => chosen.includes(stream));
  const values = new Map([
    ...program.placeholders.map(({ name, text }): [string, string] => [name, text]),
    ...written,
  ]);
  const made = makeLetters(template, to, values);

  return (
    <>
      <p>{t.intro}</p>
      <RadioChoice
        legend={t.which}
        options={LETTERS.map((value) => ({ value, label: t[`letter_${value}`] }))}
        value={kind}
        onChange={setKind}
      />
      <RadioChoice
        legend={t.language}
        options={LANGUAGES.map((value) => ({
          value,
          label: { sv: t.swedish, en: t.english }[value],
        }))}
        value={language}
        onChange={setLanguage}
      />
      {personal ? (
        <LetterPeople people={people} chosen={chosen} onChange={setChosen} />
      ) : (
        <p>{t.forEveryone}</p>
      )}
      {personal && <Warnings to={to} kind={kind} reminders={program.reminders} />}
      {asked
        .filter((name) => filledIn(name) === 'letter')
        .map((name) => (
          <TextField
            key={name}
            label={fieldLabel(t, name)}
            hint={name === 'INTERVIEWER' ? undefined : t.inLetter}
            list={name === 'INTERVIEWER' ? names : undefined}
            maxLength={400}
            value={written.get(name) ?? ''}
            onChange={(event) => setWritten(new Map(written).set(name, event.currentTarget.value))}
          />
        ))}
      <datalist id={names}>
        {props.interviewers.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <OfficeWords words={program.placeholders} onSave={props.onOfficeWords} />
      {made.ok ? (
        <LetterView
          key={`${kind} ${language}`}
          kind={kind}
          language={language}
          letters={made.value}
          aloud={props.aloud}
          onPrint={props.onPrint}
          onTakeOut={() => props.onTakeOut(personal ? to.map(({ stream }) => stream) : [])}
        />
      ) : (
        <NotYet problem={made.error} />
      )}
    </>
  );
}

type Texts = (typeof letterTexts)['sv'];

/** The words for a placeholder; one that a municipality has added of its own is shown by its name. */
function fieldLabel(t: Texts, name: string): string {
  switch (name) {
    case 'INTERVIEWER':
    case 'LESSON':
    case 'CHANGE':
    case 'PHONE':
    case 'MUNICIPALITY':
    case 'BOARD':
    case 'DPO_CONTACT':
      return t[`field_${name}`];
    default:
      return name;
  }
}

/** What is empty and where to fill it. */
function NotYet({ problem }: { readonly problem: LetterProblem }) {
  const t = useTexts(letterTexts);
  if (problem.type === 'nobody') return <Notice>{t.nobody}</Notice>;
  const { placeholders, nameless } = problem;
  const labels = (where: 'letter' | 'office') =>
    placeholders
      .filter((name) => filledIn(name) === where)
      .map((name) => fieldLabel(t, name))
      .join(', ');
  return (
    <Notice tone="warn">
      {labels('letter') && <p>{t.emptyLetter(labels('letter'))}</p>}
      {labels('office') && <p>{t.emptyOffice(labels('office'))}</p>}
      {nameless.length > 0 && <p>{t.nameless(nameless.join(', '))}</p>}
    </Notice>
  );
}

/** What the sender should think of before this letter goes to these people. */
function Warnings(props: {
  readonly to: readonly Addressee[];
  readonly kind: LetterKind;
  readonly reminders: number;
}) {
  const { to, kind, reminders } = props;
  const t = useTexts(letterTexts);
  const codes = (list: readonly Addressee[]) => list.map(({ code }) => code).join(', ');
  const hidden = to.filter(({ details }) => details.protectedData);
  const others = to.filter(({ details }) => !/^(sv|en)\b/.test(details.language));
  const said = [
    ...(hidden.length > 0 ? [t.protectedData(codes(hidden))] : []),
    ...(others.length > 0 ? [t.otherLanguage(codes(others))] : []),
    ...(kind === 'invitation' && reminders !== 1 ? [t.remindersDiffer(reminders)] : []),
    ...(kind === 'reminder' && reminders === 0 ? [t.noReminders] : []),
  ];
  if (said.length === 0) return null;
  return (
    <Notice tone="warn">
      {said.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}
