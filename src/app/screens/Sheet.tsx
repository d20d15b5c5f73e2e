import { useEffect, useState } from 'react';
import type { Random } from '../../base/deps.ts';
import { longDate } from '../../i18n/format.ts';
import { startTexts } from '../../i18n/start.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import type { RecipientClass } from '../../sync/model/directory.ts';
import { below } from '../passphrase/offer.ts';
import type { RecoverySheet } from '../port.ts';
import { groups, isEndOf, lineOf, SHEET_LINES, sheetFile } from './recovery-sheet.ts';
import { saveFile } from '../../kit/save-file.ts';
import './screens.css';

/** Setting up an office is three steps of a form, the sheet, and its test. */
export const SET_UP_STEPS = 5;

/**
 * The recovery sheet, shown once and never kept, and its test: only who has read a line back from paper gets
 * through. Until then the browser asks before the page is left.
 */
export function Sheet(props: {
  readonly sheet: RecoverySheet;
  readonly recipientClass: RecipientClass;
  readonly random: Random;
  /** Made anew later on: it is then no step of setting up the office. */
  readonly renewed?: boolean;
  readonly onTested: () => void;
}) {
  const [testing, setTesting] = useState(false);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  // The key gives each of the two its own heading focus.
  return testing ? (
    <SheetTest key="test" {...props} onBack={() => setTesting(false)} />
  ) : (
    <SheetView key="view" {...props} onNext={() => setTesting(true)} />
  );
}

function SheetView(props: {
  readonly sheet: RecoverySheet;
  readonly recipientClass: RecipientClass;
  readonly renewed?: boolean;
  readonly onNext: () => void;
}) {
  const texts = useTexts(startTexts);
  const { language } = useLanguage();
  const { sheet } = props;
  const save = () =>
    saveFile(
      texts.sheetFile,
      sheetFile(sheet, props.recipientClass, texts, language),
      'text/plain;charset=utf-8',
    );
  return (
    <Page title={texts.sheetTitle}>
      <div className="stack start-screen-only">
        {!props.renewed && <p className="hint">{texts.step(4, SET_UP_STEPS)}</p>}
        <Notice tone="warn">{texts.sheetIntro}</Notice>
      </div>
      <div className="card start-sheet">
        <dl className="start-facts">
          <dt>{texts.sheetOffice}</dt>
          <dd>{sheet.officeName}</dd>
          <dt>{texts.sheetMade}</dt>
          <dd>{longDate(sheet.madeAt, language)}</dd>
          <dt>{texts.sheetNumber}</dt>
          <dd className="start-code">{sheet.office}</dd>
        </dl>
        {SHEET_LINES.map((line) => (
          <section className="start-key" key={line} aria-labelledby={`start-line-${line}`}>
            <h2 id={`start-line-${line}`}>{texts[`line_${line}`]}</h2>
            <p className="start-code start-groups">
              {groups(lineOf(sheet, line)).map((group, at) => (
                <span key={at}>{group} </span>
              ))}
            </p>
            <p className="hint">{texts[`line_${line}Help`]}</p>
          </section>
        ))}
        <p className="hint">{texts.sheetGroups}</p>
        <p>{texts.sheetSafes}</p>
        <section className="start-key" aria-labelledby="start-open">
          <h2 id="start-open">{texts.openHeading}</h2>
          <ol className="start-steps">
            <li>{texts[`openStep1_${props.recipientClass}`]}</li>
            <li>
              <code>{texts.openStep2}</code>
            </li>
            <li>
              <code>{texts.openStep3}</code> {texts.openStep3Help}
            </li>
            <li>
              <code>{texts.openStep4}</code>
            </li>
            <li>{texts.openStep5}</li>
          </ol>
        </section>
      </div>
      <div className="stack start-screen-only">
        <div className="row">
          <Button onClick={() => window.print()}>{texts.print}</Button>
          <Button onClick={save}>{texts.saveFile}</Button>
          <Button variant="primary" onClick={props.onNext}>
            {texts.goTest}
          </Button>
        </div>
        <p className="hint">{texts.saveFileHelp}</p>
      </div>
    </Page>
  );
}

function SheetTest(props: {
  readonly sheet: RecoverySheet;
  readonly random: Random;
  readonly renewed?: boolean;
  readonly onTested: () => void;
  readonly onBack: () => void;
}) {
  const texts = useTexts(startTexts);
  const [line] = useState(() => SHEET_LINES[below(SHEET_LINES.length, props.random)] ?? 'root');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <Page title={texts.testTitle}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isEndOf(props.sheet, line, typed)) props.onTested();
          else setWrong(true);
        }}
      >
        {!props.renewed && <p className="hint">{texts.step(5, SET_UP_STEPS)}</p>}
        <p>{texts.testIntro}</p>
        <TextField
          label={texts.testField(texts[`line_${line}`])}
          hint={texts.testHint}
          autoCapitalize="none"
          value={typed}
          error={wrong ? texts.testWrong : undefined}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setWrong(false);
          }}
        />
        <div className="row">
          <Button type="submit" variant="primary">
            {texts.testDone}
          </Button>
          <Button variant="plain" onClick={props.onBack}>
            {texts.testBack}
          </Button>
        </div>
      </form>
    </Page>
  );
}
