import { useState } from 'react';
import type { MemberId, StreamId } from '../../base/ids.ts';
import { assignTexts } from '../../i18n/assign.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { ListedAssignment } from '../assignments.ts';
import type { Colleague } from '../model/propose.ts';

/** What is given and not ended, by code: nobody is counted here. */
export function GivenList(props: {
  readonly assignments: readonly ListedAssignment[];
  readonly colleagues: readonly Colleague[];
  readonly onHandOver: (stream: StreamId) => void;
  /** @returns whether it could be kept. */
  readonly onCancel: (stream: StreamId) => Promise<boolean>;
}) {
  const t = useTexts(assignTexts);
  const [sure, setSure] = useState<ListedAssignment | null>(null);
  const [failed, setFailed] = useState(false);
  const { run: cancel, busy } = useOnce(async (stream: StreamId) => {
    const kept = await props.onCancel(stream);
    setFailed(!kept);
    if (kept) setSure(null);
  });
  const open = props.assignments
    .filter(({ ended }) => ended === null)
    .toSorted((a, b) => a.brief.code.localeCompare(b.brief.code, 'sv', { numeric: true }));
  return (
    <section className="card stack">
      <h2>{t.given}</h2>
      {open.length === 0 && <p className="hint">{t.givenNone}</p>}
      {open.length > 0 && (
        <ul role="list" className="assign-list">
          {open.map((each) => (
            <li key={each.stream} className="assign-item">
              <span>
                <strong>{each.brief.code}</strong> {each.brief.name}
              </span>
              <span className="hint">
                {t.wave(each.brief.wave)}. {t.givenTo(nameIn(props.colleagues, each.to, t))}
              </span>
              <span className="tag">{standing(each, t)}</span>
              <span className="row">
                <Button
                  aria-label={t.handOverOf(each.brief.code)}
                  onClick={() => props.onHandOver(each.stream)}
                >
                  {t.handOver}
                </Button>
                <Button
                  variant="plain"
                  aria-label={t.cancelOf(each.brief.code)}
                  onClick={() => setSure(each)}
                >
                  {t.cancel}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {sure && (
        <Dialog title={t.cancelOf(sure.brief.code)} onClose={() => setSure(null)}>
          <p>{t.cancelSure}</p>
          {failed && (
            <Notice tone="danger" live>
              {t.problem_store}
            </Notice>
          )}
          <div className="row" data-end>
            <Button onClick={() => setSure(null)}>{t.no}</Button>
            <Button variant="danger" disabled={busy} onClick={() => cancel(sure.stream)}>
              {t.cancelYes}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

const nameIn = (
  colleagues: readonly Colleague[],
  member: MemberId,
  t: typeof assignTexts.sv,
): string => colleagues.find((each) => each.member === member)?.name ?? t.unknownPerson;

function standing(each: ListedAssignment, t: typeof assignTexts.sv): string {
  if (each.interview) return t.begun;
  return each.answer ? t[`answer_${each.answer.answer}`] : t.waiting;
}
