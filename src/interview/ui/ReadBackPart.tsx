import { lazy, Suspense, useState } from 'react';
import { readBackTexts } from '../../i18n/read-back.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { may } from '../model/act.ts';
import { isPartlyLocked } from '../model/locked.ts';
import { foldReadBack } from '../model/read-back.ts';
import type { AfterPartProps } from './tool-props.ts';
import { useSnapshot } from './use-session.ts';

const ReadBack = lazy(async () => ({ default: (await import('./ReadBack.tsx')).ReadBack }));

/** Reading back after the talk, as long as the interview is not completed. */
export function ReadBackPart({ session, ports }: AfterPartProps) {
  const t = useTexts(readBackTexts);
  const { state } = useSnapshot(session);
  const [open, setOpen] = useState(false);
  if (!may(state, 'write') || isPartlyLocked(state)) return null;
  const read = foldReadBack(session.events()).sections;
  const asked = session.guide.sections.filter(({ questions }) =>
    questions.some(({ id }) => state.questions.get(id)?.asked),
  );
  const done = asked.filter(({ id }) => read.has(id)).length;
  return (
    <section className="card" aria-labelledby="read-back">
      <h2 id="read-back">{t.title}</h2>
      <p className="hint">{t.togetherHelp}</p>
      <p>{done === 0 ? t.notRead : t.readSections(done, asked.length)}</p>
      <div className="row">
        <Button onClick={() => setOpen(true)}>{t.together}</Button>
      </div>
      <Suspense>
        {open && <ReadBack session={session} ports={ports} onClose={() => setOpen(false)} />}
      </Suspense>
    </section>
  );
}
