import type { Clock } from '../../../base/deps.ts';
import { debriefTexts } from '../../../i18n/training-debrief.ts';
import { trainingTexts } from '../../../i18n/training-overview.ts';
import { Button } from '../../../kit/button.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { Page } from '../../../kit/page.tsx';
import { ModuleList } from '../../../training/ui/ModuleList.tsx';
import { maySee } from '../../may-see.ts';
import type { Desk } from '../../port.ts';
import { go, pathOf, type Route } from '../../routes.ts';
import { ReadyPart } from './ReadyPart.tsx';
import { useTraining } from './use-training.ts';
import { toPart, toPractice, toTrainer } from './ways.ts';

/** The training's start page: what there is to read and practise, the modules, and how far one has come. */
export function Overview({ desk, clock }: { readonly desk: Desk; readonly clock: Clock }) {
  const t = useTexts(trainingTexts);
  const d = useTexts(debriefTexts);
  const here = useTraining(desk, clock);
  const teaches = maySee(desk.me.role, 'trainer');
  return (
    <Page
      title={t.title}
      actions={teaches && <Button onClick={() => go(toTrainer)}>{t.trainerView}</Button>}
    >
      <p>{t.intro}</p>
      <section className="stack" aria-labelledby="training-ways">
        <h2 id="training-ways">{t.ways}</h2>
        <ul role="list" className="module-list">
          <Way to={toPart('handbook')} title={t.handbook} about={t.handbookAbout} />
          <Way to={toPractice} title={t.practice} about={t.practiceAbout} />
          <Way to={toPart('debriefs')} title={d.mine} about={d.mineAbout} />
          <Way to={toPart('survey')} title={t.survey} about={t.surveyAbout} />
        </ul>
      </section>
      {here && (
        <>
          <ModuleList
            modules={here.training.modules}
            needs={here.needs}
            progress={here.progress}
            pathOf={(module) => pathOf(toPart(module))}
            onOpen={(module) => go(toPart(module))}
          />
          <ReadyPart desk={desk} here={here} />
        </>
      )}
    </Page>
  );
}

function Way(props: { readonly to: Route; readonly title: string; readonly about: string }) {
  return (
    <li>
      <a
        className="module-link"
        href={pathOf(props.to)}
        onClick={(event) => {
          event.preventDefault();
          go(props.to);
        }}
      >
        <strong>{props.title}</strong>
        <span>{props.about}</span>
      </a>
    </li>
  );
}
