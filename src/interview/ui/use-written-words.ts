import type { QuestionId } from '../../base/ids.ts';
import { clockTime } from '../../i18n/format.ts';
import { takenAlongTexts } from '../../i18n/taken-along.ts';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { placementWords } from '../model/placement-words.ts';
import type { Written } from '../model/written-then.ts';
import type { InterviewSession } from '../session.ts';

/** A question as it is asked; its id where the guide does not know it. */
export function useQuestionText(session: InterviewSession): (id: QuestionId) => string {
  const local = useLocal();
  return (id) => {
    const question = session.guide.sections
      .flatMap(({ questions }) => questions)
      .find((each) => each.id === id);
    return question ? local(question.text) : id;
  };
}

/** What was written while sound was recorded, in words that the young person may read. */
export function useWrittenWords(session: InterviewSession): (written: Written) => string {
  const t = useTexts(takenAlongTexts);
  const { language } = useLanguage();
  const questionText = useQuestionText(session);
  return (written) => {
    switch (written.kind) {
      case 'answer':
        return questionText(written.question);
      case 'ownWords':
        return t.ownWords(questionText(written.question));
      case 'placement':
        return t.placement(placementWords(written.placement, language));
      case 'moments':
        return t.moments(written.events.length);
      case 'tonight':
        return t.tonight;
      case 'note':
        return t.note(clockTime(written.at, language));
      case 'flag':
        return t.flag(clockTime(written.at, language));
    }
  };
}
