import { dueTexts } from '../../i18n/due.ts';
import { useTexts } from '../../kit/language.tsx';
import type { Cohort } from '../model/cohorts.ts';

/** How many are followed over time in each municipality, against the office's target (domain.md P9). */
export function Cohorts(props: {
  readonly cohorts: readonly Cohort[];
  /** How many the office wants to follow in each municipality. */
  readonly target: number;
}) {
  const t = useTexts(dueTexts);
  return (
    <section className="card stack">
      <h2>{t.cohorts}</h2>
      <p>{t.cohortsHelp(props.target)}</p>
      {props.cohorts.length === 0 ? (
        <p className="hint">{t.cohortsNone}</p>
      ) : (
        <table className="assign-table">
          <thead>
            <tr>
              <th scope="col">{t.municipality}</th>
              <th scope="col">{t.fresh}</th>
              <th scope="col">{t.returning}</th>
              <th scope="col">{t.together}</th>
            </tr>
          </thead>
          <tbody>
            {props.cohorts.map(({ municipality, fresh, returning, all, target }) => (
              <tr key={municipality}>
                <th scope="row">{municipality || t.noMunicipality}</th>
                <td>{fresh}</td>
                <td>{returning}</td>
                <td>{t.ofTarget(all, target)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
