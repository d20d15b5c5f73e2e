import type { Question } from '../../guide/model/guide.ts';
import { cueTexts } from '../../i18n/training-case.ts';
import { roleTexts } from '../../i18n/training-role.ts';
import { practiceTexts } from '../../i18n/training-practice.ts';
import type { Language } from '../../i18n/catalogue.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { broughtBy } from '../model/brought-by.ts';
import type { PracticeCase } from '../model/case.ts';
import type { CaseSheet, SheetLine, SheetQuestion } from '../model/case-sheet.ts';
import { metWords } from '../model/met.ts';
import { useValueWords } from './value-said.ts';
import './role.css';

/** What whoever plays the case answers at one question, and what only comes when it is asked for. */
export function RoleQuestion(props: {
  readonly sheet: CaseSheet;
  readonly at: SheetQuestion;
  /** For how the young person fills in a scale, a choice or dates. */
  readonly question: Question | undefined;
  readonly played: PracticeCase;
}) {
  const { sheet, at, question, played } = props;
  const t = useTexts(roleTexts);
  const { language } = useLanguage();
  return (
    <div className="role-lines">
      {at.lines.length === 0 && <p className="hint">{t.nothing}</p>}
      {at.lines.map((line, index) => (
        <div key={index} className="role-line">
          <h3>{whenWords(line, language)}</h3>
          <Line line={line} alias={sheet.alias} />
          {line.when === 'question' && question && <Value question={question} played={played} />}
        </div>
      ))}
    </div>
  );
}

function whenWords({ when, probe, about }: SheetLine, language: Language): string {
  const t = roleTexts[language];
  switch (when) {
    case 'question':
      return t.when_question;
    case 'probe':
      return t.when_probe(probe);
    case 'silence':
      return t.when_silence;
    case 'asked': {
      const what = broughtBy(about, language);
      return what === '' ? t.when_asked : t.when_about(what);
    }
  }
}

function Line({ line, alias }: { readonly line: SheetLine; readonly alias: string }) {
  const t = useTexts(roleTexts);
  const p = useTexts(practiceTexts);
  const c = useTexts(cueTexts);
  return (
    <>
      {line.afterSeconds > 0 && <p>{t.wait(line.afterSeconds)}</p>}
      {line.cue && <p className="role-cue">{c[`cue_${line.cue}`]}</p>}
      <p>{line.say}</p>
      {line.wants && <p>{p[`wants_${line.wants}`](alias)}</p>}
    </>
  );
}

function Value(props: { readonly question: Question; readonly played: PracticeCase }) {
  const p = useTexts(practiceTexts);
  const value = useValueWords(props.question)(props.played.answers[props.question.id]?.value);
  return value && <p className="hint">{p.shows(value)}</p>;
}

/** What to say where nothing is written. */
export function RoleVoice({ sheet }: { readonly sheet: CaseSheet }) {
  const { language } = useLanguage();
  return (
    <dl className="role-voice">
      {sheet.voice.map(({ met, say }) => (
        <div key={met}>
          <dt>{metWords(met, language)}</dt>
          {say.map((line) => (
            <dd key={line}>{line}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
