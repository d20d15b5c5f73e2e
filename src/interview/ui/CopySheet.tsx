import { longDate } from '../../i18n/format.ts';
import { closingTexts } from '../../i18n/closing.ts';
import { timelineTexts } from '../../i18n/timeline.ts';
import type { PdfBlock } from '../../kit/plain-pdf.ts';
import type { ParticipantCopy } from '../model/participant-copy.ts';
import './copy.css';

/** What a copy is made of. */
type CopyBlock = PdfBlock & { readonly kind: keyof typeof TAGS };

/** The copy as paragraphs; screen, paper and PDF all show these. */
export function copyBlocks(copy: ParticipantCopy): readonly CopyBlock[] {
  const t = closingTexts[copy.language];
  return [
    { kind: 'title', text: t.copyTitle },
    { kind: 'text', text: t.copyIntro(longDate(copy.heldAt, copy.language)) },
    ...copy.sections.flatMap(({ title, items }): CopyBlock[] => [
      { kind: 'heading', text: title },
      ...items.flatMap((item): CopyBlock[] => [
        { kind: 'question', text: item.text },
        ...(item.value ? [{ kind: 'text' as const, text: item.value }] : []),
        ...item.paragraphs.map((text) => ({ kind: 'text' as const, text })),
        ...(item.declined ? [{ kind: 'hint' as const, text: t.copySkipped }] : []),
        ...(item.leftOut ? [{ kind: 'hint' as const, text: t.copyLeftOut }] : []),
        ...(item.ownWords
          ? [{ kind: 'text' as const, text: `${t.copyOwnWords}: ${item.ownWords}` }]
          : []),
      ]),
    ]),
    ...(copy.timeline.length === 0
      ? []
      : [
          { kind: 'heading' as const, text: timelineTexts[copy.language].list },
          ...copy.timeline.flatMap(({ text, words }): CopyBlock[] => [
            { kind: 'text', text },
            ...(words ? [{ kind: 'text' as const, text: `${t.copyOwnWords}: ${words}` }] : []),
          ]),
        ]),
  ];
}

const TAGS = { title: 'h1', heading: 'h2', question: 'h3', text: 'p', hint: 'p' } as const;
/** Within a screen that has headings of its own. */
const LOWER = { title: 'h3', heading: 'h4', question: 'h5', text: 'p', hint: 'p' } as const;

export function CopyText(props: {
  readonly copy: ParticipantCopy;
  readonly on: 'paper' | 'screen';
}) {
  const tags = props.on === 'paper' ? TAGS : LOWER;
  return copyBlocks(props.copy).map(({ kind, text }, i) => {
    const Tag = tags[kind];
    return (
      <Tag key={i} dir="auto" className={kind === 'hint' ? 'hint' : undefined}>
        {text}
      </Tag>
    );
  });
}
