import { useCallback } from 'react';
import type { StreamId } from '../../base/ids.ts';
import { assignTexts } from '../../i18n/assign.ts';
import type { CircumstancesFact } from '../../interview/model/circumstances.ts';
import { InterviewSummary } from '../../interview/model/summary.ts';
import { NewInterview } from '../../interview/ui/NewInterview.tsx';
import type { InterviewPorts } from '../../interview/ui/ports.ts';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { listAssignments, writeAssignment } from '../../people/assignments.ts';
import type { Desk } from '../port.ts';
import { go } from '../routes.ts';
import { Gated, useGate } from './Gated.tsx';
import { useAsked } from './use-desk.ts';

/** An interview begun from an assignment: code and wave stand there already, and the assignment learns of it. */
export function BeginScreen(props: {
  readonly stream: StreamId;
  readonly desk: Desk;
  readonly ports: InterviewPorts;
}) {
  const { desk, stream } = props;
  const t = useTexts(assignTexts);
  const known = useAsked(
    desk,
    useCallback(async () => {
      const [guides, assignments] = await Promise.all([
        desk.guides(),
        listAssignments(desk.journal),
      ]);
      const assignment = assignments.find((each) => each.stream === stream);
      return { guide: guides[0], assignment };
    }, [desk, stream]),
  );
  const gate = useGate(desk, props.ports.deps.clock);
  const { guide, assignment } = known ?? {};
  if (!guide || !gate || assignment?.to !== desk.me.member) return null;
  const { brief } = assignment;
  return (
    <Gated desk={desk} gate={gate}>
      <NewInterview
        ports={props.ports}
        guide={guide}
        given={brief}
        onBegun={(interview) => void begun(desk, stream, interview, brief)}
      />
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

/** Protected data is carried over, so that no sound is recorded by oversight; nothing else of the register is. */
async function begun(
  desk: Pick<Desk, 'deliver' | 'journal' | 'me'>,
  stream: StreamId,
  interview: StreamId,
  { protectedData }: { readonly protectedData: boolean },
): Promise<void> {
  if (protectedData) {
    const data = { relation: null, choiceOffered: false, protectedData, interpreter: null };
    const fact: CircumstancesFact = { type: 'CircumstancesNoted', version: 1, data };
    const row = (await desk.journal.list('interview')).find((each) => each.stream === interview);
    const summary = InterviewSummary.safeParse(row?.data).data;
    if (summary) await desk.journal.append(interview, 'interview', [fact], summary);
  }
  const fact = { type: 'AssignmentBegun', version: 1, data: { interview } } as const;
  const kept = await writeAssignment(desk.journal, stream, fact, desk.me.member);
  go({ name: 'talk', stream: interview }, 'replace');
  if (kept.ok) await desk.deliver('assignment', stream);
}
