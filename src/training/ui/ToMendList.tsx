import type { Guide } from '../../guide/model/guide.ts';
import { caseCheckTexts } from '../../i18n/training-case-check.ts';
import { ownCaseTexts } from '../../i18n/training-own-cases.ts';
import { Button } from '../../kit/button.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import type { ToMend } from '../model/case-check.ts';
import type { CasePlace } from '../model/case-made.ts';

/** What keeps a case from being published, in words, each with the way to its place. */
export function ToMendList(props: {
  readonly toMend: readonly ToMend[];
  readonly guide: Guide;
  readonly onGo: (place: CasePlace) => void;
}) {
  const { toMend, guide, onGo } = props;
  const t = useTexts(caseCheckTexts);
  const placeIn = usePlaceWords(guide);
  const sentence = (each: ToMend): string => {
    if ('lack' in each) return t[`lack_${each.lack}`];
    const said = t[`problem_${each.problem}`];
    // Ids mean nothing to a person; a word that looks like a telephone number does.
    const tells = each.problem === 'contact' || each.problem === 'fullName';
    return tells && each.found ? t.withFound(said, each.found) : said;
  };
  return (
    <section className="stack" aria-labelledby="to-mend">
      <h3 id="to-mend">{t.toMend}</h3>
      <ul role="list" className="who-list">
        {toMend.map((each, i) => {
          const what = t.placed(placeIn(each.place), sentence(each));
          return (
            <li className="who-line" key={i}>
              <span>{what}</span>
              <Button aria-label={t.goToWhat(what)} onClick={() => onGo(each.place)}>
                {t.goTo}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A place in words: the part of the form, or the question as it stands in the guide. */
export function usePlaceWords(guide: Guide) {
  const t = useTexts(ownCaseTexts);
  const local = useLocal();
  return (place: CasePlace): string => {
    if (place === 'about' || place === 'checkpoints' || place === 'voice')
      return t[`part_${place}`];
    const id = place.slice('answers/'.length);
    const question = guide.sections
      .flatMap(({ questions }) => questions)
      .find((each) => each.id === id);
    return question ? local(question.text) : id;
  };
}
