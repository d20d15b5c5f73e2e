import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import './review.css';
import type { MemberId, StreamId } from '../../base/ids.ts';
import type { LocalText } from '../../guide/model/guide.ts';
import { longDate } from '../../i18n/format.ts';
import { reviewTexts } from '../../i18n/review.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { EVERYTHING, inTurn, passing, type InboxFilter, type InboxItem } from '../model/inbox.ts';
import { InboxFind } from './InboxFind.tsx';

/** As many rows as one looks through; with thousands of them the page would be slow to draw and to read out. */
const PAGE = 50;

/** The delivered interviews in the order in which a supervisor should take them. */
export function Inbox(props: {
  /** From `inboxItems`. */
  readonly items: readonly InboxItem[];
  readonly trackOf: (item: InboxItem) => LocalText;
  readonly nameOf: (member: MemberId) => string;
  readonly onOpen: (stream: StreamId) => void;
  /** What comes before all interviews. */
  readonly above?: ReactNode;
}) {
  const t = useTexts(reviewTexts);
  const [filter, setFilter] = useState<InboxFilter>(EVERYTHING);
  const [page, setPage] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  /** Which row the keyboard goes to when another page has come. */
  const wanted = useRef<'first' | 'last' | null>(null);
  const sorted = useMemo(() => props.items.toSorted(inTurn), [props.items]);
  const shown = useMemo(() => passing(sorted, filter), [sorted, filter]);
  const pages = Math.max(1, Math.ceil(shown.length / PAGE));
  const here = Math.min(page, pages - 1);
  const from = here * PAGE;
  const rows = shown.slice(from, from + PAGE);
  useEffect(() => {
    if (!wanted.current) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    buttons.at(wanted.current === 'first' ? 0 : -1)?.focus();
    wanted.current = null;
  }, [here]);
  const change = (part: Partial<InboxFilter>) => {
    setFilter({ ...filter, ...part });
    setPage(0);
  };
  const turn = (by: 1 | -1, then: 'first' | 'last') => {
    if (here + by < 0 || here + by >= pages) return;
    wanted.current = then;
    setPage(here + by);
  };
  if (props.items.length === 0) return <EmptyInbox above={props.above} />;
  return (
    <Page title={t.inbox} wide>
      {props.above}
      <p className="hint">
        {t.inboxIntro} {t.keysHint}
      </p>
      <InboxFind {...props} filter={filter} onChange={change} />
      <ul role="list" aria-label={t.list} className="review-list" ref={list}>
        {rows.map((item, i) => (
          <li key={item.stream} aria-setsize={shown.length} aria-posinset={from + i + 1}>
            <Row item={item} {...props} onWalk={(event) => walk(event, turn)} />
          </li>
        ))}
      </ul>
      {rows.some(({ memo }) => memo !== null) && <p className="hint">{t.memoHint}</p>}
      {pages > 1 && (
        <nav className="row" aria-label={t.list}>
          <Button disabled={here === 0} onClick={() => turn(-1, 'first')}>
            {t.previousPage}
          </Button>
          <span>{t.shown(from + 1, from + rows.length, shown.length)}</span>
          <Button disabled={here === pages - 1} onClick={() => turn(1, 'first')}>
            {t.nextPage}
          </Button>
        </nav>
      )}
      <div role="status">
        {shown.length === 0 && (
          <div className="row">
            <p>{t.noMatch}</p>
            <Button onClick={() => change(EVERYTHING)}>{t.clear}</Button>
          </div>
        )}
      </div>
    </Page>
  );
}

function Row(props: {
  readonly item: InboxItem;
  readonly trackOf: (item: InboxItem) => LocalText;
  readonly nameOf: (member: MemberId) => string;
  readonly onOpen: (stream: StreamId) => void;
  readonly onWalk: (event: KeyboardEvent<HTMLButtonElement>) => void;
}) {
  const t = useTexts(reviewTexts);
  const { language } = useLanguage();
  const local = useLocal();
  const { item } = props;
  const name = props.nameOf(item.interviewer);
  const track = local(props.trackOf(item));
  return (
    <button
      type="button"
      className="review-row"
      onKeyDown={props.onWalk}
      data-flagged={item.unhandled > 0 || item.unsettled > 0 || undefined}
      onClick={() => props.onOpen(item.stream)}
    >
      <span className="review-code">{item.code}</span>
      <span className="review-what">
        <span>
          {item.completedAt === null
            ? t.notCompleted(longDate(item.startedAt, language))
            : t.completed(longDate(item.completedAt, language))}
        </span>
        <span className="hint">{name ? `${name}, ${track}` : track}</span>
      </span>
      <span className="review-tags">
        {item.unhandled > 0 && (
          <span className="tag" data-tone="danger">
            {t.flags(item.unhandled)}
          </span>
        )}
        {item.unsettled > 0 && (
          <span className="tag" data-tone="danger">
            {t.unsettled(item.unsettled)}
          </span>
        )}
        {item.memo !== null && (
          <span className="tag" data-tone="warn">
            {item.memo === 'day' ? t.memoDay : t.memoThreeDays}
          </span>
        )}
        {item.isReviewLate && (
          <span className="tag" data-tone="warn">
            {t.reviewLate}
          </span>
        )}
        {item.flags > item.unhandled && (
          <span className="tag">{t.flagsHandled(item.flags - item.unhandled)}</span>
        )}
        {item.openComments > 0 && <span className="tag">{t.openComments(item.openComments)}</span>}
        <span className="tag" data-standing={item.standing ?? 'none'}>
          {item.standing ? t[item.standing] : t.flagOnly}
        </span>
      </span>
    </button>
  );
}

/**
 * Arrow keys, j and k walk the list and over the end of a page; Home and End go to the ends of it. Tab goes on
 * working as everywhere.
 */
function walk(
  event: KeyboardEvent<HTMLButtonElement>,
  turn: (by: 1 | -1, then: 'first' | 'last') => void,
): void {
  const list = event.currentTarget.closest('ul');
  const rows = [...(list?.querySelectorAll('button') ?? [])];
  const here = rows.indexOf(event.currentTarget);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: here + 1,
    j: here + 1,
    ArrowUp: here - 1,
    k: here - 1,
    Home: 0,
    End: rows.length - 1,
  };
  const to = steps[event.key];
  if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  if (to >= rows.length) turn(1, 'first');
  else if (to < 0) turn(-1, 'last');
  else rows[to]?.focus();
}

function EmptyInbox({ above }: { readonly above: ReactNode }) {
  const t = useTexts(reviewTexts);
  return (
    <Page title={t.inbox}>
      {above}
      <section className="card">
        <h2>{t.emptyTitle}</h2>
        <p>{t.emptyWhat}</p>
        <p>{t.emptySafety}</p>
        <p className="hint">{t.emptyHow}</p>
      </section>
    </Page>
  );
}
