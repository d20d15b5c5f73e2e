import { useState, type ReactNode } from 'react';
import type { MemberId, StreamId } from '../../base/ids.ts';
import { erasingTexts } from '../../i18n/erasing.ts';
import { dateTime, longDate } from '../../i18n/format.ts';
import type { Going } from '../../interview/model/withdrawal.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { MATERIALS } from '../../people/model/program.ts';
import type { DueForErasing } from '../model/retention.ts';
import { ApproveDialog, type ToApprove } from './ApproveDialog.tsx';
import { Certificate } from './Certificate.tsx';
import './erasures.css';

/** Interviews taken back, what the rules say is to be erased, and what is gone. */
export function Erasures(props: {
  readonly me: MemberId;
  readonly going: readonly Going[];
  readonly due: readonly DueForErasing[];
  readonly hasRules: boolean;
  /** Urgent messages of an interview that nobody has taken care of. */
  readonly unhandled: (interview: StreamId) => number;
  readonly nameOf: (member: MemberId) => string;
  readonly onApprove: (what: ToApprove) => Promise<boolean>;
  /** Takes back one's own note of a withdrawal. @returns whether it could be kept. */
  readonly onRecall: (interview: StreamId) => Promise<boolean>;
  readonly onBack: () => void;
}) {
  const { going, due, me, nameOf } = props;
  const t = useTexts(erasingTexts);
  const { language } = useLanguage();
  const [asked, setAsked] = useState<ToApprove | null>(null);
  const [said, setSaid] = useState<'recalled' | 'notKept' | null>(null);
  const { run: recall, busy } = useOnce(async (interview: StreamId) => {
    setSaid((await props.onRecall(interview)) ? 'recalled' : 'notKept');
  });
  const done = going.filter(({ erased }) => erased.length > 0);
  const open = going.filter(({ withdrawn, erased }) => withdrawn && erased.length === 0);
  const approvalsOf = (interview: StreamId) =>
    going.find((each) => each.interview === interview)?.approvals ?? [];
  const approval = (what: ToApprove) => (
    <Approval
      mine={approvalsOf(what.interview).some(({ by }) => by === me)}
      flagged={props.unhandled(what.interview) > 0}
      approvals={approvalsOf(what.interview).map(({ by, at }) =>
        t.approvedBy(nameOf(by), dateTime(at, language)),
      )}
      onAsk={() => setAsked(what)}
    />
  );
  return (
    <Page
      title={t.title}
      actions={
        <Button variant="plain" onClick={props.onBack}>
          {t.toPlaces}
        </Button>
      }
    >
      <p>{t.intro}</p>
      <div role="status">{said && <Notice>{t[said]}</Notice>}</div>
      <List title={t.withdrawnList} none={t.noneWithdrawn} empty={open.length === 0}>
        {open.map(({ interview, code, withdrawn, approvals }) => (
          <li key={interview} className="card stack">
            <strong>{code}</strong>
            {withdrawn && (
              <p>{t.withdrawnAt(dateTime(withdrawn.at, language), nameOf(withdrawn.by))}</p>
            )}
            {approval({
              interview,
              code,
              materials: MATERIALS.filter((material) => material !== 'log'),
              why: 'withdrawn',
              decision: approvals[0]?.decision ?? '',
            })}
            {withdrawn?.by === me && approvals.length === 0 && (
              <div className="row">
                <Button disabled={busy} onClick={() => recall(interview)}>
                  {t.recall}
                </Button>
              </div>
            )}
          </li>
        ))}
      </List>
      <List
        title={t.dueList}
        none={props.hasRules ? t.noneDue : t.noRules}
        empty={due.length === 0}
      >
        {due.map(({ interview, code, materials, decision, since }) => (
          <li key={interview} className="card stack">
            <strong>{code}</strong>
            <p>
              {materials.map((material) => t[`material_${material}`]).join(', ')}.{' '}
              {t.dueSince(longDate(since, language))}
            </p>
            {approval({ interview, code, materials, why: 'retention', decision })}
          </li>
        ))}
      </List>
      {done.length > 0 && (
        <List title={t.doneList} none="" empty={false}>
          {done.map((each) => (
            <Certificate key={each.interview} going={each} nameOf={nameOf} />
          ))}
        </List>
      )}
      {asked && (
        <ApproveDialog what={asked} onApprove={props.onApprove} onClose={() => setAsked(null)} />
      )}
    </Page>
  );
}

function List(props: {
  readonly title: string;
  readonly none: string;
  readonly empty: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section className="stack">
      <h2>{props.title}</h2>
      {props.empty ? (
        <p className="hint">{props.none}</p>
      ) : (
        <ul role="list" className="erasures">
          {props.children}
        </ul>
      )}
    </section>
  );
}

function Approval(props: {
  readonly mine: boolean;
  readonly flagged: boolean;
  readonly approvals: readonly string[];
  readonly onAsk: () => void;
}) {
  const t = useTexts(erasingTexts);
  return (
    <>
      {props.approvals.map((said) => (
        <p key={said}>{said}</p>
      ))}
      {props.mine ? (
        <p className="hint">{t.waitsForOther}</p>
      ) : props.flagged ? (
        <p>{t.flagFirst}</p>
      ) : (
        <div className="row">
          <Button onClick={props.onAsk}>{t.approve}</Button>
        </div>
      )}
    </>
  );
}
