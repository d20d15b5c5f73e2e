import { cardActTexts } from '../../i18n/card-acts.ts';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { unsettledCards } from '../model/summary.ts';
import type { InterviewSession } from '../session.ts';
import { useSnapshot } from './use-session.ts';

/**
 * Before an interview is erased: what nobody has taken over goes with it. The duty to report does not, and neither
 * does a message to the supervisor that was sealed already.
 */
export function CardsGoToo({ session }: { readonly session: InterviewSession }) {
  const t = useTexts(cardActTexts);
  const { state } = useSnapshot(session);
  return (
    <>
      {state.flags.length > 0 && <p>{t.flagGoesOut}</p>}
      {unsettledCards(state).length > 0 && <Notice tone="warn">{t.goesToo}</Notice>}
    </>
  );
}
