import { useCallback, useState } from 'react';
import type { MemberId, StreamId } from '../../../base/ids.ts';
import { assignTexts } from '../../../i18n/assign.ts';
import { lastTalkTexts } from '../../../i18n/last-talk.ts';
import { placeTexts } from '../../../i18n/places.ts';
import { topicsOf } from '../../../interview/model/topics.ts';
import { foldInterview } from '../../../interview/model/state.ts';
import { merge } from '../../../journal/model/merge.ts';
import { Button } from '../../../kit/button.tsx';
import { useLocal, useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { Page } from '../../../kit/page.tsx';
import { giveAssignment } from '../../../people/assignments.ts';
import { givable, type Givable } from '../../../people/model/givable.ts';
import { heldBy } from '../../../people/model/waves.ts';
import { GivenList } from '../../../people/ui/GivenList.tsx';
import { GiveForm } from '../../../people/ui/GiveForm.tsx';
import { HandOverDialog } from '../../../people/ui/HandOverDialog.tsx';
import { ToGive } from '../../../people/ui/ToGive.tsx';
import type { Desk } from '../../port.ts';
import { go } from '../../routes.ts';
import { useAsked } from '../use-desk.ts';
import { endAssignment, readAssigning, type Assigning } from './assigning.ts';
import { handOver } from './handing-over.ts';
import { lendable, lendLastTalk } from './lending.ts';
import type { PlaceProps } from './place.ts';
import '../../../people/ui/assign.css';

/** Who holds which talk. With somebody's stream in the address: giving that person's talk to an interviewer. */
export function AssignmentsPlace({ desk, deps, stream, onBack }: PlaceProps) {
  const t = useTexts(assignTexts);
  const lastTalk = useTexts(lastTalkTexts);
  const [notAlong, setNotAlong] = useState(false);
  const back = useTexts(placeTexts).back;
  const known = useAsked(
    desk,
    useCallback(() => readAssigning(desk), [desk]),
  );
  const [handing, setHanding] = useState<StreamId | null>(null);
  const people = known && givable(known.people, known.assignments, known.cameIn);
  const chosen = people?.find(({ person }) => person.stream === stream);
  const assignment = known?.assignments.find((each) => each.stream === handing);
  return (
    <Page
      key={stream}
      title={chosen ? t.giveTo(chosen.person.code) : t.title}
      actions={
        <Button variant="plain" onClick={stream ? toList : onBack}>
          {stream ? t.toList : back}
        </Button>
      }
    >
      {known && chosen && (
        <Giving
          desk={desk}
          known={known}
          chosen={chosen}
          onGiven={async (data) => {
            const given = await giveAssignment(
              desk.journal,
              data,
              desk.me.member,
              deps,
              chosen.answer,
            );
            if (!given.ok) return 'notKept';
            // What cannot be packed now is packed in a later round; it is kept here all the same.
            await desk.deliver('assignment', given.value);
            // Looked at anew: the person may have taken it back while the form was open.
            const talk = await lendable(desk, lastHeld(known, chosen));
            const lent = { assignment: given.value, to: data.to };
            if (talk && !(await lendLastTalk(desk, { ...lent, talk }, deps.random))) {
              setNotAlong(true);
            }
            toList();
            return 'given';
          }}
        />
      )}
      {known && people && !chosen && (
        <>
          <p>{t.intro}</p>
          {notAlong && <Notice tone="warn">{lastTalk.notAlong}</Notice>}
          <ToGive people={people} onChoose={toPerson} />
          <GivenList
            assignments={known.assignments}
            colleagues={known.colleagues}
            onHandOver={setHanding}
            onCancel={(each) => endAssignment(desk, each, 'cancelled')}
          />
        </>
      )}
      {known && assignment && (
        <HandOverDialog
          assignment={assignment}
          colleagues={known.colleagues}
          onHandOver={(to: MemberId, why, recovery) =>
            handOver(desk, assignment, { to, why, recovery }, deps.random)
          }
          onClose={() => setHanding(null)}
        />
      )}
    </Page>
  );
}

function Giving(props: {
  readonly desk: Desk;
  readonly known: Assigning;
  readonly chosen: Givable;
  readonly onGiven: Parameters<typeof GiveForm>[0]['onGive'];
}) {
  const { desk, known, chosen } = props;
  const local = useLocal();
  const last = lastHeld(known, chosen);
  const topics = useAsked(
    desk,
    useCallback(() => lastTopics(desk, last), [desk, last]),
  );
  const talk = useAsked(
    desk,
    useCallback(() => lendable(desk, last), [desk, last]),
  );
  return (
    <GiveForm
      chosen={chosen}
      colleagues={known.colleagues}
      assignments={known.assignments}
      program={known.program}
      topics={(topics ?? []).map(local)}
      lastTalk={talk !== undefined}
      onGive={props.onGiven}
      onBack={toList}
    />
  );
}

const lastHeld = (known: Assigning, { person }: Givable): StreamId | null =>
  heldBy(person, known.cameIn).at(-1)?.interview ?? null;

/** The headings of what was spoken of last time, from the interview that came in. */
async function lastTopics(desk: Pick<Desk, 'guide' | 'journal'>, interview: StreamId | null) {
  const opened = interview && (await desk.journal.open(interview));
  const state = opened && foldInterview(merge(opened.events));
  const guide = state && (await desk.guide(state.guide));
  return opened && guide ? topicsOf(opened.events, guide) : [];
}

const toList = () => go({ name: 'place', place: 'assignments', stream: null });
const toPerson = (stream: StreamId) => go({ name: 'place', place: 'assignments', stream });
