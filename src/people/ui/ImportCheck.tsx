import { importTexts } from '../../i18n/import.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { saveFile } from '../../kit/save-file.ts';
import { writeCsv } from '../model/csv.ts';
import { isIdentityIn, type Mapping } from '../model/import-columns.ts';
import type { Plan, PlannedPerson, RowError } from '../model/import-plan.ts';
import type { List } from '../read-list.ts';

/** A register is for a few thousand; more at once nobody could look over. */
export const MAX_PEOPLE = 5000;
const SHOWN = 10;

type Texts = (typeof importTexts)['sv'];

/** What would come in, who is there already, and which rows are wrong, before anything is kept. */
export function ImportCheck(props: {
  readonly list: List;
  readonly mapping: Mapping;
  readonly plan: Plan;
  readonly onRun: (people: readonly PlannedPerson[]) => void;
  readonly onBack: () => void;
}) {
  const { list, mapping, plan } = props;
  const { people, already, errors } = plan;
  const t = useTexts(importTexts);
  const tooMany = people.length > MAX_PEOPLE;
  return (
    <section className="stack">
      <Notice tone={tooMany ? 'warn' : 'info'} live>
        {tooMany ? t.tooMany(MAX_PEOPLE) : t.found(people.length)}
      </Notice>
      {already.length > 0 && <p>{t.already(already.length)}</p>}
      {errors.length > 0 && (
        <Notice tone="warn">
          <p>{t.errors(errors.length)}</p>
          <ul>
            {errors
              .slice(0, SHOWN)
              .flatMap(({ row, problems }) =>
                problems.map(({ field, type }) => (
                  <li key={`${row} ${field} ${type}`}>
                    {t.rowError(row, t[`field_${field}`], t[`error_${type}`])}
                  </li>
                )),
              )}
          </ul>
          {errors.length > SHOWN && <p>{t.errorsMore(errors.length - SHOWN)}</p>}
          <div className="row">
            <Button
              onClick={() =>
                saveFile(`${t.errorsFile}.csv`, errorFile(errors, list, mapping, t), 'text/csv')
              }
            >
              {t.saveErrors}
            </Button>
          </div>
        </Notice>
      )}
      <div className="row" data-end="">
        <Button onClick={props.onBack}>{t.again}</Button>
        <Button
          variant="primary"
          disabled={people.length === 0 || tooMany}
          onClick={() => props.onRun(people)}
        >
          {t.run(people.length)}
        </Button>
      </div>
    </section>
  );
}

/** Every wrong cell with its row, so that the list can be mended where it came from; identity numbers are left out. */
export function errorFile(
  errors: readonly RowError[],
  { headings, rows }: List,
  mapping: Mapping,
  t: Texts,
): string {
  return writeCsv([
    [t.row, t.column, t.wrong, t.content],
    ...errors.flatMap(({ row, problems }) =>
      problems.map(({ field, type }) => {
        const column = mapping.indexOf(field);
        const content = rows[row - 2]?.[column] ?? '';
        return [
          String(row),
          headings[column] ?? t[`field_${field}`],
          t[`error_${type}`],
          isIdentityIn(field, content) ? t.hidden : content,
        ];
      }),
    ),
  ]);
}
