import type { Guide } from '../../../guide/model/guide.ts';
import { practiceTexts } from '../../../i18n/training-practice.ts';
import { Button } from '../../../kit/button.tsx';
import { useLocal, useTexts } from '../../../kit/language.tsx';
import { Page } from '../../../kit/page.tsx';
import type { PracticeCase } from '../../../training/model/case.ts';
import type { PlayedBy } from '../../../training/model/run.ts';
import { go } from '../../routes.ts';

/** Whom one can practise with; one tap begins. */
export function PracticeCases(props: {
  readonly guide: Guide;
  readonly cases: readonly PracticeCase[];
  readonly onBy: (by: PlayedBy) => void;
}) {
  const t = useTexts(practiceTexts);
  return (
    <Page title={t.title} wide>
      <p>{t.intro}</p>
      <p className="hint">{t.wipes}</p>
      <ul role="list" className="practice-cases">
        {props.cases.map((played) => (
          <li key={played.id} className="card">
            <CaseCard played={played} onBy={props.onBy} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function CaseCard(props: { readonly played: PracticeCase; readonly onBy: (by: PlayedBy) => void }) {
  const { played } = props;
  const { alias, age, summary } = played.persona;
  const t = useTexts(practiceTexts);
  const local = useLocal();
  const begin = (by: PlayedBy) => {
    props.onBy(by);
    go({ name: 'practice', case: played.id, play: false });
  };
  return (
    <>
      <h2>{t.person(alias, age)}</h2>
      <p className="hint">{t.level(played.level)}</p>
      <p>{local(summary)}</p>
      <div className="row">
        <Button variant="primary" onClick={() => begin('tablet')}>
          {t.begin(alias)}
        </Button>
      </div>
      <details>
        <summary>{t.goals}</summary>
        <ul>
          {played.learningGoals.map((goal) => (
            <li key={goal.sv}>{local(goal)}</li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{t.second(alias)}</summary>
        <div className="stack">
          <p>{t.secondHelp(alias)}</p>
          <div className="row">
            <Button onClick={() => begin('person')}>{t.beginPerson}</Button>
            <Button onClick={() => go({ name: 'practice', case: played.id, play: true })}>
              {t.showRole}
            </Button>
          </div>
          <p className="hint">{t.showRoleHelp}</p>
        </div>
      </details>
    </>
  );
}
