import { useState } from 'react';
import type { MemberId } from '../../base/ids.ts';
import { assignTexts } from '../../i18n/assign.ts';
import { lostTexts } from '../../i18n/lost.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { Colleague } from '../model/propose.ts';
import type { HandOverProblem } from './HandOverDialog.tsx';

export type DraftsAnswer =
  | { readonly type: 'sent'; readonly codes: readonly string[] }
  | { readonly type: 'failed'; readonly problem: HandOverProblem };

/** The half-done interviews of a blocked tablet go on with somebody else, with or without an assignment. */
export function LostDrafts(props: {
  readonly from: MemberId;
  readonly blocked: boolean;
  readonly colleagues: readonly Colleague[];
  readonly onDrafts: (to: MemberId, recovery: string) => Promise<DraftsAnswer>;
}) {
  const t = useTexts(lostTexts);
  const a = useTexts(assignTexts);
  const [to, setTo] = useState<MemberId | null>(null);
  const [recovery, setRecovery] = useState('');
  const [problem, setProblem] = useState<HandOverProblem | 'none' | null>(null);
  const [sent, setSent] = useState<readonly string[]>([]);
  const { run, busy } = useOnce(async () => {
    if (!to) return setProblem('none');
    if (!recovery.trim()) return setProblem('recovery');
    setProblem(null);
    const answer = await props.onDrafts(to, recovery.trim());
    if (answer.type === 'failed') return setProblem(answer.problem);
    // The key has done its work.
    setRecovery('');
    return setSent(answer.codes);
  });
  // With a new tablet of their own, the one who lost theirs can go on as well.
  const options = props.colleagues
    .filter(({ here }) => here)
    .map(({ member, name }) => ({ value: member, label: name }));
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <h3>{t.draftsTitle}</h3>
      <p>{t.draftsHelp}</p>
      {props.blocked ? (
        <>
          <RadioChoice legend={t.draftsFor} value={to} onChange={setTo} options={options} />
          <TextField
            label={a.recovery}
            hint={t.recoveryHint}
            autoCapitalize="characters"
            value={recovery}
            onChange={(event) => setRecovery(event.currentTarget.value)}
          />
          {problem && (
            <Notice tone="danger" live>
              {problem === 'none' ? t.draftsNobody : a[`problem_${problem}`]}
            </Notice>
          )}
          <p role="status" hidden={sent.length === 0}>
            {sent.length === 0 ? '' : t.draftsDone(sent.join(', '))}
          </p>
          <div className="row">
            <Button type="submit" disabled={busy}>
              {t.draftsRun}
            </Button>
          </div>
        </>
      ) : (
        <p className="hint">{t.draftsFirstBlock}</p>
      )}
    </form>
  );
}
