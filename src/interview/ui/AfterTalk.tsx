import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { afterTexts } from '../../i18n/after.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { endOpenQuestions, may, packedMemoFields } from '../model/act.ts';
import { privateMemo, sharedMemo, type MemoKeeper } from '../memo.ts';
import type { InterviewSession } from '../session.ts';
import { settleAnswers } from '../settle-answers.ts';
import { AFTER_PARTS, type AfterPart } from './after-parts.ts';
import { EraseDialog } from './EraseDialog.tsx';
import { MemoPart } from './MemoForm.tsx';
import { WordsBefore } from './WordsBefore.tsx';
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
  const [removing, setRemoving] = useState(false);
  const [shared] = useState(() => sharedMemo(session));
  const [own, setOwn] = useState<MemoKeeper | null>(null);
  useEffect(() => void takeUp(session, shared), [session, shared]);
  useEffect(() => {
    let here = true;
    void privateMemo(ports.journal, session.stream, ports.deps.random).then((keeper) => {
      if (here) setOwn(keeper);
    });
    return () => {
      here = false;
    };
  }, [ports, session]);

  // Without a boundary: the page is shown when it is whole, so that nothing moves away under a finger.
  const parts = (which: (part: AfterPart) => boolean) =>
    AFTER_PARTS.filter(which).map(({ id, Part }) => (
      <Part key={id} session={session} ports={ports} />
    ));
  if (state.status === 'completed') {
    return (
      <Page key="completed" title={t.completed}>
        <p>{t.completedHelp}</p>
        <div className="row">
          <Button variant="primary" onClick={ports.onHome}>
            {t.toHome}
          </Button>
        </div>
        {parts((each) => each.whenCompleted)}
      </Page>
    );
  }

  const part = (name: 'A' | 'B' | 'C') =>
    session.guide.memoTemplate.fields.filter((field) => field.part === name);
  const mending = state.status === 'reopened';
  const title = mending ? t.mendTitle : t.afterTitle;
  return (
    <Page title={`${title}: ${state.code}`} tab={title} actions={<SaveStatus session={session} />}>
      <SaveTrouble
        session={session}
        saveFileLabel={props.saveFileLabel}
        onSaveFile={() => ports.saveFile(session.stream)}
      />
      {props.returned}
      {!mending && <p>{t.afterHelp}</p>}
      <div className="row">
        <Button onClick={() => ports.onTalk(session.stream)}>{t.readAgain}</Button>
        <Button onClick={ports.onHome}>{t.toHome}</Button>
      </div>
      {parts((each) => each.beforeMemo === true)}
      <MemoPart title={t.partA} fields={part('A')} keeper={shared} />
      <MemoPart title={t.partB} fields={part('B')} keeper={shared} />
      {own && <WordsBefore guide={session.guide} keeper={own} />}
      {own && part('C').length > 0 && (
        <MemoPart title={t.partC} help={t.partCHelp} fields={part('C')} keeper={own} />
      )}
      {parts((each) => !each.beforeMemo)}
      {may(state, 'complete') && (
        <div className="row" data-end="">
          {may(state, 'erase') && (
            <Button onClick={() => setRemoving(true)}>{t.removeDraft}</Button>
          )}
          <Button variant="primary" onClick={() => setCompleting(true)}>
            {t.complete}
          </Button>
        </div>
      )}
      {removing && (
        <EraseDialog
          session={session}
          ports={ports}
          words={{
            title: t.removeDraftSure,
            help: t.removeDraftHelp,
            back: t.back,
            now: t.removeDraftNow,
            failed: t.eraseFailed,
          }}
          onClose={() => setRemoving(false)}
        />
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

/**
 * What a crash left half-written is settled before anything is completed, and questions of another length of the
 * talk, which this screen does not lead to, end as they stand.
 */
async function takeUp(session: InterviewSession, memo: MemoKeeper): Promise<void> {
  if (!may(session.snapshot().state, 'writeMemo')) return;
  await settleAnswers(session);
  for (const field of packedMemoFields(session.guide)) await memo.settle(field.id);
  const { route } = session.snapshot();
  await session.act((state) =>
    endOpenQuestions(state, route).filter(
      (fact) => fact.type === 'QuestionEnded' && !route.order.includes(fact.data.question),
    ),
  );
}
