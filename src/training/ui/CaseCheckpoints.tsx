import type { Guide } from '../../guide/model/guide.ts';
import { checkpointTexts } from '../../i18n/training-checkpoints.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { NO_TEXT, type TypedCheckpoint } from '../model/case-form.ts';
import { DEFAULT_PARAMS } from '../model/ready-checkpoint.ts';
import { CaseCheckpoint } from './CaseCheckpoint.tsx';

const MOST = 30;

/** What the trainee is to do in this case, each with the explanation that the debrief shows. */
export function CaseCheckpoints(props: {
  readonly checkpoints: readonly TypedCheckpoint[];
  readonly guide: Guide;
  readonly english: boolean;
  readonly onChange: (checkpoints: TypedCheckpoint[]) => void;
}) {
  const { checkpoints, guide, english, onChange } = props;
  const t = useTexts(checkpointTexts);
  const add = () => {
    const [first] = guide.sections[0]?.questions ?? [];
    const used = new Set(checkpoints.map(({ id }) => id));
    let number = checkpoints.length + 1;
    while (used.has(`c${number}`)) number += 1;
    onChange([
      ...checkpoints,
      {
        id: `c${number}`,
        at: first?.id ?? 'after',
        kind: 'invited',
        params: DEFAULT_PARAMS,
        expect: NO_TEXT,
        motive: NO_TEXT,
      },
    ]);
  };
  return (
    <div className="stack">
      <p className="hint">{t.checkpointsIntro}</p>
      {checkpoints.map((checkpoint, at) => (
        <section className="card" key={checkpoint.id} aria-labelledby={`check-${checkpoint.id}`}>
          <h3 id={`check-${checkpoint.id}`}>{t.checkpoint(at + 1)}</h3>
          <CaseCheckpoint
            checkpoint={checkpoint}
            guide={guide}
            english={english}
            onChange={(now) => onChange(checkpoints.map((each, i) => (i === at ? now : each)))}
          />
          <div className="row">
            <Button
              variant="plain"
              onClick={() => onChange(checkpoints.filter((each) => each !== checkpoint))}
            >
              {t.removeCheckpoint(at + 1)}
            </Button>
          </div>
        </section>
      ))}
      {checkpoints.length < MOST && (
        <div className="row">
          <Button onClick={add}>{t.addCheckpoint}</Button>
        </div>
      )}
    </div>
  );
}
