import { useState } from 'react';
import { consentItemTexts } from '../../i18n/consent-items.ts';
import { dateTime } from '../../i18n/format.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { may } from '../model/act.ts';
import { consentRows, foldConsent, type ConsentRow } from '../model/consent-items.ts';
import type { InterviewSession } from '../session.ts';
import { withdraw, type Delivers } from '../withdraw.ts';
import { useSnapshot } from './use-session.ts';
import './consent.css';

/** Every item with what was said, and the way back from each yes in one tap. */
export function ConsentList(props: {
  readonly session: InterviewSession;
  readonly ports: Delivers;
  /** Only these items; all of the guide's when left out. */
  readonly only?: readonly string[];
  /** Without a yes to this item there is no interview: what becomes of it is asked first. */
  readonly onRequired: (item: string) => void;
}) {
  const { session } = props;
  const t = useTexts(consentItemTexts);
  const local = useLocal();
  const { state } = useSnapshot(session);
  const [told, setTold] = useState<{ label: string; how: 'kept' | 'told' | 'failed' } | null>(null);
  const { run: takeBack, busy } = useOnce(async ({ id, label, required }: ConsentRow) => {
    if (required) return props.onRequired(id);
    const done = await withdraw(session, [id], props.ports);
    setTold({ label: local(label), how: done.ok ? done.value : 'failed' });
  });
  const rows = consentRows(foldConsent(session.events()), session.guide).filter(
    ({ id }) => props.only?.includes(id) ?? true,
  );
  return (
    <div className="stack">
      <ul role="list" className="consent-list">
        {rows.map((row) => (
          <li key={row.id}>
            <span>
              {local(row.label)} <SaidWords row={row} />
            </span>
            {row.said.state === 'yes' && may(state, 'withdraw') && (
              <Button disabled={busy} onClick={() => takeBack(row)}>
                {t.withdraw}
                <span className="visually-hidden">: {local(row.label)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div role="status">
        {told && told.how !== 'failed' && (
          <Notice>
            <p>
              <strong>{t.withdrawn(told.label)}</strong>
            </p>
            {told.how === 'told' && <p>{t.delivered}</p>}
            <p>{local(session.guide.consent.withdrawalText)}</p>
          </Notice>
        )}
        {told?.how === 'failed' && <Notice tone="danger">{t.notKept}</Notice>}
      </div>
    </div>
  );
}

function SaidWords({ row: { said } }: { readonly row: ConsentRow }) {
  const t = useTexts(consentItemTexts);
  const { language } = useLanguage();
  if (said.state === 'unasked') return <span className="hint">{t.unasked}</span>;
  const when = dateTime(said.at, language);
  return (
    <span className={said.state === 'withdrawn' ? 'tag' : 'hint'}>
      {{ yes: t.yesSince, no: t.noSince, withdrawn: t.withdrawnSince }[said.state](when)}
    </span>
  );
}
