import { useEffect, useRef, useState } from 'react';
import type { QuestionId, SectionId } from '../../base/ids.ts';
import { isConsentGate, type Question } from '../../guide/model/guide.ts';
import { dateTime } from '../../i18n/format.ts';
import { readBackTexts } from '../../i18n/read-back.ts';
import { Button } from '../../kit/button.tsx';
import { FullScreen } from '../../kit/full-screen.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { saysSomething } from '../model/act.ts';
import { foldReadBack, NOT_READ_BACK, type ReadBack as Read } from '../model/read-back.ts';
import { settleAllOwnWords } from '../read-back.ts';
import type { InterviewSession } from '../session.ts';
import type { TranscriptPorts } from '../transcript-session.ts';
import { HoldButton } from './HoldButton.tsx';
import { ReadBackAnswer } from './ReadBackAnswer.tsx';
import { useSnapshot } from './use-session.ts';
import './read-back.css';

interface Part {
  readonly id: SectionId;
  readonly title: { readonly sv: string; readonly en?: string | undefined };
  readonly questions: readonly Question[];
}

/** The sections in which something was asked or written, as they are read; the consent has a screen of its own. */
export function partsToRead(session: InterviewSession, read: Read): Part[] {
  const { questions } = session.snapshot().state;
  const told = (id: QuestionId) =>
    questions.has(id) || saysSomething(session.answer(id)) || read.questions.has(id);
  return session.guide.sections
    .map(({ id, title, questions: all }) => ({
      id,
      title,
      questions: all.filter((question) => told(question.id) && !isConsentGate(question)),
    }))
    .filter((part) => part.questions.length > 0);
}

/**
 * What was written, section by section, large and plain, for the young person to read: their words and nothing of
 * motives, cards, memo or code. Back to the notes leads only a deliberate act.
 */
export function ReadBack(props: {
  readonly session: InterviewSession;
  /** What is taken back may stand in the transcript too. */
  readonly ports: TranscriptPorts;
  /** Where to begin. */
  readonly question?: QuestionId;
  readonly onClose: () => void;
}) {
  const { session, onClose } = props;
  const t = useTexts(readBackTexts);
  const local = useLocal();
  const { language } = useLanguage();
  const { state } = useSnapshot(session);
  const read = foldReadBack(session.events());
  const parts = partsToRead(session, read);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      parts.findIndex(({ questions }) => questions.some(({ id }) => id === props.question)),
    ),
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const seen = useRef(at);
  useEffect(() => {
    if (seen.current !== at) heading.current?.scrollIntoView();
    seen.current = at;
    heading.current?.focus({ preventScroll: true });
  }, [at]);
  // A field that was not left by a tap elsewhere (iPadOS keeps the focus in it) settles here.
  useEffect(() => () => void settleAllOwnWords(session), [session]);

  const part = parts[Math.min(at, parts.length - 1)];
  const readAt = part && read.sections.get(part.id);
  const { run: markRead, busy } = useOnce(async () => {
    if (!part) return;
    const data = { section: part.id };
    const kept = await session.act([{ type: 'SectionReadBack', version: 1, data }]);
    if (kept.ok && at < parts.length - 1) setAt(at + 1);
  });
  return (
    <FullScreen label={t.title} className="read-back">
      <header className="read-head">
        <span className="hint">{part && t.sectionOf(at + 1, parts.length)}</span>
        <HoldButton hint={t.leaveHint} second={t.leaveYes} onHeld={onClose}>
          {t.leave}
        </HoldButton>
      </header>
      <main className="read-main">
        <h1 ref={heading} tabIndex={-1}>
          {part ? local(part.title) : t.title}
        </h1>
        {at === 0 && <p className="read-intro">{part ? t.intro : t.nothing}</p>}
        {part?.questions.map((question) => (
          <ReadBackAnswer
            key={question.id}
            session={session}
            state={state}
            question={question}
            item={read.questions.get(question.id) ?? NOT_READ_BACK}
            ports={props.ports}
          />
        ))}
      </main>
      <footer className="read-foot">
        <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
          {t.previous}
        </Button>
        <div className="read-done">
          <Button variant="primary" disabled={busy || !part} onClick={markRead}>
            {t.readThis}
          </Button>
          <span className="hint" role="status">
            {readAt !== undefined && t.readAt(dateTime(readAt, language))}
          </span>
        </div>
        <Button disabled={at >= parts.length - 1} onClick={() => setAt(at + 1)}>
          {t.next}
        </Button>
      </footer>
    </FullScreen>
  );
}
