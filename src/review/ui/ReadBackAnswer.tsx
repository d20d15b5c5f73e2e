import { readBackTexts } from '../../i18n/read-back.ts';
import type { ReadBackItem } from '../../interview/model/read-back.ts';
import type { InterviewState } from '../../interview/model/state.ts';
import { useOf } from '../../interview/model/use.ts';
import { useTexts } from '../../kit/language.tsx';

/** What the participant did with one answer when it was read back: own words, use, and that a part is gone. */
export function ReadBackAnswer(props: {
  readonly interview: InterviewState;
  readonly item: ReadBackItem;
}) {
  const { interview, item } = props;
  const t = useTexts(readBackTexts);
  const use = useOf(interview, item);
  const names = { quote: t.recordQuote, noQuote: t.recordNoQuote, betweenUs: t.recordBetweenUs };
  return (
    <>
      {use && (
        <p className="row">
          <span className="tag" data-use={use}>
            {names[use]}
          </span>
        </p>
      )}
      {item.shortened && <p className="hint">{t.recordShortened}</p>}
      {item.ownWords.trim() !== '' && (
        <figure className="review-own">
          <figcaption className="hint">{t.recordOwn}</figcaption>
          <blockquote className="review-text">{item.ownWords}</blockquote>
        </figure>
      )}
    </>
  );
}
