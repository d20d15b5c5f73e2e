import type { MemberId, StreamId } from '../../base/ids.ts';
import { longDate } from '../../i18n/format.ts';
import { lateMemoTexts } from '../../i18n/late-memos.ts';
import { reviewTexts } from '../../i18n/review.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import type { LateMemo } from '../model/late-memos.ts';
import './review.css';

/** Begun talks whose memo is overdue, above the interviews that came in; nothing when there are none. */
export function LateMemos(props: {
  readonly memos: readonly LateMemo[];
  readonly nameOf: (member: MemberId) => string;
  readonly onOpen: (assignment: StreamId) => void;
}) {
  const t = useTexts(lateMemoTexts);
  const review = useTexts(reviewTexts);
  const { language } = useLanguage();
  if (props.memos.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="late-memos">
      <h2 id="late-memos">{t.title}</h2>
      <p className="hint">{t.help}</p>
      <ul role="list" aria-labelledby="late-memos" className="review-list">
        {props.memos.map(({ stream, code, interviewer, begunAt, memo }) => (
          <li key={stream}>
            <button type="button" className="review-row" onClick={() => props.onOpen(stream)}>
              <span className="review-code">{code}</span>
              <span className="review-what">
                <span>{t.begun(longDate(begunAt, language))}</span>
                <span className="hint">{props.nameOf(interviewer)}</span>
              </span>
              <span className="review-tags">
                <span className="tag" data-tone="warn">
                  {memo === 'day' ? review.memoDay : review.memoThreeDays}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
