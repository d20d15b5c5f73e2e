import type { MemberId, StreamId } from '../../base/ids.ts';
import { dateTime } from '../../i18n/format.ts';
import { lostTexts } from '../../i18n/lost.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import type { ListedIncident } from '../incidents.ts';
import { markOf } from '../model/lost.ts';

/** The tablets that were reported as lost: what goes on first, then what is closed. */
export function LostList(props: {
  readonly incidents: readonly ListedIncident[];
  /** Empty for somebody the directory does not know. */
  readonly nameOf: (member: MemberId) => string;
  readonly onOpen: (stream: StreamId) => void;
}) {
  const t = useTexts(lostTexts);
  const { language } = useLanguage();
  const newest = props.incidents.toSorted((a, b) => b.discoveredAt - a.discoveredAt);
  if (newest.length === 0) return <p className="hint">{t.none}</p>;
  return [false, true].map((closed) => {
    const here = newest.filter((each) => each.closed === closed);
    if (here.length === 0) return null;
    return (
      <section className="card stack" key={String(closed)}>
        <h2>{closed ? t.closed : t.open}</h2>
        <ul role="list" className="assign-list">
          {here.map(({ stream, device, member, discoveredAt }) => (
            <li key={stream} className="assign-item">
              <Button onClick={() => props.onOpen(stream)}>
                {t.lostOf(markOf(device), props.nameOf(member) || t.unknownPerson)}
              </Button>
              <span className="hint">{t.foundAt(dateTime(discoveredAt, language))}</span>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
