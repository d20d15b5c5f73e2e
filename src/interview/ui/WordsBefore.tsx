import { useEffect, useState } from 'react';
import type { Random } from '../../base/deps.ts';
import type { Guide, PreparationField } from '../../guide/model/guide.ts';
import { preparationTexts } from '../../i18n/preparation.ts';
import type { Journal } from '../../journal/model/port.ts';
import { TextArea } from '../../kit/field.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { privateMemo, type MemoKeeper } from '../memo.ts';
import type { InterviewSession } from '../session.ts';

/** Where these words are kept: beside part C of the memo, in the stream that no parcel takes. */
const keyOf = (field: PreparationField): string => `pre.${field.id}`;
const ownFields = (guide: Guide): PreparationField[] =>
  (guide.preInterview?.fields ?? []).filter(({ type }) => type === 'text');

/** What the interviewer expects and fears: nobody else's business, and on disk at every letter. */
export function PrivateWords(props: {
  readonly session: InterviewSession;
  readonly journal: Journal;
  readonly random: Random;
}) {
  const { session, journal, random } = props;
  const t = useTexts(preparationTexts);
  const [keeper, setKeeper] = useState<MemoKeeper | null>(null);
  useEffect(() => {
    let here = true;
    void privateMemo(journal, session.stream, random).then((opened) => {
      if (here) setKeeper(opened);
    });
    return () => {
      here = false;
    };
  }, [session, journal, random]);
  const fields = ownFields(session.guide);
  if (!keeper || fields.length === 0) return null;
  return (
    <section className="card" aria-labelledby="own-words">
      <h2 id="own-words">{t.ownTitle}</h2>
      <p className="hint">{t.ownHelp}</p>
      {fields.map((field) => (
        <OwnField key={field.id} field={field} keeper={keeper} />
      ))}
    </section>
  );
}

function OwnField(props: { readonly field: PreparationField; readonly keeper: MemoKeeper }) {
  const { field, keeper } = props;
  const local = useLocal();
  const key = keyOf(field);
  const [text, setText] = useState(() => wordsOf(keeper, key));
  return (
    <TextArea
      label={local(field.label)}
      rows={3}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        keeper.draft(key, event.target.value);
      }}
      onBlur={() => void keeper.settle(key)}
    />
  );
}

/** The same words again, to be read beside part C. */
export function WordsBefore(props: { readonly guide: Guide; readonly keeper: MemoKeeper }) {
  const t = useTexts(preparationTexts);
  const local = useLocal();
  const written = ownFields(props.guide).flatMap((field) => {
    const text = wordsOf(props.keeper, keyOf(field));
    return text.trim() === '' ? [] : [{ field, text }];
  });
  if (written.length === 0) return null;
  return (
    <section className="card" aria-labelledby="words-before">
      <h2 id="words-before">{t.before}</h2>
      <dl className="stack">
        {written.map(({ field, text }) => (
          <div key={field.id}>
            <dt className="hint">{local(field.label)}</dt>
            <dd className="own-words">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function wordsOf(keeper: MemoKeeper, key: string): string {
  const value = keeper.value(key);
  return typeof value === 'string' ? value : '';
}
