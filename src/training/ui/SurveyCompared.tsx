import { surveyTexts } from '../../i18n/training-survey.ts';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { compare, type Answered, type Compared, type Survey } from '../model/survey.ts';

const ROW = 28;
const WIDTH = 320;
const EDGE = 20;
/** To the left of the lines, for their numbers, and below them for those of the scale. */
const NUMBERS = 24;
/** Where a number from 1 to 5 stands across the picture. */
const across = (scale: number): number =>
  NUMBERS + EDGE + ((scale - 1) / 4) * (WIDTH - NUMBERS - 2 * EDGE);

/** Both rounds side by side, for the trainee alone: a picture, and a table that says the same. */
export function SurveyCompared(props: { readonly survey: Survey; readonly answered: Answered }) {
  const { survey, answered } = props;
  const t = useTexts(surveyTexts);
  const local = useLocal();
  const rows = compare(survey, answered);
  return (
    <section className="card stack" aria-labelledby="survey-compared">
      <h2 id="survey-compared">{t.compareTitle}</h2>
      <p>{t.compareHelp}</p>
      <Picture rows={rows} label={t.comparePicture} before={t.before} after={t.after} />
      <div className="survey-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.compareStatement}</th>
              <th scope="col">{t.compareBefore}</th>
              <th scope="col">{t.compareAfter}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ statement, before, after }, i) => (
              <tr key={statement.id}>
                <th scope="row">
                  {i + 1}. {local(statement.text)}
                </th>
                <td>{before ?? t.noAnswer}</td>
                <td>{after ?? t.noAnswer}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{t.ownWords}</h3>
      {survey.open.map(({ id, text }) => (
        <div key={id} className="stack">
          <p>
            <strong>{local(text)}</strong>
          </p>
          <dl className="survey-words">
            {(['before', 'after'] as const).map((when) => (
              <div key={when}>
                <dt>{t[when]}</dt>
                <dd>{wordsOf(answered, when, id) || t.nothingWritten}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}

const wordsOf = (answered: Answered, when: 'before' | 'after', id: string): string =>
  answered[when]?.find((each) => each.id === id)?.text?.trim() ?? '';

/** A ring for before, a filled dot for after, and a line between: told apart without colour. */
function Picture(props: {
  readonly rows: readonly Compared[];
  readonly label: string;
  readonly before: string;
  readonly after: string;
}) {
  const { rows } = props;
  return (
    <figure className="survey-picture">
      <svg role="img" aria-label={props.label} viewBox={`0 0 ${WIDTH} ${(rows.length + 1) * ROW}`}>
        {rows.map(({ statement, before, after }, i) => {
          const y = i * ROW + ROW / 2;
          return (
            <g key={statement.id}>
              <text className="survey-number" x={4} y={y + 5}>
                {i + 1}
              </text>
              <line className="survey-line" x1={across(1)} x2={across(5)} y1={y} y2={y} />
              {[1, 2, 3, 4, 5].map((scale) => (
                <line
                  key={scale}
                  className="survey-line"
                  x1={across(scale)}
                  x2={across(scale)}
                  y1={y - 3}
                  y2={y + 3}
                />
              ))}
              {before !== null && after !== null && (
                <line
                  className="survey-move"
                  x1={across(before)}
                  x2={across(after)}
                  y1={y}
                  y2={y}
                />
              )}
              {after !== null && (
                <circle className="survey-after" cx={across(after)} cy={y} r={5} />
              )}
              {before !== null && (
                <circle className="survey-before" cx={across(before)} cy={y} r={8} />
              )}
            </g>
          );
        })}
        {[1, 2, 3, 4, 5].map((scale) => (
          <text
            key={scale}
            className="survey-number"
            textAnchor="middle"
            x={across(scale)}
            y={(rows.length + 0.6) * ROW}
          >
            {scale}
          </text>
        ))}
      </svg>
      <figcaption className="hint" aria-hidden="true">
        ○ {props.before} · ● {props.after}
      </figcaption>
    </figure>
  );
}
