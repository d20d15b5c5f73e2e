import { checkingTexts } from '../../i18n/checking.ts';
import { dateTime } from '../../i18n/format.ts';
import { InterviewFact } from '../../interview/model/event.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { recordSections } from '../model/record.ts';
import type { ReadingDesk } from './desk.ts';

/** Two entries of one tablet with the same number, side by side: which of them holds is for people to say. */
export function ForkRecord({ desk }: { readonly desk: ReadingDesk }) {
  const t = useTexts(checkingTexts);
  const byId = new Map(desk.session.events().map((event) => [event.id, event]));
  const forks = desk.now.faults.flatMap((fault) => (fault.type === 'fork' ? [fault] : []));
  if (forks.length === 0) return null;
  return (
    <section className="review-section" aria-labelledby="review-forks">
      <h2 id="review-forks">{t.forkTitle}</h2>
      <p>{t.forkWhat}</p>
      {forks.map((fork) => (
        <div key={`${fork.device} ${fork.seq}`} className="stack">
          <h3>{t.forkPlace(fork.seq)}</h3>
          <ul role="list" className="review-fork">
            {fork.events.flatMap((id) => {
              const event = byId.get(id);
              return event ? [<Side key={id} desk={desk} event={event} />] : [];
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Side({ desk, event }: { readonly desk: ReadingDesk; readonly event: JournalEvent }) {
  const t = useTexts(checkingTexts);
  const local = useLocal();
  const { language } = useLanguage();
  const { type, version, body } = event;
  const fact = InterviewFact.safeParse({ type, version, data: body?.data }).data;
  const said = (): { readonly what: string; readonly text: string } => {
    if (!body) return { what: t.forkErased, text: '' };
    if (fact?.type === 'AnswerWritten') {
      const { question, answer } = fact.data;
      const item = recordSections(desk.now.interview, desk.guide)
        .flatMap(({ items }) => items)
        .find((each) => each.question === question);
      return { what: t.forkAnswer(item ? local(item.text) : question), text: answer.text };
    }
    if (fact?.type === 'MemoWritten') {
      const { field, value } = fact.data;
      const spec = desk.guide?.memoTemplate.fields.find(({ id }) => id === field);
      const text = Array.isArray(value) ? value.join('\n') : String(value);
      return { what: t.forkMemo(spec ? local(spec.label) : field), text };
    }
    return { what: t.forkOther, text: '' };
  };
  const { what, text } = said();
  return (
    <li className="card">
      <p className="hint">{dateTime(event.at, language)}</p>
      <p>{what}</p>
      {text !== '' && <p className="review-text">{text}</p>}
    </li>
  );
}
