import type { Guide } from '../../guide/model/guide.ts';
import type { InterviewState } from '../../interview/model/state.ts';
import { locate } from './passage.ts';
import { memoItems, recordSections } from './record.ts';
import type { ReviewComment, ReviewState } from './state.ts';

/**
 * The comments that no text of the record carries any more: their words are gone from it, or all that they were
 * about is. What the participant took back is not among them: that stays silent where it stood.
 */
export function orphaned(
  reviews: readonly ReviewState[],
  interview: InterviewState,
  guide: Guide | undefined,
): readonly ReviewComment[] {
  const questions = new Set<string>(
    recordSections(interview, guide).flatMap(({ items }) => items.map(({ question }) => question)),
  );
  const fields = new Set(
    memoItems(interview, guide).flatMap(({ items }) => items.map(({ field }) => field)),
  );
  return reviews
    .flatMap((review) => review.comments)
    .filter((comment) => {
      const { anchor } = comment;
      const shown =
        anchor.kind === 'question' ? questions.has(anchor.question) : fields.has(anchor.field);
      const place = locate(comment, interview);
      return place.type === 'lost' || (!shown && place.type !== 'takenBack');
    });
}
