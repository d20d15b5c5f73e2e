import type { Clock } from '../base/deps.ts';
import { safetyTexts } from '../i18n/safety.ts';
import { Button } from '../kit/button.tsx';
import { useTexts } from '../kit/language.tsx';
import { Notice } from '../kit/notice.tsx';
import type { Desk } from './port.ts';
import { go } from './routes.ts';
import { useLateFlags } from './use-late-flags.ts';

interface LateProps {
  readonly desk: Desk;
  readonly clock: Clock;
}

/** Above every screen but the talk: a message to the supervisor that is late is called in instead. */
export function LateBar({ desk, clock }: LateProps) {
  const t = useTexts(safetyTexts);
  const late = useLateFlags(desk, clock);
  if (late.length === 0) return null;
  return (
    <div className="late-bar">
      <Notice tone="warn" live>
        <p>{t.lateBar(late.map((row) => row.code).join(', '))}</p>
        <div className="row">
          <Button onClick={() => go({ name: 'home' })}>{t.toHome}</Button>
        </div>
      </Notice>
    </div>
  );
}

/** In the talk only a quiet word beside the save status: nothing pops up there, and nothing is read out. */
export function LateWord({ desk, clock }: LateProps) {
  const t = useTexts(safetyTexts);
  return useLateFlags(desk, clock).length > 0 ? <p className="talk-saved">{t.lateWord}</p> : null;
}
