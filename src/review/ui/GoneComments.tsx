import { checkingTexts } from '../../i18n/checking.ts';
import { useLocal, useTexts } from '../../kit/language.tsx';
import type { Anchor } from '../model/event.ts';
import { orphaned } from '../model/orphaned.ts';
import { CommentItem } from './CommentItem.tsx';
import type { ReadingDesk } from './desk.ts';

/** Comments whose text is gone, apart from the record: they keep their quote and their thread. */
export function GoneComments({ desk }: { readonly desk: ReadingDesk }) {
  const t = useTexts(checkingTexts);
  const local = useLocal();
  const { interview, reviews } = desk.now;
  const gone = orphaned(reviews, interview, desk.guide);
  if (gone.length === 0) return null;
  const where = (anchor: Anchor): string => {
    if (anchor.kind === 'memo') {
      const field = desk.guide?.memoTemplate.fields.find(({ id }) => id === anchor.field);
      return field ? local(field.label) : t.goneMemo;
    }
    const asked = interview.asked.find(({ question }) => question === anchor.question);
    const known = desk.guide?.sections
      .flatMap((section) => section.questions)
      .find(({ id }) => id === anchor.question);
    const text = asked?.text ?? known?.text;
    return text ? local(text) : anchor.question;
  };
  return (
    <section className="review-section" aria-labelledby="review-gone">
      <h2 id="review-gone">{t.gone}</h2>
      <p className="hint">{t.goneWhat}</p>
      <ul role="list" className="review-comments" aria-label={t.gone}>
        {gone.map((comment) => (
          <CommentItem
            key={comment.id}
            desk={desk}
            comment={comment}
            about={t.goneAt(where(comment.anchor))}
          />
        ))}
      </ul>
    </section>
  );
}
