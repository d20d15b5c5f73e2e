import { useState } from 'react';
import { consentItemTexts } from '../../i18n/consent-items.ts';
import { useTexts } from '../../kit/language.tsx';
import { ConsentList } from './ConsentList.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import type { AfterPartProps } from './tool-props.ts';

/** After the talk, and when the interview was handed in: a yes can be taken back all the same. */
export function ConsentAfter({ session, ports }: AfterPartProps) {
  const t = useTexts(consentItemTexts);
  const [leaving, setLeaving] = useState<string | null>(null);
  return (
    <details className="card">
      <summary>{t.itemsTitle}</summary>
      <div className="stack">
        <p>{t.itemsHelp}</p>
        <ConsentList session={session} ports={ports} onRequired={setLeaving} />
      </div>
      {leaving !== null && (
        <LeaveDialog
          session={session}
          ports={ports}
          item={leaving}
          onClose={() => setLeaving(null)}
        />
      )}
    </details>
  );
}
