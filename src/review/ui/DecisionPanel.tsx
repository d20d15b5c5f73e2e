import { useEffect, useRef, useState } from 'react';
import { checkingTexts } from '../../i18n/checking.ts';
import { dateTime } from '../../i18n/format.ts';
import { reviewTexts } from '../../i18n/review.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextArea } from '../../kit/field.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { CHECKLIST } from '../checklist.ts';
import { may, saysWhatToMend } from '../model/act.ts';
import { missingChecks, type CheckItem } from '../model/checklist.ts';
import { decisionsAbout, handledBy, type MadeDecision } from '../model/state.ts';
import { focusOpenComment, ownOpenComments, ownReview, type ReadingDesk } from './desk.ts';

const NOTE = 'return';

/** Where the focus goes when a dialog is done. */
type Leaving = 'decision' | 'comment' | 'checklist';

/** The end of a reading: return for completion or approve, each with what happens next in words. */
export function DecisionPanel({ desk }: { readonly desk: ReadingDesk }) {
  const t = useTexts(reviewTexts);
  const c = useTexts(checkingTexts);
  const [asking, setAsking] = useState<'return' | 'approve' | null>(null);
  const [left, setLeft] = useState<{ readonly for: Leaving } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The dialog is closed by now; once the decision is made, the button that opened it is gone too.
    if (left?.for === 'decision') heading.current?.focus();
    if (left?.for === 'comment') focusOpenComment();
    if (left?.for === 'checklist') document.getElementById('review-checklist')?.focus();
  }, [left]);
  const leave = (to: Leaving) => {
    setAsking(null);
    setLeft({ for: to });
  };
  const { standing, reviews, interview } = desk.now;
  const open = ownOpenComments(desk);
  const made = decisionsAbout(interview.revision, reviews);
  const own = ownReview(desk)?.decision;
  const replaced = own && own.type !== 'none' && own.revision < interview.revision ? own : null;
  const approvedByMe = made.some(({ type, by }) => type === 'approved' && by === desk.me);
  const differ = new Set(made.map(({ type }) => type)).size > 1;
  return (
    <section className="card" aria-labelledby="review-decision">
      <h2 id="review-decision" tabIndex={-1} ref={heading}>
        {t.decision}
      </h2>
      {replaced && <p>{c.decidedEarlier(replaced.revision)}</p>}
      {made.map((decision) => (
        <Made key={decision.event} desk={desk} decision={decision} />
      ))}
      {standing === 'halfApproved' && <p>{c.waitsForSecond}</p>}
      {differ && (
        <Notice tone="warn">
          <p>{c.returnStands}</p>
        </Notice>
      )}
      {may(standing, 'approve') && (
        <>
          <p>{open > 0 ? t.decisionOpen(open) : t.decisionNone}</p>
          <div className="row">
            <Button onClick={() => setAsking('return')}>{t.return}</Button>
            {!approvedByMe && (
              <Button variant="primary" onClick={() => setAsking('approve')}>
                {t.approve}
              </Button>
            )}
          </div>
        </>
      )}
      {asking === 'return' && (
        <ReturnDialog desk={desk} open={open} onClose={() => setAsking(null)} onLeave={leave} />
      )}
      {asking === 'approve' && (
        <ApproveDialog desk={desk} open={open} onClose={() => setAsking(null)} onLeave={leave} />
      )}
    </section>
  );
}

function Made({ desk, decision }: { readonly desk: ReadingDesk; readonly decision: MadeDecision }) {
  const t = useTexts(reviewTexts);
  const { language } = useLanguage();
  const name = desk.nameOf(decision.by);
  const when = dateTime(decision.at, language);
  if (decision.type === 'approved') return <p>{t.decidedApproved(name, when)}</p>;
  return (
    <>
      <p>{t.decidedReturned(name, when)}</p>
      {decision.note !== '' && (
        <div>
          <p className="hint">{t.yourNote}</p>
          <p className="review-text">{decision.note}</p>
        </div>
      )}
    </>
  );
}

interface AskProps {
  readonly desk: ReadingDesk;
  readonly open: number;
  readonly onClose: () => void;
  /** Closes the dialog and goes on from there. */
  readonly onLeave: (to: Leaving) => void;
}

function ReturnDialog({ desk, open, onClose, onLeave }: AskProps) {
  const t = useTexts(reviewTexts);
  const c = useTexts(checkingTexts);
  const [note, setNote] = useState(() => {
    const kept = desk.session.draftOf(NOTE);
    return typeof kept === 'string' ? kept : '';
  });
  const [problem, setProblem] = useState<'nothing' | 'notSaved' | null>(null);
  const send = useOnce(async () => {
    if (!saysWhatToMend(open, note)) {
      setProblem('nothing');
      return;
    }
    const result = await desk.session.giveBack(note, NOTE);
    if (!result.ok && result.error.type === 'notSaved') {
      setProblem('notSaved');
      return;
    }
    desk.tell(result.ok ? 'sent' : result.error.type);
    onLeave('decision');
  });
  return (
    <Dialog title={t.returnTitle} onClose={onClose}>
      <p>{t.returnWhat}</p>
      <p>{t.returnThen}</p>
      {open > 0 && <p>{t.returnComments(open)}</p>}
      <p>{open > 0 ? c.returnOpensPlaces : c.returnOpensAll}</p>
      <TextArea
        label={t.returnNote}
        hint={t.returnNoteHint}
        value={note}
        maxLength={20_000}
        error={problem === 'nothing' ? t.returnNothing : undefined}
        onChange={(event) => {
          setNote(event.currentTarget.value);
          setProblem(null);
          void desk.session
            .draft(NOTE, event.currentTarget.value)
            .then((kept) => setProblem(kept.ok ? null : 'notSaved'));
        }}
      />
      {problem === 'notSaved' && <NotSaved />}
      <div className="row" data-end>
        <Button disabled={send.busy} onClick={onClose}>
          {t.cancel}
        </Button>
        <Button variant="primary" disabled={send.busy} onClick={send.run}>
          {t.returnNow}
        </Button>
      </div>
    </Dialog>
  );
}

function ApproveDialog({ desk, open, onClose, onLeave }: AskProps) {
  const t = useTexts(reviewTexts);
  const [failed, setFailed] = useState(false);
  const { interview, faults, reviews } = desk.now;
  const unhandled = interview.flags.some(({ event }) => !handledBy(reviews, event));
  const approve = useOnce(async () => {
    const result = await desk.session.approve();
    if (!result.ok && result.error.type === 'notSaved') {
      setFailed(true);
      return;
    }
    desk.tell(result.ok ? 'sent' : result.error.type);
    onLeave('decision');
  });
  const missing = missingChecks(CHECKLIST, ownReview(desk)?.checks.get(interview.revision));
  if (missing.length > 0) return <Blocked missing={missing} onClose={onClose} onLeave={onLeave} />;
  return (
    <Dialog title={t.approveTitle} onClose={onClose}>
      <p>{t.approveWhat}</p>
      <p>{t.approveThen}</p>
      {unhandled && (
        <Notice tone="warn">
          <p>{t.approveFlags}</p>
        </Notice>
      )}
      {open > 0 && (
        <Notice tone="warn">
          <p>{t.approveComments(open)}</p>
          <div className="row">
            <Button variant="plain" className="review-link" onClick={() => onLeave('comment')}>
              {t.goComment}
            </Button>
          </div>
        </Notice>
      )}
      {faults.length > 0 && (
        <Notice tone="danger">
          <p>{t.approveFaults}</p>
        </Notice>
      )}
      {failed && <NotSaved />}
      <div className="row" data-end>
        <Button disabled={approve.busy} onClick={onClose}>
          {t.cancel}
        </Button>
        <Button variant="primary" disabled={approve.busy} onClick={approve.run}>
          {t.approveNow}
        </Button>
      </div>
    </Dialog>
  );
}

/** Why approving waits, point by point. */
function Blocked(
  props: Pick<AskProps, 'onClose' | 'onLeave'> & {
    readonly missing: readonly CheckItem[];
  },
) {
  const t = useTexts(reviewTexts);
  const c = useTexts(checkingTexts);
  const local = useLocal();
  return (
    <Dialog title={c.blockedTitle} onClose={props.onClose}>
      <p>{c.blockedWhat}</p>
      <ul className="review-items">
        {props.missing.map(({ id, label }) => (
          <li key={id}>{local(label)}</li>
        ))}
      </ul>
      <div className="row" data-end>
        <Button onClick={props.onClose}>{t.cancel}</Button>
        <Button variant="primary" onClick={() => props.onLeave('checklist')}>
          {c.goChecklist}
        </Button>
      </div>
    </Dialog>
  );
}

function NotSaved() {
  const t = useTexts(reviewTexts);
  return (
    <Notice tone="danger" live>
      <p>{t.notSaved}</p>
    </Notice>
  );
}
