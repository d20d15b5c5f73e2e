import { trainingTexts } from '../../../i18n/training-overview.ts';
import { Button } from '../../../kit/button.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { Page } from '../../../kit/page.tsx';
import type { Desk } from '../../port.ts';
import { go } from '../../routes.ts';
import { Missing, TakenBack } from './ReadyPart.tsx';
import type { TrainingHere } from './training-here.ts';
import { share } from './use-training.ts';
import { toTraining } from './ways.ts';

/** In place of the form: what the training asks for before a first interview, each with a way to it. */
export function GateStop({ desk, here }: { readonly desk: Desk; readonly here: TrainingHere }) {
  const t = useTexts(trainingTexts);
  return (
    <Page title={t.gateStop}>
      {here.isTakenBack && <TakenBack here={here} />}
      <p>{t.gateStopText}</p>
      <div className="card">
        <Missing here={here} onShare={here.isShared ? null : () => void share(desk)} />
        {!here.isShared && <p className="hint">{t.shareHelp}</p>}
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
          <Missing here={here} onShare={null} />
        </details>
      </div>
    </aside>
  );
}
