import { useState } from 'react';
import type { Language } from '../../i18n/catalogue.ts';
import { materialTexts } from '../../i18n/training-material.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { PrintSheet } from '../../kit/print-sheet.tsx';
import { saveFile } from '../../kit/save-file.ts';
import { useOnce } from '../../kit/use-once.ts';
import type { MaterialBlock } from '../model/material.ts';

/** A paper on the screen as it is printed and saved. */
export function MaterialView(props: {
  /** The file's name, without an ending. */
  readonly file: string;
  readonly language: Language;
  readonly blocks: readonly MaterialBlock[];
  readonly onPrint: () => void;
}) {
  const { file, language, blocks } = props;
  const t = useTexts(materialTexts);
  const [unknown, setUnknown] = useState('');
  const { run: pdf, busy } = useOnce(async () => {
    const { makePdf } = await import('../../kit/plain-pdf.ts');
    const made = await makePdf(blocks[0]?.text ?? file, language, blocks);
    setUnknown(made.ok ? '' : made.error.letters);
    if (made.ok) saveFile(`${file}.pdf`, made.value, 'application/pdf');
  });
  return (
    <section className="stack" aria-labelledby="material-preview">
      <h2 id="material-preview">{t.preview}</h2>
      <div className="row">
        <Button variant="primary" onClick={props.onPrint}>
          {t.print}
        </Button>
        <Button disabled={busy} onClick={pdf}>
          {t.pdf}
        </Button>
      </div>
      {unknown && (
        <Notice tone="danger" live>
          {t.letters(unknown)}
        </Notice>
      )}
      <div className="card" lang={language}>
        <Blocks blocks={blocks} on="screen" />
      </div>
      <PrintSheet lang={language}>
        <Blocks blocks={blocks} on="paper" />
      </PrintSheet>
    </section>
  );
}

const PAPER = { title: 'h1', heading: 'h2', question: 'h3', text: 'p', hint: 'p' } as const;
/** Within a screen that has headings of its own. */
const SCREEN = { title: 'h3', heading: 'h4', question: 'h5', text: 'p', hint: 'p' } as const;

function Blocks(props: {
  readonly blocks: readonly MaterialBlock[];
  readonly on: 'screen' | 'paper';
}) {
  const tags = props.on === 'paper' ? PAPER : SCREEN;
  return props.blocks.map(({ kind, text }, i) => {
    if (kind === 'page') return null;
    const Tag = tags[kind];
    return (
      <Tag key={i} dir="auto" className={kind === 'hint' ? 'hint' : undefined}>
        {text}
      </Tag>
    );
  });
}
