import { shellTexts } from '../i18n/shell.ts';
import { Button } from '../kit/button.tsx';
import { useTexts } from '../kit/language.tsx';
import type { Desk } from './port.ts';
import { usePracticeMark } from './practice-mark.ts';
import { go } from './routes.ts';

/** Marks every screen that is not real by colour, pattern, word and title. */
export function TryBar(props: {
  readonly desk: Desk;
  readonly onDesk: (desk: Desk) => void;
  readonly onLeave: () => void;
}) {
  const { desk } = props;
  const t = useTexts(shellTexts);
  usePracticeMark(t.tryWord);
  const leave = () => {
    desk.lock();
    props.onLeave();
  };
  return (
    <aside className="try-bar" aria-label={t.tryMark}>
      <strong>{t.tryMark}</strong>
      {desk.other && (
        <Button
          onClick={() => {
            go({ name: 'home' }, 'replace');
            if (desk.other) props.onDesk(desk.other());
          }}
        >
          {desk.me.role === 'supervisor' ? t.tryInterviewer : t.trySupervisor}
        </Button>
      )}
      <Button onClick={leave}>{t.tryLeave}</Button>
    </aside>
  );
}
