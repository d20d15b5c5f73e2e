import { longDate, partialDate } from '../../i18n/format.ts';
import { groupTexts } from '../../i18n/training-groups.ts';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import type { GuideRef } from '../../guide/model/guide.ts';
import type { MemberId } from '../../base/ids.ts';
import type { Standing } from '../model/standing.ts';
import type { TrainingModule } from '../model/training.ts';
import './trainer.css';

/** One group's people and modules. Nothing in it can be sorted by result: it shows who needs time, and ranks nobody. */
export function WhoIsWhere(props: {
  readonly group: string;
  readonly modules: readonly Pick<TrainingModule, 'id' | 'order' | 'title'>[];
  readonly people: readonly Standing[];
  readonly guide: GuideRef;
  readonly onSignoff: (member: MemberId) => void;
}) {
  const { group, modules, people, guide } = props;
  const t = useTexts(groupTexts);
  const local = useLocal();
  return (
    // Wider than a tablet: it is scrolled by itself, also with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="who-scroll" role="region" aria-label={t.tableName(group)} tabIndex={0}>
      <table className="who-table">
        <thead>
          <tr>
            <th scope="col">{t.person}</th>
            <th scope="col">{t.signoff}</th>
            {modules.map(({ id, order, title }) => (
              <th key={id} scope="col">
                {t.module(order)}
                <br />
                <span className="hint">{local(title)}</span>
              </th>
            ))}
            <th scope="col">{t.practice}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.member}>
              <th scope="row">
                {person.name}
                {person.hasLeft && ` (${t.left})`}
              </th>
              <td>
                <SignoffCell person={person} guide={guide} onSignoff={props.onSignoff} />
              </td>
              {person.shared ? (
                <>
                  {modules.map(({ id }) => (
                    <td key={id}>{person.done.has(id) ? t.done : t.notDone}</td>
                  ))}
                  <td>
                    <Practice held={person.held} />
                  </td>
                </>
              ) : (
                <td colSpan={modules.length + 1}>{t.notShared}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Practice({ held }: Pick<Standing, 'held'>) {
  const t = useTexts(groupTexts);
  if (held.length === 0) return t.noPractice;
  return (
    <ul role="list">
      {held.map((each) => (
        <li key={`${each.case} ${each.guide.version} ${each.at}`}>
          {each.case}: {t.ofCheckpoints(each.reached, each.of)}, {t.onGuide(each.guide.version)}
        </li>
      ))}
    </ul>
  );
}

function SignoffCell(props: {
  readonly person: Standing;
  readonly guide: GuideRef;
  readonly onSignoff: (member: MemberId) => void;
}) {
  const { member, name, signed, hasLeft } = props.person;
  const t = useTexts(groupTexts);
  const { language } = useLanguage();
  return (
    <>
      {signed ? (
        <>
          <p>{t.signed(longDate(signed.at, language))}</p>
          {signed.guide.version !== props.guide.version && (
            <p>{t.otherVersion(signed.guide.version)}</p>
          )}
          {signed.isDue ? (
            <p>{t.renewalDue}</p>
          ) : (
            signed.renewBy && <p>{t.until(partialDate(signed.renewBy, language))}</p>
          )}
        </>
      ) : (
        <p>{t.notSigned}</p>
      )}
      {!hasLeft && (
        <button
          type="button"
          className="button"
          data-variant="plain"
          aria-label={t.toSignOff(name)}
          onClick={() => props.onSignoff(member)}
        >
          {t.signoff}
        </button>
      )}
    </>
  );
}
