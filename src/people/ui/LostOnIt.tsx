import { dateTime } from '../../i18n/format.ts';
import { lostTexts } from '../../i18n/lost.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { ListedAssignment } from '../assignments.ts';
import type { IncidentSummary } from '../model/incident.ts';
import type { Asked, LeftAt, WasOn } from '../model/lost.ts';

/** What lay on the tablet, by what this desk and the office know, and how it is protected. */
export function LostOnIt(props: {
  readonly asked: Asked;
  readonly handedIn: number;
  readonly incident: Pick<IncidentSummary, 'locked'>;
  readonly on: WasOn<ListedAssignment>;
  readonly onAskAgain: () => void;
}) {
  const { asked, on, handedIn } = props;
  const t = useTexts(lostTexts);
  const codes = on.assigned.map(({ brief }) => brief.code).join(', ');
  return (
    <section className="card stack">
      <h2>{t.onItTitle}</h2>
      <ul className="lost-facts">
        <li>{codes ? t.assigned(codes) : t.assignedNone}</li>
        {on.earlier > 0 && <li>{t.earlier(on.earlier)}</li>}
        {handedIn > 0 && <li>{t.handedIn(handedIn)}</li>}
        {asked.type === 'told' && <Told left={asked.left} />}
      </ul>
      <p role="status" hidden={asked.type !== 'asking'}>
        {asked.type === 'asking' ? t.asking : ''}
      </p>
      {asked.type === 'notYet' && <p className="hint">{t.askAfterBlock}</p>}
      {asked.type === 'failed' && (
        <Notice tone="warn" live>
          <p>{asked.said}</p>
          <div className="row">
            <Button onClick={props.onAskAgain}>{t.askAgain}</Button>
          </div>
        </Notice>
      )}
      <p>{t.sealed}</p>
      <p>{t.lockPolicy}</p>
      {props.incident.locked === 'open' && <Notice tone="warn">{t.wasOpen}</Notice>}
    </section>
  );
}

function Told({ left }: { readonly left: LeftAt }) {
  const t = useTexts(lostTexts);
  const { language } = useLanguage();
  const { lastContact, copies, newest } = left;
  return (
    <>
      <li>
        {lastContact === null ? t.neverContact : t.lastContact(dateTime(lastContact, language))}
      </li>
      <li>{newest === null ? t.noCopies : t.copies(copies, dateTime(newest, language))}</li>
    </>
  );
}
