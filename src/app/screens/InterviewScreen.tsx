import { lazy, Suspense, useDeferredValue } from 'react';
import type { QuestionId, StreamId } from '../../base/ids.ts';
import { homeTexts } from '../../i18n/home.ts';
import type { Status } from '../../interview/model/state.ts';
import type { InterviewSession } from '../../interview/session.ts';
import type { InterviewPorts } from '../../interview/ui/ports.ts';
import { Talk } from '../../interview/ui/Talk.tsx';
import { useSnapshot } from '../../interview/ui/use-session.ts';
import { useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { Opening } from '../Opening.tsx';
import type { Desk } from '../port.ts';
import { useInterview } from './use-interview.ts';

const AfterTalk = lazy(async () => ({
  default: (await import('../../interview/ui/AfterTalk.tsx')).AfterTalk,
}));

const Preparation = lazy(async () => ({
  default: (await import('../../interview/ui/Preparation.tsx')).Preparation,
}));

const Returned = lazy(async () => ({ default: (await import('./Returned.tsx')).Returned }));

const LateWord = lazy(async () => ({ default: (await import('../LateFlags.tsx')).LateWord }));

const WithdrawnGate = lazy(async () => ({
  default: (await import('./WithdrawnGate.tsx')).WithdrawnGate,
}));

const ReturnedComments = lazy(async () => ({
  default: (await import('./ReturnedComments.tsx')).ReturnedComments,
}));

/**
 * An interview on this tablet: the talk while it goes on, then the memo. What comes next is deferred until all of its
 * parts are fetched, and what stands there stays so long: a boundary for each would blank the screen, and React keeps
 * a blank for 300 ms.
 */
export function InterviewScreen(props: {
  readonly stream: StreamId;
  readonly part: 'talk' | 'after';
  readonly desk: Desk;
  readonly ports: InterviewPorts;
}) {
  const { stream, desk, ports } = props;
  const t = useTexts(homeTexts);
  const session = useDeferredValue(useInterview(stream, desk, ports));
  if (session === null) return <Opening />;
  if (session === 'none') {
    return (
      <Page title={t.notOnTablet}>
        <button type="button" className="button" onClick={ports.onHome}>
          {t.toHome}
        </button>
      </Page>
    );
  }
  const opened = <Opened {...props} session={session} saveFileLabel={t.saveFile} />;
  // What was never handed in is erased when it is taken back, so there is nothing to ask.
  if (session.snapshot().state.revision === 0) return opened;
  return (
    <WithdrawnGate stream={stream} desk={desk} onHome={ports.onHome}>
      {opened}
    </WithdrawnGate>
  );
}

function Opened(props: {
  readonly session: InterviewSession;
  readonly part: 'talk' | 'after';
  readonly desk: Desk;
  readonly ports: InterviewPorts;
  readonly saveFileLabel: string;
}) {
  const { session, ports, saveFileLabel } = props;
  const { state } = useSnapshot(session);
  const part = useDeferredValue(partFor(state.status, props.part));
  if (part === 'preparation') {
    return <Preparation session={session} ports={ports} saveFileLabel={saveFileLabel} />;
  }
  if (part === 'talk') {
    const commentsFor = (question: QuestionId) =>
      state.status === 'reopened' && (
        <ReturnedComments desk={props.desk} session={session} question={question} />
      );
    return (
      <Talk
        session={session}
        ports={ports}
        saveFileLabel={saveFileLabel}
        beside={
          <Suspense>
            <LateWord desk={props.desk} clock={ports.deps.clock} />
          </Suspense>
        }
        commentsFor={commentsFor}
      />
    );
  }
  return (
    <AfterTalk
      session={session}
      ports={ports}
      saveFileLabel={saveFileLabel}
      returned={
        state.status === 'reopened' && (
          <Returned desk={props.desk} session={session} ports={ports} />
        )
      }
    />
  );
}

function partFor(status: Status, asked: 'talk' | 'after'): 'preparation' | 'talk' | 'after' {
  if (status === 'preparing') return 'preparation';
  if (status === 'talking' || status === 'paused') return 'talk';
  const mending = status === 'writing' || status === 'reopened';
  return mending ? asked : 'after';
}
