import { closingTexts } from '../../i18n/closing.ts';
import { useTexts } from '../../kit/language.tsx';
import type { AfterPartProps } from './tool-props.ts';
import { ClosingList } from './ClosingList.tsx';
import { may } from '../model/act.ts';
import { isPartlyLocked } from '../model/locked.ts';
import { useSnapshot } from './use-session.ts';

/** What of the closing was not ticked at the table. */
export function ClosingPart({ session }: AfterPartProps) {
  const t = useTexts(closingTexts);
  const { state } = useSnapshot(session);
  if (!may(state, 'writeMemo') || isPartlyLocked(state) || !session.guide.closing.checklist)
    return null;
  return (
    <section className="card">
      <h2>{t.title}</h2>
      <ClosingList session={session} />
    </section>
  );
}
