import type { PracticeCase } from './case.ts';
import { happeningsOf } from './predicate.ts';
import { Topic } from './topic.ts';

/**
 * What can be said of at a tap where a colleague plays: all that the case's checkpoints listen for, whichever question
 * they stand at and whether it is wanted or not, in an order that tells nothing of either.
 */
export function topicsOf(played: PracticeCase): readonly Topic[] {
  const listened = new Set(
    played.checkpoints.flatMap(({ when }) =>
      happeningsOf(when).flatMap(({ type, about }) =>
        type === 'QuestionPut' && about?.topic ? [about.topic] : [],
      ),
    ),
  );
  return Topic.options.filter((topic) => listened.has(topic));
}
