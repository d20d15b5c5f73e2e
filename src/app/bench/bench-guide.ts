import { GuideId, QuestionId, SectionId, TrackId } from '../../base/ids.ts';
import type { Guide, Question } from '../../guide/model/guide.ts';

/** How many questions a generated section has; the real guide has five on average. */
const SECTION = 5;

/** A guide of `n` questions, made from the words of the real one, for measuring only. */
export function benchGuide(real: Guide, n: number): Guide {
  const models = real.sections.flatMap((section) => section.questions);
  const questions = Array.from({ length: n }, (_, i): Question => {
    const model = models[i % models.length];
    if (!model) throw new Error('a guide without questions');
    const { watch: _watch, ...rest } = model;
    const answer = i === 0 || i % 4 === 0 ? { kind: 'narrative' as const } : model.answer;
    return { ...rest, answer, id: QuestionId.parse(`b${i + 1}`) };
  });
  const gate = questions.at(-1);
  if (!gate) throw new Error('a bench needs a question');
  questions[n - 1] = { ...gate, watch: ['consentGate'] };
  const shape = real.sections[1] ?? real.sections[0];
  if (!shape) throw new Error('a guide without sections');
  return {
    ...real,
    id: GuideId.parse(`bench-${n}`),
    version: '1',
    sections: Array.from({ length: Math.ceil(n / SECTION) }, (_, s) => ({
      ...shape,
      id: SectionId.parse(`b${s + 1}`),
      questions: questions.slice(s * SECTION, (s + 1) * SECTION),
    })),
    tracks: [
      {
        id: TrackId.parse('full'),
        name: real.title,
        // The most that a track may say.
        minutes: Math.min(600, n * 2),
        questionIds: questions.map((question) => question.id),
      },
    ],
  };
}
