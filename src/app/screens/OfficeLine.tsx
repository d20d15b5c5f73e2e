import { lazy, Suspense, useCallback } from 'react';
import { dateTime } from '../../i18n/format.ts';
import { homeTexts } from '../../i18n/home.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { Desk } from '../port.ts';
import { useAsked } from './use-desk.ts';

const ProblemNotice = lazy(async () => ({
  default: (await import('./ProblemNotice.tsx')).ProblemNotice,
}));

/** Whether the office answers, in one quiet line; not hearing from it is nothing to worry about. */
export function OfficeLine({ desk }: { readonly desk: Desk }) {
  const t = useTexts(homeTexts);
  const { language } = useLanguage();
  const known = useAsked(
    desk,
    useCallback(async () => ({ admitted: await desk.admitted(), ...desk.line() }), [desk]),
  );
  if (!known) return null;
  const { reachable, lastContact, admitted, problem, forgedJoins } = known;
  return (
    <section className="card">
      <h2>{t.office}</h2>
      {problem && (
        <Suspense>
          <ProblemNotice problem={{ type: problem }} />
        </Suspense>
      )}
      {forgedJoins > 0 && (
        <Notice tone="danger" live>
          {t.forgedJoins}
        </Notice>
      )}
      {!admitted && <p>{t.notAdmitted}</p>}
      <p className="hint" role="status">
        {reachable === false
          ? t.officeNotReached
          : lastContact === null
            ? t.officeUnknown
            : t.officeReached(dateTime(lastContact, language))}
      </p>
      <div className="row">
        <Button onClick={desk.syncNow}>{t.tryNow}</Button>
      </div>
    </section>
  );
}
