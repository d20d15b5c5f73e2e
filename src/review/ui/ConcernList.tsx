import type { MemberId, StreamId } from '../../base/ids.ts';
import { concernTexts } from '../../i18n/concern.ts';
import { dateTime } from '../../i18n/format.ts';
import { ConcernSummary } from '../../interview/model/concern.ts';
import type { StreamSummary } from '../../journal/model/port.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { ConcernTag } from './ConcernTag.tsx';
import './review.css';

/** Drafts for reports at the top of the inbox, those that nobody has been handed first; nothing when there are none. */
export function ConcernList(props: {
  /** The summaries of all streams of kind `concern`. */
  readonly streams: readonly StreamSummary[];
  readonly nameOf: (member: MemberId) => string;
  readonly onOpen: (stream: StreamId) => void;
}) {
  const t = useTexts(concernTexts);
  const { language } = useLanguage();
  const drafts = props.streams
    .flatMap(({ stream, data }) => {
      const known = ConcernSummary.safeParse(data).data;
      return known ? [{ stream, ...known }] : [];
    })
    .sort((a, b) => rank(a) - rank(b));
  if (drafts.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="review-concerns">
      <h2 id="review-concerns">{t.inInbox}</h2>
      <p className="hint">{t.inInboxHelp}</p>
      <ul role="list" aria-labelledby="review-concerns" className="review-list">
        {drafts.map(({ stream, kind, code, author, begunAt, handedOverAt, removedAt }) => (
          <li key={stream}>
            <button
              type="button"
              className="review-row"
              data-flagged={(handedOverAt === null && removedAt === undefined) || undefined}
              onClick={() => props.onOpen(stream)}
            >
              <span className="review-code">{code ?? '–'}</span>
              <span className="review-what">
                <span>{t[kind]}</span>
                <span className="hint">
                  {[props.nameOf(author), t.begunAt(dateTime(begunAt, language))]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </span>
              <span className="review-tags">
                <ConcernTag handedOverAt={handedOverAt} removedAt={removedAt} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What nobody was handed first, what was removed last. */
const rank = ({ handedOverAt, removedAt }: ConcernSummary): number =>
  removedAt !== undefined ? 2 : Number(handedOverAt !== null);
