import { Suspense, useState } from 'react';
import { checkingTexts } from '../../i18n/checking.ts';
import { toolTexts } from '../../i18n/tools.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useTexts } from '../../kit/language.tsx';
import type { ToolProps } from './tool-props.ts';
import { isPartlyLocked } from '../model/locked.ts';
import { LOCKED_TOOLS, TOOLS, type Tool } from './tools.ts';
import { useSnapshot } from './use-session.ts';

/** The list of tools, and the one that is open. Neutral words only: the person across the table may read them. */
export function ToolsDialog(props: ToolProps) {
  const t = useTexts(toolTexts);
  const c = useTexts(checkingTexts);
  const locked = isPartlyLocked(useSnapshot(props.session).state);
  const [tool, setTool] = useState<Tool | null>(null);
  if (tool) {
    return (
      <Suspense>
        <tool.Screen {...props} />
      </Suspense>
    );
  }
  return (
    <Dialog title={t.tools} onClose={props.onClose}>
      <ul role="list" className="talk-cards">
        {TOOLS.filter(({ label }) => !locked || !LOCKED_TOOLS.has(label)).map((each) => (
          <li key={each.label}>
            <button type="button" className="choice" onClick={() => setTool(each)}>
              {t[each.label]}
            </button>
          </li>
        ))}
      </ul>
      {locked && <p className="hint">{c.lockedTools}</p>}
      <div className="row" data-end="">
        <Button onClick={props.onClose}>{t.close}</Button>
      </div>
    </Dialog>
  );
}
