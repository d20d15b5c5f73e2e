import { useMemo } from 'react';
import { checkingTexts } from '../../i18n/checking.ts';
import { recordTexts } from '../../i18n/record.ts';
import { useTexts } from '../../kit/language.tsx';
import { differences } from '../differences.ts';
import { stateAt } from '../model/changes.ts';
import type { Anchor } from '../model/event.ts';
import { textUnder } from '../model/passage.ts';
import type { ReadingDesk } from './desk.ts';
import { outcomeWords } from './words.ts';

/** What changed under an anchor since the version that was decided about, word by word. */
export function Differences(props: { readonly desk: ReadingDesk; readonly anchor: Anchor }) {
  const t = useTexts(checkingTexts);
  const record = useTexts(recordTexts);
  const { desk, anchor } = props;
  const { before, interview } = desk.now;
  const events = desk.session.events();
  const earlier = useMemo(() => stateAt(events, before), [events, before]);
  if (!earlier) return null;
  const [was, is] = [textUnder(earlier, anchor), textUnder(interview, anchor)];
  const outcome = (state: typeof earlier) =>
    anchor.kind === 'question' ? (state.questions.get(anchor.question)?.outcome ?? null) : null;
  const outcomeWas = outcome(earlier);
  return (
    <div className="review-differences">
      <p className="hint">{t.changesSince(before)}</p>
      {anchor.kind === 'question' && outcomeWas !== outcome(interview) && (
        <p className="hint">{t.outcomeBefore(outcomeWords(outcomeWas, record))}</p>
      )}
      {was === is ? (
        <p className="hint">{t.nothing}</p>
      ) : (
        <p className="review-text">
          {differences(was, is).map(({ kind, text }, i) => {
            if (kind === 'same') return <span key={i}>{text}</span>;
            const Tag = kind === 'added' ? 'ins' : 'del';
            return (
              <Tag key={i}>
                <span className="visually-hidden">{kind === 'added' ? t.added : t.removed} </span>
                {text}
                <span className="visually-hidden"> {t.end}</span>
              </Tag>
            );
          })}
        </p>
      )}
    </div>
  );
}
