import { concernTexts } from '../../i18n/concern.ts';
import { dateTime } from '../../i18n/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { CONCERN_FIELDS, type ConcernState, type ConcernText } from '../model/concern.ts';
import { fieldWords } from '../model/concern-words.ts';

/** A draft as it is read: on paper at the hand-over, and by the supervisor. Every change shows its time. */
export function ConcernPaper(props: {
  readonly state: ConcernState;
  readonly author: string;
  readonly heading: 'h1' | 'h2';
}) {
  const { state, author, heading: Heading } = props;
  const t = useTexts(concernTexts);
  const { language } = useLanguage();
  const name = state.kind === 'concern' ? t.concernDraft : t.misconductDraft;
  const facts: readonly (readonly [string, string])[] = [
    [t.code, state.code ?? ''],
    [t.by, author],
    [t.begun, dateTime(state.begunAt, language)],
    [t.lastChanged, dateTime(state.changedAt, language)],
  ];
  return (
    <article className="concern-paper">
      <Heading>{name}</Heading>
      <dl className="concern-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {CONCERN_FIELDS.map((field) => {
        const kept = state.fields.get(field);
        return (
          <section key={field} className="stack">
            <h3>{fieldWords(t, state.kind, field).label}</h3>
            <p className="concern-words">{kept?.text.trim() || t.nothingYet}</p>
            <FieldTimes kept={kept} />
          </section>
        );
      })}
      <section className="stack">
        <h3>{t.handOverTitle}</h3>
        {state.handOvers.length === 0 && <p>{t.notHandedOver}</p>}
        {state.handOvers.map((done) => (
          <p key={done.at} className="concern-words">
            {t.handedOver(done.to, done.way, done.when)}{' '}
            <span className="hint">{t.notedAt(dateTime(done.at, language))}</span>
          </p>
        ))}
        {state.handOvers.length > 0 && state.handedOverAt === null && <p>{t.changedSince}</p>}
      </section>
      {state.unknown > 0 && <p>{t.unknown}</p>}
      <p className="hint">{t.recorded}</p>
    </article>
  );
}

/** When a field was written and changed; nothing before it was. */
export function FieldTimes({ kept }: { readonly kept: ConcernText | undefined }) {
  const t = useTexts(concernTexts);
  const { language } = useLanguage();
  if (!kept) return null;
  const [first, ...later] = kept.times.map((at) => dateTime(at, language));
  return (
    <p className="hint">
      {[t.written(first ?? ''), later.length > 0 ? t.changed(later.join(', ')) : '']
        .filter(Boolean)
        .join('. ')}
    </p>
  );
}
