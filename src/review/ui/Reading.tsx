import { lazy, Suspense, useState, type ReactNode } from 'react';
import './review.css';
import type { MemberId, StreamId } from '../../base/ids.ts';
import type { Guide } from '../../guide/model/guide.ts';
import { longDate } from '../../i18n/format.ts';
import { recordTexts } from '../../i18n/record.ts';
import { reviewTexts } from '../../i18n/review.ts';
import type { InterviewState } from '../../interview/model/state.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import { may } from '../model/act.ts';
import { trackName } from '../model/record.ts';
import type { ReviewPorts, ReviewSession } from '../session.ts';
import type { ReviewProblem } from '../problem.ts';
import { Consent, Withdrawn } from './ConsentRecord.tsx';
import { Checklist } from './Checklist.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import {
  focusOpenComment,
  ownOpenComments,
  useReview,
  useReviewSession,
  type ReadingDesk,
} from './desk.ts';
import { Flags } from './Flags.tsx';
import { GoneComments } from './GoneComments.tsx';
import { READING_PARTS } from './reading-parts.ts';
import { Memo, Record } from './RecordParts.tsx';
import { useSelectedPassage } from './selection.ts';
import { faultWords } from './words.ts';

const CardsRecord = lazy(async () => ({
  default: (await import('./CardsRecord.tsx')).CardsRecord,
}));

const ForkRecord = lazy(async () => ({
  default: (await import('./ForkRecord.tsx')).ForkRecord,
}));

/** The reading view's way to what touches the machine, handed in by app/. */
export interface ReadingProps {
  readonly stream: StreamId;
  readonly ports: ReviewPorts;
  /** The guide the interview pins; it can be read without, in the words in which it was asked. */
  readonly guide: Guide | undefined;
  readonly nameOf: (member: MemberId) => string;
  readonly onBack: () => void;
  /** What may be done with the whole of it, after the decision. */
  readonly end?: ReactNode;
  /** In the place of all that was said, where it may not be read; an urgent message still is. */
  readonly instead?: ReactNode;
}

/** One delivered interview, read in peace: safety first, then the record, then the decision. */
export function Reading(props: ReadingProps) {
  const t = useTexts(reviewTexts);
  const session = useReviewSession(props.ports, props.stream);
  if (session) return <OpenReading {...props} session={session} />;
  return (
    <Page title={session === null ? t.opening : t.missing}>
      <div className="row">
        <Button onClick={props.onBack}>{t.back}</Button>
      </div>
    </Page>
  );
}

function OpenReading(props: ReadingProps & { readonly session: ReviewSession }) {
  const t = useTexts(reviewTexts);
  const record = useTexts(recordTexts);
  const now = useReview(props.session);
  const selected = useSelectedPassage();
  const [told, setTold] = useState<'sent' | ReviewProblem['type'] | null>(null);
  const { session, guide, nameOf } = props;
  const { interview } = now;
  const me = props.ports.me.member;
  const { sound } = props.ports;
  const desk: ReadingDesk = { session, now, me, guide, nameOf, sound, selected, tell: setTold };
  const delivered = interview.revision > 0;
  const open = ownOpenComments(desk);
  return (
    <Page
      title={t.reading(interview.code)}
      tab={t.inbox}
      wide
      actions={
        <>
          {open > 0 && (
            <Button variant="plain" className="review-link" onClick={focusOpenComment}>
              {t.openComments(open)}
            </Button>
          )}
          {props.instead === undefined && may(now.standing, 'approve') && (
            <Button onClick={() => document.getElementById('review-decision')?.focus()}>
              {t.toDecision}
            </Button>
          )}
          <Button onClick={props.onBack}>{t.back}</Button>
        </>
      }
    >
      <Flags desk={desk} />
      {props.instead ?? (
        <>
          <Suspense>
            <CardsRecord desk={desk} />
          </Suspense>
          <Withdrawn desk={desk} />
          <About desk={desk} />
        </>
      )}
      {!delivered && (
        <Notice tone="warn">
          <p>{record.flagWaiting}</p>
        </Notice>
      )}
      {delivered && props.instead === undefined && (
        <>
          <Record desk={desk} />
          <Memo desk={desk} />
          <Consent desk={desk} />
          <Suspense>
            {READING_PARTS.map(({ id, Part }) => (
              <Part key={id} desk={desk} />
            ))}
          </Suspense>
          <GoneComments desk={desk} />
          <Suspense>{now.faults.length > 0 && <ForkRecord desk={desk} />}</Suspense>
          <Checklist desk={desk} />
          <DecisionPanel desk={desk} />
          {props.end}
        </>
      )}
      {/* That an act went well shows where it was done, so it is only said; a live region must stand there first. */}
      <div role="status" className="review-told">
        {told === 'sent' && <p className="visually-hidden">{t.sent}</p>}
        {told && told !== 'sent' && (
          <Notice tone="danger">
            <p>{t[told]}</p>
          </Notice>
        )}
      </div>
    </Page>
  );
}

const speaksOfOthers = ({ questions }: InterviewState): boolean =>
  [...questions.values()].some(({ answer }) => answer?.thirdPerson !== undefined);

function About({ desk }: { readonly desk: ReadingDesk }) {
  const t = useTexts(recordTexts);
  const r = useTexts(reviewTexts);
  const { language } = useLanguage();
  const local = useLocal();
  const { interview, standing, faults, before, reviews } = desk.now;
  const { guide } = desk;
  const delivered = interview.revision > 0;
  const erased = reviews.reduce((sum, review) => sum + review.erased, 0);
  const rows: [string, string][] = [
    [t.conducted, longDate(interview.startedAt, language)],
    [
      t.completedOn,
      interview.completedAt === null ? '' : longDate(interview.completedAt, language),
    ],
    [t.interviewer, desk.nameOf(desk.now.interviewer)],
    [t.track, local(trackName(guide, interview.track))],
    [t.talked, interview.talkedMs > 0 ? t.minutes(Math.round(interview.talkedMs / 60_000)) : ''],
    [
      t.revision,
      // Only a version that somebody has decided about is replaced by this one.
      before > 0 ? t.revisionOf(interview.revision, before) : String(interview.revision || ''),
    ],
    [
      t.guide,
      t.guideName(guide ? local(guide.title) : interview.guide.id, interview.guide.version),
    ],
  ];
  return (
    <section className="card" aria-labelledby="review-about">
      <div className="row">
        <h2 id="review-about">{t.about}</h2>
        {standing && (
          <span className="tag" data-standing={standing}>
            {r[standing]}
          </span>
        )}
      </div>
      <dl className="review-about">
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {!guide && <p>{t.guideMissing}</p>}
      {interview.stopped && <p>{interview.stopped === 'all' ? t.stoppedAll : t.stoppedParts}</p>}
      {before > 0 && <p>{t.changedIntro(before)}</p>}
      {erased > 0 && <p>{r.commentsErased(erased)}</p>}
      {interview.unknown > 0 && <p>{t.unknown(interview.unknown)}</p>}
      {delivered && faults.length === 0 && <p className="hint">{t.chainOk}</p>}
      {delivered && faults.length > 0 && (
        <Notice tone="danger">
          <p>{t.chainBad}</p>
          <ul className="review-items">
            {faults.map((fault, i) => (
              <li key={i}>{faultWords(fault, t)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {delivered && <p className="hint">{t.legend}</p>}
      {delivered && speaksOfOthers(interview) && <p className="hint">{t.legendOthers}</p>}
      {may(standing, 'comment') && <p className="hint">{r.commentHint}</p>}
    </section>
  );
}
