import { closingTexts } from '../../i18n/closing.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { ClosingList } from './ClosingList.tsx';
import { Contacts } from './Contacts.tsx';
import type { ToolProps } from './tool-props.ts';

/** Closing the talk well, at the table. */
export function ClosingTool({ session, onClose, onGo }: ToolProps) {
  const t = useTexts(closingTexts);
  const local = useLocal();
  return (
    <Dialog title={t.title} onClose={onClose}>
      <p className="talk-say">{local(session.guide.scripts.closing)}</p>
      <ClosingList session={session} onGo={onGo} />
      <Contacts session={session} />
      <div className="row" data-end="">
        <Button onClick={onClose}>{t.close}</Button>
      </div>
    </Dialog>
  );
}
