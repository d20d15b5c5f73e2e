import type { Hit } from '../model/handbook-search.ts';
import { readFrom } from './read-from.ts';

/** What was found, each with a little of its surroundings. Choosing one ends the search and goes there. */
export function HandbookHits(props: {
  readonly hits: readonly Hit[];
  readonly onRead: () => void;
}) {
  const { onRead } = props;
  return (
    <ul role="list" className="handbook-hits">
      {props.hits.map((hit) => (
        <li key={hit.section}>
          <a
            className="handbook-hit"
            href={`#${hit.section}`}
            onClick={(event) => {
              event.preventDefault();
              onRead();
              // The text comes back with this render; after it there is something to go to.
              setTimeout(() => readFrom(hit.section));
            }}
          >
            <strong>{hit.title}</strong>
            <span className="hint">{hit.chapterTitle}</span>
            <span>
              {hit.before}
              {hit.match && <mark>{hit.match}</mark>}
              {hit.after}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
