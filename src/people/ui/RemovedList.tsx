import type { MemberId } from '../../base/ids.ts';
import { dateTime } from '../../i18n/format.ts';
import { removalTexts } from '../../i18n/removal.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import type { RemovalSummary } from '../model/removal.ts';

/** Those who were removed: who did it, when, and the code that nobody else is given. Nothing when there are none. */
export function RemovedList(props: {
  readonly removed: readonly RemovalSummary[];
  readonly nameOf: (member: MemberId) => string;
}) {
  const { removed } = props;
  const t = useTexts(removalTexts);
  const { language } = useLanguage();
  if (removed.length === 0) return null;
  return (
    <details>
      <summary>{t.list(removed.length)}</summary>
      <p className="hint">{t.listIntro}</p>
      <table className="people-numbers">
        <thead>
          <tr>
            <th scope="col">{t.code}</th>
            <th scope="col">{t.when}</th>
            <th scope="col">{t.who}</th>
            <th scope="col">{t.reason}</th>
          </tr>
        </thead>
        <tbody>
          {removed.map(({ participant, code, at, by, why, decision }) => (
            <tr key={participant}>
              <th scope="row">{code}</th>
              <td>{dateTime(at, language)}</td>
              <td>{props.nameOf(by)}</td>
              <td>
                {t[`why_${why}`]}
                {decision !== '' && `, ${t.under(decision)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
