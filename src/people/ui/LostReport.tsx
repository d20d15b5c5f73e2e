import { useState } from 'react';
import type { Language } from '../../i18n/catalogue.ts';
import { lostReportTexts } from '../../i18n/lost-report.ts';
import { lostTexts } from '../../i18n/lost.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { PrintSheet } from '../../kit/print-sheet.tsx';
import { reportLines, type ReportFacts } from './lost-report.ts';

const LANGUAGES = [
  { value: 'sv', label: 'Svenska' },
  { value: 'en', label: 'English' },
] as const satisfies readonly { readonly value: Language; readonly label: string }[];

/** The text for the report, with what is known filled in; to copy or to print. */
export function LostReport(props: { readonly facts: ReportFacts; readonly onPrint: () => void }) {
  const t = useTexts(lostTexts);
  const { language: own } = useLanguage();
  const [language, setLanguage] = useState<Language>(own);
  const [copied, setCopied] = useState<boolean | null>(null);
  const head = lostReportTexts[language].head(props.facts.office);
  const lines = reportLines(props.facts, language);
  const copy = () => {
    const text = [head, ...lines].join('\n\n');
    // Denied, or not there on an old browser: the text stands on the screen and can be copied by hand.
    const done = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    done.then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  const body = lines.map((line) => <p key={line}>{line}</p>);
  return (
    <section className="card stack">
      <h2>{t.reportTitle}</h2>
      <p>{t.reportIntro}</p>
      <RadioChoice
        legend={t.reportLanguage}
        options={LANGUAGES}
        value={language}
        onChange={setLanguage}
      />
      <article className="stack lost-report" lang={language} aria-label={t.reportTitle}>
        <h3>{head}</h3>
        {body}
      </article>
      <PrintSheet lang={language}>
        <h1>{head}</h1>
        {body}
      </PrintSheet>
      <div className="row">
        <Button onClick={copy}>{t.copy}</Button>
        <Button onClick={props.onPrint}>{t.print}</Button>
      </div>
      <p role="status" hidden={copied === null}>
        {copied === null ? '' : copied ? t.copied : t.copyFailed}
      </p>
    </section>
  );
}
