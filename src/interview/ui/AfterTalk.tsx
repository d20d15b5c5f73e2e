import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { afterTexts } from '../../i18n/after.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { may } from '../model/act.ts';
import { privateMemo, sharedMemo, type MemoKeeper } from '../memo.ts';
import type { InterviewSession } from '../session.ts';
import { MemoPart } from './MemoForm.tsx';
import type { InterviewPorts } from './ports.ts';
import { SaveStatus, SaveTrouble } from './SaveStatus.tsx';
import { useSnapshot } from './use-session.ts';
import './talk.css';

const CompleteDialog = lazy(async () => ({
  default: (await import('./CompleteDialog.tsx')).CompleteDialog,
}));

/** After the talk: questions that are not done, the memo, and completing. */
export function AfterTalk(props: {
  readonly session: InterviewSession;
  readonly ports: InterviewPorts;
  readonly saveFileLabel: string;
  /** What the supervisor asks to be mended, when the interview was returned. */
  readonly returned?: ReactNode;
}) {
  const { session, ports } = props;
  const t = useTexts(afterTexts);
  const { state } = useSnapshot(session);
  const [completing, setCompleting] = useState(false);
  const [shared] = useState(() => sharedMemo(session));
  const [own, setOwn] = useState<MemoKeeper | null>(null);
  useEffect(() => {
    let here = true;
    void privateMemo(ports.journal, session.stream, ports.deps.random).then((keeper) => {
      if (here) setOwn(keeper);
    });
    return () => {
      here = false;
    };
  }, [ports, session]);

  if (state.status === 'completed') {
    return (
      <Page key="completed" title={t.completed}>
        <p>{t.completedHelp}</p>
        <div className="row">
          <Button variant="primary" onClick={ports.onHome}>
            {t.toHome}
          </Button>
        </div>
      </Page>
    );
  }

  const part = (name: 'A' | 'B' | 'C') =>
    session.guide.memoTemplate.fields.filter((field) => field.part === name);
  return (
    <Page title={`${t.afterTitle}: ${state.code}`} actions={<SaveStatus session={session} />}>
      <SaveTrouble
        session={session}
        saveFileLabel={props.saveFileLabel}
        onSaveFile={() => void ports.saveFile(session.stream)}
      />
      {props.returned}
      <p>{t.afterHelp}</p>
      <div className="row">
        <Button onClick={() => ports.onTalk(session.stream)}>{t.readAgain}</Button>
        <Button onClick={ports.onHome}>{t.toHome}</Button>
      </div>
      <MemoPart title={t.partA} fields={part('A')} keeper={shared} />
      <MemoPart title={t.partB} fields={part('B')} keeper={shared} />
      {own && part('C').length > 0 && (
        <MemoPart title={t.partC} help={t.partCHelp} fields={part('C')} keeper={own} />
      )}
      {may(state, 'complete') && (
        <div className="row" data-end="">
          <Button variant="primary" onClick={() => setCompleting(true)}>
            {t.complete}
          </Button>
        </div>
      )}
      <Suspense>
        {completing && (
          <CompleteDialog
            session={session}
            ports={ports}
            onClose={() => setCompleting(false)}
            onMemo={(field) => {
              setCompleting(false);
              requestAnimationFrame(() => {
                const place = document.getElementById(`memo-${field}`);
                place?.scrollIntoView({ block: 'center' });
                place?.querySelector<HTMLElement>('textarea, input')?.focus();
              });
            }}
          />
        )}
      </Suspense>
    </Page>
  );
}
