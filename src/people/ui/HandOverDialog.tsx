import { useState } from 'react';
import type { MemberId } from '../../base/ids.ts';
import { assignTexts } from '../../i18n/assign.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { ListedAssignment } from '../assignments.ts';
import type { HandoverReason } from '../model/assignment.ts';
import type { Colleague } from '../model/propose.ts';

const REASONS: readonly HandoverReason[] = ['left', 'lostTablet', 'wish', 'other'];

/** Why a handing over did not come about; nothing is changed then. */
export type HandOverProblem = 'store' | 'recovery' | 'noDraft' | 'line';

/**
 * A talk goes on with somebody else. When it was begun on a tablet that is blocked, the last copy of what was said
 * can go along: for that the recovery sheet is needed.
 */
export function HandOverDialog(props: {
  readonly assignment: ListedAssignment;
  readonly colleagues: readonly Colleague[];
  readonly onHandOver: (
    to: MemberId,
    why: HandoverReason,
    recovery: string | null,
  ) => Promise<HandOverProblem | null>;
  readonly onClose: () => void;
  /** Proposed as the reason. */
  readonly why?: HandoverReason;
}) {
  const { assignment, colleagues } = props;
  const t = useTexts(assignTexts);
  const [to, setTo] = useState<MemberId | null>(null);
  const [why, setWhy] = useState<HandoverReason>(props.why ?? 'left');
  const [recovery, setRecovery] = useState('');
  const [problem, setProblem] = useState<HandOverProblem | 'none' | null>(null);
  const before = colleagues.find(({ member }) => member === assignment.to);
  const others = colleagues.filter(({ member, here }) => here && member !== assignment.to);
  const { run, busy } = useOnce(async () => {
    if (!to) return setProblem('none');
    const wrong = await props.onHandOver(to, why, recovery.trim() || null);
    setProblem(wrong);
    if (!wrong) props.onClose();
  });
  return (
    <Dialog title={t.handOverOf(assignment.brief.code)} onClose={props.onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <RadioChoice
          legend={t.newWho}
          value={to}
          onChange={setTo}
          options={others.map(({ member, name }) => ({ value: member, label: name }))}
        />
        <RadioChoice
          legend={t.reasonTitle}
          value={why}
          onChange={setWhy}
          options={REASONS.map((value) => ({ value, label: t[`reason_${value}`] }))}
        />
        {assignment.interview && (
          <section className="stack" aria-label={t.halfDone}>
            <h3>{t.halfDone}</h3>
            <p>{before?.here ? t.halfDoneNot : t.halfDoneHelp}</p>
            {!before?.here && (
              <TextField
                label={t.recovery}
                hint={t.recoveryHint}
                autoCapitalize="characters"
                value={recovery}
                onChange={(event) => setRecovery(event.currentTarget.value)}
              />
            )}
          </section>
        )}
        {problem && (
          <Notice tone="danger" live>
            {t[`problem_${problem}`]}
          </Notice>
        )}
        <div className="row" data-end>
          <Button onClick={props.onClose}>{t.close}</Button>
          <Button type="submit" variant="primary" disabled={busy}>
            {t.handOver}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
