import type { CardId, QuestionId } from '../../base/ids.ts';
import type { Debrief } from './debrief.ts';

type Stretch = Debrief['course'][number];
type Mark = Debrief['marks'][number];

/** One line of the talk's course in words: a stretch of it or a mark, in the order in which they came. */
export type CourseLine =
  | { readonly type: 'stretch'; readonly at: number; readonly stretch: Stretch }
  | { readonly type: 'mark'; readonly at: number; readonly mark: Mark };

/** The course as a list, under the question at which it happened; null before the first and after the talk. */
export interface CoursePart {
  readonly question: QuestionId | null;
  readonly lines: readonly CourseLine[];
}

/** What belongs to no question, such as a pause, stays under the one before it. */
export function courseParts({ course, marks }: Pick<Debrief, 'course' | 'marks'>): CoursePart[] {
  const lines: CourseLine[] = [
    ...course.map((stretch) => ({ type: 'stretch', at: stretch.from, stretch }) as const),
    ...marks.map((mark) => ({ type: 'mark', at: mark.at, mark }) as const),
  ].sort((a, b) => a.at - b.at);
  const parts: { question: QuestionId | null; lines: CourseLine[] }[] = [];
  for (const line of lines) {
    const { question } = line.type === 'stretch' ? line.stretch : line.mark;
    const last = parts.at(-1);
    if (last && (question === null || question === last.question)) last.lines.push(line);
    else parts.push({ question, lines: [line] });
  }
  return parts;
}

/** Every card that the course names, once. */
export const cardsIn = ({ marks }: Pick<Debrief, 'marks'>): readonly CardId[] => [
  ...new Set(marks.flatMap(({ card }) => card ?? [])),
];
