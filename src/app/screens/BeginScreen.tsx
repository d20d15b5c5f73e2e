import { useCallback, useState } from 'react';
import type { MemberId, StreamId } from '../../base/ids.ts';
import { assignTexts } from '../../i18n/assign.ts';
import { InterviewSummary } from '../../interview/model/summary.ts';
import { NewInterview } from '../../interview/ui/NewInterview.tsx';
import type { InterviewPorts } from '../../interview/ui/ports.ts';
import type { Journal } from '../../journal/model/port.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import { useOnce } from '../../kit/use-once.ts';
import {
  listAssignments,
  writeAssignment,
  type AssignmentProblem,
  type ListedAssignment,
} from '../../people/assignments.ts';
import { Opening } from '../Opening.tsx';
import type { Desk } from '../port.ts';
import { go } from '../routes.ts';
import { Gated, useGate } from './Gated.tsx';
import { useProblem } from './problem.tsx';
import { useAsked } from './use-desk.ts';

/** An interview begun from an assignment: code and wave stand there already, and the assignment learns of it. */
export function BeginScreen(props: {
  readonly stream: StreamId;
  readonly desk: Desk;
  readonly ports: InterviewPorts;
}) {
  const { desk, stream } = props;
  const me = props.ports.interviewer;
  const t = useTexts(assignTexts);
  const known = useAsked(
    desk,
    useCallback(async () => {
      const [guides, assignments] = await Promise.all([
        desk.guides(),
        listAssignments(desk.journal),
      ]);
      const assignment = assignments.find((each) => each.stream === stream);
      const untold = assignment && (await untoldOf(desk.journal, me, assignment, assignments));
      return { guide: guides[0], assignment, untold };
    }, [desk, stream, me]),
  );
  const gate = useGate(desk, props.ports.deps.clock);
  const [failed, setFailed] = useState<{
    readonly interview: StreamId;
    readonly problem: AssignmentProblem | null;
  } | null>(null);
  const begun = async (interview: StreamId) => {
    const fact = { type: 'AssignmentBegun', version: 1, data: { interview } } as const;
    const kept = await writeAssignment(desk.journal, stream, fact, desk.me.member);
    if (!kept.ok) return setFailed({ interview, problem: kept.error });
    go({ name: 'talk', stream: interview }, 'replace');
    // What can't be packed now is packed in the next round with the office.
    await desk.deliver('assignment', stream);
  };
  const { run, busy } = useOnce(begun);
  const { guide, assignment, untold } = known ?? {};
  if (!guide || !gate) return <Opening />;
  if (assignment?.to !== desk.me.member) return null;
  const { brief } = assignment;
  // While it is being told for the first time nothing is wrong yet.
  const interview = failed?.interview ?? (busy ? undefined : untold);
  if (interview) {
    return (
      <Untold
        interview={interview}
        problem={failed?.problem ?? null}
        busy={busy}
        onAgain={() => {
          setFailed({ interview, problem: null });
          run(interview);
        }}
      />
    );
  }
  return (
    <Gated desk={desk} gate={gate}>
      <NewInterview ports={props.ports} guide={guide} given={brief} onBegun={run} />
      {(brief.interpreter || brief.protectedData) && (
        <div className="page">
          <Notice>
            {brief.interpreter && <p>{t.interpreter}</p>}
            {brief.protectedData && <p>{t.protectedData}</p>}
          </Notice>
        </div>
      )}
    </Gated>
  );
}

/** The talk is on disk, and its assignment does not know of it: begun once more there would be two of it. */
function Untold(props: {
  readonly interview: StreamId;
  readonly problem: AssignmentProblem | null;
  readonly busy: boolean;
  readonly onAgain: () => void;
}) {
  const t = useTexts(assignTexts);
  const say = useProblem();
  return (
    <Page title={t.untoldTitle}>
      <Notice tone="warn" live>
        <p>{t.untold}</p>
        {props.problem && <p>{say(props.problem)}</p>}
      </Notice>
      <div className="row">
        <Button variant="primary" disabled={props.busy} onClick={props.onAgain}>
          {t.tellAgain}
        </Button>
        <Button onClick={() => go({ name: 'talk', stream: props.interview }, 'replace')}>
          {t.goToTalk}
        </Button>
      </div>
    </Page>
  );
}

/** A talk of this code and wave that this member has begun here, and that no assignment knows of. */
async function untoldOf(
  journal: Journal,
  me: MemberId,
  { brief, interview }: ListedAssignment,
  all: readonly ListedAssignment[],
): Promise<StreamId | undefined> {
  if (interview) return undefined;
  const told = new Set(all.map((each) => each.interview));
  const isIts = (data: unknown): boolean => {
    const summary = InterviewSummary.safeParse(data).data;
    return (
      summary?.interviewer === me && summary.code === brief.code && summary.wave === brief.wave
    );
  };
  const listed = await journal.list('interview');
  return listed.find(({ stream, data }) => !told.has(stream) && isIts(data))?.stream;
}
