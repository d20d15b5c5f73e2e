import { useEffect, useState } from 'react';
import type { Language } from '../../i18n/catalogue.ts';
import { letterTexts } from '../../i18n/letters.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { PdfBlock } from '../../kit/plain-pdf.ts';
import { PrintSheet } from '../../kit/print-sheet.tsx';
import { saveFile } from '../../kit/save-file.ts';
import type { LetterBlock, LetterKind } from '../model/letter.ts';
import type { ReadAloud } from '../read-aloud.ts';
import { NotTakenOut, useTakeOut } from './TakeOut.tsx';

type Letter = readonly LetterBlock[];

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Letters that are filled in: the first to read through, all of them to print or save. */
export function LetterView(props: {
  readonly kind: LetterKind;
  readonly language: Language;
  readonly letters: readonly Letter[];
  readonly aloud: ReadAloud;
  readonly onPrint: () => void;
  /** @returns false when it could not be noted. */
  readonly onTakeOut: () => Promise<boolean>;
}) {
  const { kind, language, letters } = props;
  const t = useTexts(letterTexts);
  const [unknown, setUnknown] = useState('');
  const own = letterTexts[language];
  // Names nobody: a file's name is seen by whoever sees the folder.
  const file = own[`file_${kind}`];
  const title = own[`letter_${kind}`];
  const { takeOut, busy, failed } = useTakeOut(props.onTakeOut);
  const pdf = async () => {
    const { makePdf } = await import('../../kit/plain-pdf.ts');
    const made = await makePdf(title, language, pagesOf(letters));
    setUnknown(made.ok ? '' : made.error.letters);
    if (made.ok) saveFile(`${file}.pdf`, made.value, 'application/pdf');
  };
  const docx = async () => {
    const { makeDocx } = await import('../../kit/plain-docx.ts');
    saveFile(`${file}.docx`, makeDocx(title, language, pagesOf(letters)), DOCX);
  };
  const [first = []] = letters;
  return (
    <section className="stack" aria-labelledby="letter-preview">
      <h2 id="letter-preview">{t.preview}</h2>
      {letters.length > 1 && <p>{t.previewOf(letters.length)}</p>}
      <div className="card letter" lang={language}>
        <LetterText letter={first} on="screen" />
      </div>
      <PrintSheet lang={language}>
        {letters.map((letter, i) => (
          <div className="letter-sheet" key={i}>
            <LetterText letter={letter} on="paper" />
          </div>
        ))}
      </PrintSheet>
      {failed && <NotTakenOut />}
      {unknown && (
        <Notice tone="danger" live>
          {t.letters(unknown)}
        </Notice>
      )}
      <div className="row">
        <Button variant="primary" disabled={busy} onClick={() => takeOut(props.onPrint)}>
          {t.print}
        </Button>
        <Button disabled={busy} onClick={() => takeOut(pdf)}>
          {t.pdf}
        </Button>
        <Button disabled={busy} onClick={() => takeOut(docx)}>
          {t.docx}
        </Button>
        {kind === 'information' && (
          <Aloud aloud={props.aloud} language={language} texts={first.map(({ text }) => text)} />
        )}
      </div>
      <p className="hint">{t.leaves}</p>
    </section>
  );
}

/** All letters in one document, each on a page of its own. */
const pagesOf = (letters: readonly Letter[]): readonly PdfBlock[] =>
  letters.flatMap((letter, i): PdfBlock[] =>
    i === 0 ? [...letter] : [{ kind: 'page', text: '' }, ...letter],
  );

const TAGS = { title: 'h1', heading: 'h2', text: 'p', box: 'p', hint: 'p' } as const;
/** Within a screen that has headings of its own. */
const LOWER = { ...TAGS, title: 'h3', heading: 'h4' } as const;

function LetterText(props: { readonly letter: Letter; readonly on: 'screen' | 'paper' }) {
  const tags = props.on === 'paper' ? TAGS : LOWER;
  return props.letter.map(({ kind, text }, i) => {
    const Tag = tags[kind];
    return (
      <Tag key={i} dir="auto" className={kind === 'hint' ? 'hint' : undefined}>
        {kind === 'box' && <span aria-hidden="true">☐ </span>}
        {text}
      </Tag>
    );
  });
}

function Aloud(props: {
  readonly aloud: ReadAloud;
  readonly language: Language;
  readonly texts: readonly string[];
}) {
  const { aloud, language, texts } = props;
  const t = useTexts(letterTexts);
  const [can, setCan] = useState(() => aloud.can(language));
  const [reading, setReading] = useState(false);
  useEffect(() => aloud.onVoices(() => setCan(aloud.can(language))), [aloud, language]);
  useEffect(() => () => aloud.stop(), [aloud]);
  if (!can) return <p className="hint">{t.noVoice}</p>;
  const read = () => {
    setReading(true);
    aloud.read(texts, language, () => setReading(false));
  };
  return (
    <Button onClick={reading ? aloud.stop : read}>{reading ? t.stopReading : t.readAloud}</Button>
  );
}
