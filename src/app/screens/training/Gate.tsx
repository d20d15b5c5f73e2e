import { trainingTexts } from '../../../i18n/training-overview.ts';
import { Button } from '../../../kit/button.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { Page } from '../../../kit/page.tsx';
import type { Desk } from '../../port.ts';
import { go } from '../../routes.ts';
import { Missing, Share, TakenBack } from './ReadyPart.tsx';
import type { TrainingHere } from './training-here.ts';
import { toTraining } from './ways.ts';

/** In place of the form: what the training asks for before a first interview, each with a way to it. */
export function GateStop({ desk, here }: { readonly desk: Desk; readonly here: TrainingHere }) {
  const t = useTexts(trainingTexts);
  return (
    <Page title={t.gateStop}>
      {here.isTakenBack && <TakenBack here={here} />}
      <p>{t.gateStopText}</p>
      <div className="card">
        <Missing here={here} />
        {here.trainers.length > 0 && !here.isShared && <Share desk={desk} heading="h2" />}
      </div>
      <p className="hint">{t.gateHelp}</p>
      <div className="row" data-end="">
        <Button variant="primary" onClick={() => go(toTraining)}>
          {t.toTraining}
        </Button>
      </div>
    </Page>
  );
}

/** Beside the form: the same, folded away, for whoever may begin all the same. */
export function GateWarning({ here }: { readonly here: TrainingHere }) {
  const t = useTexts(trainingTexts);
  return (
    <aside className="page" aria-label={t.gateWarn}>
      <div className="notice">
        {here.isTakenBack && <TakenBack here={here} />}
        <p>{t.gateWarnText}</p>
        <details>
          <summary>{t.gateShow}</summary>
          <Missing here={here} />
        </details>
      </div>
    </aside>
  );
}
