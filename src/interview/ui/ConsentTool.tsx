import { useState } from 'react';
import { consentItemTexts } from '../../i18n/consent-items.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useTexts } from '../../kit/language.tsx';
import { may } from '../model/act.ts';
import { ConsentList } from './ConsentList.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import type { ToolProps } from './tool-props.ts';

/** The consent at any moment of the talk. Who takes back what the interview stands on stops it, and chooses. */
export function ConsentTool(props: ToolProps) {
  const { session, ports } = props;
  const t = useTexts(consentItemTexts);
  const [leaving, setLeaving] = useState<string | null>(null);
  const { state, route } = session.snapshot();
  if (leaving !== null) {
    return (
      <LeaveDialog
        session={session}
        ports={ports}
        item={leaving}
        onClose={() => setLeaving(null)}
      />
    );
  }
  return (
    <Dialog title={t.itemsTitle} onClose={props.onClose}>
      <p>{t.itemsHelp}</p>
      <ConsentList
        session={session}
        ports={ports}
        onRequired={(item) => (may(state, 'stop') ? props.onStop() : setLeaving(item))}
      />
      <div className="row" data-end="">
        {may(state, 'consent') && (
          <Button onClick={() => props.onGo(route.gate)}>{t.changeAtGate}</Button>
        )}
        <Button onClick={props.onClose}>{t.close}</Button>
      </div>
    </Dialog>
  );
}
