import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Random } from '../../../base/deps.ts';
import { fieldTexts } from '../../../i18n/training-field.ts';
import { Button } from '../../../kit/button.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { useOnce } from '../../../kit/use-once.ts';
import type { VaultProblem } from '../../../vault/model/port.ts';
import type { Desk, FieldAct, FieldState } from '../../port.ts';
import { go, type Route } from '../../routes.ts';
import { NewPassphraseForm } from '../NewPassphraseForm.tsx';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { FieldUnlock } from './FieldUnlock.tsx';

const TALK: Route = { name: 'practice', case: 'field', play: false };

/** Module 5: make, hold the talk, lock, unlock, compare. What comes next follows from how the practice vault stands. */
export function FieldPart(props: {
  readonly desk: Pick<Desk, 'field' | 'lock' | 'me'>;
  readonly random: Random;
  /** @returns false when the result could not be kept: then the practice vault is kept as well. */
  readonly onDone: (result: { readonly right: number; readonly of: number }) => Promise<boolean>;
}) {
  const { desk, onDone } = props;
  const { field } = desk;
  const t = useTexts(fieldTexts);
  const [state, setState] = useState<FieldState | null>(null);
  const [problem, setProblem] = useState<VaultProblem | null>(null);
  useEffect(() => {
    void field?.({ type: 'look' }).then((found) => {
      if (found.ok) setState(found.value);
    });
  }, [field]);
  const act = async (asked: FieldAct): Promise<boolean> => {
    const answer = await field?.(asked);
    if (!answer) return false;
    setProblem(answer.ok ? null : answer.error);
    if (answer.ok) setState(answer.value);
    return answer.ok;
  };
  const { run: end, busy } = useOnce(async (result: { right: number; of: number } | null) => {
    if (result === null || (await onDone(result))) await act({ type: 'end' });
  });
  if (!field) return <p>{t.notHere}</p>;
  if (!state) return null;
  return (
    <div className="field-practice stack">
      <p>
        <strong className="field-mark">{t.mark}</strong>
      </p>
      <p>{t.intro}</p>
      <Network />
      {problem && <ProblemNotice problem={problem} />}
      {state.type === 'none' && (
        <Step title={t.makeTitle} help={t.makeHelp}>
          <NewPassphraseForm
            personal={[desk.me.name, desk.me.officeName]}
            submit={t.make}
            random={props.random}
            onSubmit={async (passphrase) => void (await act({ type: 'make', passphrase }))}
          />
        </Step>
      )}
      {state.type === 'locked' && (
        <Step title={t.unlockTitle} help={t.unlockHelp}>
          <FieldUnlock
            onUnlock={(passphrase) => act({ type: 'unlock', passphrase })}
            onForgotten={() => end(null)}
          />
        </Step>
      )}
      {state.type === 'open' && (
        <>
          {isBack(state) && (
            <Step title={t.checkTitle}>
              <Notice tone={state.found === state.kept ? 'info' : 'danger'}>
                {state.found === state.kept
                  ? t.nothingLost(state.kept)
                  : t.somethingLost(state.found, state.kept)}
              </Notice>
              <p>{t.checkHelp}</p>
              <div className="row">
                <Button
                  variant="primary"
                  disabled={busy}
                  onClick={() => end({ right: state.found, of: state.kept })}
                >
                  {t.end}
                </Button>
              </div>
            </Step>
          )}
          <Step title={t.talkTitle} help={isBack(state) ? t.talkMore : t.talkHelp}>
            {state.handedOver !== null && <Notice>{t.handedOver}</Notice>}
            <div className="row">
              <Button
                variant={isBack(state) || state.kept > 0 ? 'normal' : 'primary'}
                onClick={() => go(TALK)}
              >
                {state.kept > 0 ? t.talkOn : t.talk}
              </Button>
            </div>
          </Step>
          {state.kept > 0 && !isBack(state) && (
            <Step title={t.restartTitle} help={t.restartHelp}>
              <div className="row">
                <Button variant="primary" onClick={desk.lock}>
                  {t.lockNow}
                </Button>
              </div>
            </Step>
          )}
        </>
      )}
    </div>
  );
}

/** Something was kept, and everything has been shut since. */
const isBack = (state: Extract<FieldState, { type: 'open' }>): boolean =>
  state.restarted && state.kept > 0;

function Step(props: {
  readonly title: string;
  readonly help?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="stack" aria-label={props.title}>
      <h3>{props.title}</h3>
      {props.help && <p>{props.help}</p>}
      {props.children}
    </section>
  );
}

/** Whether there is a network; it says so, and stops nobody. */
function Network() {
  const t = useTexts(fieldTexts);
  const online = useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed);
      window.addEventListener('offline', changed);
      return () => {
        window.removeEventListener('online', changed);
        window.removeEventListener('offline', changed);
      };
    },
    () => navigator.onLine,
  );
  return (
    <p role="status" className="hint">
      {online ? t.online : t.offline}
    </p>
  );
}
