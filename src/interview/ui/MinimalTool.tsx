import { useState } from 'react';
import { momentTexts } from '../../i18n/moments.ts';
import { toolTexts } from '../../i18n/tools.ts';
import { Button } from '../../kit/button.tsx';
import { Check } from '../../kit/choice.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useTexts } from '../../kit/language.tsx';
import { isMinimal, setMinimal } from '../minimal.ts';
import type { ToolProps } from './tool-props.ts';

/** The switch for writing little; it holds for this interview. */
export function MinimalTool({ session, onClose }: Pick<ToolProps, 'session' | 'onClose'>) {
  const t = useTexts(momentTexts);
  const tools = useTexts(toolTexts);
  const [minimal, setChecked] = useState(() => isMinimal(session));
  return (
    <Dialog title={tools.minimal} onClose={onClose}>
      <p>{t.minimalHelp}</p>
      <Check
        label={t.minimal}
        checked={minimal}
        onChange={(checked) => {
          setChecked(checked);
          setMinimal(session, checked);
        }}
      />
      <div className="row" data-end="">
        <Button onClick={onClose}>{t.close}</Button>
      </div>
    </Dialog>
  );
}
