import type { Guide, LocalText } from '../../guide/model/guide.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { merge } from '../../journal/model/merge.ts';
import { saysSomething } from './act.ts';
import { foldReadBack } from './read-back.ts';
import { foldInterview } from './state.ts';
import { useOf } from './use.ts';

/**
 * What an interview was about, as the titles of its sections and not one word of an answer: for the next talk with
 * the same person. A section counts when something was said in it that is not between the two alone.
 */
export function topicsOf(events: readonly JournalEvent[], guide: Guide): readonly LocalText[] {
  const merged = merge(events);
  const state = foldInterview(merged);
  if (!state) return [];
  const read = foldReadBack(merged);
  return guide.sections
    .filter(({ questions }) =>
      questions.some(({ id }) => {
        const known = state.questions.get(id);
        return (
          known !== undefined &&
          !known.takenBack &&
          saysSomething(known.answer) &&
          useOf(state, read.questions.get(id)) !== 'betweenUs'
        );
      }),
    )
    .map(({ title }) => title);
}
