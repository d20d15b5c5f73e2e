import { groupTexts } from '../../i18n/training-groups.ts';
import { Button } from '../../kit/button.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { saveFile } from '../../kit/save-file.ts';
import { writeCsv } from '../../people/model/csv.ts';
import { NotTakenOut, useTakeOut } from '../../people/ui/TakeOut.tsx';
import type { Group } from '../model/group.ts';
import { resultRows, type GroupResults } from '../model/results.ts';
import type { Standing } from '../model/standing.ts';
import type { Training } from '../model/training.ts';

/** The groups' results as a file without names (domain.md V10). */
export function GroupResultsFile(props: {
  readonly groups: readonly Pick<Group, 'name' | 'members'>[];
  readonly trainees: readonly Standing[];
  readonly training: Pick<Training, 'cases' | 'modules'>;
  /** Numbers about fewer are withheld. */
  readonly least: number;
  /** False when it could not be noted in the log; then there is no file. */
  readonly onTakeOut: () => Promise<boolean>;
}) {
  const { groups, trainees, training, least } = props;
  const t = useTexts(groupTexts);
  const local = useLocal();
  const { takeOut, busy, failed } = useTakeOut(props.onTakeOut);
  if (groups.length === 0) return null;
  const aliases = training.cases.map(({ persona }) => persona.alias);
  const resultsOf = ({ name, members }: Pick<Group, 'name' | 'members'>): GroupResults => {
    const counted = trainees.filter(({ member, shared }) => shared && members.includes(member));
    const done = (has: (each: Standing) => boolean) => counted.filter(has).length;
    return {
      group: name,
      counted: counted.map(({ member }) => member),
      rows: [
        ...training.modules.map(({ id, order, title }) => ({
          what: `${order}. ${local(title)}`,
          done: done((each) => each.done.has(id)),
        })),
        {
          what: t.allThree,
          done: done(({ held }) =>
            aliases.every((alias) => held.some((each) => each.case === alias)),
          ),
        },
        { what: t.signedOff, done: done(({ signed }) => signed !== null && !signed.isDue) },
      ],
    };
  };
  const save = () => {
    const head = [t.headGroup, t.headWhat, t.headDone, t.headOf] as const;
    const rows = resultRows(groups.map(resultsOf), least, { head, withheld: t.withheld });
    saveFile(`${t.resultsFile}.csv`, writeCsv(rows), 'text/csv');
  };
  return (
    <section className="stack" aria-labelledby="group-results">
      <h2 id="group-results">{t.results}</h2>
      <p className="hint">{t.resultsIntro(least)}</p>
      <div className="row">
        <Button disabled={busy} onClick={() => takeOut(save)}>
          {t.resultsSave}
        </Button>
      </div>
      {failed && <NotTakenOut />}
    </section>
  );
}
