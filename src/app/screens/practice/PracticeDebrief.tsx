import { useCallback, useEffect, useState } from 'react';
import { systemRandom } from '../../../base/deps.ts';
import { ok } from '../../../base/result.ts';
import type { StreamId } from '../../../base/ids.ts';
import { debriefTexts } from '../../../i18n/training-debrief.ts';
import { Button } from '../../../kit/button.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { Page } from '../../../kit/page.tsx';
import { useOnce } from '../../../kit/use-once.ts';
import { keepDebrief } from '../../../training/keeping.ts';
import { debriefOf, type Debrief } from '../../../training/model/debrief.ts';
import type { PracticeSession } from '../../../training/session.ts';
import { DebriefView } from '../../../training/ui/DebriefView.tsx';
import type { Desk } from '../../port.ts';
import type { Practice } from '../../practice.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import type { AnyProblem } from '../problem.tsx';
import { useAsked } from '../use-desk.ts';

/** What is looked back on, and what becomes of it: kept, sent, printed, or thrown away with the rest. */
export function PracticeDebrief(props: {
  readonly from: Desk | null;
  readonly practice: Practice;
  /** It is kept, and nothing is lost by leaving. */
  readonly onKept: () => void;
  readonly onCases: () => void;
}) {
  const { practice, from } = props;
  const { session } = practice;
  const t = useTexts(debriefTexts);
  const [debrief, setDebrief] = useState<Debrief | null>(null);
  useEffect(() => {
    let here = true;
    void lookBack(session).then((made) => {
      if (here) setDebrief(made);
    });
    return () => {
      here = false;
    };
  }, [session]);
  if (!debrief) return null;
  return (
    <Page wide title={t.titleOf(debrief.alias)}>
      <DebriefView
        debrief={debrief}
        guide={session.guide}
        onReflect={(question, text) => {
          void session.reflect(question, text);
          setDebrief(withReflection(debrief, question, text));
        }}
      >
        {from ? (
          <Keeping {...props} from={from} debrief={debrief} />
        ) : (
          <p className="hint debrief-acts">{t.noVault}</p>
        )}
        <div className="row debrief-acts">
          <Button onClick={() => window.print()}>{t.print}</Button>
          <Button onClick={props.onCases}>{t.discard}</Button>
        </div>
      </DebriefView>
    </Page>
  );
}

async function lookBack(session: PracticeSession): Promise<Debrief | null> {
  return debriefOf(session.played, await session.events()) ?? null;
}

function withReflection(debrief: Debrief, question: 0 | 1 | 2, text: string): Debrief {
  const [first, second, third] = debrief.reflections;
  const reflections: Debrief['reflections'] = [
    question === 0 ? text : first,
    question === 1 ? text : second,
    question === 2 ? text : third,
  ];
  return { ...debrief, reflections };
}

/** Keeping is the trainee's choice, and sending it to trainers is another. */
function Keeping(props: {
  readonly from: Desk;
  readonly debrief: Debrief;
  readonly onKept: () => void;
}) {
  const { from, debrief } = props;
  const t = useTexts(debriefTexts);
  const [kept, setKept] = useState<StreamId | null>(null);
  const [state, setState] = useState<'open' | 'asking' | 'sent'>('open');
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const directory = useAsked(
    from,
    useCallback(async () => (await from.directory()) ?? null, [from]),
  );
  const hasTrainer =
    directory?.members.some(({ role, leftAt }) => role === 'trainer' && leftAt === undefined) ??
    false;
  const keep = async () => {
    const done = kept
      ? ok(kept)
      : await keepDebrief(from.journal, from.me.member, debrief, systemRandom);
    setProblem(done.ok ? null : done.error);
    if (!done.ok) return null;
    setKept(done.value);
    props.onKept();
    return done.value;
  };
  const { run: keepNow, busy } = useOnce(async () => {
    await keep();
  });
  const { run: send, busy: sending } = useOnce(async () => {
    const stream = await keep();
    if (!stream) return;
    const sent = await from.deliver('training', stream);
    setProblem(sent.ok ? null : sent.error);
    setState(sent.ok ? 'sent' : 'open');
  });
  return (
    <section className="stack debrief-acts">
      <p className="hint">{t.keepHelp}</p>
      <p className="hint">{directory && !hasTrainer ? t.noTrainer : t.sendHelp}</p>
      <div className="row">
        <Button variant="primary" disabled={busy || kept !== null} onClick={keepNow}>
          {t.keep}
        </Button>
        <Button disabled={!hasTrainer || state === 'sent'} onClick={() => setState('asking')}>
          {t.send}
        </Button>
      </div>
      <div role="status">
        {kept && state !== 'sent' && <Notice>{t.kept}</Notice>}
        {state === 'sent' && <Notice>{t.sent}</Notice>}
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {state === 'asking' && (
        <Dialog title={t.sendTitle} onClose={() => setState('open')}>
          <p>{t.sendHelp}</p>
          <div className="row" data-end="">
            <Button onClick={() => setState('open')}>{t.back}</Button>
            <Button variant="primary" disabled={sending} onClick={send}>
              {t.sendNow}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
