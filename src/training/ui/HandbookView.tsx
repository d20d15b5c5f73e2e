import { useDeferredValue, useId, useMemo, useState } from 'react';
import { handbookTexts } from '../../i18n/training-handbook.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { PrintSheet } from '../../kit/print-sheet.tsx';
import type { Guide } from '../../guide/model/guide.ts';
import { searchHandbook } from '../model/handbook-search.ts';
import { chaptersOf, type Handbook } from '../model/handbook.ts';
import { HandbookChapter } from './HandbookChapter.tsx';
import { HandbookHits } from './HandbookHits.tsx';
import { readFrom } from './read-from.ts';
import './training.css';

/** The base document to read, search and print. */
export function HandbookView(props: {
  readonly handbook: Handbook;
  /** The guide in use, for the chapter on its motives; without one the chapter has no questions. */
  readonly guide: Pick<Guide, 'sections'> | undefined;
  readonly print: () => void;
}) {
  const { handbook, guide } = props;
  const t = useTexts(handbookTexts);
  const { language } = useLanguage();
  const local = useLocal();
  const top = useId();
  const chapters = useMemo(
    () => chaptersOf(handbook, guide, language),
    [handbook, guide, language],
  );
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query);
  const hits = useMemo(() => searchHandbook(chapters, asked), [chapters, asked]);
  const isAsked = asked.trim().length >= 2;
  return (
    <div className="stack handbook">
      <p>{t.intro}</p>
      <div className="handbook-find">
        <TextField
          label={t.search}
          hint={t.searchHelp}
          type="search"
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Button onClick={props.print}>{t.print}</Button>
      </div>
      <p role="status" className={isAsked ? undefined : 'visually-hidden'}>
        {isAsked ? t.found(hits.length) : ''}
      </p>
      {isAsked ? (
        <HandbookHits hits={hits} onRead={() => setQuery('')} />
      ) : (
        <>
          <nav className="card" aria-labelledby={top}>
            <h2 id={top} tabIndex={-1}>
              {t.contents}
            </h2>
            <ol className="handbook-contents">
              {chapters.map((chapter) => (
                <li key={chapter.id}>
                  <a
                    href={`#${chapter.id}`}
                    onClick={(event) => {
                      event.preventDefault();
                      readFrom(chapter.id);
                    }}
                  >
                    {chapter.title}
                  </a>
                  <span className="hint">{chapter.about}</span>
                </li>
              ))}
            </ol>
          </nav>
          {chapters.map((chapter) => (
            <HandbookChapter key={chapter.id} chapter={chapter} on="screen" />
          ))}
          <div className="row">
            <Button variant="plain" onClick={() => readFrom(top)}>
              {t.toContents}
            </Button>
          </div>
          <p className="hint">{local(handbook.lawNote)}</p>
          <p className="hint">{t.version(handbook.version)}</p>
        </>
      )}
      <PrintSheet lang={language}>
        <h1>{t.paper}</h1>
        <p>{t.version(handbook.version)}</p>
        {chapters.map((chapter) => (
          <HandbookChapter key={chapter.id} chapter={chapter} on="paper" />
        ))}
        <p>{local(handbook.lawNote)}</p>
      </PrintSheet>
    </div>
  );
}
