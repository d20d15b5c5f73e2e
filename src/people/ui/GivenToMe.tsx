import { useState } from 'react';
import type { MemberId, StreamId } from '../../base/ids.ts';
import { assignTexts } from '../../i18n/assign.ts';
import { partialDate } from '../../i18n/format.ts';
import { Button } from '../../kit/button.tsx';
import { unkeptTexts } from '../../i18n/unkept.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { ListedAssignment } from '../assignments.ts';
import type { GoalWord } from '../model/goal.ts';
import { ANSWERS, type OfferAnswer } from '../model/participant.ts';
import './assign.css';

interface Acts {
  /** @returns false when it could not be kept. */
  readonly onAnswer: (stream: StreamId, answer: OfferAnswer) => Promise<boolean>;
  readonly onBegin: (stream: StreamId) => void;
  /** Erases it from this device. @returns false when that could not be. */
  readonly onRemove: (stream: StreamId) => Promise<boolean>;
  readonly mayRemove: boolean;
}

/** The talks that are given to the person at this tablet. Name and contact are hidden until they are asked for. */
export function GivenToMe(
  props: Acts & {
    readonly me: MemberId;
    readonly assignments: readonly ListedAssignment[];
    readonly word: GoalWord;
  },
) {
  const t = useTexts(assignTexts);
  const isMine = ({ to, ended }: ListedAssignment) => to === props.me && ended !== 'cancelled';
  const mine = props.assignments.filter(isMine);
  const gone = props.mayRemove ? props.assignments.filter((each) => !isMine(each)) : [];
  const shown = mine.filter(({ ended }) => ended === null || props.mayRemove);
  if (shown.length === 0 && gone.length === 0 && props.word === 'none') return null;
  return (
    <section className="card stack">
      <h2>{t.homeTitle}</h2>
      {props.word === 'remind' && <p className="hint">{t.goalRemind}</p>}
      {props.word === 'above' && <p className="hint">{t.goalAbove}</p>}
      <ul role="list" className="assign-list">
        {shown.map((each) => (
          <Item key={each.stream} {...props} assignment={each} />
        ))}
        {gone.map((each) => (
          <li key={each.stream} className="assign-item">
            <span>{t.gone(each.brief.code)}</span>
            <Remove label={t.goneOk} onRemove={() => props.onRemove(each.stream)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Item({ assignment, ...props }: Acts & { readonly assignment: ListedAssignment }) {
  const t = useTexts(assignTexts);
  const u = useTexts(unkeptTexts);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const { brief, answer, interview, ended, stream } = assignment;
  const [unkept, setUnkept] = useState(false);
  const say = useOnce(async (said: OfferAnswer) => {
    setUnkept(!(await props.onAnswer(stream, said)));
  });
  return (
    <li className="assign-item">
      <span>
        <strong>{brief.code}</strong> <span className="hint">{t.wave(brief.wave)}</span>
      </span>
      {brief.due && <span className="hint">{t.before(partialDate(brief.due, language))}</span>}
      <Button
        aria-expanded={open}
        aria-label={open ? t.hideOf(brief.code) : t.showOf(brief.code)}
        onClick={() => setOpen(!open)}
      >
        {open ? t.hide : t.show}
      </Button>
      {open && (
        <div className="stack assign-wide">
          <p>
            <strong>{brief.name}</strong>
            <br />
            {brief.contact}
          </p>
          {brief.contactNote && <p>{brief.contactNote}</p>}
          {brief.language !== 'sv' && <p>{t.language(brief.language)}</p>}
          {brief.interpreter && <p>{t.interpreter}</p>}
          {brief.protectedData && <p>{t.protectedData}</p>}
          {brief.topics.length > 0 && <p>{t.lastTime(brief.topics.join(', '))}</p>}
        </div>
      )}
      {ended === 'held' ? (
        <div className="stack assign-wide">
          <p className="hint">{t.held}</p>
          <Remove
            label={t.remove}
            of={t.removeOf(brief.code)}
            onRemove={() => props.onRemove(stream)}
          />
        </div>
      ) : interview ? (
        <p className="hint assign-wide">{t.begunHere}</p>
      ) : (
        <>
          <div className="row assign-wide" role="group" aria-label={`${t.said} ${brief.code}`}>
            <span className="hint">{t.said}</span>
            {ANSWERS.map((each) => (
              <Button
                key={each}
                aria-pressed={answer?.answer === each}
                disabled={say.busy}
                onClick={() => say.run(each)}
              >
                {t[`say_${each}`]}
              </Button>
            ))}
          </div>
          {unkept && (
            <Notice tone="danger" live>
              {u.answer}
            </Notice>
          )}
          {answer?.answer !== 'declined' && (
            <Button
              variant="primary"
              aria-label={t.beginOf(brief.code)}
              onClick={() => props.onBegin(stream)}
            >
              {t.begin}
            </Button>
          )}
        </>
      )}
    </li>
  );
}

function Remove(props: {
  readonly label: string;
  /** Which one it is, for those who hear the button alone. */
  readonly of?: string;
  readonly onRemove: () => Promise<boolean>;
}) {
  const u = useTexts(unkeptTexts);
  const [failed, setFailed] = useState(false);
  const { run, busy } = useOnce(async () => setFailed(!(await props.onRemove())));
  return (
    <>
      <Button {...(props.of && { 'aria-label': props.of })} disabled={busy} onClick={() => run()}>
        {props.label}
      </Button>
      {failed && (
        <Notice tone="danger" live>
          {u.removal}
        </Notice>
      )}
    </>
  );
}
