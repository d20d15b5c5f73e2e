import { circumstancesTexts } from '../../i18n/circumstances.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useTexts } from '../../kit/language.tsx';
import { CircumstancesForm } from './CircumstancesForm.tsx';
import type { ToolProps } from './tool-props.ts';

/** What surrounds the talk, when nobody prepared it or something is different than it was thought. */
export function CircumstancesTool({ session, onClose }: ToolProps) {
  const t = useTexts(circumstancesTexts);
  return (
    <Dialog title={t.title} onClose={onClose}>
      <CircumstancesForm session={session} />
      <div className="row" data-end="">
        <Button onClick={onClose}>{t.close}</Button>
      </div>
    </Dialog>
  );
}
