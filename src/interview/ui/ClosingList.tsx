import { useMemo, useState } from 'react';
import type { QuestionId } from '../../base/ids.ts';
import { closingTexts } from '../../i18n/closing.ts';
import { Button } from '../../kit/button.tsx';
import { Check } from '../../kit/choice.tsx';
import { TextArea } from '../../kit/field.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { closingItems, closingLeft, foldClosing } from '../model/closing.ts';
import type { InterviewSession } from '../session.ts';
import { useSnapshot } from './use-session.ts';

const TONIGHT = 'tonight';

/** The guide's closing checklist, how the person feels, and whom they meet tonight. */
export function ClosingList(props: {
  readonly session: InterviewSession;
  readonly onGo?: (question: QuestionId) => void;
}) {
  const { session } = props;
  const t = useTexts(closingTexts);
  const local = useLocal();
  const { state } = useSnapshot(session);
  const events = session.events();
  const closing = useMemo(() => foldClosing(events), [events]);
  const short = state.track === 'brief' || state.stopped !== null;
  const items = closingItems(session.guide, short);
  const check = (id: string, on: boolean) =>
    void session.act(() => {
      const { checked } = foldClosing(session.events());
      const others = checked.filter((each) => each !== id);
      const next = on ? [...others, id] : others;
      return [{ type: 'ClosingChecked', version: 1, data: { items: next } }];
    });
  return (
    <div className="stack">
      <p className="hint">{t.help}</p>
      {short && <p className="hint">{t.short}</p>}
      <div className="group">
        {items.map(({ id, required, label, question }) => (
          <div key={id}>
            <Check
              label={required ? local(label) : `${local(label)} (${t.optional})`}
              checked={closing.checked.includes(id)}
              onChange={(on) => check(id, on)}
            />
            {question && <Mood session={session} question={question} onGo={props.onGo} />}
          </div>
        ))}
      </div>
      <p role="status">{t.left(closingLeft(items, closing))}</p>
      <Tonight session={session} settled={closing.tonight} />
    </div>
  );
}

/** What the person answered to the question that belongs to an item. */
function Mood(props: {
  readonly session: InterviewSession;
  readonly question: QuestionId;
  readonly onGo: ((question: QuestionId) => void) | undefined;
}) {
  const { session, question, onGo } = props;
  const t = useTexts(closingTexts);
  const local = useLocal();
  const place = useSnapshot(session).route.find(question);
  const { value } = session.answer(question);
  const spec = place?.question.answer;
  const chosen =
    value?.kind === 'choice' && spec?.kind === 'choice'
      ? spec.options.filter(({ id }) => value.options.includes(id))
      : [];
  if (!place) return null;
  return (
    <p className="row hint">
      {chosen.length > 0
        ? `${t.mood}: ${chosen.map(({ label }) => local(label)).join(', ')}`
        : t.moodNone}
      {chosen.length === 0 && onGo && (
        <Button variant="plain" onClick={() => onGo(question)}>
          {t.goMood}
        </Button>
      )}
    </p>
  );
}

function Tonight(props: { readonly session: InterviewSession; readonly settled: string }) {
  const { session, settled } = props;
  const t = useTexts(closingTexts);
  const [plan, setPlan] = useState(() => {
    const draft = session.draftOf(TONIGHT);
    return typeof draft === 'string' ? draft : settled;
  });
  return (
    <TextArea
      label={t.tonight}
      hint={t.tonightHelp}
      value={plan}
      onChange={(event) => {
        setPlan(event.target.value);
        session.draft(TONIGHT, event.target.value);
      }}
      onBlur={() => {
        if (plan === settled) return;
        void session.act([{ type: 'TonightPlanned', version: 1, data: { plan } }], [TONIGHT]);
      }}
    />
  );
}
