import { useState } from 'react';
import { partialDate } from '../../../i18n/format.ts';
import { trainingTexts } from '../../../i18n/training-overview.ts';
import { Button } from '../../../kit/button.tsx';
import { useLanguage, useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { useOnce } from '../../../kit/use-once.ts';
import { MissingList } from '../../../training/ui/MissingList.tsx';
import type { Desk } from '../../port.ts';
import { go } from '../../routes.ts';
import type { TrainingHere } from './training-here.ts';
import { share } from './use-training.ts';
import { toPart, toPractice } from './ways.ts';

/** What is lacking before the first interview, and letting the trainers see how far one has come. */
export function ReadyPart({ desk, here }: { readonly desk: Desk; readonly here: TrainingHere }) {
  const t = useTexts(trainingTexts);
  const { language } = useLanguage();
  const { state, isShared, isTakenBack, trainerWrote, trainers } = here;
  const { renewBy } = state;
  return (
    <section className="card stack" aria-labelledby="training-ready">
      <h2 id="training-ready">{t.ready}</h2>
      {isTakenBack ? (
        <Notice tone="warn">
          <TakenBack here={here} />
        </Notice>
      ) : (
        trainerWrote !== '' && <p>{t.trainerWrote(trainerWrote)}</p>
      )}
      {state.ready ? <p>{t.readyYes}</p> : <p>{t.readyNot}</p>}
      <Missing here={here} />
      {renewBy !== null && <p>{t.readyUntil(partialDate(renewBy, language))}</p>}
      {trainers.length > 0 && (isShared ? <p>{t.shared}</p> : <Share desk={desk} heading="h3" />)}
    </section>
  );
}

/** That a trainer has taken the sign-off back, and what they wrote: also before an interview that may begin. */
export function TakenBack({ here }: { readonly here: Pick<TrainingHere, 'trainerWrote'> }) {
  const t = useTexts(trainingTexts);
  return (
    <>
      <p>{t.takenBack}</p>
      {here.trainerWrote !== '' && <p>{t.trainerWrote(here.trainerWrote)}</p>}
    </>
  );
}

/** The list of what is lacking with the ways there; on the overview and before an interview. */
export function Missing({ here }: { readonly here: TrainingHere }) {
  return (
    <MissingList
      missing={here.state.missing}
      modules={here.training.modules}
      trainers={here.trainers}
      onModule={(module) => go(toPart(module))}
      onPractice={() => go(toPractice)}
    />
  );
}

/** Letting the trainers see how far one has come, after what that means has been said. */
export function Share(props: { readonly desk: Desk; readonly heading: 'h2' | 'h3' }) {
  const { desk, heading: Heading } = props;
  const t = useTexts(trainingTexts);
  const [failed, setFailed] = useState(false);
  const { run, busy } = useOnce(async () => {
    setFailed(!(await share(desk)));
  });
  return (
    <>
      <Heading>{t.share}</Heading>
      <p>{t.shareHelp}</p>
      {failed && (
        <Notice tone="danger" live>
          {t.notSaved}
        </Notice>
      )}
      <div className="row">
        <Button disabled={busy} onClick={() => run()}>
          {t.shareDo}
        </Button>
      </div>
    </>
  );
}
