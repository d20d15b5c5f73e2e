import { useState } from 'react';
import type { QuestionId } from '../../base/ids.ts';
import { closingTexts } from '../../i18n/closing.ts';
import { recordTexts } from '../../i18n/record.ts';
import { Button } from '../../kit/button.tsx';
import { Check, CheckChoice, RadioChoice } from '../../kit/choice.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { PrintSheet } from '../../kit/print-sheet.tsx';
import { saveFile } from '../../kit/save-file.ts';
import { useOnce } from '../../kit/use-once.ts';
import { ownWordsIn, participantCopy } from '../model/participant-copy.ts';
import { foldTimeline } from '../model/timeline.ts';
import type { AfterPartProps } from './tool-props.ts';
import { copyBlocks, CopyText } from './CopySheet.tsx';
import { useSnapshot } from './use-session.ts';

type Problem =
  | { readonly type: 'notLogged' }
  | { readonly type: 'letters'; readonly letters: string };

/** The copy as the participant will get it: read through first, then printed or saved. */
export function CopyDialog({
  session,
  onClose,
}: Pick<AfterPartProps, 'session'> & { readonly onClose: () => void }) {
  const t = useTexts(closingTexts);
  const [language, setLanguage] = useState(useLanguage().language);
  const { state } = useSnapshot(session);
  const [without, setWithout] = useState<QuestionId[]>([]);
  const [read, setRead] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const ownWords = ownWordsIn(session.events());
  const placements = foldTimeline(session.events());
  const [withTimeline, setWithTimeline] = useState(true);
  const make = (left: readonly QuestionId[]) =>
    participantCopy(state, session.guide, {
      language,
      without: left,
      ownWords,
      timeline: withTimeline ? placements : [],
      t: recordTexts[language],
    });
  const copy = make(without);
  const all = make([]).sections.flatMap(({ items }) => items);
  const title = closingTexts[language].copyTitle;

  /** Noted before it is made: what has left the room must stand in the record. */
  const note = async (form: 'print' | 'pdf'): Promise<boolean> => {
    const kept = await session.act([
      {
        type: 'CopyReleased',
        version: 1,
        data: { form, language, without, timeline: copy.timeline.length > 0 },
      },
    ]);
    setProblem(kept.ok ? null : { type: 'notLogged' });
    return kept.ok;
  };
  const { run: print, busy: printing } = useOnce(async () => {
    if (await note('print')) window.print();
  });
  const { run: pdf, busy: making } = useOnce(async () => {
    const { makePdf } = await import('../../kit/plain-pdf.ts');
    const made = await makePdf(title, language, copyBlocks(copy));
    if (!made.ok) setProblem({ type: 'letters', letters: made.error.letters });
    else if (await note('pdf')) saveFile(`${title}.pdf`, made.value, 'application/pdf');
  });

  return (
    <Dialog title={t.copy} onClose={onClose}>
      <p>{t.copyHelp}</p>
      <RadioChoice
        legend={t.copyLanguage}
        options={[
          { value: 'sv', label: t.swedish },
          { value: 'en', label: t.english },
        ]}
        value={language}
        onChange={setLanguage}
      />
      <details>
        <summary>{t.copyWithout}</summary>
        <CheckChoice
          legend={t.copyWithout}
          hideLegend
          options={all.map(({ question, text }) => ({ value: question, label: text }))}
          values={without}
          onChange={setWithout}
        />
      </details>
      {placements.length > 0 && (
        <Check label={t.copyTimeline} checked={withTimeline} onChange={setWithTimeline} />
      )}
      <div className="card talk-copy" lang={language}>
        <CopyText copy={copy} on="screen" />
      </div>
      <PrintSheet lang={language}>
        <CopyText copy={copy} on="paper" />
      </PrintSheet>
      <Check label={t.copyRead} checked={read} onChange={setRead} />
      {problem && (
        <Notice tone="danger" live>
          {problem.type === 'notLogged' ? t.copyNotLogged : t.copyPdfLetters(problem.letters)}
        </Notice>
      )}
      <div className="row" data-end="">
        <Button onClick={onClose}>{t.close}</Button>
        <Button disabled={!read || making} onClick={pdf}>
          {t.copyPdf}
        </Button>
        <Button variant="primary" disabled={!read || printing} onClick={print}>
          {t.copyPrint}
        </Button>
      </div>
    </Dialog>
  );
}
