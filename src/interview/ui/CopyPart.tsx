import { lazy, Suspense, useState } from 'react';
import { longDate } from '../../i18n/format.ts';
import { closingTexts } from '../../i18n/closing.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { may } from '../model/act.ts';
import { foldClosing } from '../model/closing.ts';
import type { AfterPartProps } from './tool-props.ts';
import { useSnapshot } from './use-session.ts';

const CopyDialog = lazy(async () => ({ default: (await import('./CopyDialog.tsx')).CopyDialog }));

/** A copy of their own answers for the participant; each release is noted. */
export function CopyPart({ session }: AfterPartProps) {
  const t = useTexts(closingTexts);
  const { language } = useLanguage();
  const { state } = useSnapshot(session);
  const [open, setOpen] = useState(false);
  if (!may(state, 'aftercare')) return null;
  const { copies } = foldClosing(session.events());
  return (
    <section className="card">
      <h2>{t.copy}</h2>
      <ul role="list">
        {copies.map(({ at, form }) => (
          <li key={at} className="hint">
            {t.copyReleased(longDate(at, language), t[form])}
          </li>
        ))}
      </ul>
      <div className="row">
        <Button onClick={() => setOpen(true)}>{t.copyShow}</Button>
      </div>
      <Suspense>{open && <CopyDialog session={session} onClose={() => setOpen(false)} />}</Suspense>
    </section>
  );
}
