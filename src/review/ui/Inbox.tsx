import { useState, type KeyboardEvent, type ReactNode } from 'react';
import './review.css';
import type { MemberId, StreamId } from '../../base/ids.ts';
import type { LocalText } from '../../guide/model/guide.ts';
import { longDate } from '../../i18n/format.ts';
import { reviewTexts } from '../../i18n/review.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { inTurn, type InboxItem } from '../model/inbox.ts';
import { STANDINGS, type Standing } from '../model/standing.ts';

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
  const [standing, setStanding] = useState<Standing | null>(null);
  const [code, setCode] = useState('');
  const wanted = code.trim().toLocaleLowerCase('sv');
  const shown = props.items
    .filter((item) => standing === null || item.standing === standing)
    .filter((item) => item.code.toLocaleLowerCase('sv').includes(wanted))
    .sort(inTurn);
  if (props.items.length === 0) return <EmptyInbox above={props.above} />;
  return (
    <Page title={t.inbox} wide>
      {props.above}
      <p className="hint">{t.inboxIntro}</p>
      <div className="review-find">
        <TextField
          label={t.search}
          type="search"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <div role="group" aria-label={t.filter} className="row">
          <Button aria-pressed={standing === null} onClick={() => setStanding(null)}>
            {t.all}
          </Button>
          {STANDINGS.map((each) => (
            <Button key={each} aria-pressed={standing === each} onClick={() => setStanding(each)}>
              {t[each]}
            </Button>
          ))}
        </div>
      </div>
      <ul role="list" aria-label={t.list} className="review-list">
        {shown.map((item) => (
          <li key={item.stream}>
            <Row item={item} {...props} />
          </li>
        ))}
      </ul>
      <div role="status">
        {shown.length === 0 && (
          <div className="row">
            <p>{t.noMatch}</p>
            <Button
              onClick={() => {
                setStanding(null);
                setCode('');
              }}
            >
              {t.clear}
            </Button>
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
      onKeyDown={walk}
      data-flagged={item.unhandled > 0 || undefined}
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

/** Arrow keys walk the list, Home and End go to its ends; Tab goes on working as everywhere. */
function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const list = event.currentTarget.closest('ul');
  const rows = [...(list?.querySelectorAll('button') ?? [])];
  const here = rows.indexOf(event.currentTarget);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: here + 1,
    ArrowUp: here - 1,
    Home: 0,
    End: rows.length - 1,
  };
  const to = steps[event.key];
  if (to === undefined) return;
  event.preventDefault();
  rows[Math.min(Math.max(to, 0), rows.length - 1)]?.focus();
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
