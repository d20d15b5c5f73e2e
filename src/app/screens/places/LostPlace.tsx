import { useCallback, useEffect, useState } from 'react';
import type { Deps } from '../../../base/deps.ts';
import type { DeviceId, StreamId } from '../../../base/ids.ts';
import { InterviewSummary } from '../../../interview/model/summary.ts';
import { lostTexts } from '../../../i18n/lost.ts';
import { placeTexts } from '../../../i18n/places.ts';
import { Button } from '../../../kit/button.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { Page } from '../../../kit/page.tsx';
import { listAssignments } from '../../../people/assignments.ts';
import { listIncidents, reportLost, writeIncident } from '../../../people/incidents.ts';
import type { IncidentFact, IncidentStep } from '../../../people/model/incident.ts';
import { wasOn, type Asked, type Tablet } from '../../../people/model/lost.ts';
import { HandOverDialog } from '../../../people/ui/HandOverDialog.tsx';
import { LostList } from '../../../people/ui/LostList.tsx';
import { LostTablet } from '../../../people/ui/LostTablet.tsx';
import { ReportLost } from '../../../people/ui/ReportLost.tsx';
import type { Directory } from '../../../sync/model/directory.ts';
import type { Desk } from '../../port.ts';
import { go } from '../../routes.ts';
import { nameIn } from '../names.ts';
import { useProblem } from '../problem.tsx';
import { useAsked } from '../use-desk.ts';
import { colleaguesOf } from './colleagues.ts';
import { handOver, handOverAll } from './handing-over.ts';
import type { PlaceProps } from './place.ts';
import '../../../people/ui/assign.css';

type Known = Awaited<ReturnType<typeof readLost>>;

/** Lost tablets: all that are known and a new one, or what is done about the one in the address. */
export function LostPlace({ desk, deps, stream, onBack }: PlaceProps) {
  const t = useTexts(lostTexts);
  const back = useTexts(placeTexts).back;
  const known = useAsked(
    desk,
    useCallback(() => readLost(desk), [desk]),
  );
  const now = useMinutes(deps.clock.now);
  const chosen = known?.incidents.find((each) => each.stream === stream);
  return (
    <Page
      key={stream}
      title={t.title}
      actions={
        <Button variant="plain" onClick={stream ? toList : onBack}>
          {stream ? t.toList : back}
        </Button>
      }
    >
      {known && chosen && <One desk={desk} known={known} incident={chosen} now={now} deps={deps} />}
      {known && !chosen && (
        <>
          <p>{t.intro}</p>
          <LostList
            incidents={known.incidents}
            nameOf={nameIn(known.directory, desk)}
            onOpen={toIncident}
          />
          {known.directory ? (
            <ReportLost
              tablets={known.tablets}
              now={deps.clock.now}
              onReport={async (data) => {
                const reported = await reportLost(desk.journal, data, desk.me.member, deps);
                if (!reported.ok) return false;
                // What cannot be packed now is packed in a later round.
                await desk.deliver('incident', reported.value);
                toIncident(reported.value);
                return true;
              }}
            />
          ) : (
            <p>{t.noDirectory}</p>
          )}
        </>
      )}
    </Page>
  );
}

function One(props: {
  readonly desk: Desk;
  readonly known: Known;
  readonly incident: Known['incidents'][number];
  /** For the clocks on the screen. */
  readonly now: number;
  readonly deps: Deps;
}) {
  const { desk, known, incident, now, deps } = props;
  const { member, device, stream } = incident;
  const say = useProblem();
  const [handing, setHanding] = useState<StreamId | null>(null);
  const tablet = known.tablets.find((each) => each.device === device);
  const { asked, again } = useLeft(desk, device, typeof tablet?.blockedAt === 'number');
  const assignment = known.assignments.find((each) => each.stream === handing);
  const write = async (fact: IncidentFact) => {
    const kept = await writeIncident(desk.journal, stream, fact);
    if (kept.ok) await desk.deliver('incident', stream);
    return kept.ok;
  };
  const step = (name: IncidentStep) =>
    write({ type: 'IncidentStepDone', version: 1, data: { step: name, at: deps.clock.now() } });
  return (
    <>
      <LostTablet
        office={desk.me.officeName}
        incident={incident}
        tablet={tablet}
        isThisDevice={device === desk.me.device}
        asked={asked}
        on={wasOn(member, known.assignments)}
        handedIn={known.handedIn.filter((each) => each === member).length}
        colleagues={known.colleagues}
        now={now}
        onBlock={async () => {
          const revoked = await desk.revoke(device);
          if (!revoked.ok) return say(revoked.error);
          await step('blocked');
          return null;
        }}
        onAskAgain={again}
        onHandOver={setHanding}
        onDrafts={(to, recovery) =>
          handOverAll(desk, known.assignments, { from: member, to, recovery })
        }
        onStep={step}
        onCloseIncident={() => write({ type: 'IncidentClosed', version: 1, data: {} })}
        onPrint={() => window.print()}
      />
      {assignment && (
        <HandOverDialog
          assignment={assignment}
          colleagues={known.colleagues}
          why="lostTablet"
          onHandOver={(to, why, recovery) =>
            handOver(desk, assignment, { to, why, recovery }, deps.random)
          }
          onClose={() => setHanding(null)}
        />
      )}
    </>
  );
}

/** Asked once it is blocked, and again when a person asks: the office writes each question to its audit log. */
function useLeft(desk: Pick<Desk, 'leftAt'>, device: DeviceId, blocked: boolean) {
  const say = useProblem();
  const [answer, setAnswer] = useState<Awaited<ReturnType<Desk['leftAt']>> | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!blocked) return undefined;
    let current = true;
    void desk.leftAt(device).then((left) => {
      if (current) setAnswer(left);
    });
    return () => {
      current = false;
    };
  }, [desk, device, blocked, round]);
  const again = () => {
    setAnswer(null);
    setRound((before) => before + 1);
  };
  return { asked: asked(), again };

  function asked(): Asked {
    if (!blocked) return { type: 'notYet' };
    if (!answer) return { type: 'asking' };
    return answer.ok
      ? { type: 'told', left: answer.value }
      : { type: 'failed', said: say(answer.error) };
  }
}

/** The time, anew each half minute: enough for clocks that count hours. */
function useMinutes(clock: () => number): number {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), 30_000);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}

async function readLost(desk: Desk) {
  const directory = await desk.directory();
  const [incidents, assignments, colleagues, interviews] = await Promise.all([
    listIncidents(desk.journal),
    listAssignments(desk.journal),
    colleaguesOf(desk),
    desk.journal.list('interview'),
  ]);
  const handedIn = interviews.flatMap(({ data }) => {
    const known = InterviewSummary.safeParse(data).data;
    return known && known.revision > 0 ? [known.interviewer] : [];
  });
  return {
    directory,
    incidents,
    assignments,
    colleagues,
    handedIn,
    tablets: directory ? tabletsIn(directory) : [],
  };
}

const tabletsIn = ({ members }: Directory): readonly Tablet[] =>
  members.flatMap(({ member, name, devices }) =>
    devices.map(({ device, revokedAt }) => ({
      member,
      name,
      device,
      blockedAt: revokedAt ?? null,
    })),
  );

const toList = () => go({ name: 'place', place: 'lost', stream: null });
const toIncident = (stream: StreamId) => go({ name: 'place', place: 'lost', stream });
