import type { Guide } from '../../guide/model/guide.ts';
import { identifyingTexts } from '../../i18n/identifying.ts';
import { useLocal, useTexts } from '../../kit/language.tsx';
import type { Place } from '../model/identifying.ts';

/** Where something looks as if it could point somebody out: what kind of thing, and one tap to it. */
export function IdentifyingList(props: {
  readonly guide: Guide;
  readonly places: readonly Place[];
  readonly help: string;
  readonly onGo: (place: Place) => void;
}) {
  const t = useTexts(identifyingTexts);
  const local = useLocal();
  const { sections, memoTemplate } = props.guide;
  const nameOf = (place: Place): string => {
    if (place.kind === 'memo') {
      const field = memoTemplate.fields.find(({ id }) => id === place.field);
      return t.memoField(field ? local(field.label) : place.field);
    }
    const question = sections
      .flatMap((section) => section.questions)
      .find(({ id }) => id === place.question);
    return question ? local(question.text) : place.question;
  };
  return (
    <section className="card" aria-labelledby="identifying">
      <h2 id="identifying">{t.title}</h2>
      <p className="hint">{props.help}</p>
      <ul role="list" className="stack">
        {props.places.map((place) => {
          const name = nameOf(place);
          const kinds = [...new Set(place.findings.map(({ kind }) => t[kind]))].join(', ');
          return (
            <li key={place.kind === 'memo' ? `memo.${place.field}` : place.question}>
              <button
                type="button"
                className="choice"
                aria-label={`${t.go(name)} (${kinds})`}
                onClick={() => props.onGo(place)}
              >
                <span>
                  {name} <span className="tag">{kinds}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
