import type { Guide } from '../../guide/model/guide.ts';
import { cueTexts } from '../../i18n/training-case.ts';
import { debriefTexts } from '../../i18n/training-debrief.ts';
import { kindTexts } from '../../i18n/training-kinds.ts';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { courseParts, type CourseLine } from '../model/course-lines.ts';
import type { Debrief } from '../model/debrief.ts';

/** The same course in words, under the question at which each thing happened. */
export function CourseList(props: { readonly debrief: Debrief; readonly guide: Guide | null }) {
  const { debrief, guide } = props;
  const t = useTexts(debriefTexts);
  const local = useLocal();
  const words = useLineWords(debrief, guide);
  const questions = guide?.sections.flatMap((section) => section.questions) ?? [];
  return (
    <details className="course-list">
      <summary>{t.courseList}</summary>
      <ol>
        {courseParts(debrief).map((part, index) => {
          const question = questions.find(({ id }) => id === part.question);
          return (
            <li key={index}>
              {part.question && (
                <p>
                  <strong>{question ? local(question.text) : part.question}</strong>
                </p>
              )}
              <ul>
                {part.lines.map((line, place) => (
                  <li key={place}>
                    <span className="hint">{clock(line.at, t.at)}</span> {words(line)}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </details>
  );
}

const clock = (seconds: number, at: (minute: number, second: string) => string): string =>
  at(Math.floor(seconds / 60), `${Math.floor(seconds % 60)}`.padStart(2, '0'));

function useLineWords(debrief: Debrief, guide: Guide | null): (line: CourseLine) => string {
  const t = useTexts(debriefTexts);
  const k = useTexts(kindTexts);
  const c = useTexts(cueTexts);
  const local = useLocal();
  const { alias } = debrief;
  const cardName = (id: string | undefined) => {
    const card = guide?.situations.find((each) => each.id === id);
    return card ? local(card.title) : (id ?? '');
  };
  return (line) => {
    if (line.type === 'mark') {
      const { type, card, wants } = line.mark;
      if (type === 'cardOpened' || type === 'cardClosed') return t[`mark_${type}`](cardName(card));
      if (type === 'wish') return t[`mark_wish_${wants ?? 'stop'}`](alias);
      return t[`mark_${type}`];
    }
    const { who, how, kind, cue, from, to } = line.stretch;
    switch (who) {
      case 'interviewer':
        if (how !== 'own') return how === 'probe' ? t.said_probe : t.said_guide;
        return kind ? t.said_own(k[`kind_${kind}`].toLowerCase()) : t.said_ownPlain;
      case 'person':
        return cue ? t.said_personCue(alias, c[`cue_${cue}`]) : t.said_person(alias);
      case 'silence':
        return t.said_silence(Math.round(to - from));
      case 'pause':
        return t.said_pause;
    }
  };
}
