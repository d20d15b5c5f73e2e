import { useEffect, useState } from 'react';
import { systemRandom } from '../../../base/deps.ts';
import type { StreamId } from '../../../base/ids.ts';
import { debriefTexts } from '../../../i18n/training-debrief.ts';
import { Button } from '../../../kit/button.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { Page } from '../../../kit/page.tsx';
import { useOnce } from '../../../kit/use-once.ts';
import { addReflection, keepDebrief } from '../../../training/keeping.ts';
import { debriefOf, type Debrief } from '../../../training/model/debrief.ts';
import type { PracticeSession } from '../../../training/session.ts';
import { DebriefView } from '../../../training/ui/DebriefView.tsx';
import type { Desk } from '../../port.ts';
import type { Practice } from '../../practice.ts';
import { SendDebrief } from './SendDebrief.tsx';

/** What is looked back on, and what becomes of it: kept, sent, printed, or thrown away with the rest. */
export function PracticeDebrief(props: {
  readonly from: Desk | null;
  readonly practice: Pick<Practice, 'session'>;
  /** Where leaving leads, where it does not lead to the cases. */
  readonly away?: string | null;
  /** It is kept, and nothing is lost by leaving. */
  readonly onKept: () => void;
  readonly onCases: () => void;
}) {
  const { from } = props;
  const { session } = props.practice;
  const t = useTexts(debriefTexts);
  const [debrief, setDebrief] = useState<Debrief | null>(null);
  const [kept, setKept] = useState<StreamId | null>(null);
  const [lost, setLost] = useState(false);
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
  const reflect = (question: 0 | 1 | 2, text: string) => {
    setDebrief(withReflection(debrief, question, text));
    void session.reflect(question, text);
    if (!from || !kept) return;
    const added = addReflection(from.journal, from.me.member, kept, { question, text });
    void added.then((ok) => setLost(!ok));
  };
  return (
    <Page wide title={t.titleOf(debrief.alias)}>
      <DebriefView debrief={debrief} guide={session.guide} onReflect={reflect}>
        <NotKept shown={lost} />
        {from ? (
          <Keeping
            desk={from}
            debrief={debrief}
            kept={kept}
            onKept={(stream) => {
              setKept(stream);
              props.onKept();
            }}
          />
        ) : (
          <p className="hint debrief-acts">{t.noVault}</p>
        )}
        <div className="row debrief-acts">
          <Button onClick={() => window.print()}>{t.print}</Button>
          <Button onClick={props.onCases}>{props.away ?? (kept ? t.again : t.discard)}</Button>
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

/** What was written is still on the screen, and can be tried once more. */
export function NotKept({ shown }: { readonly shown: boolean }) {
  const t = useTexts(debriefTexts);
  return (
    shown && (
      <Notice tone="danger" live>
        {t.keptFailed}
      </Notice>
    )
  );
}

/** Keeping is the trainee's choice, and sending it to trainers is another. */
function Keeping(props: {
  readonly desk: Desk;
  readonly debrief: Debrief;
  readonly kept: StreamId | null;
  readonly onKept: (stream: StreamId) => void;
}) {
  const { desk, debrief, kept } = props;
  const t = useTexts(debriefTexts);
  const [failed, setFailed] = useState(false);
  const keep = async (): Promise<StreamId | null> => {
    if (kept) return kept;
    const done = await keepDebrief(desk.journal, desk.me.member, debrief, systemRandom);
    setFailed(!done.ok);
    if (!done.ok) return null;
    props.onKept(done.value);
    return done.value;
  };
  const { run, busy } = useOnce(async () => {
    await keep();
  });
  return (
    <section className="stack debrief-acts">
      <p className="hint">{t.keepHelp}</p>
      <div className="row">
        <Button variant="primary" disabled={busy || kept !== null} onClick={run}>
          {t.keep}
        </Button>
      </div>
      <div role="status">{kept && <Notice>{t.kept}</Notice>}</div>
      <NotKept shown={failed} />
      <SendDebrief desk={desk} kept={kept} stream={keep} />
    </section>
  );
}
