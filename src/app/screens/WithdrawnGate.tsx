import { useCallback, useDeferredValue, useState, type ReactNode } from 'react';
import type { StreamId } from '../../base/ids.ts';
import { erasingTexts } from '../../i18n/erasing.ts';
import { dateTime } from '../../i18n/format.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { goingHere } from '../going.ts';
import { Opening } from '../Opening.tsx';
import type { Desk } from '../port.ts';
import { useAsked } from './use-desk.ts';

/** An interview that was handed in, unless the participant has taken it back: then nobody opens it, its author neither. */
export function WithdrawnGate(props: {
  readonly stream: StreamId;
  readonly desk: Pick<Desk, 'deliver' | 'journal' | 'me' | 'subscribe'>;
  readonly onHome: () => void;
  readonly children: ReactNode;
}) {
  const { stream, desk } = props;
  const t = useTexts(erasingTexts);
  const { language } = useLanguage();
  // Deferred for what it lets through, as InterviewScreen does.
  const known = useDeferredValue(
    useAsked(
      desk,
      useCallback(
        async () => ({ going: (await goingHere(desk.journal)).get(stream) }),
        [desk, stream],
      ),
    ),
  );
  const [failed, setFailed] = useState(false);
  const { run: recall, busy } = useOnce(async () => {
    const { recallWithdrawal } = await import('../../interview/withdraw.ts');
    const recalled = await recallWithdrawal(desk, stream, desk.me.member);
    setFailed(!recalled.ok);
  });
  if (!known) return <Opening />;
  const withdrawn = known.going?.withdrawn;
  if (!withdrawn) return props.children;
  // Who noted it can say that it was a mistake, until a supervisor has decided on it.
  const isMine = withdrawn.by === desk.me.member && known.going?.approvals.length === 0;
  return (
    <Page title={t.blockedTitle}>
      <p>{t.blocked(dateTime(withdrawn.at, language))}</p>
      {failed && (
        <Notice tone="danger" live>
          {t.notKept}
        </Notice>
      )}
      <div className="row">
        <Button variant="primary" onClick={props.onHome}>
          {t.toHome}
        </Button>
        {isMine && (
          <Button disabled={busy} onClick={recall}>
            {t.recall}
          </Button>
        )}
      </div>
    </Page>
  );
}
