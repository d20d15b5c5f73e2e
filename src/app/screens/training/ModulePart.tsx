import { trainingTexts } from '../../../i18n/training-overview.ts';
import { dayAt } from '../../../people/model/days.ts';
import { Button } from '../../../kit/button.tsx';
import { useLocal, useTexts } from '../../../kit/language.tsx';
import { Page } from '../../../kit/page.tsx';
import { ModuleView } from '../../../training/ui/ModuleView.tsx';
import { go } from '../../routes.ts';
import { ExercisePart } from './ExercisePart.tsx';
import type { PartProps } from './part.ts';
import { note, useTraining } from './use-training.ts';
import { toPart, toPractice } from './ways.ts';

/** One module: what to read and do, its exercise, and what shows that it is done. */
export function ModulePart({ desk, deps, part, onBack }: PartProps) {
  const t = useTexts(trainingTexts);
  const local = useLocal();
  const here = useTraining(desk, deps.clock);
  if (!here) return null;
  const { modules, cases } = here.training;
  const module = modules.find(({ id }) => id === part);
  const today = dayAt(deps.clock.now());
  const back = (
    <Button variant="plain" onClick={onBack}>
      {t.back}
    </Button>
  );
  if (!module) {
    return (
      <Page title={t.title} actions={back}>
        <p>{t.notFound}</p>
      </Page>
    );
  }
  return (
    <Page title={local(module.title)} actions={back}>
      <ModuleView
        module={module}
        modules={modules}
        cases={cases}
        needs={here.needs}
        progress={here.progress}
        today={today}
        onConfirm={(how, words) =>
          note(desk, {
            type: 'ModuleConfirmed',
            version: 1,
            data: { module: module.id, how, note: words },
          })
        }
      >
        <Reading module={module.id} />
        <ExercisePart
          desk={desk}
          here={here}
          module={module.id}
          today={today}
          random={deps.random}
        />
      </ModuleView>
    </Page>
  );
}

/** The ways to what a module asks one to read, write or play. */
const READING: Readonly<Record<string, readonly ('handbook' | 'survey' | 'practice')[]>> = {
  m1: ['handbook', 'survey'],
  m2: ['handbook'],
  m4: ['handbook'],
  m5: ['practice'],
  m6: ['practice'],
  m7: ['handbook'],
  m8: ['handbook', 'survey'],
};

function Reading({ module }: { readonly module: string }) {
  const t = useTexts(trainingTexts);
  const ways = READING[module];
  if (!ways) return null;
  return (
    <div className="row">
      {ways.map((way) => (
        <Button key={way} onClick={() => go(way === 'practice' ? toPractice : toPart(way))}>
          {t[way]}
        </Button>
      ))}
    </div>
  );
}
