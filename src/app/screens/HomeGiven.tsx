import { useCallback } from 'react';
import type { Clock } from '../../base/deps.ts';
import { InterviewSummary } from '../../interview/model/summary.ts';
import { listAssignments, writeAssignment } from '../../people/assignments.ts';
import { dayAt } from '../../people/model/days.ts';
import { goalWord } from '../../people/model/goal.ts';
import { readProgram } from '../../people/program-stream.ts';
import { GivenToMe } from '../../people/ui/GivenToMe.tsx';
import type { Desk } from '../port.ts';
import { go } from '../routes.ts';
import { HomeLeft } from './HomeLeft.tsx';
import { useAsked } from './use-desk.ts';

/** What was given to me, and what of mine is no longer here. */
export function HomeGiven(props: { readonly desk: Desk; readonly clock: Clock }) {
  return (
    <>
      <Given {...props} />
      <HomeLeft desk={props.desk} />
    </>
  );
}

/** What was given to me, and a quiet word to me alone about the year. All of it lies on this device. */
function Given({ desk, clock }: { readonly desk: Desk; readonly clock: Clock }) {
  const { member } = desk.me;
  const known = useAsked(
    desk,
    useCallback(async () => {
      const [assignments, interviews, program] = await Promise.all([
        listAssignments(desk.journal),
        desk.journal.list('interview'),
        readProgram(desk.journal),
      ]);
      const own = interviews.flatMap(({ data }) => {
        const summary = InterviewSummary.safeParse(data).data;
        return summary ? [summary] : [];
      });
      const today = dayAt(clock.now());
      const mine = assignments.filter(({ hands }) => hands.includes(member));
      // Before anything was ever given, nobody is reminded of a goal that may not be theirs.
      const word = mine.length > 0 ? goalWord(member, own, program, today) : 'none';
      return { mine, word };
    }, [desk, clock, member]),
  );
  if (!known || known.mine.length === 0) return null;
  return (
    <GivenToMe
      me={member}
      assignments={known.mine}
      word={known.word}
      onAnswer={async (stream, answer) => {
        const data = { answer, on: dayAt(clock.now()) };
        const fact = { type: 'AssignmentAnswered', version: 1, data } as const;
        const kept = await writeAssignment(desk.journal, stream, fact, member);
        // What cannot be packed now is packed in a later round; it is kept here all the same.
        if (kept.ok) void desk.deliver('assignment', stream);
        return kept.ok;
      }}
      onBegin={(stream) => go({ name: 'begin', stream })}
      onRemove={async (stream) => (await desk.journal.erase(stream)).ok}
      // A supervisor's device is where the assignment is kept: there is nothing to clear away.
      mayRemove={desk.me.role !== 'supervisor'}
    />
  );
}
