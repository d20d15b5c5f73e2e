import { useRef } from 'react';
import { clockTime, dateTime, longDate } from '../../i18n/format.ts';
import { recordTexts } from '../../i18n/record.ts';
import { reviewTexts } from '../../i18n/review.ts';
import type { SafetyFlag } from '../../interview/model/state.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { may } from '../model/act.ts';
import { cardTitle, recordSections } from '../model/record.ts';
import { handledBy } from '../model/state.ts';
import type { ReadingDesk } from './desk.ts';

/** Safety first (domain.md 3): each flag with its card, the question it was raised at, the note and the time. */
export function Flags({ desk }: { readonly desk: ReadingDesk }) {
  const t = useTexts(recordTexts);
  const { flags } = desk.now.interview;
  if (flags.length === 0) return null;
  const waiting = flags.some(({ event }) => !handledBy(desk.now.reviews, event));
  const name = desk.nameOf(desk.now.interviewer) || t.theInterviewer;
  return (
    <section
      className="review-flags"
      data-waiting={waiting || undefined}
      aria-labelledby="review-flags"
    >
      <h2 id="review-flags">{t.flagsTitle}</h2>
      <p>{t.flagsIntro(name)}</p>
      <ul role="list" className="stack">
        {flags.map((flag) => (
          <Flag key={flag.event} desk={desk} flag={flag} />
        ))}
      </ul>
    </section>
  );
}

function Flag({ desk, flag }: { readonly desk: ReadingDesk; readonly flag: SafetyFlag }) {
  const t = useTexts(recordTexts);
  const r = useTexts(reviewTexts);
  const { language } = useLanguage();
  const local = useLocal();
  const heading = useRef<HTMLHeadingElement>(null);
  const title = local(cardTitle(desk.guide, flag.card));
  const question = askedAt(desk, flag);
  const handled = handledBy(desk.now.reviews, flag.event);
  const handle = useOnce(async () => {
    const result = await desk.session.handleFlag(flag.event);
    desk.tell(result.ok ? 'sent' : result.error.type);
    // The button is gone when it went well; the reader stays at the message.
    if (result.ok) heading.current?.focus();
  });
  return (
    <li className="review-flag">
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p className="review-text">{flag.note.trim() === '' ? t.flagNoNote : flag.note}</p>
      <p className="hint">
        {longDate(flag.at, language)} {clockTime(flag.at, language)}
        {question && `. ${t.flagAbout(local(question))}`}
      </p>
      {handled && (
        <p>
          <span className="tag" data-tone="ok">
            {r.handled(desk.nameOf(handled.by), dateTime(handled.at, language))}
          </span>
        </p>
      )}
      {!handled && may(desk.now.standing, 'handleFlag') && (
        <div className="row">
          <Button aria-label={r.handleThis(title)} disabled={handle.busy} onClick={handle.run}>
            {r.handle}
          </Button>
        </div>
      )}
    </li>
  );
}

/** The question as it was asked; before the record is there, as the guide has it. */
function askedAt(desk: ReadingDesk, { question }: SafetyFlag) {
  const inRecord = recordSections(desk.now.interview, desk.guide)
    .flatMap((section) => section.items)
    .find((item) => item.question === question)?.text;
  return (
    inRecord ??
    desk.guide?.sections
      .flatMap((section) => section.questions)
      .find((each) => each.id === question)?.text
  );
}
