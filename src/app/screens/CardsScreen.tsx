import type { StreamId } from '../../base/ids.ts';
import { cardActTexts } from '../../i18n/card-acts.ts';
import { unsettledCards } from '../../interview/model/summary.ts';
import type { InterviewSession } from '../../interview/session.ts';
import type { InterviewPorts } from '../../interview/ui/ports.ts';
import { SaveStatus } from '../../interview/ui/SaveStatus.tsx';
import { UnsettledCards } from '../../interview/ui/UnsettledCards.tsx';
import { useSnapshot } from '../../interview/ui/use-session.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import type { Desk } from '../port.ts';
import { useInterview } from './use-interview.ts';

/** From the start page straight back to the cards that nobody has been handed, wherever the interview stands. */
export function CardsScreen(props: {
  readonly stream: StreamId;
  readonly desk: Desk;
  readonly ports: InterviewPorts;
}) {
  const { stream, desk, ports } = props;
  const t = useTexts(cardActTexts);
  const session = useInterview(stream, desk, ports);
  if (session === null) return null;
  if (session === 'none') {
    return (
      <Page title={t.notFound}>
        <div className="row">
          <Button onClick={ports.onHome}>{t.toHome}</Button>
        </div>
      </Page>
    );
  }
  return <Cards session={session} ports={ports} />;
}

function Cards(props: { readonly session: InterviewSession; readonly ports: InterviewPorts }) {
  const { session, ports } = props;
  const t = useTexts(cardActTexts);
  const { state } = useSnapshot(session);
  const talking = state.status === 'talking' || state.status === 'paused';
  return (
    <Page title={t.cardsOf(state.code)} tab={t.cardsTab} actions={<SaveStatus session={session} />}>
      <UnsettledCards session={session} ports={ports} />
      {unsettledCards(state).length === 0 && <p role="status">{t.nothingLeft}</p>}
      <div className="row">
        {talking && <Button onClick={() => ports.onTalk(session.stream)}>{t.toTalk}</Button>}
        <Button onClick={ports.onHome}>{t.toHome}</Button>
      </div>
    </Page>
  );
}
