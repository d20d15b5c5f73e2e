import { useCallback, type ReactNode } from 'react';
import type { StreamId } from '../../base/ids.ts';
import { erasingTexts } from '../../i18n/erasing.ts';
import { dateTime } from '../../i18n/format.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { goingHere } from '../going.ts';
import type { Desk } from '../port.ts';
import { useAsked } from './use-desk.ts';

/** An interview that was handed in, unless the participant has taken it back: then nobody opens it, its author neither. */
export function WithdrawnGate(props: {
  readonly stream: StreamId;
  readonly desk: Pick<Desk, 'journal' | 'subscribe'>;
  readonly onHome: () => void;
  readonly children: ReactNode;
}) {
  const { stream, desk } = props;
  const t = useTexts(erasingTexts);
  const { language } = useLanguage();
  const known = useAsked(
    desk,
    useCallback(
      async () => ({ going: (await goingHere(desk.journal)).get(stream) }),
      [desk, stream],
    ),
  );
  if (!known) return null;
  const withdrawn = known.going?.withdrawn;
  if (!withdrawn) return props.children;
  return (
    <Page title={t.blockedTitle}>
      <p>{t.blocked(dateTime(withdrawn.at, language))}</p>
      <div className="row">
        <Button variant="primary" onClick={props.onHome}>
          {t.toHome}
        </Button>
      </div>
    </Page>
  );
}
