import { useId } from 'react';
import { partialDate } from '../../i18n/format.ts';
import { handbookTexts } from '../../i18n/training-handbook.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import type { Chapter, ChapterSection } from '../model/handbook.ts';

/** A chapter with its short sections; on paper without ids, since the screen has them. */
export function HandbookChapter(props: {
  readonly chapter: Chapter;
  readonly on: 'screen' | 'paper';
}) {
  const { chapter, on } = props;
  const heading = useId();
  const onScreen = on === 'screen';
  return (
    <section
      className={onScreen ? 'card handbook-chapter' : 'handbook-chapter'}
      aria-labelledby={onScreen ? heading : undefined}
      id={onScreen ? chapter.id : undefined}
      tabIndex={onScreen ? -1 : undefined}
    >
      <h2 id={onScreen ? heading : undefined}>{chapter.title}</h2>
      <p className="hint">{chapter.about}</p>
      {chapter.sections.map((section) => (
        <SectionText key={section.id} section={section} onScreen={onScreen} />
      ))}
    </section>
  );
}

function SectionText(props: { readonly section: ChapterSection; readonly onScreen: boolean }) {
  const { section } = props;
  const t = useTexts(handbookTexts);
  const { language } = useLanguage();
  return (
    <div
      className="handbook-section"
      id={props.onScreen ? section.id : undefined}
      tabIndex={props.onScreen ? -1 : undefined}
    >
      <h3>{section.title}</h3>
      {section.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {section.points.length > 0 && (
        <ul>
          {section.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      {section.law.length > 0 && (
        <p className="hint">
          {t.law}:{' '}
          {section.law
            .map(({ ref, inForce }) =>
              inForce ? `${ref} (${t.inForce(partialDate(inForce, language))})` : ref,
            )
            .join('; ')}
        </p>
      )}
    </div>
  );
}
